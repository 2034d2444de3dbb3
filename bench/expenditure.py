"""How near the energy spent is found from log and scale, beside four usual ways, on people made up by a seed.

A body of `bench/physiology.py` and habits of `bench/trackers.py`, where the numbers stand. Two truths: what the body
spends, and that in the units of the person's own log (what the days would have been logged as, had the person eaten
what was spent). None of the usual ways asks how much of what is eaten is logged, so their figures are in logged units
but for the formula's, and stand beside both truths. Seeds that begin with 0 were looked at while the estimate was
made; those that begin with 1 only give figures.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import fmean

import numpy as np
import numpy.typing as npt

from bench.places import Place
from bench.reports import Figure, Report, interval_of
from bench.trackers import Tracker, tracker
from meum.domain.intervals import Interval
from nutrition.domain.expenditure import LoggedDay, expenditure
from nutrition.domain.targets import Body, formula_energy

PEOPLE = 1000
_SET = 1
_DAYS = (14, 28, 56)
_MOST_RATIO, _COVERED = 0.85, (0.75, 0.85)
_KCAL_OF_KG = 7700.0
_WINDOW, _WEEK = 14, 7
_LEAST_WEIGHINGS = 3
# What the blend believes, as shares of the formula but for the kg of a weighing; the best of some tried on seeds of 0.
_FORMULA_SD, _INTAKE_SD, _LEAST_SD, _SCALE_KG = 0.13, 0.25, 0.05, 0.6

Floats = npt.NDArray[np.float64]
Way = Callable[[Body, Sequence[LoggedDay]], float]


@dataclass(frozen=True, kw_only=True)
class Judged:
    """The errors of each way for one person on one day, in kcal, and whether the truth lay within the bounds."""

    learned: float
    usual: tuple[float, ...]
    is_within: bool


def learned_expenditure(report: Report, _place: Place) -> None:
    """Tell errors in kcal, their ratio to the best of the usual ways, and how often the truth lies within bounds."""
    people = [tracker((_SET, number)) for number in range(PEOPLE)]
    for day in _DAYS:
        found = [expenditure(each.body, each.days[:day]) for each in people]
        usual = [tuple(way(each.body, each.days[:day]) for way in WAYS.values()) for each in people]
        _beside(report, f"day {day}, kcal spent", _judged(people, [each.kcal for each in found], usual, day=day))
        as_logged = [each.logged_kcal for each in found]
        _beside(report, f"day {day}, as logged", _judged(people, as_logged, usual, day=day, is_as_logged=True))


def _judged(
    people: Sequence[Tracker],
    found: Sequence[Interval],
    usual: Sequence[tuple[float, ...]],
    *,
    day: int,
    is_as_logged: bool = False,
) -> list[Judged]:
    truths = [each.truth_as_logged(day) if is_as_logged else each.truth(day) for each in people]
    return [
        Judged(
            learned=abs(learned.mid - truth),
            usual=tuple(abs(other - truth) for other in others),
            is_within=learned.low <= truth <= learned.high,
        )
        for truth, learned, others in zip(truths, found, usual, strict=True)
    ]


def _beside(report: Report, name: str, judged: Sequence[Judged]) -> None:
    for place, way in enumerate(WAYS):
        report.sample(f"{name}: error, {way}", [each.usual[place] for each in judged], unit="kcal")
    report.sample(f"{name}: error, learned", [each.learned for each in judged], unit="kcal")
    low, high = interval_of(judged, to_best_of)
    ratio = to_best_of(judged)
    report.add(
        Figure(name=f"{name}: error / best of these", value=ratio, n=len(judged), low=low, high=high, most=_MOST_RATIO)
    )
    within = [float(each.is_within) for each in judged]
    low, high = interval_of(within, fmean)
    least, most = _COVERED
    report.add(
        Figure(
            name=f"{name}: within bounds",
            value=fmean(within),
            n=len(within),
            low=low,
            high=high,
            least=least,
            most=most,
        )
    )


def to_best_of(judged: Sequence[Judged]) -> float:
    """Return the mean error of what was learned, divided by that of the usual way with the least."""
    return fmean(each.learned for each in judged) / min(map(fmean, zip(*(each.usual for each in judged), strict=True)))


def by_formula(body: Body, _days: Sequence[LoggedDay]) -> float:
    """Return what the formula tells, which heeds no log."""
    formula = formula_energy(body)
    assert formula is not None  # everybody tells height, weight and activity
    return formula.mid


def by_balance(body: Body, days: Sequence[LoggedDay]) -> float:
    """Return the mean logged on the last 14 days less what the line through their weights stores."""
    intake, weight = _rows(days[-_WINDOW:])
    if _weighings(weight).size < _LEAST_WEIGHINGS or np.isnan(intake).all():
        return by_formula(body, days)
    return float(np.nanmean(intake)) - _KCAL_OF_KG * _slope(weight)


def by_moving_average(body: Body, days: Sequence[LoggedDay]) -> float:
    """Return the mean logged on the last 14 days less what the mean weight of a week gained on the week before."""
    intake, weight = _rows(days[-_WINDOW:])
    before, after = weight[:_WEEK], weight[-_WEEK:]
    if np.isnan(intake).all() or np.isnan(before).all() or np.isnan(after).all():
        return by_formula(body, days)
    gained = float(np.nanmean(after) - np.nanmean(before)) / _WEEK
    return float(np.nanmean(intake)) - _KCAL_OF_KG * gained


def by_blend(body: Body, days: Sequence[LoggedDay]) -> float:
    """Return the balance of all days and the formula, each by how sure it is."""
    intake, weight = _rows(days)
    formula, weighed = by_formula(body, days), _weighings(weight)
    if weighed.size < _LEAST_WEIGHINGS or np.isnan(intake).all():
        return formula
    of_scale = (_KCAL_OF_KG * _SCALE_KG) ** 2 / float(((weighed - weighed.mean()) ** 2).sum())
    of_log = (_INTAKE_SD * formula) ** 2 / float((~np.isnan(intake)).sum())
    doubt, of_formula = of_scale + of_log + (_LEAST_SD * formula) ** 2, (_FORMULA_SD * formula) ** 2
    balance = float(np.nanmean(intake)) - _KCAL_OF_KG * _slope(weight)
    return (formula * doubt + balance * of_formula) / (doubt + of_formula)


WAYS: dict[str, Way] = {
    "formula x activity": by_formula,
    "14-day balance": by_balance,
    "7-day moving average": by_moving_average,
    "blend of formula and balance": by_blend,
}


def _rows(days: Sequence[LoggedDay]) -> tuple[Floats, Floats]:
    """Return what was logged and weighed, nan where nothing was, (days,) each."""
    intake = np.array([np.nan if each.intake_kcal is None else each.intake_kcal for each in days])
    return intake, np.array([np.nan if each.weight_kg is None else each.weight_kg for each in days])


def _weighings(weight: Floats) -> npt.NDArray[np.intp]:
    return np.flatnonzero(~np.isnan(weight))


def _slope(weight: Floats) -> float:
    """Return the kg a day of the line through the weighings."""
    at = _weighings(weight)
    return float(np.polyfit(at, weight[at], 1)[0])
