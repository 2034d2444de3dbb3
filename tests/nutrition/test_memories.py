"""A dish that was eaten before is known the next time: by whom, for how long, and of what nothing stays."""

from __future__ import annotations

from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.core.management.base import CommandError
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from meum.domain.intervals import Interval
from meum.jobs.running import drain
from meum.journal.models import Door, Purpose
from meum.overview.erasure import forget_revoked
from meum.people.models import Person
from meum.people.services import TEXT_VERSIONS, agree, withdraw
from nutrition import services
from nutrition.domain.drafts import MealItemDraft
from nutrition.models import DishExample, Food, Meal, MealPhoto, PhotoMemory
from nutrition.queries import PhotoSummary, photo_summary
from nutrition.queries.memories import own_examples
from nutrition.services.memories import forget_deleted_meals
from tests.factories.diary import make_own_food
from tests.factories.engines import NOT_FOOD, ToldEngine, dishes, looks
from tests.factories.nutrition import make_food
from tests.factories.photos import make_photo

pytestmark = pytest.mark.usefixtures("that_friday")
MEMORY = Purpose.PERSONAL_PHOTO_MEMORY


@pytest.fixture(autouse=True)
def pie(db: None) -> Food:
    """Return a pie that the engine does not know; it knows noodles."""
    make_food(key="own:noodles", name_zh="牛肉面", portions={"碗": (400, 600, 800)})
    return make_food(key="own:pie", name_zh="馅饼", portions={"个": (100, 150, 200)})


@pytest.fixture
def mia(ada: Person) -> Person:
    """Return Ada, who agreed to have her dishes remembered."""
    agree(person=ada, purpose=MEMORY, text_version=TEXT_VERSIONS[MEMORY], door=Door.WEB)
    return ada


@pytest.fixture
def shown(engine: ToldEngine) -> ToldEngine:
    """Let every photo look alike, and the engine take it for noodles without being sure."""
    engine.sees(dishes("own:noodles", is_known=False, imprint=looks(0)))
    return engine


def looked_at(person: Person) -> PhotoSummary:
    photo = services.open_photo(person=person, door=Door.API, sent_at=timezone.now())
    services.store_photo(photo=photo, person=person, content=make_photo())
    services.have_looked_at(photo_id=photo.pk)
    drain()
    return photo_summary(owner=person, photo_id=photo.pk)


def confirmed(person: Person, version_id: object) -> Meal:
    item = MealItemDraft(food_version_id=version_id, grams=Interval.exact(120))  # type: ignore[arg-type]  # an id
    photo_id = looked_at(person).id
    return services.confirm_photos(person=person, author=person, door=Door.API, photo_ids=[photo_id], items=[item])


def names(photo: PhotoSummary) -> list[str]:
    return [candidate.name_zh for candidate in photo.candidates]


def test_the_second_time_the_right_dish_is_first(mia: Person, shown: ToldEngine, pie: Food) -> None:
    before = looked_at(mia)
    confirmed(mia, pie.current_id)

    after = looked_at(mia)

    assert (names(before), before.finding) == (["牛肉面"], "unsure")
    assert (names(after)[0], after.finding) == ("馅饼", "dishes")


def test_a_dish_of_ones_own_is_known_again_with_its_portion(mia: Person, shown: ToldEngine) -> None:
    own = make_own_food(person=mia, name="妈妈的糕", grams=70)
    confirmed(mia, own.food_version_id)
    Meal.objects.get().items.update(is_amount_assumed=True)

    dish = looked_at(mia).candidates[0]

    assert (dish.name_zh, dish.grams) == ("妈妈的糕", Interval.exact(70))


def test_a_corrected_meal_is_remembered_as_corrected(mia: Person, shown: ToldEngine, pie: Food) -> None:
    meal = confirmed(mia, pie.current_id)
    cake = make_food(key="own:cake", name_zh="蛋糕")
    item = MealItemDraft(food_version_id=cake.current_id, grams=Interval.exact(90))
    services.correct_meal(person=mia, author=mia, door=Door.API, meal_id=meal.pk, items=[item])

    assert names(looked_at(mia))[0] == "蛋糕"


def test_of_who_did_not_agree_nothing_is_remembered(ada: Person, shown: ToldEngine, pie: Food) -> None:
    confirmed(ada, pie.current_id)

    assert names(looked_at(ada)) == ["牛肉面"]
    assert not PhotoMemory.objects.exists()


def test_nobody_is_told_of_the_dishes_of_another(mia: Person, chen: Person, shown: ToldEngine, pie: Food) -> None:
    confirmed(mia, pie.current_id)
    agree(person=chen, purpose=MEMORY, text_version=TEXT_VERSIONS[MEMORY], door=Door.WEB)

    assert names(looked_at(chen)) == ["牛肉面"]


def test_a_photo_that_was_not_confirmed_tells_nothing_and_goes_with_its_memory(mia: Person, shown: ToldEngine) -> None:
    photo = looked_at(mia)
    assert own_examples(person=mia, embedder="eye-1") == []

    services.drop_photos(person=mia, photo_ids=[photo.id])

    assert not PhotoMemory.objects.exists()


def test_what_shows_no_food_is_not_remembered(mia: Person, engine: ToldEngine) -> None:
    engine.sees(NOT_FOOD)

    looked_at(mia)

    assert not PhotoMemory.objects.exists()


def test_memories_of_another_embedder_wait_until_it_is_back(mia: Person, shown: ToldEngine, pie: Food) -> None:
    confirmed(mia, pie.current_id)
    shown.sees(dishes("own:noodles", imprint=looks(0, embedder="eye-2")))
    other = looked_at(mia)
    shown.sees(dishes("own:noodles", imprint=looks(0)))

    assert (names(other)[0], names(looked_at(mia))[0]) == ("牛肉面", "馅饼")


def test_of_two_photos_of_one_meal_each_is_what_was_chosen_for_it(mia: Person, engine: ToldEngine, pie: Food) -> None:
    engine.sees(dishes("own:noodles", imprint=looks(0)), dishes("own:pie", imprint=looks(60)))
    photos = [looked_at(mia), looked_at(mia)]
    candidates = [photo.candidates[0] for photo in photos]
    services.confirm_photos(
        person=mia,
        author=mia,
        door=Door.API,
        photo_ids=[photo.id for photo in photos],
        items=[candidate.draft for candidate in candidates],
        chosen=[candidate.id for candidate in candidates],
    )

    assert [example.foods for example in own_examples(person=mia, embedder="eye-1")] == [("own:pie",), ("own:noodles",)]


@pytest.mark.parametrize("purpose", [MEMORY, Purpose.HEALTH_RECORDS])
def test_with_the_agreement_the_memories_end(purpose: Purpose, mia: Person, shown: ToldEngine, pie: Food) -> None:
    confirmed(mia, pie.current_id)

    withdraw(person=mia, purpose=purpose, door=Door.WEB)

    assert not PhotoMemory.objects.exists()
    assert MealPhoto.objects.get().meal is not None


def test_ending_another_agreement_leaves_them(mia: Person, shown: ToldEngine, pie: Food) -> None:
    confirmed(mia, pie.current_id)
    kept = Purpose.PHOTOS_KEPT
    agree(person=mia, purpose=kept, text_version=TEXT_VERSIONS[kept], door=Door.WEB)

    withdraw(person=mia, purpose=kept, door=Door.WEB)

    assert PhotoMemory.objects.count() == 1


def test_who_takes_photos_back_from_the_platform_takes_back_how_they_looked(
    mia: Person, shown: ToldEngine, pie: Food
) -> None:
    confirmed(mia, pie.current_id)

    forget_revoked(person=mia, codes=["207"])

    assert not PhotoMemory.objects.exists()


def test_forgetting_a_photo_forgets_how_it_looked(mia: Person, shown: ToldEngine, pie: Food) -> None:
    confirmed(mia, pie.current_id)

    services.forget_photo(person=mia, photo_id=MealPhoto.objects.get().pk)

    assert not PhotoMemory.objects.exists()
    assert Meal.objects.exists()


def test_a_deleted_meal_tells_nothing_at_once_and_is_forgotten_when_no_undo_is_left(
    mia: Person, shown: ToldEngine, pie: Food
) -> None:
    meal = confirmed(mia, pie.current_id)
    services.remove_item(person=mia, author=mia, door=Door.API, meal_id=meal.pk, number=1)
    now = timezone.now()

    assert own_examples(person=mia, embedder="eye-1") == []
    assert forget_deleted_meals(now=now + timedelta(days=settings.UNDO_DAYS - 1)) == 0
    assert forget_deleted_meals(now=now + timedelta(days=settings.UNDO_DAYS + 1)) == 1
    assert not PhotoMemory.objects.exists()


@pytest.mark.parametrize("count", [1, 12])
def test_many_memories_cost_as_many_queries_as_one(
    count: int, mia: Person, shown: ToldEngine, pie: Food, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(count):
        confirmed(mia, pie.current_id)

    with django_assert_num_queries(3):
        assert len(own_examples(person=mia, embedder="eye-1")) == count


def test_a_dish_that_was_shown_is_known_to_everybody_without_an_agreement(
    ada: Person, shown: ToldEngine, pie: Food, tmp_path: Path
) -> None:
    shown.sees(*(dishes("own:noodles", imprint=looks(degrees)) for degrees in (-4, -2, 0, 2, 4)))

    told = show(tmp_path, photos=5)

    shown.sees(dishes("own:noodles", is_known=False, imprint=looks(1)))
    assert told == "own:pie: 5 photos"
    assert names(looked_at(ada))[0] == "馅饼"
    assert not PhotoMemory.objects.exists()


def test_the_same_photo_shown_twice_counts_once(shown: ToldEngine, tmp_path: Path) -> None:
    show(tmp_path, photos=1)

    assert show(tmp_path, photos=2) == "own:pie: 1 photos"


def test_of_photos_of_which_one_shows_no_food_none_counts(engine: ToldEngine, tmp_path: Path) -> None:
    engine.sees(dishes("own:noodles", imprint=looks(0)), NOT_FOOD)

    with pytest.raises(CommandError):
        show(tmp_path, photos=2)

    assert not DishExample.objects.exists()


@pytest.mark.parametrize("key", ["own:nothing", "own:noodles"])
def test_a_food_that_is_not_there_or_an_engine_without_likeness_cannot_be_shown(
    key: str, engine: ToldEngine, tmp_path: Path
) -> None:
    engine.sees(dishes("own:noodles"))

    with pytest.raises(CommandError):
        show(tmp_path, photos=1, key=key)


def show(folder: Path, *, photos: int, key: str = "own:pie") -> str:
    paths = [folder / f"{number}.jpg" for number in range(photos)]
    for path in paths:
        path.write_bytes(make_photo())
    out = StringIO()
    call_command("show_dish", key, *map(str, paths), stdout=out)
    return out.getvalue().strip()
