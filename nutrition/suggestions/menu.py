"""The foods that suggestions may offer, each with a household portion and its place in a meal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from uuid import UUID

from meum.domain.intervals import Interval
from meum.domain.languages import Lang
from meum.language.measure_names import measure_name
from meum.language.times import MealSlot
from nutrition.catalogue.drafts import FoodDraft, food_id_of
from nutrition.catalogue.sources.base import rows_of
from nutrition.suggestions.cookbook import SOURCE, drafts, fields_of
from nutrition.suggestions.facts import FoodFacts

TABLE = Path(__file__).with_name("menu.csv")


class Role(StrEnum):
    """What a food is in a meal; drinks of soy and oats that stand for milk are `dairy` too."""

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
    """A food that may be offered: `portion` is the grams of one household measure, named in both languages.

    `measure_en` is empty where English only counts: two apples.
    """

    measure_zh: str
    measure_en: str
    portion: Interval
    role: Role
    slots: frozenset[MealSlot]
    cuisine: Cuisine

    @property
    def food_id(self) -> UUID:
        """Return the id under which the food is stored."""
        return food_id_of(self.key)

    @property
    def served_g(self) -> float:
        """Return the grams of the usual portion."""
        return self.portion.mid


@cache
def menu() -> tuple[MenuFood, ...]:
    """Return the foods that may be offered; read at the first call, then kept."""
    told = drafts()
    return tuple(_menu_food(row, told[f"{SOURCE}:{row['food']}"]) for row in rows_of(TABLE))


def _menu_food(row: Mapping[str, str], draft: FoodDraft) -> MenuFood:
    """Return a food with its place in a meal; the measure is the one that a bare number of it means."""
    portion = next(portion for portion in draft.portions if portion.is_default)
    return MenuFood(
        **fields_of(draft),
        measure_zh=portion.unit,
        measure_en=measure_name(portion.unit, quantity=1, lang=Lang.EN),
        portion=portion.grams,
        role=Role(row["role"]),
        slots=frozenset(map(MealSlot, row["slots"].split(";"))),
        cuisine=Cuisine(row["cuisine"]),
    )
