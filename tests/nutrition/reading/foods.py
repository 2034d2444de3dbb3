"""A small fixed catalogue for tests of reading: foods.csv."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

from meum.domain.intervals import Interval
from nutrition.reading.lexicon import Candidate, FoodFacts, MealLexicon, portion_key
from nutrition.reading.phrase_names import PhraseName
from nutrition.reading.phrases import PhraseIndex

TABLE = Path(__file__).with_name("foods.csv")
GENERIC = {
    "碗": "200/300/400",
    "杯": "180/240/300",
    "盘": "150/250/400",
    "份": "100/200/350",
    "勺": "8/15/20",
    "口": "10/20/30",
}


@cache
def small_lexicon() -> MealLexicon:
    """Return the lexicon of foods.csv."""
    rows = list(csv.DictReader(TABLE.read_text(encoding="utf-8").splitlines()))
    return MealLexicon(
        names=[
            (name, [Candidate(row["food"], 1 / (1 + at))])
            for at, row in enumerate(rows)
            for name in row["names"].split(";")
        ],
        foods={row["food"]: _facts(row) for row in rows},
        generic={portion_key(unit): _interval(grams) for unit, grams in GENERIC.items()},
        phrases=PhraseIndex(
            PhraseName(row["food"], name, 0.5 / (1 + at))
            for at, row in enumerate(rows)
            for name in row["names"].split(";")
            if name.isascii()
        ),
    )


def _facts(row: dict[str, str]) -> FoodFacts:
    pairs = [portion.split("=") for portion in row["portions"].split(";") if portion]
    return FoodFacts(
        portions={unit if "/" in unit else portion_key(unit): _interval(grams) for unit, grams in pairs},
        serving=_interval(row["serving"]),
        density=_interval(row["density"]) if row["density"] else None,
        is_drink=bool(row["is_drink"]),
    )


def _interval(told: str) -> Interval:
    figures = [float(figure) for figure in told.split("/")]
    return Interval(figures[0], figures[len(figures) // 2], figures[-1])
