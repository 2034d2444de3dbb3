"""The same as before: 早饭和昨天一样, 把昨天的晚饭复制到今天, 老样子, "same lunch as yesterday", "usual x2"; pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from bots.nlu.whens import NEVER, When, only_when
from meum.language.numerals import number_at

USUAL = "老样子"
"""The plain name of a person's usual meal, in whichever language it was told."""

_LONGEST = 120
_MOST_CUTS = 12
_MOST_TIMES = 20
_CUT = re.compile(
    r"[。;\n!]+|(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])|,(?!\d{3}\b)|\.(?=\s|$)|,?\s*(?:再加上?|再来|另外|外加|加上|还加了?|还有|多加了?|多吃了?|还吃了?|还喝了?|再)|"
    r"\s*\b(?:plus|and|with|along with|as well as)\b|(?=\s(?:but|except|without|minus)\b|但|不过)"
)
_LINK_BEFORE = re.compile(r"(?:\b(?:and|plus|with)|和|加上?|还有|[\s,;。])*$")
_EXCEPT = re.compile(
    r"(?:但是?|不过|只是|除了|就是)?[,\s]*(?:没有?|不|少|除去?|去掉)(?:[吃喝要加了有]|掉)*|"
    r"(?:but )?(?:except(?: for)?|without|minus|no|not|didn't have)\b(?: the| any)?"
)
_SAME = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?P<target>.*?)(?:the )?(?:exact(?:ly)? )?same (?P<also>.*?)as (?P<source>.+)",
        r"(?:please |can you |let's )?(?:copy|repeat|duplicate)(?: over)? (?P<source>.+?)(?: again)?"
        r"(?: (?:to|into|onto|for|as) (?P<target>.+))?",
        r"(?P<source>.+) again",
        r"(?P<target>.*?)(?:和|跟|同|与|像)(?P<source>.+?)(?:(?:吃|喝)(?:的|得|过的)?|那[顿餐天])?(?:是)?(?:完全|一模)?"
        r"(?:一样|相同|同样|一个样)(?:的|了)?(?P<also>.*)",
        r"(?P<target>.*?)(?<![不相合])同(?!学|事|时|样|上(?![周个星礼]))(?P<source>.+)",
        r"(?P<target>.*?)(?:还是|还吃|又是|又吃了?|照着?)(?P<source>.+?)(?:那些|那样|那几样|那套|那顿|那餐|的)(?:吃|来)?",
        r"(?:请|帮我|麻烦|\s)*(?:把|将)?(?P<source>.+?)(?:再)?(?:复制|拷贝|照搬|照抄|抄)(?:一份|一下|一遍)?"
        r"(?:(?:到|给|成|为|至|去|在)(?P<target>.+?))?(?:里|上|中|来|去)?",
        r"(?:请|帮我|麻烦|\s)*(?:复制|拷贝|照搬|照抄)(?:一份|一下)?(?P<source>.+?)"
        r"(?:(?:到|给|成|为|至)(?P<target>.+))?",
    )
)
_HINT = re.compile(r"[样同抄旧]|还[是吃]|又[是吃]|照|复制|拷贝|照搬|老规矩|same|copy|repeat|duplicate|again|usual")
_USUAL = re.compile(
    r"老样子|老规矩|(?<!un)\b(?:my |the )?usual(?= (?:breakfast|lunch|dinner|supper|snack)\b)|"
    r"\b(?:my|the) usual\b|^usual$"
)
_TIMES = re.compile(
    r"(?:[x×*]\s*(?P<after>\d+(?:\.\d+)?)|(?P<before>\d+(?:\.\d+)?)\s*[x×*])(?!\w)|(?P<half>一半|半份|\bhalf(?: of)?\b)"
)
_PORTIONS = re.compile(
    r"(?P<number>[\d.半一二两三四五六七八九十]+)\s*(?:份|倍|portions?|servings?|times)(?:的|of)?|(?P<double>\bdouble\b)"
)
_SAYING = re.compile(r"来|点了?|记一?下?|今儿|照旧|\b(?:log|add|record|please|same|as)\b|-")


@dataclass(frozen=True, kw_only=True)
class Repeat:
    """Hold what is to be logged again: the meal or day `source` tells of, or the saved meal called `name`.

    `target` is when it was eaten, `times` how much of it, `left_out` names what was not eaten of it this time, `rest`
    is what else the message tells, bare energy too.
    """

    target: When
    source: When = NEVER
    name: str = ""
    times: float = 1.0
    rest: str = ""
    left_out: str = ""


def repeat_of(text: str, *, names: Collection[str], now: datetime) -> Repeat | None:
    """Return what a cleaned text asks to log again, None where it asks for nothing of the kind.

    `names` are the plain names of the meals that the person saved; `now` is the person's local date and time.
    """
    if len(text) > _LONGEST or not (_HINT.search(text) or any(name in text for name in names)):
        return None
    for start, end in _pieces(text):
        found = _usual(text[start:end], names, now) or _same(text[start:end], now)
        if found is not None:
            before, after = _LINK_BEFORE.sub("", text[:start]), _without_link(text[end:])
            left_out = _EXCEPT.match(after)
            if left_out:
                return replace(found, rest=before, left_out=after[left_out.end() :].strip())
            return replace(found, rest=", ".join(filter(None, (before, after))))
    return None


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches between two cuts, the longest first, so that no name is cut that holds "and"."""
    cuts = [(match.start(), match.end()) for match in _CUT.finditer(text)]
    cuts = cuts if len(cuts) <= _MOST_CUTS else []
    starts = [0, *(end for _, end in cuts)]
    ends = [*(start for start, _ in cuts), len(text)]
    stretches = [(start, end) for start in starts for end in ends if text[start:end].strip()]
    return iter(sorted(stretches, key=lambda stretch: (stretch[0] - stretch[1], stretch[0])))


def _without_link(text: str) -> str:
    text = text.lstrip(" ,;。.!\n")
    link = _CUT.match(text)
    return text[link.end() :].strip() if link else text.strip()


def _same(piece: str, now: datetime) -> Repeat | None:
    for pattern in _SAME:
        found = pattern.fullmatch(piece.strip())
        told = found and _told(found.groupdict(), now)
        if told:
            return told
    return None


def _told(groups: dict[str, str | None], now: datetime) -> Repeat | None:
    target, source, also = (only_when(groups.get(name) or "", now=now) for name in ("target", "source", "also"))
    if target is None or source is None or also is None or not source.is_told:
        return None
    target = When(day_offset=target.day_offset, slot=target.slot or also.slot)
    if source.day_offset is None and (target.slot is None or target.slot is source.slot):
        return None
    return Repeat(target=target, source=source)


def _usual(piece: str, names: Collection[str], now: datetime) -> Repeat | None:
    for start, end, name in _named(piece, names):
        rest, times = _times(f"{piece[:start]} {piece[end:]}")
        target = only_when(_SAYING.sub(" ", rest), now=now)
        if target is not None and 0 < times <= _MOST_TIMES:
            return Repeat(target=target, name=name, times=times)
    return None


def _named(piece: str, names: Collection[str]) -> Iterator[tuple[int, int, str]]:
    """Yield where a saved meal is named, the longest name first; the usual last."""
    for name in sorted(names, key=len, reverse=True):
        pattern = rf"\b{re.escape(name)}\b" if name.isascii() else re.escape(name)
        for found in re.finditer(pattern, piece):
            yield *found.span(), name
    for found in _USUAL.finditer(piece):
        yield *found.span(), USUAL


def _times(words: str) -> tuple[str, float]:
    """Return words without how many times is told, and how many; once where nothing is."""
    if found := _TIMES.search(words):
        told = found["after"] or found["before"]
        return _outside(words, found), float(told) if told else 0.5
    if found := _PORTIONS.search(words):
        number = number_at(found["number"], 0) if found["number"] else None
        if found["double"] or number is not None:
            return _outside(words, found), number.value.mid if number else 2.0
    return words, 1.0


def _outside(words: str, found: re.Match[str]) -> str:
    return f"{words[: found.start()]} {words[found.end() :]}"
