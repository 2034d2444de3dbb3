"""The question how many kinds of food were eaten: 今天吃了几种食物, "how many kinds of food this week"; pure."""

from __future__ import annotations

import re

from bots.nlu.spans import without_days

_LONGEST = 60
_ASKED = re.compile(
    r"(?:我|一共|总共|都|到现在)*(?:吃|摄入)(?:了|过|到)?(?:一共|总共)?(?:多少|几|哪几|哪些)种(?:不同的?|不一样的?)?"
    r"(?:食物|食材|东西|吃的)|(?:我|吃的|的)*(?:食物|食材)(?:的)?(?:种类|多样性)?(?:有)?(?:多少种?|几种|够不够|够|丰富)|"
    r"(?:我|吃的|的)*(?:食物|食材)(?:种类|多样性)|"
    r"how many (?:different )?(?:(?:kinds|types|sorts) of (?:foods?|things|ingredients)|(?:foods|ingredients))"
    r"(?: (?:did|have|had)? ?i (?:eat|eaten|had|have|ate))?|(?:my )?(?:food|dietary|diet) (?:variety|diversity)"
)
_BLANK = re.compile(r"(?<=[^\x00-\x7f])\s|\s(?=[^\x00-\x7f])")
_ENDING = re.compile(r"(?:吗|呢|呀|啊|了|的|please|so far|now|[\s?？。.!！,，~])+$")


def asks_how_many_kinds(text: str) -> bool:
    """Tell whether a cleaned text asks how many kinds of food were eaten; days that it names do not matter."""
    if len(text) > _LONGEST:
        return False
    rest = _BLANK.sub("", re.sub(r"\s+", " ", without_days(text))).strip()
    return _ASKED.fullmatch(_ENDING.sub("", rest).strip(" ,，")) is not None
