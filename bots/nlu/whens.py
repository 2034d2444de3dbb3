"""A day and a meal told by themselves: 昨天的早饭, 周一中午, "last night's dinner"; pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from meum.language.times import MealSlot, moments_in

_FILLER = re.compile(
    r"我们?|的|了|过|吃|喝|也|又|都|就|还|那[顿餐天次]|这[顿餐]|[一整全]天|一[顿餐]|全部|所有|东西|食物|记录|内容|时候?|餐|饭|顿|在|用|"
    r"\b(?:the|my|our|a|an|i|i've|we|had|ate|have|has|having|eat|eaten|did|was|is|for|on|of|at|from|in|to|it|what|all|"
    r"whole|entire|day|meals?|foods?|everything|thing|things|again|one|just)\b|'s\b|[\s,.!:~'\"「」]"
)


@dataclass(frozen=True, kw_only=True)
class When:
    """Hold what was told of a time: days from today and the meal; None where a side was not told."""

    day_offset: int | None = None
    slot: MealSlot | None = None

    @property
    def is_told(self) -> bool:
        """Tell whether a day or a meal was named."""
        return self.day_offset is not None or self.slot is not None


NEVER = When()


def when_in(text: str, *, now: datetime) -> tuple[When, str]:
    """Return the day and the meal that a cleaned text tells, and the rest of it without them.

    Of two days or two meals the first counts. A part of the day stands for its meal.
    """
    day: int | None = None
    slot: MealSlot | None = None
    rest: list[str] = []
    at = 0
    for moment in moments_in(text, now=now):
        rest.append(text[at : moment.start])
        at = moment.end
        day = moment.day_offset if day is None else day
        slot = slot or moment.meal
    return When(day_offset=day, slot=slot), " ".join([*rest, text[at:]]).strip()


def only_when(text: str, *, now: datetime) -> When | None:
    """Return the day and the meal of a text that tells nothing else, None where it does; nothing told is `NEVER`."""
    when, rest = when_in(text, now=now)
    return None if _FILLER.sub("", rest) else when


_LEAD = re.compile(r"(?:我们?|i|we|so|and|,|\s)*")
_CLAUSE = re.compile(
    r"[,;。\n]\s*|\s+(?:and|then)\s+(?=(?:i\s+)?(?:ate|had|drank|ran|walked|weigh(?:ed)?|slept|did|swam|cycled|biked|went|snacked)\b)"
)
_SLEEP = re.compile(r"睡|\bsle(?:pt|ep)")


def day_carried(plain: str, *, now: datetime) -> list[tuple[int, str]]:
    """Return where in a cleaned text, last place first, the day that it begins with goes on, and the words of the day.

    昨天睡了8小时，体重60 tells a weight of yesterday. It ends at another day, and a part of the day after a night is
    told of the morning that ended it: 昨天睡了8小时，早上吃了面.
    """
    moments = moments_in(plain, now=now)
    first = moments[0] if moments else None
    if first is None or not first.day_offset or first.day_offset > 0 or first.meal or first.clock:
        return []
    if not _LEAD.fullmatch(plain[: first.start]):
        return []
    words, places = plain[first.start : first.end].strip(), []
    starts = [cut.end() for cut in _CLAUSE.finditer(plain, first.end)]
    is_night = bool(_SLEEP.search(plain, 0, starts[0] if starts else len(plain)))
    for start, end in pairwise([*starts, len(plain)]):
        told = [moment for moment in moments if start <= moment.start < end]
        if any(moment.day_offset is not None for moment in told) or (is_night and told):
            break
        places.append((start, words))
    return places[::-1]
