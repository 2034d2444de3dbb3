"""What a person ate over several days: each day, and the mean of those on which something was logged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from meum.domain.nutrients import NutrientTotals, totals_of
from meum.people.models import Person
from nutrition.catalogue.nutrients import SIZE
from nutrition.queries.diary import DaySummary, day_summaries


@dataclass(frozen=True, slots=True, kw_only=True)
class RangeSummary:
    """Each day from the first to the last, and the `mean` of a day over those that count.

    A day counts when it holds a meal: one without is a day that was not logged, not a fast. The coverage of the mean
    is the share of all grams eaten on the days that count.
    """

    days: tuple[DaySummary, ...]
    mean: NutrientTotals

    @property
    def counted(self) -> tuple[date, ...]:
        """Return the days that count."""
        return tuple(summary.day for summary in self.days if summary.meals)

    @property
    def left_out(self) -> tuple[date, ...]:
        """Return the days without a meal."""
        return tuple(summary.day for summary in self.days if not summary.meals)


def range_summary(*, person: Person, first: date, last: date) -> RangeSummary:
    """Return what a person ate on each day of a range and on average, in a constant number of queries.

    Raises ValueError when the first day comes after the last.
    """
    if first > last:
        raise ValueError("the first day comes after the last")
    days = day_summaries(person=person, since=first, until=last)
    return RangeSummary(days=tuple(days), mean=mean_of([summary for summary in days if summary.meals]))


def mean_of(days: Sequence[DaySummary]) -> NutrientTotals:
    """Return what a day holds on average; of no days nothing, with a coverage of 0."""
    totals = totals_of([portion for summary in days for portion in summary.portions], size=SIZE)
    count = len(days) or 1
    return NutrientTotals(totals.low / count, totals.mid / count, totals.high / count, totals.coverage)
