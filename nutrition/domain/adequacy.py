"""How what was eaten stands to a target: said only as far as the interval and the known share allow; pure."""

from __future__ import annotations

from enum import StrEnum

from meum.domain.intervals import Interval
from nutrition.domain.targets import Bound

LEAST_COVERAGE = 0.8
"""With figures for less of what was eaten, too little cannot be told from not known (own rule)."""


class Standing(StrEnum):
    """How an amount stands to a target."""

    LOW = "low"
    ABOUT = "about"
    """The interval lies across the goal."""
    ENOUGH = "enough"
    HIGH = "high"
    NOT_KNOWN = "not_known"


def standing_of(amount: Interval, *, coverage: float, bound: Bound) -> Standing:
    """Return how an amount of a day stands; `coverage` 0..1 is the share of the grams eaten that have a figure.

    What is known is a lower bound of what was eaten: it can be too much, and enough, even where the rest is not known.
    """
    if bound.high is not None and amount.low > bound.high:
        return Standing.HIGH
    if bound.low is None or amount.low >= bound.low:
        return Standing.ENOUGH if bound.low is not None or coverage >= LEAST_COVERAGE else Standing.NOT_KNOWN
    if coverage < LEAST_COVERAGE:
        return Standing.NOT_KNOWN
    return Standing.LOW if amount.high < bound.low else Standing.ABOUT
