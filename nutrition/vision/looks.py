"""The file beside a model that tells how each of its dishes looks on average, float16 (codes, 1280), length 1."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

LOOKS_FILE = "food_photos_looks.npy"

Looks = NDArray[np.float16]
"""float16 (codes, 1280), each row of length 1, in the order of the card's codes."""

_WIDTH = 0.03


def commonness(embedding: NDArray[np.float32], looks: Looks) -> float:
    """Return how near an embedding (1280,) of length 1 is to the looks: a mean of cosines that the greatest weigh in.

    A plain greatest one would forget that a photo near several known dishes is more probably one of them.
    """
    cosines = looks.astype(np.float64) @ embedding.astype(np.float64)
    return float(_WIDTH * np.log(np.exp(cosines / _WIDTH).mean()))


def write_looks(folder: Path, looks: Looks) -> str:
    """Write the looks beside a model; return the SHA-256 of the file."""
    packed = io.BytesIO()
    np.save(packed, looks)
    (folder / LOOKS_FILE).write_bytes(packed.getvalue())
    return hashlib.sha256(packed.getvalue()).hexdigest()


def read_looks(folder: Path, sha256: str) -> Looks:
    """Return the looks of a bundle.

    Raises OSError when the file cannot be read, ValueError when it is not the one that the checksum is of.
    """
    content = (folder / LOOKS_FILE).read_bytes()
    if hashlib.sha256(content).hexdigest() != sha256:
        raise ValueError(f"{LOOKS_FILE} is not the file that the card was written for")
    looks: Looks = np.load(io.BytesIO(content), allow_pickle=False)
    return looks
