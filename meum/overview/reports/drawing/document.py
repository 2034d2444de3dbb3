"""A report as a document to print or to hand on: PDF, A4, with text that can be searched."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from meum.overview.reports.drawing.fonts import font_path
from meum.overview.reports.drawing.surface import INK, MARGIN, PAPER, WIDTH, Point, Section

_A4 = (595.28, 841.89)
_BY = 0.78
"""Points a unit: text of nine to thirteen points, and three pages of a full week."""
_ASIDE = (_A4[0] - WIDTH * _BY) / 2
PAGE_HEIGHT = _A4[1] / _BY
_FONT = "meum-report"
_BOLD = 0.018


class Document:
    """Draw with ReportLab."""

    def __init__(self, *, title: str) -> None:
        """Begin with an empty first page."""
        from reportlab.pdfbase import pdfmetrics
        from reportlab.pdfbase.ttfonts import TTFont
        from reportlab.pdfgen.canvas import Canvas

        # A font object belongs to one document: it counts the characters that this one uses.
        pdfmetrics.registerFont(TTFont(_FONT, str(font_path()), subfontIndex=0))
        self._written = BytesIO()
        self._canvas = Canvas(self._written, pagesize=_A4, invariant=True)
        self._canvas.setTitle(title)
        self._canvas.setAuthor("Meum")
        self._begin_page()

    def text(
        self, at: Point, words: str, *, size: float, color: str = INK, anchor: str = "l", is_bold: bool = False
    ) -> None:
        """Write one line on a base line."""
        from reportlab.pdfbase.pdfmetrics import stringWidth

        shift = {"l": 0.0, "m": 0.5, "r": 1.0}[anchor] * stringWidth(words, _FONT, size * _BY)
        self._canvas.saveState()
        self._color(color)
        self._canvas.setLineWidth(size * _BY * _BOLD)
        line = self._canvas.beginText(self._along(at[0]) - shift, self._up(at[1]))
        line.setFont(_FONT, size * _BY)
        line.setTextRenderMode(2 if is_bold else 0)
        line.textOut(words)
        self._canvas.drawText(line)
        # The mode in which bold text is drawn would last for all that follows.
        self._canvas.restoreState()

    def box(self, at: Point, size: Point, *, color: str, radius: float = 0) -> None:
        """Fill a rectangle; one of hardly any width is left out."""
        if min(size) <= 0:
            return
        self._color(color)
        corner, width, height = self._up(at[1] + size[1]), size[0] * _BY, size[1] * _BY
        round_by = min(radius * _BY, width / 2, height / 2)
        self._canvas.roundRect(self._along(at[0]), corner, width, height, round_by, stroke=0, fill=1)

    def line(self, points: Sequence[Point], *, color: str, width: float = 1) -> None:
        """Draw a line through points."""
        self._color(color)
        self._canvas.setLineWidth(width * _BY)
        drawn = self._canvas.beginPath()
        drawn.moveTo(self._along(points[0][0]), self._up(points[0][1]))
        for x, y in points[1:]:
            drawn.lineTo(self._along(x), self._up(y))
        self._canvas.drawPath(drawn, stroke=1, fill=0)

    def dot(self, at: Point, *, radius: float, color: str) -> None:
        """Fill a circle."""
        self._color(color)
        self._canvas.circle(self._along(at[0]), self._up(at[1]), radius * _BY, stroke=0, fill=1)

    def turn_page(self) -> None:
        """Go on with an empty page."""
        self._canvas.showPage()
        self._begin_page()

    def pdf(self) -> bytes:
        """Return the document."""
        self._canvas.save()
        return self._written.getvalue()

    def _begin_page(self) -> None:
        self._color(PAPER)
        self._canvas.rect(0, 0, *_A4, stroke=0, fill=1)

    def _color(self, color: str) -> None:
        self._canvas.setFillColor(color)
        self._canvas.setStrokeColor(color)

    def _along(self, across: float) -> float:
        return _ASIDE + across * _BY

    def _up(self, down: float) -> float:
        return _A4[1] - down * _BY


def as_pdf(sections: Sequence[Section], *, title: str) -> bytes:
    """Return sections one below the other, on as many pages as they need."""
    document = Document(title=title)
    top = 0.0
    for section in sections:
        if top and top + section.height > PAGE_HEIGHT:
            document.turn_page()
            top = MARGIN
        section.draw(document, top)
        top += section.height
    return document.pdf()
