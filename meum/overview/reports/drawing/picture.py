"""A report as a picture for a phone: PNG, 1080 pixels wide."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from meum.overview.reports.drawing.fonts import font_of
from meum.overview.reports.drawing.surface import INK, PAPER, WIDTH, Point, Section

SCALE = 2
_FINER = 2
"""Drawn so much larger and made smaller again: shapes have no steps at their edges then."""
_BOLD = 0.022
_COLORS = 64


class Picture:
    """Draw with Pillow."""

    def __init__(self, height: float) -> None:
        """Begin with an empty sheet."""
        from PIL import Image, ImageDraw

        self._by = SCALE * _FINER
        self._image = Image.new("RGB", (round(WIDTH * self._by), round(height) * self._by), PAPER)
        self._draw = ImageDraw.Draw(self._image)

    def text(
        self, at: Point, words: str, *, size: float, color: str = INK, anchor: str = "l", is_bold: bool = False
    ) -> None:
        """Write one line on a base line."""
        stroke = size * self._by * _BOLD if is_bold else 0
        self._draw.text(
            self._scaled(at), words, fill=color, font=font_of(size * self._by), anchor=f"{anchor}s", stroke_width=stroke
        )

    def box(self, at: Point, size: Point, *, color: str, radius: float = 0) -> None:
        """Fill a rectangle; one of hardly any width is left out."""
        end = (at[0] + size[0], at[1] + size[1])
        if min(size) > 0:
            corners = [self._scaled(at), self._scaled(end)]
            self._draw.rounded_rectangle(corners, radius=min(radius, *(s / 2 for s in size)) * self._by, fill=color)

    def line(self, points: Sequence[Point], *, color: str, width: float = 1) -> None:
        """Draw a line through points."""
        scaled = [self._scaled(point) for point in points]
        self._draw.line(scaled, fill=color, width=max(1, round(width * self._by)), joint="curve")

    def dot(self, at: Point, *, radius: float, color: str) -> None:
        """Fill a circle."""
        self._draw.circle(self._scaled(at), radius * self._by, fill=color)

    def png(self) -> bytes:
        """Return the picture; few colours are on it, so it is kept with few."""
        from PIL import Image

        small = self._image.reduce(_FINER).quantize(_COLORS, dither=Image.Dither.NONE)
        written = BytesIO()
        small.save(written, "PNG", optimize=True)
        return written.getvalue()

    def _scaled(self, at: Point) -> Point:
        return at[0] * self._by, at[1] * self._by


def as_png(sections: Sequence[Section]) -> bytes:
    """Return sections one below the other."""
    picture = Picture(sum(section.height for section in sections))
    top = 0.0
    for section in sections:
        section.draw(picture, top)
        top += section.height
    return picture.png()
