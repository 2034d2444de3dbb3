"""What the sections of a sheet share: cards, headings, running text."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from meum.overview.domain.typesetting import wrapped
from meum.overview.reports.drawing.surface import CARD, INK, MARGIN, SOFT, WIDTH, Ruler, Section, Surface

INSET = 18.0
LEFT = MARGIN + INSET
RIGHT = WIDTH - MARGIN - INSET
INNER = RIGHT - LEFT
GAP = 14.0
_HEAD = 46.0
_FOOT = 16.0
HEADING, BODY, SMALL = 18.0, 15.5, 13.0
LEADING = 1.55


def card(
    heading: str, height: float, draw: Callable[[Surface, float], None], *, aside: str = "", color: str = CARD
) -> Section:
    """Return a card with a heading, a word beside it, and `height` of room in which `draw` draws."""
    whole = _HEAD + height + _FOOT

    def draw_all(surface: Surface, top: float) -> None:
        surface.box((MARGIN, top), (WIDTH - 2 * MARGIN, whole), color=color, radius=14)
        surface.text((LEFT, top + 31), heading, size=HEADING, is_bold=True)
        surface.text((RIGHT, top + 31), aside, size=SMALL, color=SOFT, anchor="r")
        draw(surface, top + _HEAD)

    return Section(whole + GAP, draw_all)


def lines_of(text: str, ruler: Ruler, *, size: float = BODY, width: float = INNER) -> list[str]:
    """Return running text in lines."""
    return wrapped(text, fits=lambda line: ruler.width(line, size=size) <= width)


def height_of(lines: Sequence[str], *, size: float = BODY) -> float:
    """Return the height of lines."""
    return len(lines) * size * LEADING


def write(
    surface: Surface, top: float, lines: Sequence[str], *, size: float = BODY, color: str = INK, left: float = LEFT
) -> None:
    """Write lines below a top edge."""
    for number, line in enumerate(lines):
        surface.text((left, top + size * (1.1 + number * LEADING)), line, size=size, color=color)
