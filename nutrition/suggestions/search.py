"""Choose foods and portions by local search: put in, take out, exchange, and try again from a part of the best.

A meal has few foods, so that every exchange of one food by any other, in any number of steps, is tried at once. Each
try ends where none helps; some tries from the best with two foods taken out find what a single exchange cannot. Seeds
are fixed: the same question has the same answer. How near it comes to the best that there is, and what it costs beside
the integer programme, is in docs/decisions/0026-meals-by-local-search.md.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from nutrition.suggestions.problem import Choice, Count, Floats, Mask, Problem

DIFFERENT_FOODS = 2
"""Of two options one lacks at least so many foods of the other, or all where that has fewer."""
TRIES = 20
_TAKEN_OUT = 2
_STARTS = 20
"""So many times what belongs to a meal is put together by chance before it is given up."""
_SEED = 20261101
_GAIN = 1e-9
"""Less is no gain."""

_Steps = dict[int, int]


def options(problem: Problem, *, how_many: int, tries: int = TRIES, apart: int = DIFFERENT_FOODS) -> list[Choice]:
    """Return up to so many choices, the best first, each without `apart` foods of any other; none if nothing fits."""
    found: list[Choice] = []
    for _ in range(how_many):
        unlike = [_apart(problem.size, each.steps, apart) for each in found]
        choice = search(replace(problem, counts=(*problem.counts, *unlike)), tries=tries)
        if choice is None:
            break
        found.append(choice)
    return sorted(found, key=lambda choice: choice.violation)


def _apart(size: int, foods: Collection[int], apart: int) -> Count:
    members = np.zeros(size, dtype=bool)
    members[list(foods)] = True
    return Count("unlike", members, 0, max(0, len(foods) - apart))


def search(problem: Problem, *, tries: int = TRIES) -> Choice | None:
    """Return the best choice that is found; None where no start is found that has what belongs to the meal."""
    kitchen, draw = _Kitchen(problem), np.random.default_rng(_SEED)
    best = next(filter(None, (kitchen.filled({}, draw) for _ in range(_STARTS))), None)
    if best is None:
        return None
    best = kitchen.improved(best)
    for _ in range(tries):
        left = dict(best.steps)
        for food in draw.permutation(list(left))[:_TAKEN_OUT]:
            del left[int(food)]
        start = kitchen.filled(left, draw)
        tried = kitchen.improved(start) if start else best
        if tried.cost < best.cost - _GAIN:
            best = tried
    return Choice(best.steps, problem.aims.violation(best.total))


@dataclass(frozen=True, eq=False)
class _State:
    """Foods with their steps, what they add up to, and what they cost: violation and how unwelcome they are."""

    steps: _Steps
    total: Floats
    cost: float


class _Kitchen:
    """The problem in the form in which exchanges are tried."""

    def __init__(self, problem: Problem) -> None:
        """Take the problem apart."""
        self.aims, self.costs = problem.aims, problem.costs
        self.most, self.alike = problem.most_steps, problem.alike
        self.members = np.array([count.members for count in problem.counts], dtype=np.int64).reshape(-1, problem.size)
        self.fewest = np.array([count.fewest for count in problem.counts], dtype=np.int64)
        self.at_most = np.array([count.most for count in problem.counts], dtype=np.int64)

    def state(self, steps: _Steps) -> _State:
        """Return steps with what they add up to and cost."""
        taken = list(steps)
        total: Floats = self.aims.amounts[:, taken] @ np.array([steps[at] for at in taken], dtype=float)
        return _State(steps, total, self.aims.violation(total) + self._unwelcome(steps))

    def filled(self, steps: _Steps, draw: np.random.Generator) -> _State | None:
        """Put in what is missing of the meal, by chance; None where a part of it fits nowhere."""
        steps = dict(steps)
        while (short := np.flatnonzero(self._counted(steps) < self.fewest)).size:
            fitting = np.flatnonzero(self._room(steps) & (self.most > 0))
            wanted = fitting[self.members[short[0], fitting] > 0]
            if not wanted.size:
                return None
            food = int(draw.choice(wanted))
            steps[food] = int(draw.integers(1, self.most[food] + 1))
        return self.state(steps)

    def improved(self, state: _State) -> _State:
        """Return what exchanges lead to, one after another, until none helps."""
        while (better := self._better(state)) is not None:
            state = better
        return state

    def _better(self, state: _State) -> _State | None:
        """Return the best that the first food that is worth giving away leads to; -1 stands for giving none away."""
        for out in (-1, *state.steps):
            rest = {at: count for at, count in state.steps.items() if at != out}
            cost, food, steps = min(self._best_in(self.state(rest), out), default=(np.inf, -1, 0))
            if cost < state.cost - _GAIN:
                return self.state(rest | ({food: steps} if steps else {}))
        return None

    def _best_in(self, rest: _State, out: int) -> Iterator[tuple[float, int, int]]:
        """Yield what the rest costs alone, and with the best food in each number of steps: cost, food, steps."""
        counted = self._counted(rest.steps)
        if out >= 0 and (counted >= self.fewest).all():
            yield rest.cost, -1, 0
        short = np.maximum(0, self.fewest - counted)
        enough = (self.members >= short[:, None]).all(axis=0)
        foods = np.flatnonzero(self._room(rest.steps) & enough)
        if not foods.size:
            return
        unwelcome = self._unwelcome(rest.steps)
        for steps in range(1, self.costs.shape[1] + 1):
            cost = self._violations(rest.total, foods, steps) + self.costs[foods, steps - 1] + unwelcome
            at = int(np.argmin(cost))
            yield float(cost[at]), int(foods[at]), steps

    def _violations(self, total: Floats, foods: NDArray[np.intp], steps: int) -> Floats:
        """Return the violation with so many steps of each food on top: float64 (foods,)."""
        aims = self.aims
        sums = total[:, None] + aims.amounts[:, foods] * steps
        off = np.maximum(0.0, np.maximum(aims.low[:, None] - sums, sums - aims.high[:, None]))
        left: Floats = aims.price @ off
        return left

    def _unwelcome(self, steps: _Steps) -> float:
        return float(sum(self.costs[at, count - 1] for at, count in steps.items()))

    def _counted(self, steps: _Steps) -> NDArray[np.int64]:
        """Return how many foods of each count there are: int64 (counts,)."""
        counted: NDArray[np.int64] = self.members[:, list(steps)].sum(axis=1)
        return counted

    def _room(self, steps: _Steps) -> Mask:
        """Return which foods may be put in: none that is there, or like one that is, or that a count keeps out."""
        fits = (self._counted(steps)[:, None] + self.members <= self.at_most[:, None]).all(axis=0)
        room: Mask = fits & ~np.isin(self.alike, self.alike[list(steps)])
        return room
