"""What a message tells of somebody else, or of long ago: 我妈体重130斤, "I weighed 140 last year"; no log of today."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

_OTHER_ZH = (
    r"(?:妈妈?+|爸爸?+|父亲|母亲|爸妈|父母|老公|老婆|丈夫|妻子|男朋友|女朋友|男友|女友|儿子|女儿|闺女|孩子们?|小孩|闺蜜|朋友"
    r"|同事|室友|舍友|同学|姐姐?+|妹妹?+|哥哥?+|弟弟?+|爷爷|奶奶|外公|外婆|姥姥|姥爷|婆婆|岳父|岳母|舅舅|姑姑|叔叔|阿姨|邻居)"
)
_OTHER_EN = (
    r"(?:husband|wife|partner|boyfriend|girlfriend|brother|sister|mom|mum|mother|dad|father|parents|son|daughter|kids?"
    r"|child|children|baby|friends?|roommate|flatmate|colleagues?|co-?workers?|boss|grandma|grandpa|grandmother"
    r"|grandfather|aunt|uncle|cousin|neighbou?r|dog|cat)"
)
# Who says, takes along or is met is not who did it; nor whose things are told of.
_DOES_ITSELF = (
    r"(?!们?(?:一起|一块|聚|说|叫|让|喊|劝|陪|带|拉|催|问|送|给|和我|跟我|与我|夸|嫌|推荐|的)"
    r"|[^,，。;；!！?？\n]{0,10}我)"
)
_SUBJECT = re.compile(
    rf"(?:^|(?<=[\s,，、。;；!！\n]))(?:(?:今天|昨天|昨晚|今早|刚才|听说)\s*)?"
    rf"(?:(?:我们?|俺)(?:的|家)?\s*{_OTHER_ZH}|{_OTHER_ZH}|[他她]们?)(?:今天|昨天|昨晚)?{_DOES_ITSELF}"
    rf"|(?:^|(?<=[,，.;!]\s)|(?<=\n)|\band )(?:(?:my|our|the|his|her) {_OTHER_EN}|he|she|they)\b"
    r"(?![^,.;!?\n]{0,24}\b(?:i|me|my|i'm|i've|us|we)\b)"
)
_LONG_AGO = re.compile(
    r"(?<![比跟和较从])(?:大?前年|去年|上个?月|(?:几|[\d一二两三四五六七八九十半]+)(?:年|个月)(?:以?前|之前)|小时候"
    r"|年轻(?:的)?(?:时候|时)|曾经|(?:^|(?<=[\s,，。;；我]))(?:以前|从前|之前(?=[\d体每一]))|怀孕前|生娃前|上大学时)"
    r"|(?<!than )(?<!since )(?<!from )\b(?:last (?:year|month|summer|winter|spring|fall|autumn)"
    r"|(?:\d+|a|one|two|three|few|some|many) (?:years?|months?) ago|years ago|months ago|back then"
    r"|used to (?!it\b|the\b)|when i was|as a (?:kid|child|teen|teenager))\b"
)
_MYSELF = re.compile(rf"我(?!(?:们?|的|家)*\s*{_OTHER_ZH})|\b(?:i|i'm|i've|mine)\b|\bmy (?!{_OTHER_EN}\b)")
_NOW = re.compile(
    r"现在|目前|如今|今[天早晚]|昨[天晚]|刚刚?|这[周几]"
    r"|\b(?:now|today|currently|yesterday|tonight|this (?:morning|week|afternoon|evening)|these days)\b"
)
_BREAK = re.compile(r"[,，;；。!！?？\n]|但是?|不过|\bbut\b|\.\s")


def apart_in(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """Return the stretches of a cleaned statement that tell of somebody else, or of a time too long past to log.

    Each reaches to where the person speaks of themselves, or of now, again; else to the end of the statement.
    """
    return tuple(sorted([*_of_others(text, start, end), *_of_long_ago(text, start, end)]))


def _of_others(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    own = [match.start() for match in _MYSELF.finditer(text, start, end)]
    for match in _SUBJECT.finditer(text, start, end):
        yield match.start(), _next(own, match.end(), end)


def _of_long_ago(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    starts = [start, *(match.end() for match in _BREAK.finditer(text, start, end))]
    present = [match.start() for match in _NOW.finditer(text, start, end)]
    for match in _LONG_AGO.finditer(text, start, end):
        clause = starts[bisect_right(starts, match.start()) - 1]
        is_after_now = _next(present, clause, end) < match.start()
        yield (match.start() if is_after_now else clause), _next(present, match.end(), end)


def _next(places: list[int], at: int, end: int) -> int:
    """Return the first of sorted places from `at` on, else the end."""
    found = bisect_left(places, at)
    return places[found] if found < len(places) else end
