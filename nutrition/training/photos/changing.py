"""How photos are changed in training, so that looks of a source tell less and what is on the plate tells more.

Sources differ in sharpness, compression, light and framing; each of these is drawn anew for every photo.
"""

from __future__ import annotations

import io
import math

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from nutrition.training.photos.manifest import Pixels

_LEAST_AREA = 0.35
_LONGEST = 4 / 3
_SHRUNK_SHARE = 0.4
_SHRUNK_SIDES = (36, 112)
_JPEG_SHARE = 0.2
_JPEG_QUALITIES = (25, 85)
_COLOUR_SHARE = 0.8
_COLOUR = 0.35
_CAST = 0.15
_NOISE_SHARE = 0.1
_NOISE = 10.0


def changed(pixels: Pixels, side: int, draw: np.random.Generator) -> Pixels:
    """Return a photo cut at random to (side, side, 3), perhaps mirrored, shrunk and back, packed, tinted, noisy."""
    image = Image.fromarray(pixels).resize((side, side), Image.Resampling.BILINEAR, box=_box(pixels, draw))
    if draw.random() < _SHRUNK_SHARE:
        image = _shrunk(image, int(draw.integers(*_SHRUNK_SIDES)), draw)
    if draw.random() < _JPEG_SHARE:
        image = _packed(image, int(draw.integers(*_JPEG_QUALITIES)))
    seen = np.asarray(image)
    if draw.random() < 0.5:
        seen = seen[:, ::-1]
    if draw.random() < _COLOUR_SHARE:
        seen = _tinted(seen, draw)
    if draw.random() < _NOISE_SHARE:
        noise = draw.normal(0, draw.uniform(0, _NOISE), seen.shape).astype(np.float32)
        seen = _clipped(seen.astype(np.float32) + noise)
    return seen


def _box(pixels: Pixels, draw: np.random.Generator) -> tuple[float, float, float, float]:
    height, width = pixels.shape[:2]
    area = draw.uniform(_LEAST_AREA, 1) * height * width
    ratio = math.exp(draw.uniform(-math.log(_LONGEST), math.log(_LONGEST)))
    wide = min(math.sqrt(area * ratio), width)
    high = min(math.sqrt(area / ratio), height)
    left, top = draw.uniform(0, width - wide), draw.uniform(0, height - high)
    return (left, top, left + wide, top + high)


def _shrunk(image: Image.Image, side: int, draw: np.random.Generator) -> Image.Image:
    back = (Image.Resampling.BILINEAR, Image.Resampling.BICUBIC)[int(draw.integers(2))]
    return image.resize((side, side), Image.Resampling.BICUBIC).resize(image.size, back)


def _packed(image: Image.Image, quality: int) -> Image.Image:
    packed = io.BytesIO()
    image.save(packed, "JPEG", quality=quality)
    return Image.open(packed)


def _tinted(pixels: Pixels, draw: np.random.Generator) -> Pixels:
    """Change brightness, contrast, saturation and the colour of the light."""
    brightness, contrast, saturation = draw.uniform(1 - _COLOUR, 1 + _COLOUR, 3).astype(np.float32)
    light = draw.uniform(1 - _CAST, 1 + _CAST, 3).astype(np.float32)
    seen = pixels.astype(np.float32)
    grey = seen.mean(2, keepdims=True)
    seen = grey + saturation * (seen - grey)
    middle = grey.mean()
    return _clipped((middle + contrast * (seen - middle)) * (brightness * light))


def _clipped(pixels: NDArray[np.float32]) -> Pixels:
    return np.clip(pixels, 0, 255).astype(np.uint8)
