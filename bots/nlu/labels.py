"""What people say of a packet whose panel they sent: that it is one, what it is called, how much a portion is; pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bots.nlu.own_foods import PortionTold, portion_in

_TELLING = re.compile(
    r"(?:(?:这|那|刚才|上面)(?:一?张|个)?(?:照片|图片|图)?)?(?:拍的|照的)?(?:就?是)?(?:一?张|个)?"
    r"(?:食品|食物|包装)?(?:上的)?(?:营养)?(?:成分表|成份表|标签)(?:的?照片)?"
    r"|(?:读一?下|看一?下|记住|存一?下|保存)(?:这个|一下)?(?:营养)?(?:成分表|成份表|标签)"
    r"|(?:(?:this|that|it)(?:'s| is)? )?(?:read |save )?(?:a |an |the |my )?"
    r"(?:(?:nutrition|nutritional|food)(?: facts?)? )?(?:label|panel)|(?:this is )?(?:the )?nutrition facts"
)
_LEAD = re.compile(
    r"(?:(?:它|这|这个|那个|名字|名称)?(?:叫做?|是)|名字|名称|"
    r"(?:it|this|that)(?:'s| is)(?: called)?|called|name(?: is)?)\s*:?\s*"
)
# What tells of eating, asks, or is a figure is no name; 好吃 is a part of some.
_NO_NAME = re.compile(
    r"[?？吗]|我|(?:^|[^好])[吃喝](?:了|过|完)|早饭|午饭|晚饭|早餐|午餐|晚餐|(?:大|千)卡|kcal|"
    r"\b(?:i|ate|had|drank|my|please|how|what|why|when)\b"
)
_LETTER = re.compile(r"[^\W\d_]")
_EDGE = " .,;:!~、，。；：！「」『』《》()（）\"'"
_LONGEST = 60


@dataclass(frozen=True)
class NameTold:
    """The name of a food, in the cleaned text, and the portion that was told with it."""

    name: str
    portion: PortionTold | None = None


def tells_label(plain: str) -> bool:
    """Tell whether a cleaned text says that a photo is a nutrition label, and nothing else."""
    return _TELLING.fullmatch(plain.strip(_EDGE)) is not None


def label_name_in(plain: str) -> NameTold | None:
    """Return the name that a cleaned text gives to a packet, such as 纯牛奶 一盒250毫升; None where it gives none."""
    text = _LEAD.sub("", plain.strip(_EDGE), count=1) if _LEAD.match(plain.strip(_EDGE)) else plain.strip(_EDGE)
    portion = portion_in(text)
    name = (text[: portion.span[0]] + text[portion.span[1] :] if portion else text).strip(_EDGE)
    if len(name) > _LONGEST or "\n" in name or not _LETTER.search(name) or _NO_NAME.search(name):
        return None
    return NameTold(name, portion)
