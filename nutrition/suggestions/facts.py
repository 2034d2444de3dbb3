"""What the hard rules need to know of a food: all its names, what it is made of, and what 100 g of it contain."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from meum.domain.languages import Lang, name_in
from meum.domain.nutrients import NutrientVector
from nutrition.catalogue.nutrients import position_of
from nutrition.catalogue.patterns import POSITIONS
from nutrition.domain.allergens import AllergenFacts
from nutrition.domain.foods import FoodGroup


@dataclass(frozen=True, slots=True)
class Ingredient:
    """One part of a recipe by the table it comes from, with `share` of the raw parts' weight, 0..1."""

    key: str
    name_zh: str
    name_en: str
    group: FoodGroup
    share: float


@dataclass(frozen=True, eq=False)
class FoodFacts:
    """A food as the rules see it; `nutrients` and `patterns` (float64 (37,)) are per 100 g of edible part.

    `others` are its further names by language. `ingredients` are empty for a food that has no recipe of ours.
    """

    key: str
    name_zh: str
    name_en: str
    group: FoodGroup
    nutrients: NutrientVector
    patterns: NDArray[np.float64]
    allergens: AllergenFacts
    is_drink: bool = False
    ingredients: tuple[Ingredient, ...] = ()
    others: Mapping[Lang, tuple[str, ...]] = field(default_factory=dict)

    @property
    def served_g(self) -> float | None:
        """Return the grams that are served at once, None where no portion is chosen."""
        return None

    @cached_property
    def names(self) -> tuple[tuple[Lang, str], ...]:
        """Return every name of the food itself, with its language."""
        return tuple(self._names())

    def _names(self) -> Iterator[tuple[Lang, str]]:
        yield Lang.ZH, self.name_zh
        yield Lang.EN, self.name_en
        for lang, texts in self.others.items():
            yield from ((lang, text) for text in texts)

    def name(self, lang: Lang) -> str:
        """Return the name in a language, in the other one where there is none."""
        return name_in(lang, zh=self.name_zh, en=self.name_en)

    def amount(self, tagname: str) -> float:
        """Return a nutrient of 100 g in its own unit, NaN where it is not known."""
        return float(self.nutrients.amounts[position_of(tagname)])

    def pattern(self, tag: str) -> float:
        """Return a food pattern equivalent of 100 g in its own unit."""
        return float(self.patterns[POSITIONS[tag]])
