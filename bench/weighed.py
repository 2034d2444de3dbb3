"""Food that was weighed, as tables: single objects beside a coin (ECUSTFD), and plates of a canteen (Nutrition5k).

The tables lie in the folder `food_photos` beside that of MEUM_SOURCE_DATA. Objects were
weighed with peel and stone.
"""

from __future__ import annotations

import csv
import gzip
import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean

OBJECTS, PLATES = "weighed.csv", "nutrition5k_dishes.csv.gz"
NO_FOOD = frozenset({"deprecated", "plate only"})
"""Names in the table of plates that are no food."""


@dataclass(frozen=True, kw_only=True)
class Seen:
    """One object on the scale beside a coin, seen on a few photos, which `files` names.

    `area` from above, `width` and `height` from the side are ln of the food's by the coin's, means over the photos.
    """

    name: str
    code: str
    grams: float
    area: float
    width: float
    height: float
    files: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Plate:
    """One plate: its energy and its ingredients with their grams."""

    kcal: float
    parts: tuple[tuple[str, float], ...]


def read_objects(folder: Path) -> list[Seen]:
    """Return the weighed objects, sorted by name."""
    rows: defaultdict[str, list[dict[str, str]]] = defaultdict(list)
    with (folder / OBJECTS).open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            rows[row["object_id"]].append(row)
    return [_object(name, rows[name]) for name in sorted(rows)]


def _object(name: str, rows: Sequence[Mapping[str, str]]) -> Seen:
    sides = [_sides(row) for row in rows if row["view"] == "side"]
    return Seen(
        name=name,
        code=rows[0]["code"],
        grams=float(rows[0]["grams"]),
        area=fmean(sum(_sides(row)) for row in rows if row["view"] == "top"),
        width=fmean(width for width, _ in sides),
        height=fmean(height for _, height in sides),
        files=tuple(row["file"] for row in rows),
    )


def _sides(row: Mapping[str, str]) -> tuple[float, float]:
    """Return ln of width and height by the coin's diameter; from the side a coin keeps its width alone."""
    width, height = _box(row["food_box"])
    across, along = _box(row["coin_box"])
    coin = max(across, along) if row["view"] == "side" else math.sqrt(across * along)
    return math.log(width / coin), math.log(height / coin)


def _box(told: str) -> tuple[float, float]:
    left, top, right, bottom = map(float, told.split())
    return right - left, bottom - top


def read_plates(folder: Path) -> list[Plate]:
    """Return the plates, without those whose figures cannot be true, that hold nothing, or things that are no food."""
    with gzip.open(folder / PLATES, "rt", encoding="utf-8", newline="") as lines:
        plates = [_plate(row) for row in csv.DictReader(lines) if not row["flag"]]
    return [each for each in plates if each.kcal > 0 and each.parts and NO_FOOD.isdisjoint(dict(each.parts))]


def _plate(row: Mapping[str, str]) -> Plate:
    told = (part.rsplit(":", 1) for part in row["ingredients_g"].split("|") if part)
    return Plate(kcal=float(row["kcal"]), parts=tuple((name, float(grams)) for name, grams in told if float(grams) > 0))
