"""How a photo becomes what the classifier looks at; training and serving both come through here."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Views = NDArray[np.float32]
"""float32 (views, 3, side, side), RGB, 0..1."""

SHRUNK_SIDE = 64
VIEW_WEIGHTS = np.array([0.35, 0.35, 0.3])
"""How much each view counts in the mean of what is said of them; chosen on the parts to calibrate on, not on val."""
VIEWS = len(VIEW_WEIGHTS)
_WIDE = 1.5
_MOST_IN_A_ROW = 4


def views_of(image: Image.Image, side: int) -> Views:
    """Return what is looked at: the middle square of a photo, the same mirrored, and shrunk to 64 pixels and back.

    Many dishes were learned from photos of 64 pixels; a sharp one looks more like them when it is shrunk.
    """
    whole = image.convert("RGB")
    square = _square(whole, side)
    small = square.resize((SHRUNK_SIDE, SHRUNK_SIDE), Image.Resampling.BICUBIC)
    shrunk = small.resize((side, side), Image.Resampling.BICUBIC)
    return _array_of([square, square.transpose(Image.Transpose.FLIP_LEFT_RIGHT), shrunk])


def cells_of(image: Image.Image, side: int) -> Views:
    """Return the parts of a photo in each of which a dish may stand, one sharp view of each: (N, 3, side, side).

    A long picture has up to four beside or above each other, another one its four quarters.
    """
    whole = image.convert("RGB")
    width, height = whole.size
    long = max(width, height) / min(width, height)
    count = min(round(long), _MOST_IN_A_ROW) if long >= _WIDE else 2
    across = count if width >= height or long < _WIDE else 1
    down = count if width < height or long < _WIDE else 1
    cells = [
        whole.crop((width * x // across, height * y // down, width * (x + 1) // across, height * (y + 1) // down))
        for y in range(down)
        for x in range(across)
    ]
    return _array_of([_square(cell, side) for cell in cells])


def _square(image: Image.Image, side: int) -> Image.Image:
    return image.resize((side, side), Image.Resampling.BICUBIC, box=_middle(image), reducing_gap=2.0)


def _array_of(pictures: Sequence[Image.Image]) -> Views:
    seen = np.stack([np.asarray(picture) for picture in pictures]).astype(np.float32) / 255
    return np.ascontiguousarray(seen.transpose(0, 3, 1, 2))


def _middle(image: Image.Image) -> tuple[float, float, float, float]:
    width, height = image.size
    side = min(width, height)
    left, top = (width - side) / 2, (height - side) / 2
    return (left, top, left + side, top + side)
