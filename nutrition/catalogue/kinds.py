"""Which kinds of food, in raw grams, a food of the catalogue is made of: its recipe, or the one row it stands for.

`everyday/kinds.csv` names the kinds, `everyday/part_foods.csv` says of which kind a part of recipes is and how many raw
grams one gram of it stands for. A part without a kind is known to be none: water, sugar, seasoning.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple
from uuid import UUID

from meum.domain.intervals import Interval
from nutrition.catalogue.drafts import food_id_of
from nutrition.catalogue.mixing import TAP_WATER
from nutrition.catalogue.sources.base import EVERYDAY, rows_of
from nutrition.domain.layers import Kind, Layer

PURINES = EVERYDAY / "purines.csv"
# A dish is known when the parts that nobody has told weigh at most this share of it, water aside.
_LACKING_AT_MOST = 0.05


@dataclass(frozen=True, slots=True)
class FoodKinds:
    """The raw grams of each kind in 100 g of a food; `is_known` unless there may be others in it."""

    grams: Mapping[Kind, Interval]
    is_known: bool


UNKNOWN = FoodKinds({}, is_known=False)


class _Part(NamedTuple):
    key: str
    grams: Interval


class _Raw(NamedTuple):
    kind: Kind | None
    grams_a_gram: float


def kinds_of_food(food_id: UUID) -> FoodKinds:
    """Return what a food is made of, `UNKNOWN` where nobody has told."""
    return _by_food_id().get(food_id, UNKNOWN)


@cache
def kinds() -> Mapping[str, Kind]:
    """Return every kind by its key."""
    purines = _purines()
    return {
        row["kind"]: Kind(row["kind"], Layer(row["layer"]), row["zh"], row["en"], purines.get(row["kind"]))
        for row in rows_of(EVERYDAY / "kinds.csv")
    }


def _purines() -> Mapping[str, Interval]:
    return {row["kind"]: Interval(*(float(row[bound]) for bound in ("low", "mid", "high"))) for row in rows_of(PURINES)}


@cache
def _by_food_id() -> Mapping[UUID, FoodKinds]:
    """Return the kinds in the everyday foods and in those parts that are foods of other tables themselves."""
    raw = _raw()
    of_parts = {key: _mixed([_Part(key, Interval.exact(1))], 1.0, raw) for key in raw}
    of_foods = {f"everyday:{row['key']}": _of_row(row, raw) for row in _rows("foods")}
    return {food_id_of(key): told for key, told in (of_parts | of_foods).items()}


@cache
def _raw() -> Mapping[str, _Raw]:
    known = kinds()
    return {
        row["part"]: _Raw(known[row["kind"]] if row["kind"] else None, float(row["raw"] or 0))
        for row in rows_of(EVERYDAY / "part_foods.csv")
    }


@cache
def _recipes() -> Mapping[str, Sequence[_Part]]:
    told: defaultdict[str, list[_Part]] = defaultdict(list)
    for row in _rows("recipes"):
        mid, eaten = float(row["grams"]), float(row["eaten"] or 1)
        grams = Interval(float(row["low"] or mid), mid, float(row["high"] or mid))
        told[row["food"]].append(_Part(row["part"], grams.scaled(eaten)))
    return told


def _of_row(row: Mapping[str, str], raw: Mapping[str, _Raw]) -> FoodKinds:
    if row["of"] != "recipe":
        return _mixed([_Part(row["of"], Interval.exact(1))], 1.0, raw)
    parts = _recipes()[row["key"]]
    return _mixed(parts, float(row["cooked_g"] or sum(part.grams.mid for part in parts)), raw)


def _mixed(parts: Sequence[_Part], done_g: float, raw: Mapping[str, _Raw]) -> FoodKinds:
    """Return the kinds in 100 g of a dish of parts that weighs `done_g` when it is done."""
    grams: defaultdict[Kind, Interval] = defaultdict(lambda: Interval.exact(0))
    solid_g = lacking_g = 0.0
    for part in parts:
        told = raw.get(part.key)
        solid_g += 0.0 if part.key == TAP_WATER else part.grams.mid
        if told is None:
            lacking_g += part.grams.mid
        elif told.kind is not None:
            grams[told.kind] += part.grams.scaled(told.grams_a_gram * 100 / done_g)
    return FoodKinds(dict(grams), is_known=lacking_g <= _LACKING_AT_MOST * solid_g)


def _rows(folder: str) -> Iterator[Mapping[str, str]]:
    for path in sorted((EVERYDAY / folder).glob("*.csv")):
        yield from rows_of(path)
