"""The sheet of a week: its sections from top to bottom."""

from __future__ import annotations

from collections.abc import Sequence

from meum.domain.languages import Lang
from meum.overview.reports.drawing.charts import energy, weight
from meum.overview.reports.drawing.document import as_pdf
from meum.overview.reports.drawing.fonts import FontRuler
from meum.overview.reports.drawing.frame import BODY, SMALL, height_of, lines_of, write
from meum.overview.reports.drawing.picture import as_png
from meum.overview.reports.drawing.surface import CARD, GREEN, MARGIN, SOFT, WIDTH, Ruler, Section, Surface
from meum.overview.reports.drawing.tables import kinds, nutrients, paragraph
from meum.overview.reports.drawing.words import Words
from meum.overview.reports.week import WeekReport

_ADVICE = "#e3f0e9"


def picture_of(report: WeekReport, lang: Lang) -> bytes:
    """Return a report as a PNG; raises Unavailable without a font."""
    return as_png(sections_of(report, lang, is_full=False))


def document_of(report: WeekReport, lang: Lang) -> bytes:
    """Return a report as a PDF with every nutrient that has a target; raises Unavailable without a font."""
    words = Words(report, lang)
    return as_pdf(sections_of(report, lang, is_full=True), title=f"Meum · {words.say('title')} · {words.dates()}")


def sections_of(report: WeekReport, lang: Lang, *, is_full: bool) -> Sequence[Section]:
    """Return what the sheet shows, in order."""
    words, ruler = Words(report, lang), FontRuler()
    compared = words.compared()
    sections = (
        _head(words),
        paragraph(words.say("advice"), [words.advice()], ruler, color=_ADVICE),
        energy(words, ruler),
        weight(words, ruler),
        kinds(words, ruler),
        *nutrients(words, ruler, is_full=is_full),
        paragraph(words.say("nutrients"), [words.no_targets()], ruler, color=CARD) if report.no_targets else None,
        paragraph(words.say("compared"), compared, ruler, color=CARD) if compared else None,
        _foot(words, ruler),
    )
    return [section for section in sections if section is not None]


def _head(words: Words) -> Section:
    def draw(surface: Surface, top: float) -> None:
        surface.text((MARGIN, top + 48), words.say("title"), size=28, is_bold=True)
        surface.text((WIDTH - MARGIN, top + 48), "Meum", size=BODY, color=GREEN, anchor="r", is_bold=True)
        surface.text((MARGIN, top + 76), words.dates(), size=BODY, color=SOFT)
        surface.text((WIDTH - MARGIN, top + 76), words.logged(), size=SMALL, color=SOFT, anchor="r")

    return Section(94, draw)


def _foot(words: Words, ruler: Ruler) -> Section:
    told = [lines_of(text, ruler, size=SMALL, width=WIDTH - 2 * MARGIN) for text in (words.say("foot"), words.source())]
    lines = [line for lines in told for line in lines]

    def draw(surface: Surface, top: float) -> None:
        write(surface, top, lines, size=SMALL, color=SOFT, left=MARGIN)

    return Section(height_of(lines, size=SMALL) + 22, draw)
