"""The figures that tell how good a classifier is; plain numpy, for the card of a model and for `make evaluate`."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

_BINS = 15


def is_among(chances: Floats, truth: NDArray[np.int64], most: int) -> Bools:
    """Return (N,): whether the true code is among the `most` likeliest of (N, codes)."""
    best = np.argsort(-chances, axis=1, kind="stable")[:, :most]
    return np.asarray((best == truth[:, None]).any(1))


def calibration_error(confidence: Floats, is_right: Bools) -> float:
    """Return the expected calibration error: how far confidence lies from accuracy, in 15 bins of equal width."""
    places = np.minimum((confidence * _BINS).astype(int), _BINS - 1)
    gaps = np.bincount(places, confidence - is_right, minlength=_BINS)
    return float(np.abs(gaps).sum() / len(confidence))


def area_under(known: Floats, unknown: Floats) -> float:
    """Return how often a known photo scores higher than an unknown one, ties counted half (the area under the ROC)."""
    above = np.searchsorted(np.sort(unknown), known, side="left")
    level = np.searchsorted(np.sort(unknown), known, side="right") - above
    return float((above + level / 2).mean() / len(unknown))
