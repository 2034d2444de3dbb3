"""What a dish contains, from its parts: the one computation for dishes of the catalogue and people's own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np

from meum.domain.nutrients import NutrientVector
from nutrition.catalogue.nutrients import position_of

TAP_WATER = "sr28:14411"
_WATERS = frozenset({TAP_WATER, "everyday:water"})
_WATER = position_of("WATER")
# A nutrient is known for a dish when the parts that lack it weigh at most this share of it, water aside.
_LACKING_AT_MOST = 0.02


class Part(Protocol):
    """A food that goes into a dish."""

    @property
    def key(self) -> str:
        """Return the key of the food."""
        ...

    @property
    def nutrients(self) -> NutrientVector:
        """Return what 100 g of it contain."""
        ...


def mixed(parts: Sequence[tuple[Part, float]], *, cooked_g: float | None = None) -> NutrientVector:
    """Return what 100 g of a dish contain that was made of parts in grams; `cooked_g` is what it weighs when done.

    The difference to the sum of the parts is water. A nutrient of which all parts have nothing, some of them a trace,
    is a trace. Raises ValueError when more water would have to go than there is, as far as it is known.
    """
    raw_g = sum(grams for _, grams in parts)
    done_g = cooked_g or raw_g
    amounts = np.stack([part.nutrients.amounts for part, _ in parts])
    traced = np.any([part.nutrients.trace for part, _ in parts], axis=0)
    shares = np.array([grams for _, grams in parts])
    solid = np.array([0.0 if part.key in _WATERS else grams for part, grams in parts])
    weights = solid if solid.any() else shares
    lacking = weights @ np.isnan(amounts) / weights.sum()
    total = shares @ np.where(np.isnan(amounts), 0.0, amounts) / 100
    total[_WATER] -= raw_g - done_g
    total[lacking > _LACKING_AT_MOST] = np.nan
    if total[_WATER] < 0:
        raise ValueError("more water would go than there is")
    return NutrientVector(total / done_g * 100, traced & (total == 0))
