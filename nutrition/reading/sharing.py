"""How many people shared what was told: 三个人平分, "split with my husband"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from types import MappingProxyType

from meum.domain.intervals import Interval

_COUNTS = MappingProxyType(
    {"两": 2, "俩": 2, "二": 2, "三": 3, "仨": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}
    | {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
)
_COUNT = "[俩仨两二三四五六七八九十]|[2-9]"
_ENGLISH_COUNT = "two|three|four|five|six|[2-9]"
_SHARED = re.compile(
    rf"(?:(?P<zh>{_COUNT})(?:个?(?:人|朋友|同事))|(?P<pair>[俩仨]))(?:一起|一块儿?)?"
    r"(?:平分|均分|分着|分食|分吃|分(?!钟|量|之|糖|熟|饱|甜)|aa)(?:着?吃|了|的)?"
    rf"|(?P<table>{_COUNT})个?人(?:一起|一块儿?)?吃的?(?![了过完]|.{{0,3}}人)"
    rf"|(?P<even>{_COUNT})(?:平分|均分)(?:着?吃|了|的)?"
    r"|\b(?:split|shared|divided)(?: it| them| this| that)? (?:(?:between|among|by) )?"
    rf"(?P<en>{_ENGLISH_COUNT})(?: ways| people| of us)?\b"
    r"|(?:跟|和)[^,，。;；!！?？\n]{1,8}(?:分着|分吃了?|平分|对半|分了(?!.次)|分享|一人一半)(?:吃|了|的)?|一人一半|对半分"
    rf"|\b(?:split|shared|divided)(?= [^.!?\n]{{1,40}} (?P<ways>{_ENGLISH_COUNT})[ -]ways?\b)"
    rf"|(?:我们|咱们?|一家)(?P<family>{_COUNT})(?:口|个)?人?(?:一起|一块儿?|一共|总共)?(?=(?:吃|喝|分|点|干|炫)(?:了|掉|着))"
    rf"|\b(?:split|shared|divided)(?= [^.!?\n]{{1,40}} (?:between|among) (?:the )?(?P<among>{_ENGLISH_COUNT})\b)"
    rf"|\b(?:the )?(?P<of_us>{_ENGLISH_COUNT}) of us (?:had|ate|drank|finished|split|shared)\b"
    r"|\bwent halves\b(?: on)?"
    r"|\b(?:split|shared|splitting|sharing)(?: it| them| this| that)? with (?:my |a |the )?\w+"
    r"|\b(?:split|shared)(?= (?:an?|the|some|one|\d)\b[^.!?\n]{1,60}\bwith (?:my|a|the|our)\b)"
)
# Halves are seldom halves: shares told so differ by about this much (own guess).
_SPREAD = Interval(0.75, 1.0, 1.3)
# Who tells the own part of what was shared has divided it already: 三个人分了一锅，我吃了三分之一.
_OWN_PART = re.compile(
    r"我(?:自己|这|那|一个人|大概|估计|也就|就|只|差不多|份|的|分到|吃了?|喝了?|,|，)*(?:[一二三四五]分之|[大小]?一?半|\d/\d)"
)
# 我和朋友分了一个披萨 names nothing before who shared.
_OPENING = re.compile(
    r"(?:我们?|咱们?|今天|昨天|前天|昨晚|今晚|早上|上午|中午|下午|晚上|[早午晚][饭餐]|夜宵|刚才|刚刚|一起|然后|,|:|\s"
    r"|\b(?:i|we|just|then|and|today|yesterday|tonight|last night|for (?:breakfast|lunch|dinner)|at (?:lunch|dinner)"
    r"|breakfast|lunch|dinner|ended up)\b)*"
)
_ENDS = re.compile(r"[。!！?？\n;；]|\.(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Sharing:
    """One person's share of all that is told in `text[start:end]`; `cue` is where it is said."""

    share: Interval
    start: int
    end: int
    cue: tuple[int, int]

    def holds_for(self, start: int) -> bool:
        """Tell whether the amount told at `start` was shared: a serving told after who shared is one's own already."""
        return start < self.cue[0] or self.start >= self.cue[1]


def sharings_in(text: str) -> Iterator[Sharing]:
    """Yield what is said about sharing in a cleaned text; each holds for what its sentence told before it.

    At the beginning of a sentence, or behind a time and a pronoun alone, it holds for what follows: "split with my
    sister: a pizza".
    """
    for match in _SHARED.finditer(text):
        begin = max((end.end() for end in _ENDS.finditer(text, 0, match.start())), default=0)
        stop = _ENDS.search(text, match.end())
        if _OWN_PART.search(text, match.end(), stop.start() if stop else len(text)):
            share = Interval.exact(1)
        else:
            share = _SPREAD.scaled(1 / _people(match))
        if not _OPENING.fullmatch(text, begin, match.start()):
            yield Sharing(share, begin, match.start(), match.span())
        else:
            yield Sharing(share, match.end(), stop.start() if stop else len(text), match.span())


def _people(match: re.Match[str]) -> int:
    told = match["zh"] or match["pair"] or match["table"] or match["even"] or match["en"]
    told = told or match["ways"] or match["family"] or match["of_us"] or match["among"]
    if not told:
        return 2
    return int(told) if told.isdigit() else _COUNTS[told]
