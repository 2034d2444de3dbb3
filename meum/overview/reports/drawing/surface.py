"""What a sheet is drawn on, and its colours; lengths are units of which a sheet is `WIDTH` wide, from its top left."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

WIDTH = 540.0
MARGIN = 26.0

PAPER, CARD, INK, SOFT, LINE = "#f4f1ea", "#ffffff", "#1d2523", "#5f6a66", "#e2ddd2"
GREEN, PALE_GREEN, AMBER, CLAY, GREY = "#1f7a5c", "#cfe9dc", "#c98a1b", "#b4532f", "#b9b4a7"

Point = tuple[float, float]


class Surface(Protocol):
    """Take text and shapes."""

    def text(
        self, at: Point, words: str, *, size: float, color: str = INK, anchor: str = "l", is_bold: bool = False
    ) -> None:
        """Write one line on a base line; `anchor` is l, m or r: where `at` is in it."""
        ...

    def box(self, at: Point, size: Point, *, color: str, radius: float = 0) -> None:
        """Fill a rectangle, given by its top left corner."""
        ...

    def line(self, points: Sequence[Point], *, color: str, width: float = 1) -> None:
        """Draw a line through points."""
        ...

    def dot(self, at: Point, *, radius: float, color: str) -> None:
        """Fill a circle."""
        ...


class Ruler(Protocol):
    """Measure text before it is written."""

    def width(self, words: str, *, size: float) -> float:
        """Return how wide one line is."""
        ...


@dataclass(frozen=True)
class Section:
    """A part of a sheet that no page breaks: its height, and how it is drawn from a top edge down."""

    height: float
    draw: Callable[[Surface, float], None]
