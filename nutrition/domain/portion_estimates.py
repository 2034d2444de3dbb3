"""How much one portion of a dish on a photo is: by its household measure, and by what the person ate of it; pure.

Bounds are to hold four of five portions. How far they lie beyond a household measure was measured on weighed food
(objects of ECUSTFD, Liang & Li 2017; plates of Nutrition5k, Thames et al. 2021), by conformalised quantile regression
(Romano, Patterson & Candès 2019) over the logarithm of grams, in which each food counts once however often it was
weighed (Dunn, Wasserman & Ramdas 2023). `make evaluate ONLY=portions` measures again.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from meum.domain.intervals import Interval

COVERAGE = 0.8
"""The share of portions that the bounds of an estimate are to hold."""
_NORMAL = 1.2815516
"""Standard deviations on either side that hold this share of a normal distribution."""
_HALVINGS = 40
"""Enough for a millionth of a gram of a tonne."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """Hold what weighed food told of portions, in ln grams.

    `below` and `above` widen the bounds of a household measure. `within` is the standard deviation of one person's
    portions of one food before any is known, which counts as `worth` portions.
    """

    below: float
    above: float
    within: float = 0.33
    worth: float = 0.5


MEASURED = Calibration(below=0.83, above=0.33)


def first_portion(measure: Interval, *, by: Calibration = MEASURED) -> Interval:
    """Return the grams of a portion of which a person told nothing; a measure that is exact was weighed and stays."""
    if measure.is_exact:
        return measure
    return Interval(measure.low * math.exp(-by.below), measure.mid, measure.high * math.exp(by.above))


def next_portion(measure: Interval, told: Sequence[Interval], *, by: Calibration = MEASURED) -> Interval:
    """Return the grams of the next portion after those that a person told, all of them positive.

    Their mean is shrunk toward the household measure, the more so the vaguer they were told, and their variance toward
    that of anybody, so that a first portion moves the estimate and a habit settles it (normal model with normal prior:
    Gelman et al., Bayesian Data Analysis, 2013, 2.5).
    """
    if not told:
        return first_portion(measure, by=by)
    logs = [math.log(each.mid) for each in told]
    occasion = _variance(logs, by)
    doubt = (occasion + fmean(_spread_of(each) ** 2 for each in told)) / len(told)
    among = max(_spread_of(first_portion(measure, by=by)) ** 2 - by.within**2, by.within**2)
    trust = among / (among + doubt)
    middle = math.log(measure.mid) + trust * (fmean(logs) - math.log(measure.mid))
    half = _NORMAL * math.sqrt(occasion + trust * doubt)
    return Interval(math.exp(middle - half), math.exp(middle), math.exp(middle + half))


def _variance(logs: Sequence[float], by: Calibration) -> float:
    """Return the variance of a person's portions, of which a few of anybody's are a part."""
    middle = fmean(logs)
    own = sum((each - middle) ** 2 for each in logs)
    return (by.worth * by.within**2 + own) / (by.worth + len(logs) - 1)


def _spread_of(grams: Interval) -> float:
    """Return the standard deviation of ln grams of which four of five lie within bounds."""
    return math.log(grams.high / grams.low) / (2 * _NORMAL)


def any_of(portions: Sequence[tuple[float, Interval]]) -> Interval:
    """Return the amount of a portion of which it is not sure what it is: one of several, each with its weight.

    The likeliest gives the middle. The bounds leave a tenth of all on either side, where the logarithm of each estimate
    is spread as two halves of normal distributions (Fechner 1897), each as wide as its bound tells.
    """
    middle = max(portions, key=lambda each: each[0])[1].mid
    tail = (1 - COVERAGE) / 2
    low, high = _quantile(portions, tail), _quantile(portions, 1 - tail)
    return Interval(min(low, middle), middle, max(middle, high))


def _quantile(portions: Sequence[tuple[float, Interval]], share: float) -> float:
    """Return the grams below which this share lies, between the least and the greatest bound of all, by halving."""
    low, high = min(each.low for _, each in portions), max(each.high for _, each in portions)
    total = sum(weight for weight, _ in portions)
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        is_below = sum(weight * _share_below(each, middle) for weight, each in portions) < share * total
        low, high = (middle, high) if is_below else (low, middle)
    return high


def _share_below(portion: Interval, grams: float) -> float:
    bound = portion.low if grams < portion.mid else portion.high
    if bound == portion.mid or min(bound, portion.mid) <= 0:
        return float(grams >= portion.mid)
    away = _NORMAL * abs(math.log(grams / portion.mid) / math.log(bound / portion.mid))
    return 0.5 * math.erfc((away if grams < portion.mid else -away) / math.sqrt(2))
