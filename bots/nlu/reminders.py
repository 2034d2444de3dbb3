"""Whether a message is about being reminded, and when; pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time

from meum.language.clocks import clocks_in

_ABOUT = re.compile(
    r"(?:请|麻烦|帮我|给我)*(?:每天|每日|每晚|天天|定时)?(?:(?:在|早上|上午|中午|下午|晚上|傍晚)*[\d一二三四五六七八九十两零:点半刻分钟一]*)?"
    r"(?:的时候)?(?:开启|打开|设置|设)?(?:记录)?提醒(?:我|一下|记录|吃饭|记饭)*[\s:]*"
    r"(?:每天|每日|每晚|在|早上|上午|中午|下午|晚上|傍晚|[\d一二三四五六七八九十两零:点半刻分钟一\s])*(?:吧|谢谢)?|"
    r"(?:please |can you )?(?:set (?:a |my )?)?remind(?:er| me)?(?: every day| daily| to log)*"
    r"(?: (?:at|for))?[\s:]*(?:[\d:.]+\s*(?:[ap]\.?m\.?)?)?(?: every day| daily| please)*"
)
_OFF = re.compile(
    r"(?:请)?(?:关闭|取消|停止|关掉|不要|别|不用)(?:再)?(?:每天|记录)*提醒(?:我|功能)?了?(?:吧)?|"
    r"(?:please )?(?:stop|cancel|turn off|end|disable|no(?: more)?)(?: sending)?(?: my| the| me)? ?"
    r"remind(?:ers?|ing)(?: me)?"
)
_LATE = ("下午", "晚上", "傍晚", "每晚")


@dataclass(frozen=True)
class Wish:
    """Hold what is wished: reminders off, or at a time, None where none was told."""

    is_off: bool = False
    at: time | None = None


def reminder_wish(plain: str) -> Wish | None:
    """Return the wish that a cleaned text consists of: 提醒 20:30, "remind me at 8pm", 关闭提醒; None for another."""
    text = plain.strip().rstrip("。.!?~ ")
    if _OFF.fullmatch(text):
        return Wish(is_off=True)
    if not text or not _ABOUT.fullmatch(text):
        return None
    clock = next(clocks_in(text), None)
    if clock is None:
        return Wish()
    is_late = clock.is_afternoon or any(word in text for word in _LATE)
    hour = clock.hour + 12 if is_late and clock.hour < 12 else clock.hour
    return Wish(at=time(hour % 24, clock.minute))
