"""Leave out, before the search, the foods that will hardly be chosen: the search takes time by the food."""

from __future__ import annotations

import numpy as np

from nutrition.suggestions.problem import Count, Floats, Mask, Problem


def pruned(problem: Problem, *, each: int) -> Mask:
    """Return which foods stay: of every count the `each` that alone, in their best number of steps, help most.

    bool (N,). Foods of no count are ranked among themselves.
    """
    cost = _left_alone(problem) - problem.welcome
    kept = np.zeros(problem.size, dtype=bool)
    for members in _kinds(problem.counts, problem.size):
        places = np.flatnonzero(members)
        kept[places[np.argsort(cost[places], kind="stable")[:each]]] = True
    return kept


def _kinds(counts: tuple[Count, ...], size: int) -> list[Mask]:
    named = [count.members for count in counts]
    rest = ~np.logical_or.reduce(named) if named else np.ones(size, dtype=bool)
    return [*named, rest]


def _left_alone(problem: Problem) -> Floats:
    """Return the violation that each food leaves alone, in its best number of steps: float64 (N,)."""
    aims = problem.aims
    left = np.full(problem.size, np.inf)
    for steps in range(1, int(problem.most_steps.max(initial=0)) + 1):
        total = aims.amounts * steps
        off = np.maximum(0.0, np.maximum(aims.low[:, None] - total, total - aims.high[:, None]))
        left = np.where(steps <= problem.most_steps, np.minimum(left, aims.price @ off), left)
    return left
