"""The question what a day still lacks: 今天还差什么营养, "what am I still missing today"; pure."""

from __future__ import annotations

import re

from bots.nlu.spans import without_days

_LONGEST = 60
_ASKED = re.compile(
    r"(?:我|吃得|吃的|目前|现在|到现在|身体|还)*(?:差|缺|缺少|缺乏|少|欠)了?(?:点|些)?(?:什么|啥|哪些|哪种|哪几种)(?:营养素?|元素|维生素|东西|没吃)?|"
    r"(?:我|吃得|吃的|现在)*(?:营养|吃得)(?:还)?(?:够不够|够|均不均衡|均衡|全不全|全面|达标)|(?:我的?)?营养(?:怎么样|如何|情况)?|"
    r"(?:so,? )?what(?:'s| is| are| am| do| nutrients?| vitamins?| else)*(?: (?:i|my|my day|we))?(?: am| do)?(?: i)?"
    r"(?: still)? (?:missing|lacking|short of|low on|need)(?: (?:in|from) (?:my )?(?:diet|food|meals?|day))?|"
    r"(?:am i|is) (?:still )?(?:missing|lacking|short of|low on) (?:anything|something|any (?:nutrients?|vitamins?))|"
    r"(?:did|have|do) i (?:get|gotten|got|eat|eaten) (?:enough|all (?:my|the)) (?:nutrients|vitamins)|"
    r"(?:am i|is my (?:diet|day)) (?:eating )?(?:balanced|nutritious)"
)
# Where a day was cut out of Chinese words.
_BLANK = re.compile(r"(?<=[^\x00-\x7f])\s|\s(?=[^\x00-\x7f])")
_ENDING = re.compile(r"(?:吗|嘛|(?<!什)么|呢|呀|啊|了|的|yet|please|so far|now|[\s?？。.!！,，~])+$")


def asks_what_is_missing(text: str) -> bool:
    """Tell whether a cleaned text asks which nutrients a day still lacks; days that it names do not matter."""
    if len(text) > _LONGEST:
        return False
    rest = _BLANK.sub("", re.sub(r"\s+", " ", without_days(text))).strip()
    return _ASKED.fullmatch(_ENDING.sub("", rest).strip(" ,，")) is not None
