"""The reference intakes, read once."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

from nutrition.domain.targets import Intake

TABLE = Path(__file__).resolve().parent / "reference_intakes.csv"


@cache
def reference_intakes() -> tuple[Intake, ...]:
    """Return every row of the table."""
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return tuple(_intake(row) for row in csv.DictReader(lines))


def _intake(row: dict[str, str]) -> Intake:
    return Intake(
        region=row["region"],
        tag=row["tag"],
        kind=row["kind"],
        sex=row["sex"],
        stage=row["stage"],
        from_months=float(row["from_months"]),
        to_months=float(row["to_months"]) if row["to_months"] else None,
        value=float(row["value"]),
        basis=row["basis"],
        certainty=row["certainty"],
    )
