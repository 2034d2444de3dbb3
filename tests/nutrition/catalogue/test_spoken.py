"""What people say for the headings of an English food table."""

from __future__ import annotations

import pytest

from nutrition.catalogue.spoken import spoken_names
from nutrition.domain.foods import FoodGroup


def _names(heading: str, group: FoodGroup) -> list[str]:
    return [name for name, _ in spoken_names(heading, group=group, prior=40)]


@pytest.mark.parametrize(
    ("heading", "group", "names"),
    [
        ("Asparagus, raw", FoodGroup.VEGETABLE, ["asparagus"]),
        ("Cheese, gouda", FoodGroup.DAIRY, ["gouda cheese", "gouda"]),
        ("Fish, tilapia, cooked, dry heat", FoodGroup.SEAFOOD, ["tilapia fish", "tilapia"]),
        ("Oil, olive, salad or cooking", FoodGroup.FAT, ["olive oil"]),
        ("Bread, rye", FoodGroup.BAKERY, ["rye bread"]),
        ("Chicken, liver, all classes, raw", FoodGroup.POULTRY, ["liver chicken", "chicken liver", "chicken"]),
        ("Apricots, raw", FoodGroup.FRUIT, ["apricots"]),
        ("Snacks, popcorn, air-popped", FoodGroup.SNACK, ["popcorn snacks", "snacks popcorn"]),
        ("KELLOGG'S, EGGO, Waffles", FoodGroup.BAKERY, []),
        ("McDONALD'S, Baked Apple Pie", FoodGroup.DISH, []),
        ("Fish, spot, cooked, dry heat", FoodGroup.SEAFOOD, ["spot fish"]),
        ("Babyfood, plums, strained", FoodGroup.INFANT, []),
    ],
)
def test_headings_become_spoken_names(heading: str, group: FoodGroup, names: list[str]) -> None:
    assert _names(heading, group) == names


def _weight(heading: str, group: FoodGroup) -> float:
    return max(weight for _, weight in spoken_names(heading, group=group, prior=40))


def test_a_vegetable_is_meant_cooked_and_a_fruit_raw() -> None:
    assert _weight("Asparagus, cooked, boiled", FoodGroup.VEGETABLE) > _weight("Asparagus, raw", FoodGroup.VEGETABLE)
    assert _weight("Apricots, raw", FoodGroup.FRUIT) > _weight("Apricots, dried, stewed", FoodGroup.FRUIT)
