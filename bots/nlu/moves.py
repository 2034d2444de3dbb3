"""What was told before and belongs to another day or meal: 包子改到昨天, "it was dinner, not lunch"; pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from bots.nlu.amounts import amounted
from bots.nlu.corrections import plain_name
from bots.nlu.courtesy import bare
from bots.nlu.whens import NEVER, When, only_when


@dataclass(frozen=True, kw_only=True)
class Move:
    """Hold what is to be moved, by the words that name it, empty for the latest entry, and where to.

    `source` is where the latest entry was said to be by mistake. What is not `is_sure` may tell of a new meal.
    """

    name: str
    target: When
    source: When = NEVER
    is_all: bool = False
    is_sure: bool = True


_LONGEST = 80
_QUESTION = re.compile(r"[?？]\s*$|[吗么嘛呢]\s*[?？。!]*\s*$")
_N = r"[^,。.;:!?\n]{1,40}?"
_W = r"[^,。;:!?\n]{1,24}?"
_ATE = r"(?:我?(?:吃|喝|用|买)(?:过|了)?)?"
_OF = rf"{_ATE}(?:的|那[顿餐天])?(?:时候)?"
_AROUND = r"(?:我|都|给|也|好像|要|请|,|\s)*+"
_PUT = (
    r"(?:改|修改|更正|移|移动|挪|挪动|搬|调|调整|换|转|变更?|记|算|放|归|写|存)(?:成|到|在|为|作|做|去|进|入|至|给|是)|"
    r"(?:更正|修改)为|算(?=[今昨前上早午中晚夜宵加周星礼\d])"
)
_PUT_EN = r"(?:move|shift|put|transfer|change|switch|reassign|swap|bring|push|correct|edit|set)"
_BE = r"(?:was|were|is|are|'s|should be|should have been|belongs?|goes|go)"
_FROM = r"(?:\s+(?:actually|really|for|from|at|on|in|to|under|eaten|had|part of|meant for|supposed to be))*"
_TO = r"(?:to|into|under|onto|on|as|for|in|with)"
_WHEN_EN = r"(?:yesterday|today|tonight|last|this|for|at|on|in|as|earlier|\d+ days|two days)\b"
_IT = r"(?:it|that|this|they|those|these|that one|the last one|the last meal|that meal|this meal)"
_FORMS = tuple(
    (re.compile(pattern), is_sure)
    for pattern, is_sure in (
        # 不是午饭，是晚饭 / 包子不是今天吃的是昨天吃的 / 是晚饭不是午饭
        (
            rf"(?P<name>{_N})??{_AROUND}(?:不是|并不是|并非)(?P<old>{_W}){_OF}[,\s]*(?:而|应该|其实)*是(?P<when>{_W}){_OF}",
            True,
        ),
        (rf"(?P<name>{_N})??{_AROUND}是(?P<when>{_W}){_OF}[,\s]*(?:而)?(?:不是|并不是|并非)(?P<old>{_W}){_OF}", True),
        # 早上的包子改到昨天 / 把午饭记成晚饭 / 算昨天的
        (
            rf"(?:把|将)?(?P<name>{_N})??(?P<all>都|全|全都|全部)?(?:{_AROUND}应该?)?{_AROUND}(?:{_PUT})了?(?P<when>{_W}){_OF}(?:里|上|去|那边|名下)?",
            True,
        ),
        # 应该是晚饭 / 苹果其实是昨天吃的 / 苹果记错了，是昨天吃的
        (rf"(?P<name>{_N})??{_AROUND}(?:应该|其实|实际上?|(?:记|写|说|搞|弄)错了?,?)+是(?P<when>{_W}){_OF}", True),
        # 苹果是昨天吃的 / 刚才那顿是午饭
        (rf"(?P<name>{_N})??{_AROUND}(?:是|算)(?P<when>{_W}){_OF}", False),
        # "it was dinner, not lunch", "not lunch, dinner", "it wasn't lunch, it was dinner"
        (rf"(?:(?P<name>{_N})\s+{_BE}{_FROM}\s+)?(?P<when>{_W})[\s,]+(?:and |but )?not{_FROM}\s+(?P<old>{_W})", True),
        (
            rf"(?:(?P<name>{_N})\s+)?(?:(?:was|is|were|are)(?:n't| not)|not){_FROM}\s+(?P<old>{_W})"
            rf"(?:[\s,]+(?:but|it was|that was|it's|they were|rather))*[\s,]+(?P<when>{_W})",
            True,
        ),
        # "move the sandwich to yesterday", "put that under lunch", "make it dinner"
        (rf"{_PUT_EN}\s+(?P<all>all of\s+|everything\s*)?(?P<name>{_N})??\s*\b{_TO}\s+(?P<when>{_W})", True),
        (rf"make\s+(?:{_IT})\s+(?P<when>{_W})", True),
        # "the apple was yesterday", "that was for yesterday"
        (rf"(?P<name>{_N})\s*{_BE}{_FROM}\s+(?P<when>{_W})", False),
        # "i had the apple yesterday"
        (
            rf"i\s+(?:actually |really )?(?:had|ate|drank)\s+"
            rf"(?P<name>(?:the|that|those|it|them)\b[^,.;:!?\n]{{0,40}}?)\s+(?={_WHEN_EN})(?P<when>{_W})",
            False,
        ),
    )
)
_THIS = re.compile(
    rf"{_IT}|(?:刚才|刚刚|上面|上一?|最后|前面|我|这|那)*(?:那|这|上)?一?(?:顿|餐|条|次|个|些|笔)?饭?(?:记录)?(?:的)?|(?:刚才|刚刚)记的|它们?|i|and|sorry"
)


def move_of(plain: str, *, now: datetime) -> Move | None:
    """Return the move that a cleaned text asks for, or None where it is something else.

    `now` is the person's local date and time. The day or meal it is moved to is told and nothing is told beside it.
    """
    if len(plain) > _LONGEST or _QUESTION.search(plain):
        return None
    text, is_denial = bare(plain)
    for form, is_sure in _FORMS:
        found = form.fullmatch(text)
        told = found and _told(found.groupdict(), now, is_sure=is_sure or is_denial)
        if told:
            return told
    return None


def _told(groups: dict[str, str | None], now: datetime, *, is_sure: bool) -> Move | None:
    target = only_when(groups["when"] or "", now=now)
    source = only_when(groups.get("old") or "", now=now)
    if target is None or not target.is_told or source is None:
        return None
    if groups.get("old") and not source.is_told:
        return None
    name = (groups.get("name") or "").strip()
    name = "" if _THIS.fullmatch(name) else _without_amount(plain_name(name))
    named = only_when(name, now=now) if name else None
    if not is_sure and named is not None and named.slot is None:
        return None  # 昨天是周四
    return Move(
        name=name,
        target=target,
        source=source,
        is_all=bool(groups.get("all")),
        is_sure=is_sure,
    )


def _without_amount(name: str) -> str:
    """Return 鸡蛋 for 两个鸡蛋: the amount that was told is that of the thing already."""
    told = amounted(name)
    return told.name if told and told.name else name
