"""Days as people name them: 昨天, 上周五, 三天前, 11月20日, "last Friday", "2 days ago", "Nov 20"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from meum.language.numerals import number_at, starts_word

FARTHEST_DAYS = 3 * 366
"""Days further away than this are taken for something else, such as the figures of a price."""

# 比昨天 compares with a day and tells none.
_WORDS = (
    (re.compile(r"大前天"), -3),
    (re.compile(r"(?<!大)前天|前(?=晚)|\bthe day before yesterday\b|\bday before yesterday\b"), -2),
    (
        re.compile(
            r"(?<![比跟和])(?:昨天|昨日|昨儿|昨(?=[晚夜早晨]))"
            r"|(?<!before )(?<!than )\byesterday(?:'s)?\b|(?<!than )\blast night\b"
        ),
        -1,
    ),
    (
        re.compile(
            r"今天|今日|今儿|今(?=[早晚晨夜])|\btoday(?:'s)?\b|\btonight\b|\bthis (?=morning|afternoon|evening|noon)"
        ),
        0,
    ),
    (re.compile(r"明天|明日|明(?=[早晚])|\btomorrow\b"), 1),
)
_ZH_WEEKDAY = re.compile(r"(?P<week>上上|上个?|这个?|本)?(?:周|星期|礼拜)(?P<day>[一二三四五六日天])")
_EN_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_EN_WEEKDAY = re.compile(rf"\b(?P<week>last |this |on )?(?P<day>{'|'.join(_EN_DAYS)})\b")
_DAYS_AGO = re.compile(r"\s*(?:天(?:以前|之前|前)|days?\s+ago\b)")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<name>jan(?=uary\b|\b)|feb(?=ruary\b|\b)|mar(?=ch\b|\b)|apr(?=il\b|\b)|may(?=\b)|jun(?=e\b|\b)|jul(?=y\b|\b)"
    r"|aug(?=ust\b|\b)|sep(?=t\b|tember\b|\b)|oct(?=ober\b|\b)|nov(?=ember\b|\b)|dec(?=ember\b|\b))[a-z]*\.?"
)
_FIGURES = "一二三四五六七八九十"
_DATES = (
    re.compile(r"(?<!\d)(?P<year>20\d\d)[-/.年](?P<month>\d{1,2})[-/.月](?P<day>\d{1,2})(?!\d)[日号]?"),
    re.compile(r"(?<!\d)(?P<month>\d{1,2})月(?P<day>\d{1,2})[日号]?"),
    re.compile(rf"(?<![{_FIGURES}\d])(?P<month>[{_FIGURES}]{{1,2}})月(?P<day>[{_FIGURES}廿]{{1,3}})[日号]"),
    re.compile(rf"\b{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\s*(?:g|ml|oz)\b)"),
    re.compile(rf"(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}\b"),
)


def days_from(text: str, *, today: date) -> Iterator[tuple[int, int, int]]:
    """Yield (start, end, days from today) of each day named in a cleaned text, in no fixed order."""
    for pattern, offset in _WORDS:
        for match in pattern.finditer(text):
            yield *match.span(), offset
    yield from _weekdays(text, today)
    yield from _days_ago(text)
    yield from _dates(text, today)


def _weekdays(text: str, today: date) -> Iterator[tuple[int, int, int]]:
    for match in _ZH_WEEKDAY.finditer(text):
        weekday = "一二三四五六日".find(match["day"].replace("天", "日"))
        weeks = (match["week"] or "").count("上")
        offset = weekday - today.weekday() - 7 * weeks
        yield *match.span(), offset if weeks or offset <= 0 else offset - 7
    for match in _EN_WEEKDAY.finditer(text):
        back = (today.weekday() - _EN_DAYS.index(match["day"])) % 7
        yield *match.span(), -7 if back == 0 and match["week"] == "last " else -back


def _days_ago(text: str) -> Iterator[tuple[int, int, int]]:
    for match in _DAYS_AGO.finditer(text):
        for at in range(max(0, match.start() - 8), match.start()):
            numeral = number_at(text, at) if starts_word(text, at) else None
            if numeral and numeral.end == match.start() and numeral.value.mid <= FARTHEST_DAYS:
                yield at, match.end(), -round(numeral.value.mid)
                break


def _dates(text: str, today: date) -> Iterator[tuple[int, int, int]]:
    for pattern in _DATES:
        for match in pattern.finditer(text):
            offset = _offset_of(match, today)
            if offset is not None and abs(offset) <= FARTHEST_DAYS:
                yield *match.span(), offset


def _figure(words: str) -> int:
    """Return the number that digits or Chinese words spell; 0 where they spell none."""
    numeral = number_at(words.replace("廿", "二十"), 0)
    return round(numeral.value.mid) if numeral else 0


def _offset_of(match: re.Match[str], today: date) -> int | None:
    told = match.groupdict()
    month = _MONTHS.index(told["name"]) + 1 if told.get("name") else _figure(told["month"])
    try:
        day = date(int(told.get("year") or today.year), month, _figure(told["day"]))
    except ValueError:
        return None
    if not told.get("year") and day - today > timedelta(days=31):
        # 29 February has no twin a year ago; its neighbour is near enough for a date that nobody meant.
        day = day.replace(year=day.year - 1, day=min(day.day, 28) if day.month == 2 else day.day)
    return (day - today).days
