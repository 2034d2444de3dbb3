"""Food pattern equivalents of the raw parts that recipes are made of, from our own small table.

`everyday/part_patterns.csv` gives each part either a food of FNDDS with the same pattern, taken `factor` times, or the
amounts themselves. Most raw parts are told as FPED counts their kind; the note says how.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import numpy as np
from numpy.typing import NDArray

from nutrition.catalogue.drafts import FoodDraft
from nutrition.catalogue.nutrients import TABLES
from nutrition.catalogue.patterns import patterns_vector
from nutrition.catalogue.sources.base import EVERYDAY, rows_of
from nutrition.catalogue.tables import read_table

Vector = NDArray[np.float64]

PARTS = EVERYDAY / "part_patterns.csv"
# A dish has patterns when the parts that lack them weigh at most this share of it, water aside.
_LACKING_AT_MOST = 0.05


@cache
def patterns_of_parts() -> Mapping[str, Vector]:
    """Return the patterns of 100 g of each part by its key; raise ValueError for a food that FNDDS has none of."""
    rows = list(rows_of(PARTS))
    eaten = _of_fndds({row["fndds"] for row in rows if row["fndds"]})
    return {row["part"]: _vector_of(row, eaten) for row in rows}


def _of_fndds(codes: set[str]) -> Mapping[str, Vector]:
    """Return the patterns of some foods of our built table of FNDDS, by code."""
    foods = read_table(TABLES / "fndds.csv.gz", source="fndds")
    found = {food.code: food.patterns for food in foods if isinstance(food, FoodDraft) and food.code in codes}
    return {code: vector for code, vector in found.items() if vector is not None}


def _vector_of(row: Mapping[str, str], eaten: Mapping[str, Vector]) -> Vector:
    if not row["fndds"]:
        told = (entry.split("=") for entry in row["values"].split(";") if entry)
        return patterns_vector({tag: float(amount) for tag, amount in told})
    if row["fndds"] not in eaten:
        raise ValueError(f"{row['part']} points at {row['fndds']}, of which FNDDS tells no pattern")
    return eaten[row["fndds"]] * float(row["factor"] or 1)


def mixed_patterns(
    parts: Mapping[str, float], *, cooked_g: float, of_parts: Mapping[str, Vector], water: str
) -> Vector | None:
    """Return the patterns of 100 g of a dish of parts in grams that weighs `cooked_g` when it is done.

    Return None when parts without patterns weigh too much; `water` is the key of the part that weighs nothing here.
    """
    solid = {key: grams for key, grams in parts.items() if key != water}
    lacking = sum(grams for key, grams in solid.items() if key not in of_parts)
    if lacking > _LACKING_AT_MOST * sum(solid.values()):
        return None
    total = sum((grams * of_parts[key] for key, grams in solid.items() if key in of_parts), patterns_vector({}))
    return total / cooked_g
