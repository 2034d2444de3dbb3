"""When something happened, as people tell it: 昨晚8点半, 今天早饭, "yesterday at 8:30 pm", "two hours ago"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from enum import StrEnum

from meum.language.calendar_words import days_from
from meum.language.clocks import ClockWords, clocks_in
from meum.language.durations import duration_at
from meum.language.numerals import starts_word


class DayPart(StrEnum):
    """A named stretch of the day."""

    DAWN = "dawn"
    MORNING = "morning"
    FORENOON = "forenoon"
    NOON = "noon"
    AFTERNOON = "afternoon"
    EVENING = "evening"


class MealSlot(StrEnum):
    """A meal of the day by name."""

    BREAKFAST = "breakfast"
    LUNCH = "lunch"
    DINNER = "dinner"
    SNACK = "snack"


@dataclass(frozen=True, slots=True)
class Moment:
    """Hold one time told in `text[start:end]`; None where a side of it was not told.

    `day_offset` counts calendar days from the date of `now`; `clock` is the wall clock on that very date, so that
    昨晚1点 is day 0 at 01:00. `part` and `slot` are the words that were used.
    """

    start: int
    end: int
    day_offset: int | None = None
    clock: time | None = None
    part: DayPart | None = None
    slot: MealSlot | None = None

    @property
    def meal(self) -> MealSlot | None:
        """Return the meal that was named or that the part of the day suggests; None where neither was said."""
        return self.slot or (_MEAL_OF_PART[self.part] if self.part else None)


_MEAL_OF_PART = {
    DayPart.DAWN: MealSlot.SNACK,
    DayPart.MORNING: MealSlot.BREAKFAST,
    DayPart.FORENOON: MealSlot.SNACK,
    DayPart.NOON: MealSlot.LUNCH,
    DayPart.AFTERNOON: MealSlot.SNACK,
    DayPart.EVENING: MealSlot.DINNER,
}

_ALONE = r"(?:(?<=[\s,，。;:])|^)"
_BEFORE_SAYING = r"(?=[\s:\d吃喝一二两三四五六七八九十半])"
_PARTS = tuple(
    (re.compile(pattern, re.ASCII), part)
    for part, pattern in (
        (DayPart.DAWN, r"凌晨|半夜|深夜|后半夜|\bmidnight\b|\b(?:in the )?(?:middle of the|late at) night\b"),
        (
            DayPart.MORNING,
            rf"早上|早晨|清晨|大清早|清早|一大早|一早|(?<=[今昨明前])[早晨]|{_ALONE}早{_BEFORE_SAYING}"
            r"|(?<!good )\b(?:this |in the |early )*mornings?\b",
        ),
        (DayPart.FORENOON, r"上午|\b(?:late|mid)[ -]morning\b"),
        (DayPart.NOON, rf"中午|正午|晌午|{_ALONE}[中午]{_BEFORE_SAYING}|\b(?:at )?(?:noon|midday)\b"),
        (DayPart.AFTERNOON, r"下午|午后|(?<!good )\b(?:this |in the |late |early )*afternoon\b"),
        (
            DayPart.EVENING,
            rf"傍晚|晚上|夜里|夜晚|晚间|当晚|(?<=[今昨明前])[晚夜]|{_ALONE}晚{_BEFORE_SAYING}"
            r"|\btonight\b|\b(?:last |at )night\b|(?<!good )\b(?:this |in the |late |early )*evening\b",
        ),
    )
)
_SLOTS = tuple(
    (re.compile(pattern, re.ASCII), slot)
    for slot, pattern in (
        (
            MealSlot.SNACK,
            r"夜宵|宵夜|消夜|加餐|零食|下午茶|\bafternoon tea\b"
            r"|\b(?:mid(?:night|day|morning|afternoon)[ -])?snack(?:s|ed on|ed)?\b",
        ),
        (
            MealSlot.BREAKFAST,
            r"(?<![a-z\d])b(?=\s*:)|早饭|早餐|早点(?!睡|起|休息|回|去|来)|早茶|早午餐|早上饭|\b(?:breakfast|bfast|brekfast|breakfest|brekky|breaky|brekkie|brunch)\b",
        ),
        (MealSlot.LUNCH, r"(?<![a-z\d])l(?=\s*:)|午饭|午餐|中饭|中餐|中午饭|\b(?:lunch|luncheon|lunchtime)\b"),
        (MealSlot.DINNER, r"(?<![a-z\d])d(?=\s*:)|晚饭|晚餐|夜饭|晚上饭|正餐|\b(?:dinner|dinnertime|dinr|supper)\b"),
    )
)
_AGO = re.compile(r"\s*(?:以前|之前|前|ago\b|earlier\b)")
_JUST_NOW = re.compile(r"刚才|刚刚|刚(?=[吃喝跑做练])|\bjust now\b")
_BETWEEN = re.compile(r"[\s的]*(?:(?:at|on|for|around|about|in the|of|大概|大约|差不多|快|在)\s*)?")
_EARLY_HOURS = 4


@dataclass(frozen=True, slots=True)
class _Told:
    """Hold a moment under way, its clock still in words."""

    moment: Moment
    words: ClockWords | None = None


def moments_in(text: str, *, now: datetime) -> tuple[Moment, ...]:
    """Return the times told in a cleaned text from left to right, words that stand together as one moment.

    `now` is the person's local date and time; the meaning of 昨天 and of an 8 without am or pm hangs on it.
    """
    joined: list[_Told] = []
    for told in sorted(_atoms(text, now), key=lambda each: (each.moment.start, -each.moment.end)):
        joined[-1:] = _joined(text, joined[-1], told) if joined else [told]
    return tuple(_resolved(told, now) for told in joined)


def _atoms(text: str, now: datetime) -> Iterator[_Told]:
    for start, end, offset in days_from(text, today=now.date()):
        yield _Told(Moment(start, end, day_offset=offset))
    for pattern, part in _PARTS:
        for match in pattern.finditer(text):
            yield _Told(Moment(*match.span(), part=part))
    for pattern, slot in _SLOTS:
        for match in pattern.finditer(text):
            yield _Told(Moment(*match.span(), slot=slot))
    for words in clocks_in(text):
        yield _Told(Moment(words.start, words.end), words)
    yield from _ago(text, now)


def _ago(text: str, now: datetime) -> Iterator[_Told]:
    for match in _JUST_NOW.finditer(text):
        yield _Told(Moment(*match.span(), day_offset=0))
    for match in _AGO.finditer(text):
        # The number stands close before; 12 signs hold "one and a half hours" no longer than needed.
        for at in range(max(0, match.start() - 24), match.start()):
            duration = duration_at(text, at) if starts_word(text, at) else None
            if duration and duration.end == match.start() and duration.seconds.mid < 86400:
                then = now - timedelta(seconds=duration.seconds.mid)
                clock = then.time().replace(second=0, microsecond=0, tzinfo=None)
                yield _Told(Moment(at, match.end(), day_offset=(then.date() - now.date()).days, clock=clock))
                break


def _joined(text: str, latest: _Told, told: _Told) -> list[_Told]:
    """Return the latest moment and the next one, as one where they stand together."""
    if told.moment.start < latest.moment.end:
        return [_overlapping(latest, told)]
    both = _together(text, latest, told)
    return [both] if both else [latest, told]


def _overlapping(first: _Told, second: _Told) -> _Told:
    """Join readings of the same words (昨晚 is a day and a part); of two of one kind the longer stays."""
    both = _merged(first, second)
    if both:
        return both
    lengths = [told.moment.end - told.moment.start for told in (first, second)]
    return first if lengths[0] >= lengths[1] else second


def _together(text: str, first: _Told, second: _Told) -> _Told | None:
    gap = _BETWEEN.fullmatch(text, first.moment.end, second.moment.start)
    return _merged(first, second) if gap and "\n" not in gap.group() else None


def _merged(first: _Told, second: _Told) -> _Told | None:
    """Fill what one moment leaves open from the next; None where both tell the same side."""
    one, two = first.moment, second.moment
    deeper = one.part is DayPart.EVENING and two.part is DayPart.DAWN
    clashes = (
        (one.day_offset is not None and two.day_offset is not None)
        or (one.part is not None and two.part is not None and not deeper)
        or (one.slot is not None and two.slot is not None)
        or (_has_clock(first) and _has_clock(second))
    )
    if clashes:
        return None
    moment = Moment(
        min(one.start, two.start),
        max(one.end, two.end),
        one.day_offset if one.day_offset is not None else two.day_offset,
        one.clock or two.clock,
        one.part or two.part,
        one.slot or two.slot,
    )
    return _Told(moment, first.words or second.words)


def _has_clock(told: _Told) -> bool:
    return told.words is not None or told.moment.clock is not None


def _resolved(told: _Told, now: datetime) -> Moment:
    moment, words = told.moment, told.words
    if words is None:
        is_past_midnight = moment.part is DayPart.EVENING and moment.day_offset is None and now.hour < _EARLY_HOURS
        return replace(moment, day_offset=-1) if is_past_midnight else moment
    hour, is_next_day = _hour_of_day(words, moment, now)
    offset = moment.day_offset
    if is_next_day:
        # "Midnight" without a day is the one just past: the beginning of today.
        offset = 0 if offset is None else offset + 1
    return replace(moment, day_offset=offset, clock=time(hour, words.minute))


def _hour_of_day(words: ClockWords, moment: Moment, now: datetime) -> tuple[int, bool]:
    """Return the hour 0 to 23, and whether it lies past the midnight that ends the named day."""
    hour = words.hour
    if hour == 24:
        return 0, True
    if words.is_afternoon is not None:
        return hour % 12 + (12 if words.is_afternoon else 0), False
    if moment.part is DayPart.EVENING and (hour == 12 or hour < 5):
        return hour % 12, True
    if hour > 12 or hour == 0:
        return hour, False
    if moment.part is None and moment.slot is None:
        return _nearest_past(hour, words.minute, moment, now), False
    return _in_part(hour, moment), False


def _in_part(hour: int, moment: Moment) -> int:
    if moment.part is DayPart.DAWN:
        return hour % 12
    later = {
        DayPart.NOON: range(1, 4),
        DayPart.AFTERNOON: range(1, 12),
        DayPart.EVENING: range(5, 12),
        MealSlot.LUNCH: range(1, 5),
        MealSlot.DINNER: range(3, 12),
    }
    said = moment.part or moment.slot
    return hour + 12 if said in later and hour in later[said] else hour


def _nearest_past(hour: int, minute: int, moment: Moment, now: datetime) -> int:
    """Choose between 8 and 20 o'clock: today the later one that has already been, on other days the one as said."""
    is_today = moment.day_offset in (None, 0)
    if is_today and hour < 12 and time(hour + 12, minute) <= now.time().replace(tzinfo=None):
        return hour + 12
    return hour
