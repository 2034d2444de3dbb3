"""How much energy a person spends a day, learned from what they log and what the scale shows; pure.

Weight and log cannot tell how much of what is eaten is logged: who logs four fifths of everything seems to spend four
fifths. So two figures are told apart. `logged_kcal` is in the units of the person's own log: what they would log on
days that keep the weight. A budget goes by that one, for it is held against the same log. `kcal` is what the body
spends, for which the share that people log is believed to be what studies found, and the formula weighs as much as it
deserves.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

import numpy as np

from meum.domain.intervals import Interval
from nutrition.domain.energy_filter import Balance, Beliefs, Floats, Seen, Start, filtered
from nutrition.domain.targets import Body, Sex, formula_energy, resting_energy

POSSIBLE_KCAL, POSSIBLE_KG = (0.0, 20_000.0), (20.0, 400.0)
FORMULA, LEARNED = "formula", "learned"
LONGEST_DAYS = 90
"""What lies longer back says nothing of today that the days since do not."""
_LEAST_DAYS, _LEAST_WEIGHINGS, _LEAST_SPAN = 4, 3, 7
_BELIEFS = Beliefs()
_FORMULA_SD = 0.125
"""Doubly labelled water against formulas: 12 to 15 % of the energy spent."""
_SHARE, _SHARE_BY_BMI, _SHARE_SD = 0.88, -0.008, 0.12
"""Of what is eaten so much is logged at a body mass index of 25, less for each point above (Moshfegh et al. 2008, Am J
Clin Nutr 88:324: 3 % missing at normal weight, 16 % with obesity, 11 % in all, in interviews; records miss 10-30)."""
_NORMAL = 1.2815516
_DAY_TO_DAY, _WORTH_DAYS = 0.27, 8
"""One person's days differ by so much of their mean (recalls of NHANES 2011-12); it counts as so many days."""
_HALF_LOGGED, _HALF_LOGGED_BELOW, _NEVER_WHOLE = 0.1, 0.7, 0.4
"""So many days are logged in part, which then holds less than so much of the usual; no whole day is less than so much
of what the body takes at rest."""
_NEAR_DAYS = 14
_FIRST_WEIGHINGS = 5
_POSSIBLE_BMI, _POSSIBLE_OF_REST = (14.0, 55.0), (0.3, 5.0)
"""Bounds of what is believed. On the Tour de France some spend four to five times what they take at rest (Westerterp
2013, Front Physiol 4:90); the lower bound is of the log."""
_FAT_KG, _KCAL_OF_KG = (5.0, 10.0, 20.0, 30.0, 40.0), (3500.0, 4500.0, 6000.0, 7200.0, 7700.0)
"""The energy of a kilogram gained or lost by how fat the body is (Hall 2008, Int J Obes 32:573)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedDay:
    """A day: the kcal logged, None where nothing was, and the weight of the morning, None where nobody weighed.

    Raises ValueError for figures that no day and no body has.
    """

    day: date
    intake_kcal: float | None = None
    weight_kg: float | None = None

    def __post_init__(self) -> None:
        """Refuse figures that no day and no body has."""
        _check("intake_kcal", self.intake_kcal, POSSIBLE_KCAL)
        _check("weight_kg", self.weight_kg, POSSIBLE_KG)


@dataclass(frozen=True, slots=True, kw_only=True)
class Expenditure:
    """The energy spent on a day, kcal, eight times of ten inside its bounds, and the weight without its noise, kg.

    `kcal` is what the body spends, `logged_kcal` the same in the units of the person's own log. `method` is `learned`,
    or `formula` where there is too little to learn from.
    """

    kcal: Interval
    logged_kcal: Interval
    trend_kg: float
    method: str


def expenditure(body: Body, days: Sequence[LoggedDay]) -> Expenditure:
    """Return what a person spends at the end of some days, in any order, each at most once.

    Raises ValueError where the formula has nothing to start from, or a day stands there twice.
    """
    formula = formula_energy(body)
    if formula is None or body.weight_kg is None or body.height_cm is None:
        raise ValueError("the energy spent needs height, weight and activity to start from")
    in_order = sorted(days, key=lambda each: each.day)
    if any(before.day == after.day for before, after in pairwise(in_order)):
        raise ValueError("a day stands there twice")
    seen = _seen(in_order, at_rest=_at_rest(body))
    share, start = _start(body, body.height_cm, formula.mid, seen)
    balance = filtered(seen, start, by=_BELIEFS)
    if not _is_possible(balance, at_rest=_at_rest(body)):
        seen = _seen([], at_rest=_at_rest(body))
        balance = filtered(seen, start, by=_BELIEFS)
    spent, sd = float(balance.spent_kcal[0]), math.sqrt(balance.covariance[0, 0])
    return Expenditure(
        kcal=_true(balance, share, formula.mid),
        logged_kcal=Interval(max(0.0, spent - _NORMAL * sd), spent, spent + _NORMAL * sd),
        trend_kg=balance.trend_kg,
        method=LEARNED if _is_enough(seen) else FORMULA,
    )


def _start(body: Body, height_cm: float, formula_kcal: float, seen: Seen) -> tuple[float, Start]:
    """Return the share believed to be logged, and what is believed before the first day."""
    weights = seen.weight_kg[~np.isnan(seen.weight_kg)]
    # One slip on the first day must not stand for the beginning.
    weight = float(np.median(weights[:_FIRST_WEIGHINGS])) if weights.size else body.weight_kg
    assert weight is not None  # the formula was made of one
    bmi = min(max(weight / (height_cm / 100) ** 2, _POSSIBLE_BMI[0]), _POSSIBLE_BMI[1])
    share = min(1.0, _SHARE + _SHARE_BY_BMI * (bmi - 25))
    start = Start(
        spent_kcal=share * formula_kcal,
        doubt=math.hypot(_FORMULA_SD, _SHARE_SD),
        weight_kg=weight,
        kcal_of_kg=_kcal_of_kg(body, weight, bmi),
    )
    return share, start


def _is_possible(balance: Balance, *, at_rest: float) -> bool:
    """Tell whether somebody may spend this, however little is logged: if not, log and scale are of no one body."""
    least, most = _POSSIBLE_OF_REST
    return bool((least * at_rest < balance.spent_kcal).all() and (balance.spent_kcal < most * at_rest).all())


def _true(balance: Balance, share: float, formula_kcal: float) -> Interval:
    """Return what is really spent: how far the first days lie from the formula is shared out by how sure each is.

    The share logged is the same on the first day and on the last, so that what changed since was the body.
    """
    now, first = balance.spent_kcal
    of_share = _SHARE_SD**2 / (_SHARE_SD**2 + _FORMULA_SD**2)
    log_share = math.log(share) + of_share * math.log(first / (share * formula_kcal))
    slope = np.array([1 / now, -of_share / first])
    sd = math.sqrt(slope @ balance.covariance @ slope + of_share * _FORMULA_SD**2)
    mid = math.log(now) - log_share
    return Interval(math.exp(mid - _NORMAL * sd), math.exp(mid), math.exp(mid + _NORMAL * sd))


def _is_enough(seen: Seen) -> bool:
    weighed = np.flatnonzero(~np.isnan(seen.weight_kg))
    is_weighed = weighed.size >= _LEAST_WEIGHINGS and weighed[-1] - weighed[0] >= _LEAST_SPAN
    return is_weighed and int((seen.whole > 0.5).sum()) >= _LEAST_DAYS


def _at_rest(body: Body) -> float:
    assert body.weight_kg is not None  # the formula was made of both
    assert body.height_cm is not None
    return resting_energy(sex=body.sex, weight_kg=body.weight_kg, height_cm=body.height_cm, age_years=body.age_years)


def _kcal_of_kg(body: Body, weight_kg: float, bmi: float) -> float:
    """Return what a kilogram holds; fatness by Deurenberg et al. 1991 (Br J Nutr 65:105)."""
    share = (1.2 * bmi + 0.23 * body.age_years - (10.8 if body.sex is Sex.MALE else 0.0) - 5.4) / 100
    return float(np.interp(share * weight_kg, _FAT_KG, _KCAL_OF_KG))


def _seen(days: Sequence[LoggedDay], *, at_rest: float) -> Seen:
    """Return the last days as rows, those without anything too."""
    last = days[-1].day if days else date.min
    kept = [each for each in days if (last - each.day).days < LONGEST_DAYS]
    rows = (last - kept[0].day).days + 1 if kept else 0
    intake, weight = np.full(rows, np.nan), np.full(rows, np.nan)
    for each in kept:
        row = rows - 1 - (last - each.day).days
        intake[row] = np.nan if each.intake_kcal is None else each.intake_kcal
        weight[row] = np.nan if each.weight_kg is None else each.weight_kg
    whole = _whole(intake, at_rest=at_rest)
    return Seen(
        intake_kcal=intake,
        whole=whole,
        weight_kg=weight,
        day_to_day_kcal=_day_to_day(intake[whole > 0.5], at_rest=at_rest),
    )


def _whole(intake: Floats, *, at_rest: float) -> Floats:
    """Return the probability of each day that all of it was logged, by the days around it."""
    whole = np.zeros(len(intake))
    possible = np.nan_to_num(intake) >= _NEVER_WHOLE * at_rest
    for row in np.flatnonzero(possible):
        near = slice(max(0, row - _NEAR_DAYS), row + _NEAR_DAYS + 1)
        whole[row] = _chance_whole(intake[row] / float(np.median(intake[near][possible[near]])))
    return whole


def _chance_whole(of_usual: float) -> float:
    """Return how likely a day of so much of the usual is whole: lognormal, beside a part that is anything below."""
    if of_usual >= _HALF_LOGGED_BELOW:
        return 1.0
    z = math.log(of_usual) / _DAY_TO_DAY
    whole = (1 - _HALF_LOGGED) * math.exp(-z * z / 2) / (_DAY_TO_DAY * math.sqrt(2 * math.pi))
    return whole / (whole + _HALF_LOGGED / 2)


def _day_to_day(whole_days: Floats, *, at_rest: float) -> float:
    """Return the standard deviation of a person's days, kcal, toward that of anybody where there are few."""
    usual = float(np.median(whole_days)) if whole_days.size else at_rest
    spread = np.clip(whole_days, 0.5 * usual, 1.7 * usual) - usual
    of_anybody = _WORTH_DAYS * (_DAY_TO_DAY * usual) ** 2
    return math.sqrt((of_anybody + float(spread @ spread)) / (_WORTH_DAYS + whole_days.size))


def _check(name: str, told: float | None, possible: tuple[float, float]) -> None:
    least, most = possible
    if told is not None and not least <= told <= most:
        raise ValueError(f"{name} must be from {least:g} to {most:g}")
