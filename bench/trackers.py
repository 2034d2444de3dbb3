"""People who log what they eat and weigh themselves, with all that goes wrong in it; made up by a seed.

Nothing of a person is known to an estimator but `body` (what was told) and `days` (what was logged).

The numbers, where not of `_HABITS` and `_LOGGING` below: sex even, 19 to 69 years, body mass index 19 to 40 (median
25); resting expenditure Mifflin's times a normal of SD 8 %; the physical activity level that people have who call
themselves sedentary to very active is 1.45, 1.58, 1.68, 1.78, 1.92, SD 9 %, which makes 12 % in all (people overrate
how much they move: doubly labelled water finds 1.4 to 1.5 in those who sit).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from bench.physiology import LivingBody
from nutrition.domain.expenditure import LoggedDay
from nutrition.domain.targets import Body, Sex, resting_energy

DAYS = 56
_FIRST = date(2026, 3, 2)
_LEVELS = {"sedentary": 1.45, "light": 1.58, "moderate": 1.68, "active": 1.78, "very_active": 1.92}
_CLAIMED = (0.3, 0.3, 0.25, 0.1, 0.05)
_WEEKEND = (4, 5, 6)


@dataclass(frozen=True, kw_only=True)
class Habits:
    """How people eat and move; shares of the usual, days, kg."""

    losing: float = 0.45
    gaining: float = 0.1
    cut: tuple[float, float] = (0.08, 0.3)
    surplus: tuple[float, float] = (0.05, 0.18)
    imbalance: float = 0.05
    ends_early: float = 0.3
    day_to_day: float = 0.25
    weekend: float = 0.08
    moving_day_to_day: float = 0.15
    moving_drift: float = 0.015
    moves_otherwise: float = 0.35
    moves_otherwise_by: float = 0.3
    sodium_mg: float = 900.0


@dataclass(frozen=True, kw_only=True)
class Logging:
    """How people log and weigh; shares, kg.

    The scale errs by 0.5 kg a day in all: 0.35 of its own, 0.3 that lasts over some days, 0.15 with the week, and for
    women under 50 0.5 kg more around the days of the cycle.
    """

    share: float = 0.88
    share_spread: float = 0.11
    share_by_bmi: float = -0.008
    share_drift: float = 0.003
    meal_error: float = 0.1
    half_logged: float = 0.08
    missing: float = 0.3
    missing_weekend: float = 1.4
    unweighed: float = 0.3
    scale_kg: float = 0.35
    lasting_kg: float = 0.3
    lasting: float = 0.7
    week_kg: float = 0.2
    cycle_kg: float = 0.5


_HABITS, _LOGGING = Habits(), Logging()


@dataclass(frozen=True, eq=False, kw_only=True)
class Tracker:
    """Somebody with `DAYS` days, and what nobody can see: kcal spent, and the share of what is eaten that is logged."""

    body: Body
    days: tuple[LoggedDay, ...]
    spent: np.ndarray
    share: np.ndarray

    def truth(self, day: int) -> float:
        """Return the mean kcal spent on the seven days that end with a day (1 is the first)."""
        return float(self.spent[max(0, day - 7) : day].mean())

    def truth_as_logged(self, day: int) -> float:
        """Return what these days would have been logged as, had the person eaten what was spent."""
        return float((self.spent * self.share)[max(0, day - 7) : day].mean())


def tracker(seed: tuple[int, int]) -> Tracker:
    """Return the person of a seed."""
    draw = np.random.default_rng(seed)
    told, living = _born(draw)
    eaten, moving = _eaten(draw, living.kcal), _moving(draw)
    sodium = draw.normal(0, _HABITS.sodium_mg, DAYS)
    weights, spent = np.empty(DAYS), np.empty(DAYS)
    for day in range(DAYS):
        # People weigh themselves in the morning, before they eat.
        weights[day] = living.mass_kg
        spent[day] = living.live(eaten[day], sodium_mg=sodium[day], moving=moving[day])
    share = _share(draw, told)
    logged = _logged(draw, eaten * share)
    scale = _weighed(draw, weights, told)
    days = [
        LoggedDay(
            day=_FIRST + timedelta(days=number),
            intake_kcal=None if math.isnan(logged[number]) else float(logged[number]),
            weight_kg=None if math.isnan(scale[number]) else float(scale[number]),
        )
        for number in range(DAYS)
    ]
    return Tracker(body=told, days=tuple(days), spent=spent, share=share)


def _born(draw: np.random.Generator) -> tuple[Body, LivingBody]:
    sex = Sex.MALE if draw.random() < 0.5 else Sex.FEMALE
    age = float(draw.uniform(19, 69))
    height = float(draw.normal(172 if sex is Sex.MALE else 160, 6.5))
    bmi = float(np.clip(25 * math.exp(draw.normal(0, 0.17)), 19, 40))
    weight = bmi * (height / 100) ** 2
    claim = str(draw.choice(list(_LEVELS), p=_CLAIMED))
    resting = resting_energy(sex=sex, weight_kg=weight, height_cm=height, age_years=age) * draw.normal(1, 0.08)
    level = max(1.2, _LEVELS[claim] * draw.normal(1, 0.09))
    told = Body(sex=sex, age_years=age, height_cm=height, weight_kg=weight, activity=claim, region="CN")
    living = LivingBody(
        sex=sex, age_years=age, height_cm=height, weight_kg=weight, kcal=resting * level, resting_kcal=resting
    )
    return told, living


def _eaten(draw: np.random.Generator, kcal: float) -> np.ndarray:
    """Return what is eaten each day: around what keeps the weight, or on a plan that starts and may end."""
    aim = np.full(DAYS, 1 + draw.normal(0, _HABITS.imbalance))
    plan = draw.random()
    if plan < _HABITS.losing + _HABITS.gaining:
        change = -draw.uniform(*_HABITS.cut) if plan < _HABITS.losing else draw.uniform(*_HABITS.surplus)
        start = 0 if draw.random() < 0.5 else int(draw.integers(1, 30))
        end = int(draw.integers(start + 10, DAYS)) if draw.random() < _HABITS.ends_early else DAYS
        aim[start:end] += change
    weekend = np.array([(_FIRST + timedelta(days=day)).weekday() in _WEEKEND for day in range(DAYS)])
    week = np.where(weekend, _HABITS.weekend * 4 / 7, -_HABITS.weekend * 3 / 7)
    day_to_day = np.exp(draw.normal(-(_HABITS.day_to_day**2) / 2, _HABITS.day_to_day, DAYS))
    return kcal * (aim + week) * day_to_day


def _moving(draw: np.random.Generator) -> np.ndarray:
    """Return how much is moved each day beside the start: by chance, drifting, and for some otherwise from a day on."""
    drift = np.cumsum(draw.normal(0, _HABITS.moving_drift, DAYS))
    if draw.random() < _HABITS.moves_otherwise:
        drift[int(draw.integers(5, DAYS)) :] += draw.normal(0, _HABITS.moves_otherwise_by)
    return np.maximum(0.1, 1 + drift + draw.normal(0, _HABITS.moving_day_to_day, DAYS))


def _share(draw: np.random.Generator, told: Body) -> np.ndarray:
    """Return the share of what is eaten that a whole day's log holds."""
    assert told.weight_kg is not None
    assert told.height_cm is not None
    bmi = told.weight_kg / (told.height_cm / 100) ** 2
    usual = draw.normal(_LOGGING.share + _LOGGING.share_by_bmi * (bmi - 25), _LOGGING.share_spread)
    return np.clip(usual + np.cumsum(draw.normal(0, _LOGGING.share_drift, DAYS)), 0.5, 1.15)


def _logged(draw: np.random.Generator, told: np.ndarray) -> np.ndarray:
    """Return what was logged, kcal, nan where nothing was; weekends are missing more often."""
    logged = told * np.exp(draw.normal(0, _LOGGING.meal_error, DAYS))
    half = draw.random(DAYS) < _LOGGING.half_logged
    logged[half] *= draw.uniform(0.15, 0.6, half.sum())
    weekend = np.array([(_FIRST + timedelta(days=day)).weekday() in _WEEKEND for day in range(DAYS)])
    chance = np.where(weekend, _LOGGING.missing_weekend, 1.0)
    logged[draw.random(DAYS) < _LOGGING.missing * chance / chance.mean()] = np.nan
    return logged


def _weighed(draw: np.random.Generator, weights: np.ndarray, told: Body) -> np.ndarray:
    """Return what the scale showed, kg, nan where nobody stood on it."""
    lasting = np.empty(DAYS)
    at = draw.normal(0, _LOGGING.lasting_kg)
    for day in range(DAYS):
        lasting[day] = at
        at = _LOGGING.lasting * at + draw.normal(0, _LOGGING.lasting_kg * math.sqrt(1 - _LOGGING.lasting**2))
    week = _LOGGING.week_kg * np.cos(2 * np.pi * np.arange(DAYS) / 7)
    shown = weights + lasting + week + draw.normal(0, _LOGGING.scale_kg, DAYS)
    if told.sex is Sex.FEMALE and told.age_years < 50:
        phase = (np.arange(DAYS) + draw.integers(0, 28)) % 28
        shown += max(0.0, draw.normal(_LOGGING.cycle_kg, 0.3)) * np.exp(-((phase - 3) ** 2) / 8)
    shown[draw.random(DAYS) < _LOGGING.unweighed] = np.nan
    return shown
