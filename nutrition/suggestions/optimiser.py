"""Choose foods and portions with the least weighted deviation, as an integer programme.

A variable for the steps of each food, one for whether it is there at all, and for each sum what lacks and what is too
much. HiGHS solves it (docs/decisions/0024-meals-as-integer-programmes.md).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from nutrition.suggestions.problem import Count, Floats, Problem

DIFFERENT_FOODS = 2
"""Of two options one lacks at least so many foods of the other, or all where that has fewer."""

_OUT_OF_TIME = 1


@dataclass(frozen=True)
class Choice:
    """Foods by position with their steps, the violation they leave, and whether no better choice exists."""

    steps: dict[int, int]
    violation: float
    is_best: bool


@dataclass(frozen=True)
class Mended:
    """A sum, by position, that lacked something before: what lacked, and what lacks afterwards, in its unit."""

    aim: int
    lacked: float
    lacks: float


def options(problem: Problem, *, how_many: int, seconds: float) -> list[Choice]:
    """Return up to so many choices, the best first, that differ in at least two foods; none where nothing fits.

    `seconds` bounds the whole; what is found by then is returned, and marked as perhaps not the best.
    Raises TimeoutError where by then not one is found.
    """
    found: list[Choice] = []
    for _ in range(how_many):
        try:
            choice = choose(problem, unlike=[set(each.steps) for each in found], seconds=seconds / how_many)
        except TimeoutError:
            if not found:
                raise
            break
        if choice is None:
            break
        found.append(choice)
    return sorted(found, key=lambda choice: choice.violation)


def choose(problem: Problem, *, unlike: Sequence[set[int]] = (), seconds: float) -> Choice | None:
    """Return the best choice that lacks two foods of each set in `unlike`; None where nothing fits.

    What is best by the end of `seconds` is returned, marked; raises TimeoutError where nothing was found by then.
    """
    from scipy.optimize import Bounds, milp

    size, sums = problem.size, len(problem.aims.low)
    most = problem.most_steps.astype(float)
    solved = milp(
        np.concatenate([np.zeros(size), -problem.welcome, np.tile(problem.aims.price, 2)]),
        integrality=np.repeat([1, 1, 0], [size, size, 2 * sums]),
        bounds=Bounds(0, np.concatenate([most, np.minimum(most, 1), np.full(2 * sums, np.inf)])),
        constraints=_constraints(problem, unlike),
        options={"time_limit": seconds},
    )
    if solved.x is None and solved.status == _OUT_OF_TIME:
        raise TimeoutError("no choice was found in time")
    return None if solved.x is None else _as_choice(problem, solved.x[:size], is_best=solved.status == 0)


def _as_choice(problem: Problem, steps: Floats, *, is_best: bool) -> Choice:
    whole = np.rint(steps).astype(int)
    taken = {int(at): int(whole[at]) for at in np.flatnonzero(whole)}
    return Choice(taken, problem.aims.violation(totals(problem, taken)), is_best)


def totals(problem: Problem, steps: dict[int, int]) -> Floats:
    """Return what a choice adds up to: float64 (K,)."""
    taken = list(steps)
    summed: Floats = problem.aims.amounts[:, taken] @ np.array([steps[at] for at in taken], dtype=float)
    return summed


def _constraints(problem: Problem, unlike: Sequence[set[int]]) -> list[Any]:
    from scipy.optimize import LinearConstraint

    rows = [*_sums(problem), *_presence(problem), *_counts(problem, unlike)]
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


def _counts(problem: Problem, unlike: Sequence[set[int]]) -> Iterator[_Rows]:
    """Yield how many foods of each kind there are, and how many of an earlier choice at most."""
    from scipy.sparse import csr_array

    counts = [*problem.counts, *(_apart(problem.size, foods) for foods in unlike)]
    if not counts:
        return
    size, sums = problem.size, len(problem.aims.low)
    there = np.array([count.members for count in counts], dtype=float)
    matrix = np.hstack([np.zeros((len(counts), size)), there, np.zeros((len(counts), 2 * sums))])
    fewest = np.array([count.fewest for count in counts], dtype=float)
    yield csr_array(matrix), fewest, np.array([count.most for count in counts], dtype=float)


def _apart(size: int, foods: set[int]) -> Count:
    members = np.zeros(size, dtype=bool)
    members[list(foods)] = True
    return Count("unlike", members, 0, max(0, len(foods) - DIFFERENT_FOODS))


def binding(problem: Problem, *, seconds: float) -> list[str]:
    """Return the names of the counts of which each, if dropped alone, would let something fit.

    Empty where something fits already, and where several stand in the way together. Raises TimeoutError.
    """
    if choose(problem, seconds=seconds) is not None:
        return []
    return [count.name for count in problem.counts if choose(_without(problem, count), seconds=seconds) is not None]


def _without(problem: Problem, dropped: Count) -> Problem:
    return replace(problem, counts=tuple(count for count in problem.counts if count is not dropped))


def mended(problem: Problem, choice: Choice, *, at_least: float = 0.1) -> list[Mended]:
    """Return the sums that lacked something and lack less by `at_least` of the target, those that count most first."""
    aims, total = problem.aims, totals(problem, choice.steps)
    lacked = np.maximum(0.0, aims.low)
    lacks = np.maximum(0.0, aims.low - total)
    gain = (lacked - lacks) / aims.target
    order = sorted(np.flatnonzero(gain >= at_least), key=lambda at: -aims.weight[at] * gain[at])
    return [Mended(int(at), float(lacked[at]), float(lacks[at])) for at in order]
