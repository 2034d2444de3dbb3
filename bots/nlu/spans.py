"""Several days told as one: 这周, 最近7天, 上个月, "the past two weeks"; pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from meum.language.calendar_words import days_from
from meum.language.numerals import number_at

MOST_DAYS = 92
_NUMBER = r"(?:\d{1,3}|[一二两三四五六七八九十]{1,3}|two|three|four|five|six|seven|ten|fourteen|thirty)"
_NAMED = (
    rf"(?:最近|过去|近|这|前)(?P<zh>{_NUMBER})(?:个)?(?P<zh_unit>天|日|周|星期|礼拜|月)(?![一二三四五六日天末\d])|"
    rf"\b(?:the )?(?:last|past|recent) (?P<en>{_NUMBER}) (?P<en_unit>days|weeks|months)\b|"
    r"(?P<few>最近(?:这?几天)?|过去几天|这几天|\b(?:lately|recently|(?:the )?(?:last|past) few days)\b)|"
    r"(?P<rolling_week>(?:最近|过去)一?(?:周|个?星期|个?礼拜)|\b(?:the )?past week\b)|"
    r"(?P<rolling_month>(?:最近|过去)一个月|\b(?:the )?past month\b)|"
    r"(?P<last_week>上个?(?:周|星期|礼拜)(?![一二三四五六日天末])|\blast week\b)|"
    r"(?P<this_week>[这本]个?(?:周|星期|礼拜)(?![一二三四五六日天末])|\bthis week\b)|"
    r"(?P<last_month>上个?月|\blast month\b)|(?P<this_month>[这本]个?月|\bthis month\b)"
)
_SPAN = re.compile(_NAMED)
WORDS = re.sub(r"\?P<\w+>", "?:", _NAMED)
"""The pattern of a span of days, without groups, to be a part of other patterns."""
_UNIT_DAYS = {"天": 1, "日": 1, "周": 7, "星期": 7, "礼拜": 7, "月": 30, "days": 1, "weeks": 7, "months": 30}
_WEEK_DAYS = 7
_MONTH_DAYS = 30


@dataclass(frozen=True, slots=True)
class Span:
    """Hold the first and the last day of a span, told in `text[start:end]`."""

    first: date
    last: date
    start: int
    end: int


def span_in(text: str, *, today: date) -> Span | None:
    """Return the first span of days that a cleaned text names, 92 days at most; None where it names none.

    A week begins on Monday; this week and this month end today.
    """
    found = _SPAN.search(text)
    if found is None:
        return None
    first, last = _days(found, today)
    return Span(max(first, last - timedelta(days=MOST_DAYS - 1)), last, *found.span())


def without_days(text: str) -> str:
    """Return a cleaned text without the days and the spans of days that it names."""
    text = _SPAN.sub(" ", text)
    # Which days they are does not matter here, so any day serves as today.
    for start, end, _ in sorted(days_from(text, today=date(2000, 1, 1)), reverse=True):
        text = f"{text[:start]} {text[end:]}"
    return text


def _days(found: re.Match[str], today: date) -> tuple[date, date]:
    number, unit = found["zh"] or found["en"], found["zh_unit"] or found["en_unit"]
    if number:
        told = number_at(number, 0)
        return _back(today, round(told.value.mid if told else 1) * _UNIT_DAYS[unit])
    if found["rolling_month"]:
        return _back(today, _MONTH_DAYS)
    if found["few"] or found["rolling_week"]:
        return _back(today, _WEEK_DAYS)
    monday, month = today - timedelta(days=today.weekday()), today.replace(day=1)
    if found["last_week"]:
        return monday - timedelta(days=7), monday - timedelta(days=1)
    if found["last_month"]:
        return (month - timedelta(days=1)).replace(day=1), month - timedelta(days=1)
    return (monday if found["this_week"] else month), today


def _back(today: date, days: int) -> tuple[date, date]:
    return today - timedelta(days=min(max(days, 1), MOST_DAYS) - 1), today
