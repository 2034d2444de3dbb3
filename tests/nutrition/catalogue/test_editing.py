"""Editing a food: a new version, the old one untouched."""

from __future__ import annotations

import pytest

from meum.kernel.errors import Forbidden, Invalid, NotFound
from meum.people.models import Person
from nutrition.catalogue.editing import revise_food
from nutrition.catalogue.nutrients import amounts_of, factors_of
from nutrition.catalogue.queries import food_vector
from nutrition.catalogue.search import search_foods
from nutrition.models.catalogue import Food, FoodVersion
from tests.factories.diary import make_own_food
from tests.factories.nutrition import make_food


@pytest.fixture
def egg(db: None) -> Food:
    return make_food(name_zh="鸡蛋", name_en="egg", nutrients={"ENERC_KCAL": 143, "FE": 1.75})


def test_an_edit_makes_a_version_that_new_entries_use(egg: Food, ben: Person) -> None:
    version = revise_food(food=egg, editor=ben, note="label of the box", amounts={"ENERC_KCAL": 147})

    egg.refresh_from_db()
    assert (egg.current, version.number, version.origin, version.editor) == (version, 2, "edited", ben)
    assert amounts_of(food_vector(version.pk)) == {"ENERC_KCAL": 147, "FE": 1.75}


def test_a_new_version_is_graded_by_its_own_figures(egg: Food, ben: Person) -> None:
    version = revise_food(food=egg, editor=ben, note="a slip", amounts={"PROCNT": 12, "FAT": 10, "CHOCDF": 60})

    assert (version.grade, version.grade_reasons) == ("C", "energy_far_off,hardly_known")


def test_the_version_before_stays_as_it_was(egg: Food, ben: Person) -> None:
    old = egg.current

    revise_food(food=egg, editor=ben, note="label", amounts={"FE": None}, name_zh="土鸡蛋")

    kept = FoodVersion.objects.get(pk=old.pk)
    assert (kept.name_zh, amounts_of(food_vector(kept.pk))["FE"]) == ("鸡蛋", 1.75)


def test_an_amount_can_be_made_unknown(egg: Food, ben: Person) -> None:
    version = revise_food(food=egg, editor=ben, note="not measured", amounts={"FE": None})

    assert "FE" not in amounts_of(food_vector(version.pk))


def test_an_edit_takes_its_nutrient_out_of_the_spread_of_the_recipe(db: None, ben: Person) -> None:
    fried = make_food(nutrients={"ENERC_KCAL": 200, "FAT": 15}, spread={"ENERC_KCAL": (0.8, 1.2), "FAT": (0.6, 1.4)})

    version = revise_food(food=fried, editor=ben, note="measured", amounts={"FAT": 12})

    spread = food_vector(version.pk).spread
    assert spread is not None
    assert factors_of(spread) == {"ENERC_KCAL": (0.8, 1.2)}


def test_a_food_is_found_by_its_new_name_and_by_its_old_one(egg: Food, ben: Person) -> None:
    search_foods(query="egg")

    revise_food(food=egg, editor=ben, note="farm", name_zh="跑山鸡的蛋")

    assert [hit.food_id for hit in search_foods(query="跑山鸡")] == [egg.pk]
    assert search_foods(query="鸡蛋")[0].name_zh == "跑山鸡的蛋"


def test_a_person_may_not_edit_foods(egg: Food, ada: Person) -> None:
    with pytest.raises(Forbidden):
        revise_food(food=egg, editor=ada, note="I like it so", amounts={"ENERC_KCAL": 1})

    assert egg.versions.count() == 1


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"amounts": {"ENERC_KCAL": -1}}, "impossible_amount"),
        ({"amounts": {"ENERC_KCAL": 5000}}, "impossible_amount"),
        ({"amounts": {"ENERGY": 5}}, "impossible_amount"),
        ({"name_zh": " ", "name_en": ""}, "food_without_name"),
        ({"amounts": {"ENERC_KCAL": 143}}, "nothing_changed"),
        ({"name_en": "eggs", "note": " "}, "food_without_provenance"),
    ],
)
def test_an_edit_that_makes_no_sense_is_refused_and_changes_nothing(
    egg: Food, ben: Person, changes: dict[str, object], code: str
) -> None:
    with pytest.raises(Invalid) as refusal:
        revise_food(**({"food": egg, "editor": ben, "note": "label"} | changes))  # type: ignore[arg-type]  # rows of a table

    assert refusal.value.code == code
    assert egg.versions.count() == 1


def test_nobody_edits_what_a_person_taught(ada: Person, ben: Person) -> None:
    bar = make_own_food(person=ada)

    with pytest.raises(NotFound):
        revise_food(food=bar.food_version.food, editor=ben, note="a guess", amounts={"ENERC_KCAL": 1})

    assert FoodVersion.objects.filter(food=bar.pk).count() == 1
