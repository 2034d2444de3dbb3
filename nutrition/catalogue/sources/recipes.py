"""From raw parts in grams to 100 g of the finished dish, and how far kitchens make it differ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from meum.domain.intervals import Interval
from meum.domain.nutrients import Floats, NutrientVector, Spread
from nutrition.catalogue.drafts import FoodDraft
from nutrition.catalogue.nutrients import SIZE, position_of

TAP_WATER = "sr28:14411"
_WATER = position_of("WATER")
# A nutrient is known for a dish when the parts that lack it weigh at most this share of it, water aside.
_LACKING_AT_MOST = 0.02
# A nutrient that differs by less between kitchens is taken for the same: the portion is never known as well.
_LEAST_SPREAD = 0.1
_SPREAD_DECIMALS = 3

Weighed = tuple[FoodDraft, float]


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a recipe: the food as it is after cooking, per 100 g as it went in, and the grams that are eaten."""

    food: FoodDraft
    grams: Interval


def mixed(parts: Sequence[Weighed], *, cooked_g: float | None = None) -> NutrientVector:
    """Return what 100 g of a dish contain that was made of parts in grams; `cooked_g` is what it weighs when done.

    The difference to the sum of the parts is water. A nutrient of which all parts have nothing, some of them a trace,
    is a trace. Raises ValueError when more water would have to go than there is.
    """
    raw_g = sum(grams for _, grams in parts)
    done_g = cooked_g or raw_g
    amounts = np.stack([part.nutrients.amounts for part, _ in parts])
    traced = np.any([part.nutrients.trace for part, _ in parts], axis=0)
    shares = np.array([grams for _, grams in parts])
    solid = np.array([0.0 if part.key == TAP_WATER else grams for part, grams in parts])
    lacking = solid @ np.isnan(amounts) / solid.sum()
    total = shares @ np.where(np.isnan(amounts), 0.0, amounts) / 100
    total[_WATER] -= raw_g - done_g
    if total[_WATER] < 0:
        raise ValueError("more water would go than there is")
    total[lacking > _LACKING_AT_MOST] = np.nan
    return NutrientVector(total / done_g * 100, traced & (total == 0))


def dish(parts: Sequence[Part], *, cooked_g: float | None) -> NutrientVector:
    """Return what 100 g of a dish contain, with its spread; raise ValueError as `mixed` does.

    Of each part whose grams are a range (oil above all) the dish is worked out anew with its least and its most, all
    others as they are; the finished dish weighs by as much less or more. What a nutrient loses and gains by each is
    added up, as intervals are everywhere.
    """
    mid = mixed([(part.food, part.grams.mid) for part in parts], cooked_g=cooked_g)
    less, more = np.zeros(SIZE), np.zeros(SIZE)
    for place, part in enumerate(parts):
        if part.grams.is_exact:
            continue
        factors = [_factors(parts, place, grams, cooked_g, mid) for grams in (part.grams.low, part.grams.high)]
        less += np.maximum(1 - np.minimum(*factors), 0)
        more += np.maximum(np.maximum(*factors) - 1, 0)
    return replace(mid, spread=_spread(less, more))


def _factors(parts: Sequence[Part], place: int, grams: float, cooked_g: float | None, mid: NutrientVector) -> Floats:
    """Return by which factor each nutrient of a dish changes when one part weighs otherwise; 1 where none is known."""
    weighed = [(part.food, part.grams.mid) for part in parts]
    weighed[place] = (parts[place].food, grams)
    done_g = cooked_g and cooked_g + grams - parts[place].grams.mid
    other = mixed(weighed, cooked_g=done_g).amounts
    is_compared = (mid.amounts > 0) & ~np.isnan(other)
    return np.divide(other, mid.amounts, out=np.ones(SIZE), where=is_compared)


def _spread(less: Floats, more: Floats) -> Spread | None:
    matters = np.flatnonzero(np.maximum(less, more) > _LEAST_SPREAD)
    if not len(matters):
        return None
    low, high = (np.round(bound[matters], _SPREAD_DECIMALS).astype(np.float64) for bound in (1 - less, 1 + more))
    return Spread(matters, np.maximum(low, 0), high)
