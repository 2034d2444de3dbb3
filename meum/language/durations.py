"""Lengths of time as people tell them: 一小时, 7个半小时, 28分30秒, 1h20, "an hour and a half", "45 min", 1:20:30."""

from __future__ import annotations

import re
from dataclasses import dataclass

from meum.domain.intervals import Interval
from meum.language.numerals import number_at, starts_word

_HOUR, _MINUTE, _SECOND = 3600.0, 60.0, 1.0
_DAY = 24 * _HOUR
# What 3个多小时 may be above three.
_ODD = Interval(0.05, 0.4, 0.9)
_UNITS = (
    (re.compile(r"\s*-?\s*(?:个钟头|个小时|小时|钟头|个钟|hours?\b|hrs?\b|h(?![a-z]))"), _HOUR),
    (
        re.compile(
            r"\s*-?\s*(?:分钟|分(?=\d|[一二两三四五六七八九十]+秒|半|$|[\s,，。、;；])|minutes?\b|mins?(?![a-z])|m(?=\d+\s*s)|'(?!'))"
        ),
        _MINUTE,
    ),
    (re.compile(r"\s*-?\s*(?:秒钟?|seconds?\b|secs?\b|s(?![a-z])|''|\")"), _SECOND),
    (re.compile(r"\s*-?\s*(?:天(?!前)|days?\b(?!\s+ago))"), _DAY),
)
_QUARTERS = re.compile(r"\s*刻钟")
_HALF_UNIT = re.compile(r"\s*(?:个)?半(?:个)?(?=小时|钟头|分钟|天)")
_ODD_UNIT = re.compile(r"\s*(?:个?多个?|来个?)(?=小时|钟头|分钟|天)")
_HALF_AFTER = re.compile(r"半(?!个|夜|天|斤)|\s+and\s+(?:a\s+)?half\b")
_CLOCKWISE = re.compile(r"(\d{1,2}):([0-5]\d):([0-5]\d)(?![\d:])")
_BARE_MINUTES = re.compile(r"\s*(\d{1,2})m?(?![\d.:]|\s*[a-z公千米斤克个点])")
_JOIN = re.compile(r"\s*(?:零|又|and\b|,)?\s*")


@dataclass(frozen=True, slots=True)
class Duration:
    """Hold a length of time in seconds told in `text[start:end]`."""

    seconds: Interval
    start: int
    end: int

    @property
    def minutes(self) -> float:
        """Return the middle figure in minutes."""
        return self.seconds.mid / _MINUTE


def duration_at(text: str, at: int) -> Duration | None:
    """Return the longest duration that begins at `at` of a cleaned text, or None."""
    if match := _CLOCKWISE.match(text, at):
        hours, minutes, seconds = map(float, match.groups())
        return Duration(Interval.exact(hours * _HOUR + minutes * _MINUTE + seconds), at, match.end())
    total, end, unit = _part_at(text, at)
    if unit == 0:
        return None
    while end < len(text) and (begin := _joined(text, end)) < len(text):
        part, stop, finer = _part_at(text, begin)
        if finer == 0 or finer >= unit:
            break
        total, end, unit = total + part, stop, finer
    return _with_bare_minutes(text, Duration(total, at, end), unit)


def durations_in(text: str, start: int = 0, end: int | None = None) -> tuple[Duration, ...]:
    """Return the durations of a cleaned text that begin from `start` on and before `end`, from left to right.

    Times of day (8:30) are none.
    """
    found: list[Duration] = []
    at, stop = start, len(text) if end is None else end
    while at < stop:
        duration = duration_at(text, at) if starts_word(text, at) else None
        if duration:
            found.append(duration)
        at = duration.end if duration else at + 1
    return tuple(found)


def _joined(text: str, end: int) -> int:
    join = _JOIN.match(text, end)
    return join.end() if join else end


def _part_at(text: str, at: int) -> tuple[Interval, int, float]:
    """Return one number with its unit as (seconds, end, seconds in the unit); the unit is 0 where there is none."""
    numeral = number_at(text, at)
    if numeral is None:
        return Interval.exact(0), at, 0.0
    if quarters := _QUARTERS.match(text, numeral.end):
        return numeral.value.scaled(15 * _MINUTE), quarters.end(), _MINUTE
    amount, begin = numeral.value, numeral.end
    if half := _HALF_UNIT.match(text, begin):
        amount, begin = amount + Interval.exact(0.5), half.end()
    elif odd := _ODD_UNIT.match(text, begin):
        amount, begin = amount + _ODD, odd.end()
    for pattern, unit in _UNITS:
        if match := pattern.match(text, begin):
            return _with_half(text, amount, match.end(), unit)
    return Interval.exact(0), at, 0.0


def _with_half(text: str, amount: Interval, end: int, unit: float) -> tuple[Interval, int, float]:
    half = _HALF_AFTER.match(text, end)
    if half is None:
        return amount.scaled(unit), end, unit
    return (amount + Interval.exact(0.5)).scaled(unit), half.end(), unit


def _with_bare_minutes(text: str, told: Duration, unit: float) -> Duration:
    """Read the 20 of 1h20 and the 30 of 28分30, whose unit nobody writes."""
    bare = _BARE_MINUTES.match(text, told.end) if unit in (_HOUR, _MINUTE) else None
    if bare is None or int(bare.group(1)) >= 60:
        return told
    more = Interval.exact(int(bare.group(1)) * unit / 60)
    return Duration(told.seconds + more, told.start, bare.end())
