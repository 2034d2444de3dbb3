"""Nutrient totals as they are shown: a figure, its range, and how much of the food is behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from meum.domain.intervals import Interval
from meum.domain.languages import Lang
from meum.domain.nutrients import NutrientTotals
from nutrition.catalogue.nutrients import nutrient
from nutrition.queries import DaySummary

MAIN = ("ENERC_KCAL", "PROCNT", "FAT", "CHOCDF", "FIBTG", "NA")
# Less than this share of the grams known: the sum is a lower bound and is marked as incomplete.
COMPLETE_FROM = 0.95


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One nutrient of a meal or a day; without any coverage there is no figure to show."""

    name: str
    unit: str
    amount: Interval
    digits: int
    coverage: float

    @property
    def is_known(self) -> bool:
        """Tell whether anything of what was eaten has a known value."""
        return self.coverage > 0

    @property
    def is_complete(self) -> bool:
        """Tell whether the sum covers practically all that was eaten."""
        return self.coverage >= COMPLETE_FROM

    @property
    def coverage_percent(self) -> int:
        """Return the coverage in percent, never rounded up to a full one."""
        return int(self.coverage * 100)


def figures(totals: NutrientTotals, lang: Lang, *, tagnames: Sequence[str] = MAIN) -> list[Figure]:
    """Return the figures of some nutrients of a sum, in the order of `tagnames`."""
    return [_figure(totals, lang, tagname) for tagname in tagnames]


@dataclass(frozen=True, slots=True, kw_only=True)
class DayLine:
    """One day of a table: its figures, and how its energy compares with the most of the days shown (0..100)."""

    summary: DaySummary
    figures: list[Figure]
    share_percent: int

    @property
    def is_logged(self) -> bool:
        """Tell whether anything was eaten or drunk that day."""
        return bool(self.summary.meals or self.summary.drinks)


def day_lines(days: Sequence[DaySummary], lang: Lang) -> list[DayLine]:
    """Return days as lines of a table, the latest first."""
    told = [(summary, figures(summary.totals, lang)[:4]) for summary in reversed(days)]
    most = max((shown[0].amount.mid for _, shown in told), default=0.0) or 1.0
    return [
        DayLine(summary=summary, figures=shown, share_percent=round(100 * shown[0].amount.mid / most))
        for summary, shown in told
    ]


def _figure(totals: NutrientTotals, lang: Lang, tagname: str) -> Figure:
    row = nutrient(tagname)
    return Figure(
        name=row.name(lang),
        unit=row.unit,
        amount=totals.interval(row.position),
        digits=0 if tagname in {"ENERC_KCAL", "NA"} else 1,
        coverage=float(totals.coverage[row.position]),
    )
