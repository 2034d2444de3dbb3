"""How a photo becomes what the classifier looks at; training and serving both come through here."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Views = NDArray[np.float32]
"""float32 (views, 3, side, side), RGB, 0..1."""

SHRUNK_SIDE = 64
VIEW_WEIGHTS = np.array([0.35, 0.35, 0.3])
"""How much each view counts in the mean of what is said of them; chosen on the parts to calibrate on, not on val."""
VIEWS = len(VIEW_WEIGHTS)


def views_of(image: Image.Image, side: int) -> Views:
    """Return what is looked at: the middle square of a photo, the same mirrored, and shrunk to 64 pixels and back.

    Many dishes were learned from photos of 64 pixels; a sharp one looks more like them when it is shrunk.
    """
    whole = image.convert("RGB")
    square = whole.resize((side, side), Image.Resampling.BICUBIC, box=_middle(whole), reducing_gap=2.0)
    small = square.resize((SHRUNK_SIDE, SHRUNK_SIDE), Image.Resampling.BICUBIC)
    shrunk = small.resize((side, side), Image.Resampling.BICUBIC)
    seen = np.stack([np.asarray(square), np.asarray(square)[:, ::-1], np.asarray(shrunk)]).astype(np.float32) / 255
    return np.ascontiguousarray(seen.transpose(0, 3, 1, 2))


def _middle(image: Image.Image) -> tuple[float, float, float, float]:
    width, height = image.size
    side = min(width, height)
    left, top = (width - side) / 2, (height - side) / 2
    return (left, top, left + side, top + side)
