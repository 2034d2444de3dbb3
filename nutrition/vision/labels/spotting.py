"""Where text stands in a photo and what it says, by two models in RapidOCR's wheel; loaded when first needed."""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from meum.kernel.errors import Unavailable
from nutrition.reading.panels import Point, Word

if TYPE_CHECKING:
    from PIL.Image import Image

# What finds text looks at so many pixels a side; what reads it, at the photo itself.
LOOK_SIDE = 960
# As RapidOCR 3.10.0 ships them. It would fetch others from the network where these are missing or altered.
_MODELS: Mapping[str, tuple[str, str]] = {
    "Det": ("PP-OCRv6_det_small.onnx", "090f04abcd9d9a7498bc4ebf677e4cb9bdce1fe4197ddb7e529f1ef44e1ff94f"),
    "Rec": ("PP-OCRv6_rec_small.onnx", "6f327246b50388f3c176ae304bd95767ea6dc0c9ae92153ef8cbe210b3c14884"),
}
_SURE = 0.3


def spotted(picture: Image) -> list[Word]:
    """Return what stands in an RGB picture, with places in its pixels.

    Raises Unavailable where RapidOCR is not installed or its models are not those of the pinned wheel.
    """
    # RapidOCR takes colours in OpenCV's order.
    pixels = np.ascontiguousarray(np.asarray(picture)[..., ::-1])
    found = _engine()(pixels)
    _give_back()
    if found.boxes is None or found.txts is None or found.scores is None:
        return []
    return [
        Word(text=text, corners=_corners(box.tolist()), score=float(score))
        for box, text, score in zip(found.boxes, found.txts, found.scores, strict=True)
    ]


def _corners(box: list[list[float]]) -> tuple[Point, Point, Point, Point]:
    first, second, third, fourth = ((x, y) for x, y in box)
    return first, second, third, fourth


def _give_back() -> None:
    """Let the C library return what is free: photos of many sizes leave gaps that would add up to hundreds of MB."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL("libc.so.6").malloc_trim(0)


@cache
def _engine() -> Any:
    """Return RapidOCR's reader for lines upright or lying, not upside down; of any type, as only workers have it."""
    paths = _checked_models()
    import cv2
    from rapidocr import RapidOCR

    threads = min(2, os.cpu_count() or 1)
    # Its own threads and OpenCV's would stand in each other's way on a small machine.
    cv2.setNumThreads(1)
    return RapidOCR(
        params={
            "Global.log_level": "critical",
            "Global.use_cls": False,
            "Global.text_score": _SURE,
            "Det.limit_type": "max",
            "Det.limit_side_len": LOOK_SIDE,
            "EngineConfig.onnxruntime.intra_op_num_threads": threads,
            "EngineConfig.onnxruntime.inter_op_num_threads": 1,
            **{f"{task}.model_path": str(path) for task, path in paths.items()},
        }
    )


def _checked_models() -> dict[str, Path]:
    """Return where the models lie; raises Unavailable unless they are those that were measured."""
    spec = importlib.util.find_spec("rapidocr")
    if spec is None or spec.origin is None:
        raise _unavailable("RapidOCR is not installed")
    folder = Path(spec.origin).parent / "models"
    for name, digest in _MODELS.values():
        path = folder / name
        if not path.is_file() or hashlib.sha256(path.read_bytes()).hexdigest() != digest:
            raise _unavailable("a model of RapidOCR is missing or altered")
    return {task: folder / name for task, (name, _) in _MODELS.items()}


def _unavailable(detail: str) -> Unavailable:
    return Unavailable("labels_unavailable", detail)
