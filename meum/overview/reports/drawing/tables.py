"""The two tables of a report: nutrients beside their targets, kinds of food by day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from meum.overview.reports.drawing.frame import BODY, LEFT, RIGHT, SMALL, card, height_of, lines_of, write
from meum.overview.reports.drawing.surface import (
    AMBER,
    CLAY,
    GREEN,
    GREY,
    INK,
    LINE,
    SOFT,
    Point,
    Ruler,
    Section,
    Surface,
)
from meum.overview.reports.drawing.words import Words
from meum.overview.reports.week import KindWeek, NutrientWeek
from nutrition.domain.adequacy import Standing

SHOWN = ("PROCNT", "FIBTG", "CA", "FE", "ZN", "K", "MG", "VITA_RAE", "VITC", "FOLDFE", "NA", "FASAT")
"""Nutrients that a picture has room for; a document holds all that have a target."""
_COLORS: Mapping[Standing, str] = {
    Standing.LOW: AMBER,
    Standing.ABOUT: GREEN,
    Standing.ENOUGH: GREEN,
    Standing.HIGH: CLAY,
    Standing.NOT_KNOWN: GREY,
}
_ROW, _BAR_FROM, _BAR_TO, _VALUE_AT = 35.0, LEFT + 104, LEFT + 252, RIGHT - 58
_ROWS = 16
_MOST = 1.6
"""Bars end here, as a multiple of the goal."""
_KIND_ROW, _DOTS_FROM, _DOTS_TO = 27.0, LEFT + 128, RIGHT - 66


def nutrients(words: Words, ruler: Ruler, *, is_full: bool) -> list[Section]:
    """Return the nutrients of the mean whole day, in cards that a page has room for; none without targets."""
    rows = [each for each in words.report.nutrients if is_full or each.nutrient.tagname in SHOWN]
    return [_nutrients(words, ruler, rows[start : start + _ROWS]) for start in range(0, len(rows), _ROWS)]


def _nutrients(words: Words, ruler: Ruler, rows: Sequence[NutrientWeek]) -> Section:
    lines = lines_of(words.say("nutrients.mark"), ruler, size=SMALL)

    def draw(surface: Surface, top: float) -> None:
        for number, each in enumerate(rows):
            _row(surface, top + number * _ROW, each, words)
        write(surface, top + len(rows) * _ROW + 2, lines, size=SMALL, color=SOFT)

    height = len(rows) * _ROW + 2 + height_of(lines, size=SMALL)
    return card(words.say("nutrients"), height, draw, aside=words.mean_of_days())


def _row(surface: Surface, top: float, each: NutrientWeek, words: Words) -> None:
    color = AMBER if each.measured.is_maybe_high else _COLORS[each.measured.standing]
    base = top + 18
    known = words.known(each)
    surface.text((LEFT, base - (5 if known else 0)), words.name(each.nutrient), size=BODY)
    surface.text((LEFT, base + 9), known, size=10.5, color=SOFT)
    _amount(surface, (_BAR_FROM, top + 7), each, color)
    surface.text((_VALUE_AT, base), words.value(each), size=SMALL, color=SOFT, anchor="r")
    surface.text((RIGHT, base), words.standing(each), size=SMALL, color=color, anchor="r", is_bold=True)


def _amount(surface: Surface, at: Point, each: NutrientWeek, color: str) -> None:
    left, top = at
    whole, goal = _BAR_TO - _BAR_FROM, each.measured.goal or 1.0
    low, mid, high = (min(value / goal, _MOST) / _MOST * whole for value in _bounds(each))
    surface.box((left, top), (whole, 13), color=LINE, radius=6.5)
    surface.box((left, top), (max(mid, 5 if mid else 0), 13), color=color, radius=6.5)
    if high - low > 3:
        surface.line([(left + low, top + 6.5), (left + high, top + 6.5)], color=INK, width=1.2)
    mark = left + whole / _MOST
    surface.line([(mark, top - 4), (mark, top + 17)], color=INK, width=1.6)


def _bounds(each: NutrientWeek) -> tuple[float, float, float]:
    amount = each.measured.amount
    return amount.low, amount.mid, amount.high


def kinds(words: Words, ruler: Ruler) -> Section | None:
    """Return on which days there was how much of each kind of food; None of no whole day."""
    if not words.report.whole:
        return None
    rows = words.report.kinds
    texts = filter(None, (words.say("kinds.mark"), words.variety(), words.index()))
    lines = [line for text in texts for line in lines_of(text, ruler, size=SMALL)]

    def draw(surface: Surface, top: float) -> None:
        for place, day in enumerate(words.report.days):
            surface.text((_column(place), top + 10), words.weekday(day.day), size=SMALL, color=SOFT, anchor="m")
        for number, each in enumerate(rows):
            _kind(surface, top + 20 + number * _KIND_ROW, each, words)
        write(surface, top + 22 + len(rows) * _KIND_ROW, lines, size=SMALL, color=SOFT)

    height = 22 + len(rows) * _KIND_ROW + height_of(lines, size=SMALL)
    return card(words.say("kinds"), height, draw, aside=words.kinds_known())


def _kind(surface: Surface, top: float, each: KindWeek, words: Words) -> None:
    middle = top + _KIND_ROW / 2
    surface.text((LEFT, middle + 5), words.say(f"kind.{each.kind.key}"), size=BODY)
    for place, amount in enumerate(each.amounts):
        at = (_column(place), middle)
        if amount >= each.kind.serving:
            surface.dot(at, radius=8, color=GREEN)
        elif each.is_taste(place):
            surface.dot(at, radius=4.5, color=_LIGHT)
        elif words.report.days[place].is_logged:
            surface.dot(at, radius=2, color=LINE)
    surface.text((RIGHT, middle + 5), words.days(each.days), size=SMALL, color=SOFT, anchor="r")


_LIGHT = "#7fbfa6"


def _column(place: int) -> float:
    return _DOTS_FROM + (_DOTS_TO - _DOTS_FROM) * place / 6


def paragraph(heading: str, paragraphs: Sequence[str], ruler: Ruler, *, color: str) -> Section:
    """Return a card of running text."""
    texts = [lines_of(each, ruler) for each in paragraphs]
    heights = [height_of(lines) + 6 for lines in texts]

    def draw(surface: Surface, top: float) -> None:
        for number, lines in enumerate(texts):
            write(surface, top + sum(heights[:number]), lines)

    return card(heading, sum(heights) - 6, draw, color=color)
