"""Whether a message is about being reminded, and when; pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, time
from types import MappingProxyType

from meum.language.calendar_words import days_from
from meum.language.times import DayPart, Moment, moments_in

_POLITE = r"(?:请|麻烦|帮我|给我|你|能不能|可以|能|我想?要?让?你?|记得|别忘了)*"
_POLITE_EN = r"(?:(?:please|pls|hey|can you|could you|will you|i want you to|i'd like you to|don't forget to) )*"
_MEALS = r"(?:要|去|来|该)?(?:记录?|打卡)?一?下?我?的?(?:饮食|三餐|吃饭|吃的|吃了什么|餐食?|饭|打卡|食物)?"
_MEALS_EN = (
    r"(?: to)?(?: (?:log|record|track|enter|write down))?(?: (?:my|the|all))*(?: (?:meals?|foods?|what i (?:ate|eat)))*"
)
# What is left of a wish once its time and "every day" are taken out.
_ABOUT = re.compile(
    rf"{_POLITE}(?:开启|打开|设置|设定?|加|定)?一?个?(?:记录|饮食|吃饭|记饭)?提醒(?:我|一下)*{_MEALS}(?P<hour>\d{{1,2}})?(?:好吗|好|行)?[吧吗谢]*|"
    rf"{_POLITE_EN}(?:(?:set|create|add|make|turn on|i want|i'd like)(?: up)?(?: an?| my| the)? )?"
    rf"remind(?:ers?)?(?: me)?{_MEALS_EN}(?: (?P<hour_en>\d{{1,2}}))?(?: please| thanks)*"
)
_OTHER = re.compile(
    rf"{_POLITE}(?:每隔?[^,，。提]{{0,6}}|定时|设置?|开启?|打开)?一?个?提醒(?:我|一下)[^,，。;；!！\n]{{1,30}}|"
    rf"{_POLITE_EN}(?:remind me|(?:set|create|add|make)(?: up)?(?: an?| my| the)? reminders?) [^,.;!\n]{{1,80}}"
)
_HAD = re.compile(r"[吃喝]了|\b(?:i|we) (?:had|ate|drank)\b")
_OFF = re.compile(
    r"(?:请)?(?:关闭|取消|停止|关掉|不要|别|不用)(?:再)?(?:每天|记录)*提醒(?:我|功能)?了?(?:吧)?|"
    r"(?:please )?(?:stop|cancel|turn off|end|disable|no(?: more)?)(?: sending)?(?: my| the| me)? ?"
    r"remind(?:ers?|ing)(?: me)?"
)
_FORMS = (
    (re.compile(r"每天?([早晚])上?(?=[\d一二两三四五六七八九十提]|$)"), r"\1上"),
    (re.compile(r"每天|每日|天天|定时|准时|按时|\b(?:every ?day|daily|each day)\b"), " "),
    (re.compile(r"\b(?:every|each) (?=morning|noon|afternoon|evening|night)"), "at "),
    (re.compile(r"\b12 (?=noon|midnight)"), ""),
    (re.compile(r"\bat (\d{1,2})(?= (?:at night|in the)\b)"), r"\1:00"),
    (re.compile(r"(?<![\d.])(\d{1,2})\.(\d{2})(?![\d.])"), r"\1:\2"),
)
"""Ways of telling a time that are turned into plainer ones: "12 noon" tells its hour twice, 20.30 is a clock too."""
_LINKS = re.compile(
    r"(?<=[\u4e00-\u9fff])\s+|\s+(?=[\u4e00-\u9fff])|[,，:]|^[在到]|的时候|的(?=提醒)|\b(?:at|around|for|by)(?=\s|$)"
)
_START_OF_DAY = datetime(2000, 1, 3, tzinfo=UTC)
"""From here a clock told without its half of the day is meant as said."""
_OF_PART = MappingProxyType(
    {
        DayPart.DAWN: time(0),
        DayPart.MORNING: time(8),
        DayPart.FORENOON: time(10),
        DayPart.NOON: time(12),
        DayPart.AFTERNOON: time(16),
        DayPart.EVENING: time(20),
    }
)


@dataclass(frozen=True)
class Wish:
    """Hold what is wished: reminders off, or at a time, None where none was told."""

    is_off: bool = False
    at: time | None = None


def reminder_wish(plain: str) -> Wish | None:
    """Return the wish that a cleaned text consists of: 提醒 20:30, "remind me at 8pm", 关闭提醒; None for another."""
    text = _bare(plain)
    if _OFF.fullmatch(text):
        return Wish(is_off=True)
    words, moments = _without_times(text)
    found = _ABOUT.fullmatch(words)
    if found is None or len(moments) > 1 or _names_day(text):
        return None
    return Wish(at=_time_of(moments, found["hour"] or found["hour_en"]))


def asks_for_other_reminder(plain: str) -> bool:
    """Tell whether a cleaned text asks to be reminded once, or of something else than meals: 提醒我喝水."""
    text = _bare(plain)
    words, _ = _without_times(text)
    is_once = _ABOUT.fullmatch(words) is not None and _names_day(text)
    return is_once or (_OTHER.fullmatch(words) is not None and not _HAD.search(text))


def _bare(plain: str) -> str:
    return plain.strip().rstrip("。.!?？~ ")


def _names_day(text: str) -> bool:
    return any(days_from(text, today=_START_OF_DAY.date()))


def _without_times(text: str) -> tuple[str, tuple[Moment, ...]]:
    """Return the words of a text that tell no time, and the times."""
    if "提醒" not in text and "remind" not in text:
        return "", ()
    for form, instead in _FORMS:
        text = form.sub(instead, text)
    moments = moments_in(text, now=_START_OF_DAY)
    for moment in reversed(moments):
        text = f"{text[: moment.start]} {text[moment.end :]}"
    return " ".join(_LINKS.sub("", text).split()), moments


def _time_of(moments: tuple[Moment, ...], hour: str | None) -> time | None:
    if hour is not None:
        return time(int(hour)) if int(hour) < 24 else None
    moment = moments[0] if moments else None
    return (moment.clock or (_OF_PART[moment.part] if moment.part else None)) if moment else None
