"""A Kalman filter over tissue, water, energy spent and usual intake, all in the units of a person's own log; pure.

Who logs a constant share of what is eaten seems to spend that share: the log and the scale agree with every share
alike. So the filter knows no share. Its state of a morning, in kg and logged kcal a day:

- tissue: what the balance stores, at the energy of a kilogram that a body of this fatness has;
- water: comes with food above what is spent and goes with less (glycogen, sodium), and wanders by itself;
- need: what is spent without food, a random walk; a part of what is usually eaten is spent on top (the thermic effect
  of food, and adaptation: Hall et al. 2011, Lancet 378:826);
- usual: what is usually eaten, a random walk; it stands in on days without a log, with the doubt of a day;
- first: what was spent in the beginning, which is what a formula tells of.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

_TISSUE, _WATER, _NEED, _USUAL, _FIRST = range(5)
_SIZE = 5
_FAR = 3.0
"""A weighing so many standard deviations away begins to count for less: a slip of the finger, other clothes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Beliefs:
    """Hold what is believed before anything is seen, as shares of the energy spent or in kg.

    Tuned on made-up people of other seeds than those who give figures (`make evaluate ONLY=expenditure`).
    """

    near_balance: float = 0.13
    logging: float = 0.1
    spent_on_food: float = 0.2
    need_drift: float = 0.009
    usual_drift: float = 0.03
    scale_kg: float = 0.4
    water_kg: float = 0.25
    water_lasts: float = 0.75
    water_of_balance_kg: float = 2.5
    tissue_kg: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Seen:
    """What was logged and weighed, a row for each day, nan where nothing was; float64 (days,) each.

    `whole` is the probability that the log holds the whole day, 0 where there is none; `day_to_day_kcal` the standard
    deviation of whole days of one person.
    """

    intake_kcal: Floats
    whole: Floats
    weight_kg: Floats
    day_to_day_kcal: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """What is believed before the first day: spent in logged kcal with its standard deviation as a share; the body."""

    spent_kcal: float
    doubt: float
    weight_kg: float
    kcal_of_kg: float


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Balance:
    """What is believed at the end: kcal spent then and in the beginning (2,), their covariance (2, 2), and the trend.

    The trend is the weight that a scale would show, in kg, if water wandered no more and food went on as usual.
    """

    spent_kcal: Floats
    covariance: Floats
    trend_kg: float


def filtered(seen: Seen, start: Start, *, by: Beliefs) -> Balance:
    """Return what is believed after the last day."""
    filter_ = _Filter(seen, start, by)
    for row in range(len(seen.weight_kg)):
        filter_.live(row)
    spent = np.zeros((2, _SIZE))
    spent[0, [_NEED, _USUAL]] = 1.0, by.spent_on_food
    spent[1, _FIRST] = 1.0
    water = by.water_of_balance_kg / start.spent_kcal
    trend = np.array([1.0, 0.0, -water, (1 - by.spent_on_food) * water, 0.0])
    return Balance(
        spent_kcal=spent @ filter_.state,
        covariance=spent @ filter_.doubt @ spent.T,
        trend_kg=float(trend @ filter_.state),
    )


class _Filter:
    """Hold the state (5,) and its covariance (5, 5)."""

    def __init__(self, seen: Seen, start: Start, by: Beliefs) -> None:
        """Set the state to what the formula tells, eaten near to it."""
        self.seen, self.start, self.by = seen, start, by
        kcal = start.spent_kcal
        self.state = np.array([start.weight_kg, 0.0, (1 - by.spent_on_food) * kcal, kcal, kcal])
        # Independent at first: tissue, water, what is spent, and how far from it is eaten.
        sources = np.array(
            [by.tissue_kg, by.water_kg / math.sqrt(1 - by.water_lasts**2), start.doubt * kcal, by.near_balance * kcal]
        )
        mixing = np.zeros((_SIZE, 4))
        mixing[_TISSUE, 0] = mixing[_WATER, 1] = mixing[_USUAL, 2] = mixing[_USUAL, 3] = mixing[_FIRST, 2] = 1.0
        mixing[_NEED, 2:] = 1 - by.spent_on_food, -by.spent_on_food
        self.doubt = (mixing * sources**2) @ mixing.T

    def live(self, row: int) -> None:
        """Heed one day: the weight of the morning, what was eaten, and the night."""
        weight, intake, whole = self.seen.weight_kg[row], self.seen.intake_kcal[row], self.seen.whole[row]
        if not math.isnan(weight):
            self._weigh(weight)
        if whole > 0:
            self._heed(_USUAL_ROW, intake, self.seen.day_to_day_kcal**2 / whole)
        self._pass(intake if whole > 0 else 0.0, whole)

    def _weigh(self, weight_kg: float) -> None:
        error = self.by.scale_kg**2
        surprise = abs(weight_kg - _SCALE_ROW @ self.state)
        beyond = surprise / math.sqrt(_SCALE_ROW @ self.doubt @ _SCALE_ROW + error) / _FAR
        self._heed(_SCALE_ROW, weight_kg, error * max(1.0, beyond) ** 4)

    def _heed(self, seen_as: Floats, value: float, error: float) -> None:
        covariance = self.doubt @ seen_as
        gain = covariance / (seen_as @ covariance + error)
        self.state = self.state + gain * (value - seen_as @ self.state)
        self.doubt = self.doubt - np.outer(gain, covariance)

    def _pass(self, intake: float, whole: float) -> None:
        """Let a day pass; the part that was not logged was eaten as usual."""
        by, kcal, missing = self.by, self.start.spent_kcal, 1 - whole
        of_kcal = np.array(
            [1 / self.start.kcal_of_kg, (1 - by.water_lasts) * by.water_of_balance_kg / kcal, 0.0, 0.0, 0.0]
        )
        balance = np.array([0.0, 0.0, -1.0, missing - by.spent_on_food, 0.0])
        step = np.eye(_SIZE) + np.outer(of_kcal, balance)
        step[_WATER, _WATER] = by.water_lasts
        apart = intake - self.state[_USUAL]
        eaten = missing * self.seen.day_to_day_kcal**2 + whole * (by.logging * kcal) ** 2 + whole * missing * apart**2
        wandering = np.array([0.0, by.water_kg, by.need_drift * kcal, by.usual_drift * kcal, 0.0])
        self.state = step @ self.state + of_kcal * whole * intake
        self.doubt = step @ self.doubt @ step.T + np.diag(wandering**2) + eaten * np.outer(of_kcal, of_kcal)


_USUAL_ROW = np.eye(_SIZE)[_USUAL]
_SCALE_ROW = np.eye(_SIZE)[_TISSUE] + np.eye(_SIZE)[_WATER]
