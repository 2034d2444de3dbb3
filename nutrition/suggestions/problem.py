"""The question of what to eat, in numbers: what may be chosen, what it should add up to, what belongs in a meal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

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


@dataclass(frozen=True)
class Choice:
    """Foods by position with their steps, and the violation that they leave."""

    steps: dict[int, int]
    violation: float


@dataclass(frozen=True, eq=False)
class Problem:
    """What to choose from: `most_steps` is int (N,), at most S.

    `costs` is float64 (N, S): how unwelcome a food is in 1 to S steps, as violation; inf where it may not be. It stands
    for taste, habit, variety and odd portions: small, and negative for what is liked. `alike` is int (N,): of the foods
    with one number one is taken at most, as of a dish that may be at lunch or at dinner.
    """

    aims: Aims
    counts: tuple[Count, ...]
    most_steps: NDArray[np.int64]
    costs: Floats = field(default_factory=lambda: np.zeros((0, 0)))
    alike: NDArray[np.int64] = field(default_factory=lambda: np.zeros(0, dtype=np.int64))

    def __post_init__(self) -> None:
        """Let nothing cost anything and no two foods be alike where it is not told; too many steps are never taken."""
        costs = self.costs if self.costs.size else np.zeros((self.size, int(self.most_steps.max(initial=1))))
        beyond = np.arange(1, costs.shape[1] + 1) > self.most_steps[:, None]
        object.__setattr__(self, "costs", np.where(beyond, np.inf, costs))
        if not self.alike.size:
            object.__setattr__(self, "alike", np.arange(self.size))

    @property
    def size(self) -> int:
        """Return how many foods there are to choose from."""
        return len(self.most_steps)


def totals(problem: Problem, steps: Mapping[int, int]) -> Floats:
    """Return what a choice adds up to: float64 (K,)."""
    taken = list(steps)
    summed: Floats = problem.aims.amounts[:, taken] @ np.array([steps[at] for at in taken], dtype=float)
    return summed
