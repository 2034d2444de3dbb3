"""Build the table of purines of kinds of food from that of a Chinese monitoring centre.

`everyday/kinds.csv` names the rows of the source that stand for a kind; their least, mean and most are kept.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path
from statistics import fmean

from nutrition.catalogue.sources.base import EVERYDAY, rows_of

COLUMNS = ("kind", "low", "mid", "high")


def build(source: Path, target: Path) -> int:
    """Write mg of purines in 100 raw grams of each kind; return the rows.

    Raises OSError, and ValueError for a kind that names a food which the source does not have.
    """
    rows = list(_rows(_measured(source)))
    with target.open("w", encoding="utf-8", newline="") as lines:
        csv.writer(lines, lineterminator="\n").writerows([COLUMNS, *rows])
    return len(rows)


def _measured(source: Path) -> Mapping[str, float]:
    """Return the sums by name, those that agree with their parts."""
    rows = [row for row in rows_of(source) if row["sum_ok"] == "True" and row["purine_total_mg"]]
    return {row["name_zh"].strip(): float(row["purine_total_mg"]) for row in rows}


def _rows(measured: Mapping[str, float]) -> Iterator[tuple[str, ...]]:
    for kind in rows_of(EVERYDAY / "kinds.csv"):
        names = kind["purine"].split(";") if kind["purine"] else []
        if lacking := [name for name in names if name not in measured]:
            raise ValueError(f"no purines are told of {', '.join(lacking)}")
        if names:
            told = [measured[name] for name in names]
            yield (kind["kind"], *(f"{value:.4g}" for value in (min(told), fmean(told), max(told))))
