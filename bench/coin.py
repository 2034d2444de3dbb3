"""What a coin beside a single object tells of its grams, the true class given; every object is judged by the others.

The sides of food and coin are those that people drew. Compared with the mean of the class, and with the mean of that
and of a power law (area by the coin's to the power 1.5, one factor a class), ln grams are explained by ln of area,
width and height with one slope for all, and an intercept for each class, which a class of few objects shares with the
rest (ridge: Hoerl & Kennard, Technometrics 1970;12:55-67).
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bench.reports import SEED
from bench.weighed import Seen

FOLDS = 10
COVERAGE = 0.8
_OF_SLOPES, _OF_CLASSES = 1.0, 0.01
"""How strongly slopes of standardised features and intercepts of classes are held near 0."""

Floats = NDArray[np.float64]
Guesser = Callable[[Sequence[Seen], Sequence[Seen]], Floats]


@dataclass(frozen=True)
class Bounds:
    """Hold the bounds of each object's grams."""

    low: Floats
    high: Floats


def by_class(known: Sequence[Seen], asked: Sequence[Seen]) -> Floats:
    """Return the mean grams of the class, of all objects where it is not known."""
    return np.array([_mean_of([each.grams for each in _kin(known, one)]) for one in asked])


def by_power_law(known: Sequence[Seen], asked: Sequence[Seen]) -> Floats:
    """Return the mean of that of the class and of the class's factor times the area to the power 1.5."""
    factors = [_mean_of([each.grams / _cubed(each) for each in _kin(known, one)]) for one in asked]
    cubed = np.array([_cubed(one) for one in asked])
    return np.asarray((by_class(known, asked) + np.array(factors) * cubed) / 2)


def by_sides(known: Sequence[Seen], asked: Sequence[Seen]) -> Floats:
    """Return the grams by the sides of an object."""
    codes = sorted({each.code for each in known})
    features = np.array([(each.area, each.width, each.height) for each in known])
    mean, spread = features.mean(0), features.std(0)
    matrix = _matrix(known, codes, mean, spread)
    penalty = np.diag([0.0, *[_OF_SLOPES] * features.shape[1], *[_OF_CLASSES] * len(codes)])
    logs = np.log([each.grams for each in known])
    weights = np.linalg.solve(matrix.T @ matrix + penalty, matrix.T @ logs)
    return np.asarray(np.exp(_matrix(asked, codes, mean, spread) @ weights))


def _matrix(objects: Sequence[Seen], codes: Sequence[str], mean: Floats, spread: Floats) -> Floats:
    features = (np.array([(each.area, each.width, each.height) for each in objects]) - mean) / spread
    classes = np.array([[float(each.code == code) for code in codes] for each in objects])
    return np.hstack([np.ones((len(objects), 1)), features, classes])


def judged(objects: Sequence[Seen], guesser: Guesser, *, folds: int = FOLDS) -> Floats:
    """Return the grams that each object gets from those of the other folds."""
    fold = folds_of(len(objects), folds)
    guessed = np.zeros(len(objects))
    for number in range(folds):
        known = [each for each, its in zip(objects, fold, strict=True) if its != number]
        asked = [each for each, its in zip(objects, fold, strict=True) if its == number]
        guessed[fold == number] = guesser(known, asked)
    return guessed


def bounds(objects: Sequence[Seen], guesser: Guesser) -> Bounds:
    """Return bounds that are to hold four of five objects: each fold's from the errors among the other folds.

    Split conformal prediction on ln grams (Lei et al., J Am Stat Assoc 2018;113:1094-1111).
    """
    fold = folds_of(len(objects), FOLDS)
    low, high = np.zeros(len(objects)), np.zeros(len(objects))
    for number in range(FOLDS):
        known = [each for each, its in zip(objects, fold, strict=True) if its != number]
        here = fold == number
        asked = [each for each, is_here in zip(objects, here, strict=True) if is_here]
        errors = np.abs(np.log(judged(known, guesser) / np.array([each.grams for each in known])))
        reach = np.sort(errors)[min(len(known), int(np.ceil((len(known) + 1) * COVERAGE))) - 1]
        guessed = guesser(known, asked)
        low[here], high[here] = guessed * np.exp(-reach), guessed * np.exp(reach)
    return Bounds(low, high)


def folds_of(count: int, folds: int) -> NDArray[np.int64]:
    """Return the fold of each of so many objects, drawn the same way each time."""
    drawn = [place % folds for place in range(count)]
    random.Random(SEED).shuffle(drawn)  # noqa: S311  # a fixed seed, so that a run can be repeated
    return np.array(drawn)


def _kin(known: Sequence[Seen], one: Seen) -> Sequence[Seen]:
    return [each for each in known if each.code == one.code] or known


def _cubed(one: Seen) -> float:
    return float(np.exp(1.5 * one.area))


def _mean_of(values: Sequence[float]) -> float:
    return float(np.mean(values))
