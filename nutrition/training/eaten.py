"""Fit which foods of a message its writer ate: a regularised logistic regression, by Newton's method.

Each step is solved by conjugate gradients (Nocedal & Wright 2006, algorithm 7.1), so that the rows stay sparse.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nutrition.reading.eaten import BUCKETS, LEAST_ODDS, Places, odds_in, scale_of

Vector = NDArray[np.float64]

FOLDS = 5
LEAST_ROWS = 2
"""Foods that must have a feature before it is weighed."""
PENALTY = 0.07
_BIAS_PENALTY = 1e-6
_MOST_STEPS = 20
_MOST_TURNS = 60
_NEAR = 1e-3


@dataclass(frozen=True, slots=True)
class _Rows:
    """Hold sparse rows: `values[k]` stands in row `rows[k]` at column `columns[k]`; the last column is the bias."""

    rows: NDArray[np.int64]
    columns: NDArray[np.int64]
    values: Vector
    size: int

    def times(self, weights: Vector) -> Vector:
        """Return the product with a vector of weights, one number for each row."""
        products = np.bincount(self.rows, self.values * weights[self.columns], minlength=self.size)
        return np.asarray(products + weights[BUCKETS], dtype=np.float64)

    def turned_times(self, each: Vector) -> Vector:
        """Return the product of the transposed rows with one number for each row."""
        summed = np.asarray(
            np.bincount(self.columns, self.values * each[self.rows], minlength=BUCKETS + 1), dtype=np.float64
        )
        summed[BUCKETS] = each.sum()
        return summed


def fit(places: Sequence[Places], eaten: Sequence[bool]) -> NDArray[np.float32]:
    """Return the table of weights, the bias last, from the places of each food's features and whether it was eaten."""
    rows = _sparse(places)
    truth = np.array(eaten, dtype=float)
    weights = np.zeros(BUCKETS + 1)
    penalty = np.full(BUCKETS + 1, PENALTY)
    penalty[BUCKETS] = _BIAS_PENALTY
    for _ in range(_MOST_STEPS):
        chances = 1 / (1 + np.exp(-rows.times(weights)))
        slope = rows.turned_times(chances - truth) + penalty * weights
        if np.abs(slope).max() < _NEAR:
            break
        weights -= _solved(rows, chances * (1 - chances), penalty, slope)
    return weights.astype(np.float32)


def kept_in_folds(places: Sequence[Places], eaten: Sequence[bool], messages: Sequence[int]) -> NDArray[np.bool_]:
    """Return for each food whether it counts as eaten by a table fitted without its fold; messages go to five folds."""
    kept = np.zeros(len(places), dtype=bool)
    folds = np.array(messages) % FOLDS
    for fold in range(FOLDS):
        others = np.flatnonzero(folds != fold).tolist()
        table = fit([places[food] for food in others], [eaten[food] for food in others])
        for food in np.flatnonzero(folds == fold).tolist():
            kept[food] = odds_in(table, places[food]) >= LEAST_ODDS
    return kept


def _sparse(places: Sequence[Places]) -> _Rows:
    counts = np.bincount(np.concatenate([group for row in places for group in row]), minlength=BUCKETS)
    kept = [[group[counts[group] >= LEAST_ROWS] for group in row] for row in places]
    groups = [group for row in kept for group in row]
    lengths = [len(group) for group in groups]
    rows = np.repeat(np.arange(len(kept)), [sum(map(len, row)) for row in kept])
    values = np.repeat([scale_of(length) for length in lengths], lengths)
    return _Rows(rows, np.concatenate(groups), values, len(kept))


def _solved(rows: _Rows, spread: Vector, penalty: Vector, slope: Vector) -> Vector:
    """Return the step of Newton's method: the slope divided by the curvature."""
    step = np.zeros_like(slope)
    rest = slope.copy()
    heading = rest.copy()
    length = rest @ rest
    least = length * 1e-4
    for _ in range(_MOST_TURNS):
        bent = rows.turned_times(spread * rows.times(heading)) + penalty * heading
        far = length / (heading @ bent)
        step += far * heading
        rest -= far * bent
        before, length = length, rest @ rest
        if length < least:
            break
        heading = rest + length / before * heading
    return step
