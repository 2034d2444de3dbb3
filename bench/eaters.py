"""Whose meals are suggested when suggestions are judged: people of a survey with what they ate, and made-up ones.

The recalls are those of NHANES 2011-12 beside the folder of source data, two days of each person, cut in two by the
first byte of the SHA-256 of the person's name: people of even ones were looked at while the planner was made, those of
odd ones give figures. The dinner is what a person really ate next; all else of the day is what was eaten before.
Heights are not in the survey, so that an ordinary one stands in. Foods of which the table has no code are left out.
"""

from __future__ import annotations

import csv
import gzip
import hashlib
import os
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from nutrition.catalogue.nutrients import SIZE, TABLES
from nutrition.catalogue.tables import Refusal, read_table
from nutrition.domain.targets import Body, Sex
from nutrition.suggestions.problem import Floats

RECALLS = "targets/recalls_dev.csv.gz"
_DINNERS = frozenset({"dinner", "supper", "cena"})
_HEIGHTS_CM = {Sex.FEMALE: 163.0, Sex.MALE: 177.0}
_ACTIVITIES = ("sedentary", "light", "moderate", "active")


@dataclass(frozen=True, eq=False, kw_only=True)
class Eater:
    """Somebody before dinner: what was eaten until then and what was eaten next, float64 (SIZE,) each."""

    body: Body
    eaten: Floats
    ate_next: Floats


def surveyed() -> list[Eater]:
    """Return the grown-up people of the survey who give figures, a row for each day with a dinner; none without it."""
    path = _recalls()
    if path is None:
        return []
    vectors = {
        row.code: np.nan_to_num(row.nutrients.amounts)
        for row in read_table(TABLES / "fndds.csv.gz", source="fndds")
        if not isinstance(row, Refusal)
    }
    days: defaultdict[tuple[str, str], list[dict[str, str]]] = defaultdict(list)
    with gzip.open(path, "rt", encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            if int(row["age"]) >= 18 and row["weight_kg"] and _gives_figures(row["person"]):
                days[row["person"], row["day"]].append(row)
    eaters = [_eater(rows, vectors) for rows in days.values()]
    return [eater for eater in eaters if eater.ate_next.any() and eater.eaten.any()]


def _recalls() -> Path | None:
    folder = os.environ.get("MEUM_SOURCE_DATA")
    path = Path(folder).parent / RECALLS if folder else None
    if path is None or not path.exists():
        print(f"  recalls passed over: MEUM_SOURCE_DATA names no folder beside one with {RECALLS}")
        return None
    return path


def _gives_figures(person: str) -> bool:
    return hashlib.sha256(person.encode()).digest()[0] % 2 == 1


def _eater(rows: Sequence[dict[str, str]], vectors: dict[str, Floats]) -> Eater:
    sums = {True: np.zeros(SIZE), False: np.zeros(SIZE)}
    for row in rows:
        if row["food_code"] in vectors:
            sums[row["occasion"] in _DINNERS] += vectors[row["food_code"]] * float(row["grams"]) / 100
    sex = Sex.FEMALE if rows[0]["sex"] == "F" else Sex.MALE
    body = Body(
        sex=sex,
        age_years=float(rows[0]["age"]),
        region="US",
        height_cm=_HEIGHTS_CM[sex],
        weight_kg=float(rows[0]["weight_kg"]),
        activity="light",
    )
    return Eater(body=body, eaten=sums[False], ate_next=sums[True])


def bodies(chance: random.Random) -> Iterator[Body]:
    """Yield made-up grown-ups of all three regions without end: height and body mass index uniform."""
    while True:
        sex = chance.choice(list(Sex))
        height = chance.uniform(150, 172) if sex is Sex.FEMALE else chance.uniform(162, 188)
        yield Body(
            sex=sex,
            age_years=chance.uniform(18, 80),
            region=chance.choice(("CN", "US", "EU")),
            height_cm=height,
            weight_kg=chance.uniform(18, 34) * (height / 100) ** 2,
            activity=chance.choice(_ACTIVITIES),
        )
