"""A photo of a packet in the chat: its bar code finds the product, and the person's word logs it."""

from __future__ import annotations

import sys
from io import BytesIO

import pytest
from django.utils import timezone
from PIL import Image

from bots.dialogue.messages import Reply
from meum.domain.intervals import Interval
from meum.jobs.running import drain
from meum.journal.models import Door, Purpose
from meum.people.models import Person
from meum.people.services import TEXT_VERSIONS, agree
from nutrition import services
from nutrition.domain.own_foods import Label
from nutrition.models import Food, Meal, MealPhoto, OwnFood, PhotoMemory
from nutrition.queries import day_summary
from tests.bots.conftest import Say
from tests.bots.photos import key_of, latest_reply, send_photo
from tests.factories.engines import NOT_FOOD, ToldEngine, dishes, looks
from tests.factories.nutrition import make_food
from tests.factories.packets import make_bar_photo
from tests.factories.photos import make_photo

pytestmark = pytest.mark.usefixtures("foods", "that_friday")
GTIN = "6901234567892"


@pytest.fixture
def biscuits(ada: Person, engine: ToldEngine) -> OwnFood:
    """Return biscuits that Ada taught with their bar code; the engine sees no food on their packet."""
    engine.sees(NOT_FOOD)
    return services.teach_food(
        person=ada,
        author=ada,
        door=Door.API,
        at=timezone.now(),
        name="苏打饼干",
        label=Label(amounts={"ENERC_KCAL": 400.0}),
        portion_unit="包",
        portion_grams=Interval.exact(100),
        gtin=GTIN,
    )


@pytest.fixture
def cola(db: None) -> Food:
    """Return a cola of the catalogue with the same number."""
    food = make_food(name_zh="可乐", nutrients={"ENERC_KCAL": 43.0}, portions={"罐": (330, 330, 330)})
    Food.objects.filter(pk=food.pk).update(gtin=GTIN)
    return food


def show_bars(person: Person, *, door: Door = Door.WEB, content: bytes = b"") -> Reply:
    """Send a photo of the bars in the chat, have it looked at, and return what is said of it."""
    send_photo(person, door=door, content=content or make_bar_photo(GTIN))
    drain()
    return latest_reply(person, door=door)


def from_afar() -> bytes:
    """Return the photo of the bars as a small part of a large one, two pixels a bar."""
    scene, written = Image.new("RGB", (4000, 3000), "grey"), BytesIO()
    scene.paste(Image.open(BytesIO(make_bar_photo(GTIN))).reduce(2), (1500, 1100))
    scene.save(written, "JPEG", quality=92)
    return written.getvalue()


def names(reply: Reply) -> list[str]:
    """Return what is offered, without its energy."""
    return [choice.label.split()[0] for choice in reply.choices if choice.key != "0"]


def eaten(person: Person) -> list[tuple[str, int]]:
    """Return the foods of today with their grams."""
    today = day_summary(person=person, day=person.clock.day_of(timezone.now()))
    return [(item.name_zh, round(item.grams.mid)) for meal in today.meals for item in meal.items]


def test_the_product_of_the_bars_is_offered_and_nothing_is_logged(ada: Person, biscuits: OwnFood) -> None:
    reply = show_bars(ada)

    assert [str(choice) for choice in reply.choices] == ["1 苏打饼干 400 千卡", "0 都不是"]
    assert not Meal.objects.exists()


@pytest.mark.parametrize(
    ("answer", "grams"), [("1", 100), ("1 一包", 100), ("1 两包", 200), ("1 半包", 50), ("1 30克", 30), ("1 half", 50)]
)
def test_it_is_logged_with_the_amount_that_is_told(
    answer: str, grams: int, ada: Person, say: Say, biscuits: OwnFood
) -> None:
    show_bars(ada)

    say(ada, answer, at="14:01")

    assert eaten(ada) == [("苏打饼干", grams)]


def test_none_of_it_logs_nothing_and_leaves_no_photo(ada: Person, say: Say, biscuits: OwnFood) -> None:
    show_bars(ada)

    say(ada, "不记了", at="14:01")

    assert (eaten(ada), MealPhoto.objects.count()) == ([], 0)


def test_ones_own_food_comes_before_the_catalogue(ada: Person, biscuits: OwnFood, cola: Food) -> None:
    assert names(show_bars(ada)) == ["苏打饼干", "可乐"]


def test_of_other_peoples_own_foods_nothing_is_told(ada: Person, ben: Person, biscuits: OwnFood, cola: Food) -> None:
    assert names(show_bars(ben)) == ["可乐"]


def test_a_sure_dish_is_offered_behind_the_product(ada: Person, cola: Food, engine: ToldEngine) -> None:
    engine.sees(dishes(key_of("米饭")))

    assert names(show_bars(ada)) == ["可乐", "米饭"]


def test_what_the_print_may_look_like_is_left_out(ada: Person, cola: Food, engine: ToldEngine) -> None:
    engine.sees(dishes(key_of("米饭"), is_known=False))

    assert names(show_bars(ada)) == ["可乐"]


def test_how_a_packet_looks_is_not_remembered(ada: Person, say: Say, cola: Food, engine: ToldEngine) -> None:
    memory = Purpose.PERSONAL_PHOTO_MEMORY
    agree(person=ada, purpose=memory, text_version=TEXT_VERSIONS[memory], door=Door.WEB)
    engine.sees(dishes(key_of("米饭"), imprint=looks(0)))
    show_bars(ada)

    say(ada, "1", at="14:01")

    assert eaten(ada) == [("可乐", 330)]
    assert not PhotoMemory.objects.exists()


def test_bars_that_nobody_knows_are_told_and_log_nothing(ada: Person, engine: ToldEngine) -> None:
    engine.sees(NOT_FOOD)

    assert show_bars(ada).lines[0] == f"条形码 {GTIN} 我还不认识，没有记。"
    assert (Meal.objects.count(), MealPhoto.objects.count()) == (0, 0)


def test_a_dish_without_bars_is_offered_as_ever(ada: Person, cola: Food, engine: ToldEngine) -> None:
    engine.sees(dishes(key_of("米饭")))
    send_photo(ada, content=make_photo())
    drain()

    assert names(latest_reply(ada)) == ["米饭"]


def test_it_is_offered_over_wechat_as_in_the_web_chat(ada: Person, biscuits: OwnFood) -> None:
    assert names(show_bars(ada, door=Door.WECHAT)) == ["苏打饼干"]


def test_bars_far_off_are_found_where_no_dish_is_seen(ada: Person, cola: Food, engine: ToldEngine) -> None:
    engine.sees(NOT_FOOD)

    assert names(show_bars(ada, content=from_afar())) == ["可乐"]


def test_bars_far_off_on_a_laid_table_are_nobodys_meal(ada: Person, cola: Food, engine: ToldEngine) -> None:
    engine.sees(dishes(key_of("米饭")))

    assert names(show_bars(ada, content=from_afar())) == ["米饭"]


def test_without_a_reader_of_bars_dishes_are_offered_all_the_same(
    ada: Person, cola: Food, engine: ToldEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine.sees(dishes(key_of("米饭")))
    bars = make_bar_photo(GTIN)
    monkeypatch.setitem(sys.modules, "zxingcpp", None)

    assert names(show_bars(ada, content=bars)) == ["米饭"]
