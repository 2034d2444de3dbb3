"""The week of a person in figures: energy, weight, nutrients beside their targets, kinds of food, days, one advice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import fmean

from fitness.queries import WeightPoint, weight_series
from meum.domain.intervals import Interval
from meum.domain.nutrients import NutrientTotals
from meum.kernel.errors import Conflict, Forbidden
from meum.overview.domain.weeks import WEEK, DayBeside, Measured, advice_of, day_beside, extremes, is_whole
from meum.people.models import Person
from nutrition.catalogue.nutrients import Nutrient, nutrient
from nutrition.domain.adequacy import LEAST_COVERAGE
from nutrition.domain.expenditure import LEARNED, Expenditure
from nutrition.domain.targets import DayTargets
from nutrition.queries import (
    DayPatterns,
    DaySummary,
    Eating,
    day_patterns,
    day_summaries,
    eating_of,
    expenditure_of,
    mean_of,
    targets_of,
    told_wishes,
    wishes_of,
)
from nutrition.suggestions.wishes import Wishes

_ENERGY = nutrient("ENERC_KCAL").position
_WEEKS_OF_WEIGHT = 4
_TASTE = 0.1
_NO_SCORES = "eating_disorder_history"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of food: the food patterns it sums up, and how much of them, in their unit, makes a day count."""

    key: str
    tags: tuple[str, ...]
    unit: str
    serving: float


KINDS = (
    Kind("vegetables", ("v_total",), "cup eq", 0.5),
    Kind("fruit", ("f_total",), "cup eq", 0.5),
    Kind("whole_grains", ("g_whole",), "oz eq", 0.5),
    Kind("beans", ("pf_soy", "pf_legumes"), "oz eq", 0.5),
    Kind("nuts", ("pf_nutsds",), "oz eq", 0.5),
    Kind("dairy", ("d_total",), "cup eq", 0.5),
    Kind("eggs", ("pf_eggs",), "oz eq", 0.5),
    Kind("seafood", ("pf_seafd_hi", "pf_seafd_low"), "oz eq", 1.0),
    Kind("meat", ("pf_meat", "pf_curedmeat", "pf_poult", "pf_organ"), "oz eq", 1.0),
)
"""Servings are own estimates: half a cup, half an ounce of grain, pulses, nuts or egg, an ounce of meat or fish."""
ADVISED_KINDS = frozenset({"vegetables", "fruit", "whole_grains"})
"""Kinds that may be advised to anybody; milk, nuts, eggs, fish and meat are not for everybody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekDay:
    """One day of the week; `energy_kcal` is None where nothing eaten has a figure."""

    day: date
    meals: int
    is_whole: bool
    energy_kcal: Interval | None
    energy_coverage: float

    @property
    def is_logged(self) -> bool:
        """Tell whether a meal was logged."""
        return self.meals > 0


@dataclass(frozen=True, slots=True)
class NutrientWeek:
    """A nutrient of the mean whole day beside its target."""

    nutrient: Nutrient
    measured: Measured


@dataclass(frozen=True, slots=True)
class KindWeek:
    """A kind of food over the week: its amount on each day."""

    kind: Kind
    amounts: tuple[float, ...]

    @property
    def days(self) -> int:
        """Return on how many days there was a serving of it."""
        return sum(amount >= self.kind.serving for amount in self.amounts)

    def is_taste(self, place: int) -> bool:
        """Tell whether there was some on a day, less than a serving."""
        return _TASTE * self.kind.serving <= self.amounts[place] < self.kind.serving


@dataclass(frozen=True, slots=True, kw_only=True)
class WeightTrend:
    """The weighings of four weeks, the mean of the last, and of the one before it; None where there was none."""

    points: tuple[WeightPoint, ...]
    mean_kg: float | None
    mean_before_kg: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekReport:
    """A week. Means are of its whole days; without any they are None, and nothing is held against a target.

    `no_targets` is the code of why there are no targets, empty where there are. `has_wishes` says that not every food
    may be named to this person: an allergy, a diet, a condition. `kinds_coverage` is the share of the
    grams eaten of which the kinds of food are known. `eating` is of the days with meals, whole or not: its indices are
    of densities. `is_scored` says whether an index may be told in words: not to whoever gets no targets, nor to whom
    counting may harm. `spent` is None until there is
    enough to learn it from.
    """

    first: date
    last: date
    days: tuple[WeekDay, ...]
    energy_kcal: Interval | None
    energy_coverage: float
    energy_target_kcal: Interval | None
    region: str
    no_targets: str
    nutrients: tuple[NutrientWeek, ...]
    kinds: tuple[KindWeek, ...]
    kinds_coverage: float
    weight: WeightTrend
    spent: Expenditure | None
    nearest: DayBeside | None
    furthest: DayBeside | None
    advice: str
    eating: Eating
    is_scored: bool
    has_wishes: bool = False

    @property
    def logged(self) -> int:
        """Return on how many days a meal was logged."""
        return sum(day.is_logged for day in self.days)

    @property
    def whole(self) -> int:
        """Return how many days were logged in full."""
        return sum(day.is_whole for day in self.days)

    @property
    def is_empty(self) -> bool:
        """Tell whether there is nothing to report."""
        return not self.logged


def week_report(*, person: Person, last_day: date, today: date) -> WeekReport:
    """Return the seven days that end with `last_day`, in a constant number of queries; `today` may be unfinished."""
    first = last_day - timedelta(days=WEEK - 1)
    days = day_summaries(person=person, since=first, until=last_day)
    whole = [summary for summary in days if _is_whole(summary, today=today)]
    targets, no_targets = _targets(person, last_day)
    mean = mean_of(whole)
    measured = _measured(mean, targets) if whole else []
    patterns = day_patterns(days)
    kinds = tuple(KindWeek(kind, tuple(day.of(*kind.tags) for day in patterns)) for kind in KINDS)
    kinds_coverage = _kinds_coverage(days, patterns)
    seldom = _seldom(kinds, days, whole) if kinds_coverage >= LEAST_COVERAGE else {}
    nearest, furthest = _extremes(whole, targets)
    told = told_wishes(person=person)
    return WeekReport(
        first=first,
        last=last_day,
        days=tuple(_week_day(summary, today=today) for summary in days),
        energy_kcal=mean.interval(_ENERGY) if mean.coverage[_ENERGY] > 0 else None,
        energy_coverage=float(mean.coverage[_ENERGY]),
        energy_target_kcal=targets.energy_kcal if targets else None,
        region=targets.body.region if targets else "",
        no_targets=no_targets,
        nutrients=tuple(NutrientWeek(nutrient(each.tag), each) for each in measured),
        kinds=kinds,
        kinds_coverage=kinds_coverage,
        weight=_weight(person, last_day),
        spent=_spent(person, last_day, today=today) if targets else None,
        nearest=nearest,
        furthest=furthest,
        advice=advice_of(whole_days=len(whole), measured=measured, seldom=seldom),
        eating=eating_of(days, sex=targets.body.sex if targets else None),
        is_scored=targets is not None and _NO_SCORES not in told.conditions,
        has_wishes=wishes_of(told) != Wishes(),
    )


def _is_whole(summary: DaySummary, *, today: date) -> bool:
    return is_whole({meal.slot for meal in summary.meals}, is_today=summary.day == today)


def _week_day(summary: DaySummary, *, today: date) -> WeekDay:
    coverage = float(summary.totals.coverage[_ENERGY])
    return WeekDay(
        day=summary.day,
        meals=len(summary.meals),
        is_whole=_is_whole(summary, today=today),
        energy_kcal=summary.totals.interval(_ENERGY) if summary.meals and coverage > 0 else None,
        energy_coverage=coverage,
    )


def _targets(person: Person, day: date) -> tuple[DayTargets | None, str]:
    """Return the targets, or the code of why there are none: a report tells what was eaten all the same."""
    try:
        return targets_of(person=person, day=day), ""
    except (Conflict, Forbidden) as error:
        return None, error.code


def _measured(totals: NutrientTotals, targets: DayTargets | None) -> list[Measured]:
    if targets is None:
        return []
    known = sorted((nutrient(tag) for tag in targets.bounds), key=lambda each: each.position)
    return [
        Measured(totals.interval(at.position), float(totals.coverage[at.position]), targets.bounds[at.tagname])
        for at in known
    ]


def _extremes(
    whole: Sequence[DaySummary], targets: DayTargets | None
) -> tuple[DayBeside, DayBeside] | tuple[None, None]:
    beside = [day_beside(summary.day, _measured(summary.totals, targets)) for summary in whole]
    return extremes([each for each in beside if each is not None]) or (None, None)


def _kinds_coverage(days: Sequence[DaySummary], patterns: Sequence[DayPatterns]) -> float:
    """Return the mean of the days with meals."""
    told = [each.coverage for summary, each in zip(days, patterns, strict=True) if summary.meals]
    return fmean(told) if told else 0.0


def _seldom(kinds: Sequence[KindWeek], days: Sequence[DaySummary], whole: Sequence[DaySummary]) -> Mapping[str, float]:
    told = {summary.day for summary in whole}
    places = [place for place, summary in enumerate(days) if summary.day in told]
    if not places:
        return {}
    return {
        each.kind.key: fmean(each.amounts[place] >= each.kind.serving for place in places)
        for each in kinds
        if each.kind.key in ADVISED_KINDS
    }


def _weight(person: Person, last_day: date) -> WeightTrend:
    since = last_day - timedelta(days=_WEEKS_OF_WEIGHT * WEEK - 1)
    points = weight_series(person=person, since=since, until=last_day)
    begin = last_day - timedelta(days=WEEK - 1)
    return WeightTrend(
        points=tuple(points),
        mean_kg=_mean_kg([point for point in points if point.day >= begin]),
        mean_before_kg=_mean_kg([point for point in points if begin - timedelta(days=WEEK) <= point.day < begin]),
    )


def _spent(person: Person, last_day: date, *, today: date) -> Expenditure | None:
    """Return what is spent at the end of the week; a day that is not over does not count."""
    found = expenditure_of(person=person, day=min(last_day + timedelta(days=1), today))
    return found if found and found.method == LEARNED else None


def _mean_kg(points: Sequence[WeightPoint]) -> float | None:
    """Return the mean of the days, each by its own mean: who weighs twice on one day counts once."""
    days = {point.day for point in points}
    if not days:
        return None
    return fmean(fmean(point.weight_kg for point in points if point.day == day) for day in days)
