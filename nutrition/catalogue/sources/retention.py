"""What cooking leaves of vitamins and minerals, by kind of raw part and method.

`everyday/retention.csv` holds factors of the USDA Table of Nutrient Retention Factors, Release 6 (2007): per cent of a
nutrient that stays, for a kind of food and a way of cooking it; where broth or sauce is eaten too, the factors for
cooking water or drippings that are used. `everyday/part_kinds.csv` tells of which kind a raw part is. What is in
neither (parts that are cooked already, salt, oil; cold and raw dishes but for their meat, fish and eggs) keeps all.
Lean fish in broth takes the row of oily fish (2552): its own (2402) loses more minerals with the broth than without.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

import numpy as np
from numpy.typing import NDArray

from meum.domain.nutrients import NutrientVector
from nutrition.catalogue.drafts import FoodDraft
from nutrition.catalogue.nutrients import SIZE, position_of
from nutrition.catalogue.sources.base import EVERYDAY, rows_of

Shares = NDArray[np.float64]

_DESCRIBED = ("kind", "method", "code", "description")
_KCAL, _KJ, _WATER, _ALCOHOL = map(position_of, ("ENERC_KCAL", "ENERC_KJ", "WATER", "ALC"))
# Atwater's factor, by which the tables count alcohol into the energy.
_ALCOHOL_KCAL, _ALCOHOL_KJ = 6.93, 29.0


@cache
def kept_shares() -> Mapping[tuple[str, str], Shares]:
    """Return the share of each nutrient that is kept, float64 (N,) in 0..1, by kind and method."""
    rows = rows_of(EVERYDAY / "retention.csv")
    return {(row["kind"], row["method"]): _shares(row) for row in rows}


def _shares(row: Mapping[str, str]) -> Shares:
    shares = np.ones(SIZE)
    for tagname, per_cent in row.items():
        if tagname not in _DESCRIBED:
            shares[position_of(tagname)] = float(per_cent) / 100
    return shares


@cache
def kinds_of_parts() -> Mapping[str, str]:
    """Return the kind of each raw part by its key."""
    return {row["part"]: row["kind"] for row in rows_of(EVERYDAY / "part_kinds.csv")}


def cooked(part: FoodDraft, *, method: str) -> FoodDraft:
    """Return a part with what a method leaves of it, per 100 g as it went in.

    Alcohol that boils away takes its energy along; its weight stands in the water, so that the proximates still add up
    once the loss of weight is taken off as water.
    """
    shares = kept_shares().get((kinds_of_parts().get(part.key, ""), method))
    if shares is None:
        return part
    amounts = part.nutrients.amounts * shares
    gone = np.nan_to_num(part.nutrients.amounts[_ALCOHOL] - amounts[_ALCOHOL])
    amounts[_KCAL] -= _ALCOHOL_KCAL * gone
    amounts[_KJ] -= _ALCOHOL_KJ * gone
    amounts[_WATER] += gone
    return replace(part, nutrients=NutrientVector(amounts, part.nutrients.trace))
