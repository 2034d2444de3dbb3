"""The foods that suggestions may offer, each with a household portion and its place in a meal."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from meum.domain.intervals import Interval
from meum.language.times import MealSlot
from nutrition.suggestions.facts import FoodFacts


class Role(StrEnum):
    """What a food is in a meal."""

    STAPLE = "staple"
    PROTEIN = "protein"
    VEGETABLE = "vegetable"
    FRUIT = "fruit"
    DAIRY = "dairy"
    SOUP = "soup"
    DRINK = "drink"
    NUT = "nut"
    SNACK = "snack"
    MIXED = "mixed"


class Cuisine(StrEnum):
    """Whose kitchen a food belongs to."""

    CN = "cn"
    WESTERN = "western"
    BOTH = "both"


@dataclass(frozen=True, eq=False, kw_only=True)
class MenuFood(FoodFacts):
    """A food that may be offered: `portion` is the grams of one household measure, named in both languages."""

    measure_zh: str
    measure_en: str
    portion: Interval
    role: Role
    slots: frozenset[MealSlot]
    cuisine: Cuisine


@cache
def menu() -> tuple[MenuFood, ...]:
    """Return the foods that may be offered; read at the first call, then kept."""
    raise NotImplementedError
