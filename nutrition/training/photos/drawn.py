"""Pictures that are no photos, drawn by us: pages of text, plain and graded colours, noise, shapes.

People send screenshots by mistake; photos of things alone would not teach that these are no food either.
"""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageDraw

from nutrition.training.photos.manifest import Pixels

_SIDE = 192
_LETTERS = "etaoinsrhldcumfpgwybvkxjqz0123456789"
_KINDS = 4


def drawn_pictures(count: int, draw: np.random.Generator) -> list[Pixels]:
    """Return `count` pictures, kinds in turn."""
    makers = (_page, _grade, _noise, _shapes)
    return [makers[number % _KINDS](draw) for number in range(count)]


def _colour(draw: np.random.Generator) -> tuple[int, int, int]:
    red, green, blue = draw.integers(0, 256, 3)
    return int(red), int(green), int(blue)


def _page(draw: np.random.Generator) -> Pixels:
    """Draw lines of text, dark on light or light on dark, with a bar above as phones have it."""
    is_dark = draw.random() < 0.3
    paper, ink = ((24, 24, 28), (235, 235, 235)) if is_dark else ((250, 250, 248), (20, 20, 20))
    page = Image.new("RGB", (_SIDE, _SIDE), paper)
    pen = ImageDraw.Draw(page)
    pen.rectangle((0, 0, _SIDE, int(draw.integers(0, 24))), fill=_colour(draw))
    size = int(draw.integers(8, 22))
    for top in range(28, _SIDE, int(size * 1.4)):
        letters = "".join(draw.choice(list(_LETTERS + "   "), int(draw.integers(0, 34))))
        pen.text((int(draw.integers(4, 30)), top), letters, fill=ink, font_size=size)
    return np.asarray(page)


def _grade(draw: np.random.Generator) -> Pixels:
    """Draw one colour that passes into another; often nearly the same one, like a wall or an empty table."""
    first, second = (np.array(_colour(draw), dtype=float) for _ in range(2))
    second = first + (second - first) * draw.choice([0.0, 0.1, 1.0])
    share = np.linspace(0, 1, _SIDE)[:, None, None]
    strip = np.broadcast_to(first * share + second * (1 - share), (_SIDE, _SIDE, 3)).astype(np.uint8)
    return strip if draw.random() < 0.5 else strip.transpose(1, 0, 2)


def _noise(draw: np.random.Generator) -> Pixels:
    """Draw noise of coarse or fine grain, dark or bright, as a covered lens gives."""
    grain = int(draw.choice([8, 32, 96, 192]))
    noise = draw.normal(draw.uniform(0, 160), draw.uniform(4, 60), (grain, grain, 3))
    small = Image.fromarray(np.clip(noise, 0, 255).astype(np.uint8))
    return np.asarray(small.resize((_SIDE, _SIDE), Image.Resampling.BICUBIC))


def _shapes(draw: np.random.Generator) -> Pixels:
    """Draw boxes, circles and lines; a lone circle is what an empty plate looks like."""
    page = Image.new("RGB", (_SIDE, _SIDE), _colour(draw))
    pen = ImageDraw.Draw(page)
    for _ in range(int(draw.integers(1, 6))):
        left, top = (int(start) for start in draw.integers(-20, _SIDE - 20, 2))
        box = (left, top, left + int(draw.integers(10, 150)), top + int(draw.integers(10, 150)))
        (pen.rectangle, pen.ellipse, pen.line)[int(draw.integers(3))](box, fill=_colour(draw), width=4)
    return np.asarray(page)
