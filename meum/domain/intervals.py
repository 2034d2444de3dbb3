"""An estimated quantity as low, mid and high."""

from __future__ import annotations

import math
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Interval:
    """Hold an estimate: `low` and `high` bound it, `mid` is the best single figure.

    Raises ValueError when a bound is not finite or the three are out of order.
    """

    low: float
    mid: float
    high: float

    def __post_init__(self) -> None:
        """Refuse what is not an ordered triple of finite numbers."""
        if not all(map(math.isfinite, (self.low, self.mid, self.high))):
            raise ValueError("an interval needs finite numbers")
        if not self.low <= self.mid <= self.high:
            raise ValueError("an interval needs low <= mid <= high")

    @classmethod
    def exact(cls, value: float) -> Interval:
        """Return the interval of a figure that is known."""
        return cls(value, value, value)

    @classmethod
    def around(cls, mid: float, *, share: float) -> Interval:
        """Return `mid` plus and minus a share of itself (0.2 = 20 %); `mid` must not be negative."""
        return cls(mid * (1 - share), mid, mid * (1 + share))

    @property
    def is_exact(self) -> bool:
        """Tell whether low, mid and high are one figure."""
        return self.low == self.high

    def __add__(self, other: Interval) -> Interval:
        """Add bound by bound: the widest honest answer when the errors may go together."""
        return Interval(self.low + other.low, self.mid + other.mid, self.high + other.high)

    def scaled(self, factor: float) -> Interval:
        """Multiply by a known, not negative factor."""
        if factor < 0:
            raise ValueError("an interval is scaled by a factor of at least 0")
        return Interval(self.low * factor, self.mid * factor, self.high * factor)

    def times(self, other: Interval) -> Interval:
        """Multiply two not negative estimates bound by bound."""
        if self.low < 0 or other.low < 0:
            raise ValueError("only estimates of at least 0 are multiplied")
        return Interval(self.low * other.low, self.mid * other.mid, self.high * other.high)
