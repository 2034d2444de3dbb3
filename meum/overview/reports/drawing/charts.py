"""The two charts of a report: energy of seven days, weight of four weeks."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from statistics import fmean

from fitness.queries import WeightPoint
from meum.domain.intervals import Interval
from meum.overview.reports.drawing.frame import BODY, LEFT, RIGHT, SMALL, card, height_of, lines_of, write
from meum.overview.reports.drawing.surface import (
    CARD,
    GREEN,
    GREY,
    INK,
    LINE,
    PALE_GREEN,
    SOFT,
    Point,
    Ruler,
    Section,
    Surface,
)
from meum.overview.reports.drawing.words import Words
from meum.overview.reports.week import WeekDay

_ENERGY_HEIGHT, _NAMES_HEIGHT = 150.0, 28.0
_BAR = 30.0
_WEIGHT_HEIGHT = 104.0
_LEAST_SPAN_KG = 2.0
"""A chart of weight is never finer than this: what water does in a day must not look like a fall."""
_BAND = "#dceee5"


def energy(words: Words, ruler: Ruler) -> Section:
    """Return the bars of the days with their ranges, over the band of the target, and what they say."""
    lines = lines_of(words.energy(), ruler)

    def draw(surface: Surface, top: float) -> None:
        _bars(surface, top, words)
        write(surface, top + _ENERGY_HEIGHT + _NAMES_HEIGHT + 8, lines)

    height = _ENERGY_HEIGHT + _NAMES_HEIGHT + 8 + height_of(lines)
    return card(words.say("energy"), height, draw, aside=words.say("kcal"))


def _bars(surface: Surface, top: float, words: Words) -> None:
    report = words.report
    floor = top + _ENERGY_HEIGHT
    known = [day.energy_kcal for day in report.days if day.energy_kcal] + [report.energy_target_kcal or _NOTHING]
    scale = (_ENERGY_HEIGHT - 18) / max(1.0, *(energy.high for energy in known))
    if report.energy_target_kcal is not None:
        _band(surface, floor, report.energy_target_kcal, scale)
    surface.line([(LEFT, floor), (RIGHT, floor)], color=LINE, width=1.5)
    step = (RIGHT - LEFT) / len(report.days)
    for number, day in enumerate(report.days):
        middle = LEFT + (number + 0.5) * step
        _bar(surface, (middle, floor), day, scale, words)
        surface.text((middle, floor + 20), words.weekday(day.day), size=SMALL, color=SOFT, anchor="m")


_NOTHING = Interval.exact(0)


def _band(surface: Surface, floor: float, target: Interval, scale: float) -> None:
    height = (target.high - target.low) * scale
    surface.box((LEFT, floor - target.high * scale), (RIGHT - LEFT, height), color=_BAND, radius=4)


def _bar(surface: Surface, at: Point, day: WeekDay, scale: float, words: Words) -> None:
    middle, floor = at
    if day.energy_kcal is None:
        surface.text((middle, floor - 8), "–", size=BODY, color=GREY, anchor="m")
        return
    height = day.energy_kcal.mid * scale
    surface.box((middle - _BAR / 2, floor - height), (_BAR, height), color=GREEN if day.is_whole else GREY, radius=4)
    low, high = floor - day.energy_kcal.low * scale, floor - day.energy_kcal.high * scale
    if low - high > 3:
        surface.line([(middle, low), (middle, high)], color=INK, width=1.2)
    surface.text((middle, min(high, floor - height) - 5), words.bar(day), size=SMALL, anchor="m")


def weight(words: Words, ruler: Ruler) -> Section | None:
    """Return the weighings of four weeks, those of this week in green; None where there are none."""
    points = words.report.weight.points
    if not points:
        return None
    lines = lines_of(words.weight(), ruler)

    def draw(surface: Surface, top: float) -> None:
        _curve(surface, top, points, words)
        write(surface, top + _WEIGHT_HEIGHT + 30, lines)

    return card(words.say("weight"), _WEIGHT_HEIGHT + 30 + height_of(lines), draw, aside=words.say("weight.unit"))


def _curve(surface: Surface, top: float, points: Sequence[WeightPoint], words: Words) -> None:
    days = _by_day(points)
    low, high = _ends([kg for _, kg in days])
    for kg in (low, (low + high) / 2, high):
        down = top + _down(kg, low, high)
        surface.line([(LEFT + 40, down), (RIGHT, down)], color=LINE)
        surface.text((LEFT, down + 4.5), f"{kg:g}", size=SMALL, color=SOFT)
    since = words.report.last - timedelta(days=27)
    at = [(_across(day, since), top + _down(kg, low, high)) for day, kg in days]
    if len(at) > 1:
        surface.line(at, color=PALE_GREEN, width=3)
    for (day, _), point in zip(days, at, strict=True):
        surface.dot(point, radius=4.5, color=CARD)
        surface.dot(point, radius=3.5, color=GREEN if day >= words.report.first else GREY)
    surface.text((LEFT + 40, top + _WEIGHT_HEIGHT + 18), words.short_date(since), size=SMALL, color=SOFT)
    surface.text(
        (RIGHT, top + _WEIGHT_HEIGHT + 18), words.short_date(words.report.last), size=SMALL, color=SOFT, anchor="r"
    )


def _by_day(points: Sequence[WeightPoint]) -> list[tuple[date, float]]:
    days = sorted({point.day for point in points})
    return [(day, fmean(point.weight_kg for point in points if point.day == day)) for day in days]


def _ends(weights: Sequence[float]) -> tuple[float, float]:
    """Return the ends of the axis, whole kilograms an even number apart."""
    low, high = min(weights), max(weights)
    middle = round((low + high) / 2)
    half = max(_LEAST_SPAN_KG / 2, -(-max(high - middle, middle - low) // 1))
    return middle - half, middle + half


def _down(kg: float, low: float, high: float) -> float:
    return 6 + (high - kg) / (high - low) * (_WEIGHT_HEIGHT - 12)


def _across(day: date, since: date) -> float:
    return LEFT + 50 + (day - since).days / 27 * (RIGHT - LEFT - 56)
