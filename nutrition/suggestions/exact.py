"""The question as an integer programme: which rule binds where nothing fits, and what the best is that there is.

A variable for the steps of each food, one for whether it is there at all, and for each sum what lacks and what is too
much. HiGHS solves it (docs/decisions/0024-meals-as-integer-programmes.md). Costs of foods are left aside.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import numpy as np

from nutrition.suggestions.problem import Choice, Count, Floats, Problem, totals

_OUT_OF_TIME = 1


def best_possible(problem: Problem, *, seconds: float) -> Choice | None:
    """Return the choice with the least violation of all; None where nothing fits.

    Raises TimeoutError where that is not proved within `seconds`.
    """
    solved = _solved(problem, np.tile(problem.aims.price, 2), seconds=seconds)
    if solved.status == _OUT_OF_TIME:
        raise TimeoutError("what is best could not be proved in time")
    if solved.x is None:
        return None
    whole = np.rint(solved.x[: problem.size]).astype(int)
    taken = {int(at): int(whole[at]) for at in np.flatnonzero(whole)}
    return Choice(taken, problem.aims.violation(totals(problem, taken)))


def binding(problem: Problem, *, seconds: float) -> list[str]:
    """Return the names of the counts of which each, if dropped alone, would let something fit.

    Empty where something fits already, and where several stand in the way together. Raises TimeoutError.
    """
    if _fits(problem, seconds=seconds):
        return []
    return [count.name for count in problem.counts if _fits(_without(problem, count), seconds=seconds)]


def _fits(problem: Problem, *, seconds: float) -> bool:
    """Tell whether any choice has what belongs to the meal."""
    solved = _solved(problem, np.zeros(2 * len(problem.aims.low)), seconds=seconds)
    if solved.x is None and solved.status == _OUT_OF_TIME:
        raise TimeoutError("no choice was found in time")
    return solved.x is not None


def _without(problem: Problem, dropped: Count) -> Problem:
    return replace(problem, counts=tuple(count for count in problem.counts if count is not dropped))


def _solved(problem: Problem, prices: Floats, *, seconds: float) -> Any:
    """Return what the solver says, with a price for what lacks and what is too much in each sum."""
    from scipy.optimize import Bounds, milp

    size, sums = problem.size, len(problem.aims.low)
    most = problem.most_steps.astype(float)
    return milp(
        np.concatenate([np.zeros(2 * size), prices]),
        integrality=np.repeat([1, 1, 0], [size, size, 2 * sums]),
        bounds=Bounds(0, np.concatenate([most, np.minimum(most, 1), np.full(2 * sums, np.inf)])),
        constraints=_constraints(problem),
        options={"time_limit": seconds},
    )


def _constraints(problem: Problem) -> list[Any]:
    from scipy.optimize import LinearConstraint

    rows = [*_sums(problem), *_presence(problem), *_counts(problem)]
    return [LinearConstraint(matrix, low, high) for matrix, low, high in rows]


# A sparse matrix and the bounds of its rows; scipy is imported in functions only, and has no types.
_Rows = tuple[Any, Floats, Floats]


def _sums(problem: Problem) -> Iterator[_Rows]:
    """Yield: each sum and what lacks reach the low bound; each sum less what is too much stays under the high one."""
    from scipy.sparse import csr_array, eye_array, hstack

    aims, sums = problem.aims, len(problem.aims.low)
    unit, nothing = eye_array(sums), csr_array((sums, sums))
    chosen = csr_array(aims.amounts)
    absent = csr_array((sums, problem.size))
    endless = np.full(sums, np.inf)
    yield csr_array(hstack([chosen, absent, unit, nothing])), aims.low, endless
    yield csr_array(hstack([chosen, absent, nothing, -unit])), -endless, aims.high


def _presence(problem: Problem) -> Iterator[_Rows]:
    """Yield: a food that is there has between one step and its most, one that is not has none."""
    from scipy.sparse import csr_array, diags_array, eye_array, hstack

    size = problem.size
    unit = eye_array(size)
    rest = csr_array((size, 2 * len(problem.aims.low)))
    most = diags_array(problem.most_steps.astype(float))
    yield csr_array(hstack([unit, -unit, rest])), np.zeros(size), np.full(size, np.inf)
    yield csr_array(hstack([unit, -most, rest])), np.full(size, -np.inf), np.zeros(size)


def _counts(problem: Problem) -> Iterator[_Rows]:
    """Yield how many foods of each kind there are."""
    from scipy.sparse import csr_array

    counts = [*problem.counts, *_once(problem)]
    if not counts:
        return
    size, sums = problem.size, len(problem.aims.low)
    there = np.array([count.members for count in counts], dtype=float)
    matrix = np.hstack([np.zeros((len(counts), size)), there, np.zeros((len(counts), 2 * sums))])
    fewest = np.array([count.fewest for count in counts], dtype=float)
    yield csr_array(matrix), fewest, np.array([count.most for count in counts], dtype=float)


def _once(problem: Problem) -> Iterator[Count]:
    """Yield that of foods that are alike one is there at most."""
    numbers, sizes = np.unique(problem.alike, return_counts=True)
    for number in numbers[sizes > 1]:
        yield Count("once", problem.alike == number, 0, 1)
