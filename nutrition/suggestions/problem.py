"""The question of what to eat, in numbers: what may be chosen, what it should add up to, what belongs in a meal."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Mask = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Aims:
    """What a choice should add up to: K sums, each wanted between two bounds.

    `amounts`: float64 (K, N), what one step of each of the N foods adds; a step is a half or a whole household portion.
    `low`, `high`: float64 (K,), the bounds of what is still to be eaten; -inf and inf where there is none.
    `weight`: float64 (K,); `target`: float64 (K,) > 0, the whole day's goal, by which a deviation is divided.
    """

    amounts: Floats
    low: Floats
    high: Floats
    weight: Floats
    target: Floats

    def __post_init__(self) -> None:
        """Raise ValueError for amounts that are not known, bounds that cross and goals of nothing."""
        if not np.isfinite(self.amounts).all():
            raise ValueError("amounts must be known")
        if (self.low > self.high).any():
            raise ValueError("a low bound lies above its high bound")
        if (self.target <= 0).any():
            raise ValueError("targets must be positive")

    @property
    def price(self) -> Floats:
        """Return what one unit of deviation costs in each sum: float64 (K,)."""
        return self.weight / self.target

    def deviation(self, total: Floats) -> Floats:
        """Return how far each sum lies outside its bounds: float64 (K,), in the unit of the sum."""
        return np.maximum(0.0, np.maximum(self.low - total, total - self.high))

    def violation(self, total: Floats) -> float:
        """Return the weighted deviation: the sum of weight x max(0, low - x, x - high) / target."""
        return float(self.price @ self.deviation(total))


@dataclass(frozen=True, eq=False)
class Count:
    """How many of the foods of a kind a meal has: `members` is bool (N,), `fewest` and `most` are both allowed."""

    name: str
    members: Mask
    fewest: int
    most: int


@dataclass(frozen=True, eq=False)
class Problem:
    """What to choose from: `most_steps` is int (N,), `bonus` float64 (N,) is how welcome a food is, as violation.

    A bonus is taste, habit and variety: small, and negative for what was eaten lately.
    """

    aims: Aims
    counts: tuple[Count, ...]
    most_steps: NDArray[np.int64]
    bonus: Floats = field(default_factory=lambda: np.zeros(0))

    @property
    def size(self) -> int:
        """Return how many foods there are to choose from."""
        return len(self.most_steps)

    @property
    def welcome(self) -> Floats:
        """Return the bonus of each food: float64 (N,), zeros where none was given."""
        return self.bonus if len(self.bonus) else np.zeros(self.size)

    def only(self, kept: NDArray[Any]) -> Problem:
        """Return the same question with some of the foods alone; `kept` is bool (N,) or their positions."""
        aims = Aims(self.aims.amounts[:, kept], self.aims.low, self.aims.high, self.aims.weight, self.aims.target)
        counts = tuple(Count(count.name, count.members[kept], count.fewest, count.most) for count in self.counts)
        return Problem(aims, counts, self.most_steps[kept], self.welcome[kept])


def share_of_rest(*, goal: Floats, eaten: Floats, share: float) -> Floats:
    """Return what the next meal should bring of each nutrient, at least 0, in the goal's units.

    `share` is the meal's part of the energy of the meals that are still to come, 0 < share <= 1.
    Raises ValueError for another share.
    """
    if not 0 < share <= 1:
        raise ValueError("a share is above 0 and at most 1")
    return np.maximum(0.0, goal - eaten) * share
