"""The diary's lists and the catalogue in the admin site."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest

from meum.domain.intervals import Interval
from meum.journal.models import Access, Door
from meum.people.models import Person, Role
from meum.people.services import end_sharing
from nutrition.catalogue import bare_energy
from nutrition.catalogue.nutrients import position_of
from nutrition.catalogue.queries import food_vector
from nutrition.domain.drafts import MealItemDraft
from nutrition.domain.foods import FoodGroup
from nutrition.models import Food, FoodVersion
from nutrition.services import log_meal
from tests.admin_pages import share, signed_in, text_of
from tests.factories.diary import NOON, make_drink, make_meal, make_own_food
from tests.factories.nutrition import make_food
from tests.factories.people import make_person

pytestmark = pytest.mark.usefixtures("that_friday")

FOODS = "/admin/nutrition/food/"
MEALS = "/admin/nutrition/meal/"


@pytest.fixture
def egg(db: None) -> Food:
    """Return eggs, of which energy and protein are known."""
    return make_food(
        name_zh="鸡蛋", name_en="egg", nutrients={"ENERC_KCAL": 144, "PROCNT": 13.1}, portions={"个": (45, 50, 60)}
    )


def page_of(food: Food) -> str:
    return f"{FOODS}{food.pk}/change/"


def revise(somebody: Person, food: Food, **typed: str) -> Any:
    asked = {"name_zh": "鸡蛋", "name_en": "egg", "ENERC_KCAL": "144", "PROCNT": "13.1", "note": "weighed by hand"}
    return signed_in(somebody).post(f"{FOODS}{food.pk}/revise/", {**asked, **typed}, follow=True)


def test_meals_are_those_of_the_people_who_share(ada: Person, ben: Person, chen: Person, egg: Food) -> None:
    share(ada, ben)
    make_meal(person=ada, food=egg)
    make_meal(person=chen, food=make_food(name_en="pie"))

    page = text_of(signed_in(ben).get(MEALS))

    assert "egg" in page
    assert "pie" not in page
    assert set(Access.objects.values_list("person", "what")) == {(ada.pk, "nutrition.Meal")}


def test_the_list_is_empty_when_sharing_has_ended(ada: Person, ben: Person, egg: Food) -> None:
    share(ada, ben)
    make_meal(person=ada, food=egg)
    end_sharing(person=ada, nutritionist=ben, door=Door.WEB)

    assert "egg" not in text_of(signed_in(ben).get(MEALS))


def test_a_meal_of_the_list_leads_to_its_page(ada: Person, ben: Person, chen: Person, egg: Food) -> None:
    share(ada, ben)
    meal, other = make_meal(person=ada, food=egg), make_meal(person=chen, food=egg)
    client = signed_in(ben)

    answer = client.get(f"{MEALS}{meal.pk}/change/")

    assert answer.headers["Location"] == f"/admin/people-who-share/{ada.pk}/meals/{meal.pk}/"
    assert client.get(f"{MEALS}{other.pk}/change/").status_code == 404


def test_a_time_of_the_list_is_that_of_the_persons_own_clock(ben: Person, egg: Food) -> None:
    far = make_person(time_zone="America/Los_Angeles")
    share(far, ben)
    make_meal(person=far, food=egg, at=NOON)

    assert "Nov. 19, 2026, 8 p.m." in text_of(signed_in(ben).get(MEALS))


def test_one_drink_is_shown_read_only_and_noted(ada: Person, ben: Person) -> None:
    share(ada, ben)
    drink = make_drink(person=ada, ml=300)
    path = f"/admin/nutrition/drink/{drink.pk}/change/"

    assert "300" in text_of(signed_in(ben).get(path))
    assert signed_in(ben).post(path, {}).status_code == 403
    assert Access.objects.values_list("person", "entry_id").get() == (ada.pk, drink.pk)


def test_a_drink_of_a_stranger_is_not_there(ben: Person, chen: Person) -> None:
    drink = make_drink(person=chen)

    assert signed_in(ben).get(f"/admin/nutrition/drink/{drink.pk}/change/").status_code == 302
    assert not Access.objects.exists()


@pytest.mark.parametrize("meals", [1, 40])
def test_a_page_of_meals_costs_as_much_for_40_as_for_1(
    ben: Person, egg: Food, meals: int, django_assert_num_queries: Any
) -> None:
    for number in range(meals):
        person = make_person()
        share(person, ben)
        make_meal(person=person, food=egg, at=NOON + timedelta(minutes=number))
    client = signed_in(ben)

    with django_assert_num_queries(6):
        client.get(MEALS)


def test_foods_are_found_as_in_the_chat(ben: Person, egg: Food) -> None:
    make_food(name_en="apple pie")

    for query in ("鸡蛋", "egg", "雞蛋"):
        page = text_of(signed_in(ben).get(FOODS, {"q": query}))
        assert "鸡蛋" in page
        assert "apple pie" not in page


@pytest.mark.parametrize(("language", "eggs"), [("en", "Eggs"), ("zh-CN", "蛋类")])
def test_foods_are_narrowed_by_kinds_that_are_named_in_the_language_of_the_page(
    ben: Person, egg: Food, language: str, eggs: str
) -> None:
    Food.objects.filter(pk=egg.pk).update(group=FoodGroup.EGG)
    make_food(name_en="apple pie", group=FoodGroup.BAKERY)

    page = text_of(signed_in(ben, language=language).get(FOODS, {"group": "egg"}))

    assert f">{eggs}</td>" in page
    assert "apple pie" not in page


def test_a_food_shows_what_is_known_what_is_not_and_where_it_comes_from(ben: Person, egg: Food) -> None:
    page = text_of(signed_in(ben).get(page_of(egg)))

    for told in ("144 kcal", "13.10 g", "unknown", "made for a test", "CC0-1.0", "个"):
        assert told in page


def test_a_food_shows_how_sound_it_is_and_which_allergens_it_holds(ben: Person, egg: Food) -> None:
    egg.versions.update(grade="C", grade_reasons="hardly_known")
    Food.objects.filter(pk=egg.pk).update(allergens="egg,milk")

    page = text_of(signed_in(ben).get(page_of(egg)))

    assert "<dd>C<br><small>Fewer than 6 of the 15 main nutrients are known.</small></dd>" in page
    assert "<dd>egg · milk <em>there may be others</em></dd>" in page


def test_an_edit_is_a_new_version_and_the_old_one_stays(ben: Person, ada: Person, egg: Food) -> None:
    meal = make_meal(person=ada, food=egg, grams=Interval.exact(100))
    old = egg.current_id

    page = revise(ben, egg, ENERC_KCAL="150")

    egg.refresh_from_db()
    assert "Version 2 is in use from now on." in text_of(page)
    assert (egg.current.number, egg.current.editor, egg.current.provenance) == (2, ben, "weighed by hand")
    assert food_vector(egg.current_id).amounts[position_of("ENERC_KCAL")] == 150
    assert food_vector(egg.current_id).amounts[position_of("PROCNT")] == pytest.approx(13.1)
    assert meal.items.get().food_version_id == old


def test_an_emptied_amount_becomes_unknown_not_zero(ben: Person, egg: Food) -> None:
    revise(ben, egg, PROCNT="")

    egg.refresh_from_db()
    assert not food_vector(egg.current_id).is_known(position_of("PROCNT"))


def test_an_older_version_can_still_be_read(ben: Person, egg: Food) -> None:
    revise(ben, egg, ENERC_KCAL="150")
    client = signed_in(ben)

    assert "150 kcal" in text_of(client.get(page_of(egg)))
    assert "144 kcal" in text_of(client.get(f"{page_of(egg)}?version=1"))
    assert client.get(f"{page_of(egg)}?version=9").status_code == 404
    assert client.get(f"{page_of(egg)}?version=one").status_code == 200


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({}, "Nothing differs"),
        ({"name_zh": "", "name_en": ""}, "needs a name"),
        ({"ENERC_KCAL": "150", "note": ""}, "required"),
        ({"ENERC_KCAL": "-1"}, "greater than or equal to 0"),
        ({"ENERC_KCAL": "nan"}, "Enter a number"),
        ({"ENERC_KCAL": "lots"}, "Enter a number"),
        ({"PROCNT": "140"}, 'value="140"'),
    ],
)
def test_what_cannot_be_makes_no_version(ben: Person, egg: Food, typed: dict[str, str], told: str) -> None:
    page = revise(ben, egg, **typed)

    assert told in text_of(page)
    assert FoodVersion.objects.count() == 1


def test_staff_edit_the_catalogue_too_and_people_do_not(ada: Person, egg: Food) -> None:
    dora = make_person(username="dora", role=Role.STAFF)

    revise(ada, egg, ENERC_KCAL="100")
    revise(dora, egg, ENERC_KCAL="150")

    egg.refresh_from_db()
    assert (egg.current.number, egg.current.editor) == (2, dora)


@pytest.mark.parametrize("path", ["not-an-id", "01a20662-393b-7317-a486-70606e488c4d"])
def test_a_food_that_is_not_there_is_not_found(ben: Person, path: str) -> None:
    assert signed_in(ben).get(f"{FOODS}{path}/change/").status_code == 404


@pytest.mark.parametrize("foods", [1, 40])
def test_a_page_of_foods_costs_as_much_for_40_as_for_1(ben: Person, foods: int, django_assert_num_queries: Any) -> None:
    for _ in range(foods):
        make_food()
    client = signed_in(ben)

    with django_assert_num_queries(5):
        client.get(FOODS)


@pytest.mark.parametrize("versions", [1, 40])
def test_a_food_costs_as_much_for_40_versions_as_for_1(
    ben: Person, egg: Food, versions: int, django_assert_num_queries: Any
) -> None:
    for number in range(2, versions + 1):
        FoodVersion.objects.create(
            food=egg, number=number, name_en="egg", nutrients=b"", edition="1", provenance="again", editor=ben
        )
    client = signed_in(ben)

    with django_assert_num_queries(6):
        client.get(page_of(egg))


def test_a_list_begins_with_the_latest_31_days(ada: Person, ben: Person) -> None:
    share(ada, ben)
    make_meal(person=ada, food=make_food(name_en="new pie"), at=NOON - timedelta(days=30))
    make_meal(person=ada, food=make_food(name_en="old pie"), at=NOON - timedelta(days=31))
    make_meal(person=ada, food=make_food(name_en="very old pie"), at=NOON - timedelta(days=400))
    client = signed_in(ben)

    pages = [text_of(client.get(MEALS, asked)) for asked in ({}, {"period": "year"}, {"period": "all"})]

    assert [page.count(" pie") for page in pages] == [1, 2, 3]


def test_own_foods_are_in_no_list_or_page_of_the_catalogue(ada: Person, ben: Person, egg: Food) -> None:
    share(ada, ben)
    bar = make_own_food(person=ada, name="oat bar")
    client = signed_in(ben)

    pages = [text_of(client.get(FOODS, {"q": asked})) for asked in ("", "oat")]

    assert ["oat bar" in page for page in pages] == [False, False]
    assert client.get(page_of(bar.food_version.food)).status_code == 404
    assert revise(ben, bar.food_version.food).status_code == 404
    assert "own_food" not in text_of(client.get("/admin/nutrition/cataloguesource/"))


def test_a_nutritionist_sees_own_foods_in_the_meals_that_are_shared(ada: Person, ben: Person, chen: Person) -> None:
    share(ada, ben)
    for person, name in ((ada, "oat bar"), (chen, "rye bar")):
        make_meal(person=person, food=make_own_food(person=person, name=name).food_version.food)

    page = text_of(signed_in(ben).get(MEALS))

    assert ("oat bar" in page, "rye bar" in page) == (True, False)


def test_bare_energy_is_a_definition_that_nobody_edits(ben: Person) -> None:
    bare_energy.energy_draft(kcal=Interval.exact(350))
    pages = signed_in(ben)

    assert pages.get(f"/admin/nutrition/food/{bare_energy.FOOD_ID}/revise/").status_code == 404
    assert str(bare_energy.FOOD_ID) not in text_of(pages.get("/admin/nutrition/food/"))


def test_the_page_of_a_meal_leads_to_no_page_that_is_not_there(ada: Person, ben: Person, egg: Food) -> None:
    own, energy = make_own_food(person=ada, name="secret bar"), bare_energy.energy_draft(kcal=Interval.exact(350))
    items = [
        MealItemDraft(food_version_id=version, grams=Interval.exact(50))
        for version in (egg.current_id, own.food_version_id)
    ]
    meal = log_meal(person=ada, author=ada, door=Door.API, at=NOON, items=[*items, energy])
    share(ada, ben)
    pages = signed_in(ben)

    page = text_of(pages.get(f"/admin/people-who-share/{ada.pk}/meals/{meal.pk}/"))

    links = re.findall(r'href="(/admin/nutrition/food/[^"]+)"', page)
    assert "Secret bar" in page
    assert [pages.get(link).status_code for link in links] == [200]
