"""Fit how much a message sounds like telling a meal: a regularised logistic regression by Newton's method."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from nutrition.reading.mood import BIAS

LEAST_MESSAGES = 3
"""Messages that must hold a feature before it is weighed."""
_PENALTY = 0.1
_MOST_STEPS = 50
_NEAR = 1e-5


def fit(messages: Sequence[frozenset[str]], tells: Sequence[bool]) -> Mapping[str, float]:
    """Return the weight of each feature, by name in order; `tells` says which messages tell a meal.

    A message is the mean of its features in length 1, as `mood_of` has it. The bias is not penalised.
    """
    counts = Counter(feature for message in messages for feature in message)
    names = sorted(feature for feature, count in counts.items() if count >= LEAST_MESSAGES)
    places = {name: place for place, name in enumerate(names)}
    rows = np.zeros((len(messages), len(names) + 1))
    for row, message in zip(rows, messages, strict=True):
        known = [places[feature] for feature in message if feature in places]
        row[known] = 1 / np.sqrt(max(1, len(known)))
        row[-1] = 1
    weights = _newton(rows, np.array(tells, dtype=float))
    return {**dict(zip(names, weights[:-1].tolist(), strict=True)), BIAS: float(weights[-1])}


def _newton(rows: NDArray[np.float64], truth: NDArray[np.float64]) -> NDArray[np.float64]:
    weights = np.zeros(rows.shape[1])
    penalty = np.full(len(weights), _PENALTY)
    penalty[-1] = 1e-6
    for _ in range(_MOST_STEPS):
        odds = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (odds - truth) + penalty * weights
        curve = (rows.T * (odds * (1 - odds))) @ rows + np.diag(penalty)
        step = np.linalg.solve(curve, slope)
        weights -= step
        if np.abs(step).max() < _NEAR:
            break
    return weights
