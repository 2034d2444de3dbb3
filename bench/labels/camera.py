"""A panel as a phone sees it: turned, from the side, in uneven light, with noise, a little out of focus, as JPEG."""

from __future__ import annotations

import random
from dataclasses import dataclass
from io import BytesIO

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

Floats = NDArray[np.float32]


@dataclass(frozen=True, kw_only=True)
class Shot:
    """How a photo is taken: degrees turned, how far corners are moved (share of the width), light, noise, blur."""

    degrees: float
    slant: float
    shade: float
    glare: float
    noise: float
    blur: float
    quality: int
    scale: float
    quarter_turns: int


def draw_shot(chance: random.Random) -> Shot:
    """Return a shot by chance: most held well, some badly, one in twelve sideways."""
    return Shot(
        degrees=chance.gauss(0, 5),
        slant=abs(chance.gauss(0, 0.03)),
        shade=chance.uniform(0, 0.55),
        glare=chance.choice((0.0, 0.0, chance.uniform(0.1, 0.4))),
        noise=chance.uniform(0, 14),
        blur=chance.uniform(0, 1.1),
        quality=chance.randint(55, 95),
        scale=chance.uniform(0.8, 1.8),
        quarter_turns=chance.choice((0,) * 11 + (chance.choice((1, 2, 3)),)),
    )


def photo_of(panel: Image.Image, shot: Shot, chance: random.Random) -> bytes:
    """Return the JPEG of a shot of a panel on some ground."""
    ground = tuple(chance.randint(40, 200) for _ in range(3))
    sized = panel.resize((round(panel.width * shot.scale), round(panel.height * shot.scale)), Image.Resampling.BICUBIC)
    around = max(sized.size) // 6
    laid = Image.new("RGB", (sized.width + 2 * around, sized.height + 2 * around), ground)
    laid.paste(sized, (around, around))
    slanted = laid.transform(
        laid.size,
        Image.Transform.PERSPECTIVE,
        _perspective(laid, shot, chance),
        Image.Resampling.BICUBIC,
        fillcolor=ground,
    )
    turned = slanted.rotate(shot.degrees, Image.Resampling.BICUBIC, expand=True, fillcolor=ground)
    turned = turned.rotate(90 * shot.quarter_turns, expand=True)
    lit = _with_light(turned.filter(ImageFilter.GaussianBlur(shot.blur * shot.scale / 1.5)), shot, chance)
    written = BytesIO()
    lit.save(written, "JPEG", quality=shot.quality)
    return written.getvalue()


def _perspective(picture: Image.Image, shot: Shot, chance: random.Random) -> list[float]:
    """Return the eight numbers by which Pillow takes each corner from a place near by."""
    width, height = picture.size
    corners = np.array([(0, 0), (width, 0), (width, height), (0, height)], dtype=np.float64)
    moved = corners + np.array([[chance.uniform(-1, 1), chance.uniform(-1, 1)] for _ in range(4)]) * shot.slant * width
    rows, wanted = [], []
    for (x, y), (u, v) in zip(corners, moved, strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        wanted += [u, v]
    return [float(number) for number in np.linalg.solve(np.array(rows), np.array(wanted))]


def _with_light(picture: Image.Image, shot: Shot, chance: random.Random) -> Image.Image:
    pixels: Floats = np.asarray(picture, dtype=np.float32)
    light, spot = _light(shot, chance)
    size = picture.size
    shade = np.asarray(Image.fromarray(light).resize(size, Image.Resampling.BILINEAR))
    bright = np.asarray(Image.fromarray(spot).resize(size, Image.Resampling.BILINEAR))
    source = np.random.default_rng(chance.randrange(2**32))
    noise = source.standard_normal(pixels.shape, dtype=np.float32) * np.float32(shot.noise)
    lit = pixels * shade[..., None] + bright[..., None] + noise
    return Image.fromarray(np.clip(lit, 0, 255).astype(np.uint8))


def _light(shot: Shot, chance: random.Random) -> tuple[Floats, Floats]:
    """Return float32 (64, 64) each: by what share light is left, and how much a reflection adds."""
    down, across = np.mgrid[0:1:64j, 0:1:64j].astype(np.float32)
    angle = chance.uniform(0, 2 * np.pi)
    slope = np.cos(angle) * across + np.sin(angle) * down
    slope = (slope - slope.min()) / np.ptp(slope)
    spot = np.exp(-((across - chance.random()) ** 2 + (down - chance.random()) ** 2) / 0.03) * shot.glare * 120
    return (1 - shot.shade * slope).astype(np.float32), spot.astype(np.float32)
