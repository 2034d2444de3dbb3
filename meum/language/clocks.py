"""Clock times in words and figures: 八点半, 8点一刻, 20:30, "8:30 pm", "half past eight"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from meum.language.numerals import number_at


@dataclass(frozen=True, slots=True)
class ClockWords:
    """Hold a clock time as said in `text[start:end]`: `is_afternoon` is None where am or pm was not said."""

    start: int
    end: int
    hour: int
    minute: int
    is_afternoon: bool | None = None


_ZH_HOURS = r"二十[一二三四]|二十|十[一二三四五六七八九]|[零一二两三四五六七八九十]|\d{1,2}"
_ZH_MINUTES = r"[零〇]?[一二三四五]?十?[一二三四五六七八九十]|\d{1,2}"
_ZH = re.compile(
    rf"(?<![\d.零一二两三四五六七八九十百])(?P<hour>{_ZH_HOURS})(?:点钟?|时(?=\d))(?!心|餐|菜|外卖|评|滴|米|水|饭|面|东西|吃的|零食)"
    rf"(?:(?P<half>半)|(?P<quarter>一刻|三刻)|过?(?P<minute>{_ZH_MINUTES})(?:分(?!钟)|(?=[\s,，。的吃喝起睡去开到]|$))|整)?"
)
# 一点 is "a bit" unless something says that it is a clock.
_A_BIT = re.compile(
    r"(?<!上午)(?<!中午)(?<!下午)(?<!凌晨)(?<!晚上)(?<!半夜)(?<![早晚])一点(?!钟|半|[一三]刻|整|\d|[零一二三四五]?十)"
)
_COLON = re.compile(
    r"(?<![\d:.])(?P<hour>[01]?\d|2[0-4]):(?P<minute>[0-5]\d)(?![\d:])(?:\s*(?P<half_day>[ap])\.?m\b\.?)?"
)
_MERIDIEM = re.compile(r"(?<![\d:.])(?P<hour>1[0-2]|0?[1-9])(?:\.(?P<minute>[0-5]\d))?\s*(?P<half_day>[ap])\.?m\b\.?")
HOUR_WORDS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_AT = re.compile(
    rf"\b(?:at|around) (?:around |about )?(?P<hour>1\d|2[0-3]|[1-9]|{HOUR_WORDS})(?![\d:./%])(?: o'?clock)?"
    r"(?=\s*(?:$|[,.;!?\n]|i\b|we\b|in\b|on\b|was\b|were\b|it was\b|yesterday|today|for\b|o'clock|last|this))"
)
_O_CLOCK = re.compile(rf"\b(?P<hour>1[0-2]|[1-9]|{HOUR_WORDS})\s*o'?clock")
_PAST = re.compile(
    r"(?<![:.])\b(?P<step>half|quarter|(?:a )?quarter|\d{1,2}|ten|twenty|five)\s+(?P<side>past|to)"
    r"\s+(?P<hour>[a-z]+|\d{1,2})\b(?![:.]\d)"
)


def clocks_in(text: str) -> Iterator[ClockWords]:
    """Yield the clock times of a cleaned text in no fixed order; what reads two ways may come twice."""
    bits = {match.start() for match in _A_BIT.finditer(text)}
    for match in _ZH.finditer(text):
        if match.start() not in bits:
            yield from _chinese(match)
    for pattern in (_COLON, _MERIDIEM, _AT, _O_CLOCK):
        for match in pattern.finditer(text):
            yield _figures(match)
    for match in _PAST.finditer(text):
        yield from _past(match)


def _chinese(match: re.Match[str]) -> Iterator[ClockWords]:
    hour = _figure(match["hour"])
    minute = 30 if match["half"] else {"一刻": 15, "三刻": 45}.get(match["quarter"] or "", 0)
    if match["minute"]:
        minute = _figure(match["minute"].lstrip("零〇"))
    if 0 <= hour <= 24 and 0 <= minute < 60:
        yield ClockWords(*match.span(), hour, minute)


def _figures(match: re.Match[str]) -> ClockWords:
    told = match.groupdict()
    hour, half_day = _figure(told["hour"]), told.get("half_day")
    is_afternoon = half_day == "p" if half_day and hour <= 12 else None
    return ClockWords(*match.span(), hour, int(told.get("minute") or 0), is_afternoon)


def _past(match: re.Match[str]) -> Iterator[ClockWords]:
    hour = _figure(match["hour"])
    step = 30 if match["step"] == "half" else 15 if "quarter" in match["step"] else _figure(match["step"])
    if 1 <= hour <= 12 and 0 < step < 60:
        is_to = match["side"] == "to"
        yield ClockWords(*match.span(), (hour - 2) % 12 + 1 if is_to else hour, 60 - step if is_to else step)


def _figure(word: str) -> int:
    """Return the whole number a word spells, or -1."""
    numeral = number_at(word, 0) if word else None
    return int(numeral.value.mid) if numeral and numeral.end == len(word) else -1
