"""What people say around a request or a correction: please, sorry, no wait; pure."""

from __future__ import annotations

import re

ENDING = " 。!?~.,、,;:…"
"""Signs that end a message and mean nothing in it."""

_POLITE = re.compile(
    r"(?:(?:你好|您好|嗨|哈喽|hello|hi|hey there|good (?:morning|afternoon|evening))(?: ?(?:meum|"
    r"there))?(?=[\s,.!;:])[.!;:]*|请问?|麻烦你?|劳驾|(?:你|您)?(?:能不能|可不可以|能|可以)?(?:再)?(?:帮我|帮忙|给我|替我)|(?:能不能|可不可以|"
    r"可以)(?=[把删改去])|"
    r"我(?:想|要)(?=[把删改去看])|please|pls|(?:can|could|would|will) you|(?:i(?:'d| would) like|i want|i need) to|"
    r"let'?s|hey|just)[\s,]*"
)
_POLITE_END = re.compile(r"[\s,]*(?:了吧|吧|一下|谢谢你?|好吗|可以吗|行吗|吗|please|pls|thanks|thank you|for me|now)$")
# "No" alone begins many a meal ("no sugar"): what it denies is told by a comma or by "it was".
_DENIAL = re.compile(
    r"(?:(?:不对|不是(?=[\s,。!])|错了|我?(?:刚才?)?(?:搞|记|说|写|打|弄|输)错了?|更正|纠正|修正|"
    r"不(?=[,。!\s]))[啊呀了哦吧的]*|"
    r"(?:no|nope|nah)(?=\s*[,.!;:-]|\s+\d|\s+(?:it|that|the|i|there|they|make|change|wait)\b)|"
    r"(?:(?:you(?:'re| are) |(?:that|it)(?:'s| is| was) )?(?:wrong|incorrect|not right)|correction)(?=[\s,.!:;-]))"
    r"[\s,。.!:;-]*"
)
_FORGOT = r"(?:我|又|还|刚才|刚刚)*(?:忘了?|忘记|漏了?)(?:说|记|告诉你|写)了?"
_DOUBT = re.compile(
    r"(?:(?:哦|啊|哎呀?|呃)?(?:不好意思|抱歉|对不起)|等等|等一下|哦|哎呀|(?:早上|上午|中午|下午|晚上)好(?=[\s,.。!])|"
    rf"{_FORGOT}|(?:请|麻烦|帮我|帮忙|给我|你)+记(?:录)?一?下(?!午)|"
    r"(?:sorry|oops|my mistake|wait|oh|actually)(?=[\s,.!:;-]))[\s,。.!:;-]*"
)


def opening_end(plain: str) -> int:
    """Return where a cleaned text goes on after it begins by denying or regretting something; 0 where it does not.

    抱歉，晚饭吃了面 tells of a meal, and the regret names no food.
    """
    end = 0
    while found := _DENIAL.match(plain, end) or _DOUBT.match(plain, end):
        if found.end() >= len(plain):
            break
        end = found.end()
    return end


def bare(plain: str) -> tuple[str, bool]:
    """Return a cleaned text without what was said out of politeness, and whether it begins by denying something."""
    text, is_denial = plain.strip().strip(ENDING), False
    while (found := _POLITE.match(text) or _DENIAL.match(text) or _DOUBT.match(text)) and found.end() < len(text):
        is_denial = is_denial or found.re is _DENIAL
        text = text[found.end() :]
    while (found := _POLITE_END.search(text)) and found.start() > 0:
        text = text[: found.start()]
    return text.strip(ENDING), is_denial
