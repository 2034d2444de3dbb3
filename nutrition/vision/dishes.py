"""What the codes of the classifier stand for: names, the food of the catalogue that is logged, a coarser group."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

_HERE = Path(__file__).resolve().parent
DISHES, GROUPS = _HERE / "dishes.csv", _HERE / "groups.csv"


@dataclass(frozen=True, slots=True)
class Dish:
    """A dish that photos are told apart by; `food` is the key of a food in the catalogue."""

    code: str
    zh: str
    en: str
    group: str
    food: str


@dataclass(frozen=True, slots=True)
class Group:
    """Dishes that look alike: an answer when the dish itself is unsure."""

    code: str
    zh: str
    en: str


@cache
def dishes() -> Mapping[str, Dish]:
    """Return all dishes by code."""
    rows = _rows(DISHES)
    return MappingProxyType({row["code"]: Dish(**row) for row in rows})


@cache
def groups() -> Mapping[str, Group]:
    """Return all groups by code."""
    rows = _rows(GROUPS)
    return MappingProxyType({row["group"]: Group(row["group"], row["zh"], row["en"]) for row in rows})


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))
