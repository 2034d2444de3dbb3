"""The menu of suggestions: which foods it has, and what each tells."""

from __future__ import annotations

from meum.language.times import MealSlot
from nutrition.catalogue.grading import judgements_of
from nutrition.domain.foods import Grade
from nutrition.suggestions.cookbook import drafts
from nutrition.suggestions.menu import Role, menu


def test_the_menu_has_some_hundred_sound_foods_each_once() -> None:
    keys = [food.key for food in menu()]
    assert 300 <= len(set(keys)) == len(keys) <= 800
    foods = drafts()
    grades = {draft.key: told.grade for draft, told in zip(foods.values(), judgements_of(foods.values()), strict=True)}
    assert all(grades[key] is not Grade.C for key in keys)


def test_each_food_has_names_a_portion_and_energy() -> None:
    for food in menu():
        assert food.name_zh
        assert food.name_en
        assert food.measure_zh
        assert food.portion.low > 0
        assert food.amount("ENERC_KCAL") >= 0
        assert food.slots


def test_rice_is_a_staple_of_lunch_by_the_bowl() -> None:
    rice = next(food for food in menu() if food.key == "everyday:rice")
    assert (rice.role, rice.measure_zh, rice.measure_en) == (Role.STAPLE, "碗", "bowl")
    assert MealSlot.LUNCH in rice.slots


def test_each_meal_has_staples_or_meals_of_both_kitchens() -> None:
    for slot in (MealSlot.BREAKFAST, MealSlot.LUNCH, MealSlot.DINNER):
        kitchens = {food.cuisine for food in menu() if slot in food.slots and food.role in (Role.STAPLE, Role.MIXED)}
        assert len(kitchens) >= 2


def test_nothing_alcoholic_stands_on_the_menu() -> None:
    assert all(food.amount("ALC") < 1 or food.amount("ALC") != food.amount("ALC") for food in menu())
