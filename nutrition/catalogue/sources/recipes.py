"""From raw parts in grams to 100 g of the finished dish, and how far kitchens make it differ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from meum.domain.intervals import Interval
from meum.domain.nutrients import Floats, NutrientVector, Spread
from nutrition.catalogue.drafts import FoodDraft
from nutrition.catalogue.mixing import mixed
from nutrition.catalogue.nutrients import SIZE

# A nutrient that differs by less between kitchens is taken for the same: the portion is never known as well.
_LEAST_SPREAD = 0.1
_SPREAD_DECIMALS = 3


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a recipe: the food as it is after cooking, per 100 g as it went in, and the grams that are eaten."""

    food: FoodDraft
    grams: Interval


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
