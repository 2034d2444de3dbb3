"""The nutrient table: which substances Meum knows, in the order in which every vector holds them.

A nutrient keeps its position for ever; a new one is a new last row of `tables/nutrients.csv` and nothing else.
Tagnames are INFOODS' (FAO); `N257` and the like are nutrient numbers of SR28 that INFOODS has no name for.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

import numpy as np

from meum.domain.languages import Lang
from meum.domain.nutrients import NutrientVector, Spread

TABLES = Path(__file__).parent / "tables"


@dataclass(frozen=True, slots=True)
class Nutrient:
    """One row of the table; amounts are in `unit` per 100 g of edible part, shown with `digits` decimals."""

    position: int
    tagname: str
    unit: str
    name_zh: str
    name_en: str
    digits: int

    def name(self, lang: Lang) -> str:
        """Return the nutrient's name in a language."""
        return self.name_zh if lang is Lang.ZH else self.name_en


def _read(path: Path) -> tuple[Nutrient, ...]:
    """Return the rows of the table; raise ValueError when a position is out of order."""
    with path.open(encoding="utf-8", newline="") as lines:
        found = tuple(
            Nutrient(
                int(row["position"]), row["tagname"], row["unit"], row["name_zh"], row["name_en"], int(row["digits"])
            )
            for row in csv.DictReader(lines)
        )
    if [nutrient.position for nutrient in found] != list(range(len(found))):
        raise ValueError("the nutrient table must count its positions from 0 without a gap")
    return found


NUTRIENTS = _read(TABLES / "nutrients.csv")
SIZE = len(NUTRIENTS)
_BY_TAG: Mapping[str, Nutrient] = MappingProxyType({nutrient.tagname: nutrient for nutrient in NUTRIENTS})


def nutrient(tagname: str) -> Nutrient:
    """Return the nutrient of a tagname; raise ValueError when there is none."""
    try:
        return _BY_TAG[tagname]
    except KeyError:
        raise ValueError(f"no nutrient has the tagname {tagname[:40]!r}") from None


def position_of(tagname: str) -> int:
    """Return where a nutrient stands in a vector; raise ValueError for an unknown tagname."""
    return nutrient(tagname).position


def vector_of(amounts: Mapping[str, float | None]) -> NutrientVector:
    """Return the vector of amounts by tagname; what is None or left out is unknown.

    Raises ValueError for an unknown tagname and for an amount that is negative or not finite.
    """
    vector = NutrientVector.unknown(SIZE)
    for tagname, amount in amounts.items():
        position = position_of(tagname)
        if amount is None:
            continue
        if not 0 <= amount < float("inf"):
            raise ValueError(f"{tagname} must be a finite amount of at least 0")
        vector.amounts[position] = amount
    return vector


def spread_of(factors: Mapping[str, tuple[float, float]]) -> Spread | None:
    """Return the spread of factors (low, high) by tagname, None of none; raise ValueError for an unknown tagname."""
    if not factors:
        return None
    bounds = np.array(list(factors.values()), dtype=np.float64)
    return Spread(np.array([position_of(tagname) for tagname in factors]), bounds[:, 0], bounds[:, 1])


def factors_of(spread: Spread) -> dict[str, tuple[float, float]]:
    """Return the factors (low, high) of a spread by tagname."""
    rows = zip(spread.positions, spread.low, spread.high, strict=True)
    return {NUTRIENTS[place].tagname: (float(low), float(high)) for place, low, high in rows}


def amounts_of(vector: NutrientVector) -> dict[str, float]:
    """Return the known amounts of a vector by tagname, rounded to seven significant figures."""
    known = np.flatnonzero(~np.isnan(vector.amounts))
    return {NUTRIENTS[place].tagname: float(f"{vector.amounts[place]:.7g}") for place in known}
