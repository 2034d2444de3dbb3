"""How much of each kind of food a person ate, day by day, in food pattern equivalents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from nutrition.catalogue.patterns import PATTERNS, POSITIONS
from nutrition.catalogue.queries import patterns_of
from nutrition.queries.diary import DaySummary

_Grams = tuple[UUID, float]


@dataclass(frozen=True, slots=True, eq=False)
class DayPatterns:
    """What a day holds of each food pattern, `amounts` float64 (37,), each in the pattern's unit.

    `coverage` 0..1 is the share of the grams whose food has patterns; with less the amounts are lower bounds.
    """

    day: date
    amounts: NDArray[np.float64]
    coverage: float

    def of(self, *tags: str) -> float:
        """Return the sum of some patterns; raises KeyError for a tag that there is not."""
        return float(sum(self.amounts[POSITIONS[tag]] for tag in tags))


def day_patterns(days: Sequence[DaySummary]) -> list[DayPatterns]:
    """Return the food patterns of days, by the best figure of grams, in one query however many they are."""
    eaten = {summary.day: _grams(summary) for summary in days}
    known = patterns_of({version_id for rows in eaten.values() for version_id, _ in rows})
    return [_of_day(day, rows, known) for day, rows in eaten.items()]


def _grams(summary: DaySummary) -> list[_Grams]:
    """Return what was eaten and drunk, without bare energy, of which nobody knows what it was."""
    items = [item for meal in summary.meals for item in meal.items if not item.is_bare_energy]
    drunk = [(drink.food_version_id, drink.volume.mid) for drink in summary.drinks]
    return [(item.food_version_id, item.grams.mid) for item in items] + drunk


def _of_day(day: date, rows: Sequence[_Grams], known: Mapping[UUID, NDArray[np.float64] | None]) -> DayPatterns:
    amounts, covered = np.zeros(len(PATTERNS)), 0.0
    for version_id, grams in rows:
        patterns = known[version_id]
        if patterns is not None:
            amounts += patterns * (grams / 100)
            covered += grams
    total = sum(grams for _, grams in rows)
    return DayPatterns(day, amounts, covered / total if total > 0 else 0.0)
