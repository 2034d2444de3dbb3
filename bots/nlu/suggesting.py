"""The question what to eat: 晚饭吃什么, 家里有鸡蛋和番茄能做什么, "what should I eat tonight, no fish"; pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bots.nlu.courtesy import ENDING

_LONGEST = 100
_EATING = (
    r"(?:早餐|午餐|晚餐|早饭|午饭|晚饭|中饭|加餐|夜宵|下一?[顿餐]|这[顿餐]|一会儿?|今天|今日|今早|今晚|明天|明早|明晚|明儿|早上|中午|晚上|现在|待会儿?|等会儿?|"
    r"我们?|你觉得|那|该|能|可以|应该|要|想|还|再|适合|合适|\s)*+"
)
_ZH = (
    r"(?:(?:我)?(?:想|要|在|正在)?(?:减肥|减脂|减重|瘦身?|变瘦|增肌|增重)(?:的话|期间|期|时候?)?[,\s]*)?"
    rf"(?:{_EATING}(?:吃|喝|做)(?:点|些|个)?(?:什么|啥)(?:吃的?|菜|饭|东西)?(?:好吃|好|呢|吧|比较好|合适|啊|呀)*|"
    rf"{_EATING}(?:推荐|建议)(?:一下|一?[个顿些道点]|几[个道])?(?:今天|今晚|明天|我)?(?:的)?"
    r"(?:早餐|早饭|午餐|午饭|中饭|晚餐|晚饭|加餐|夜宵|吃什么|吃点什么|吃的|菜|食谱|食物)?(?:吧|呗|呢)?)"
)
_MEALS_EN = r"(?:breakfast|lunch|dinner|supper|food|meals?|eat|snacks?|a snack|a meal|something(?: to eat)?)"
_WHEN_EN = (
    r"(?: (?:for|today|tonight|now|tomorrow|next|my|a|this|evening|morning|breakfast|lunch|dinner|supper|snack|"
    r"with (?:it|these|them|that)))*"
)
_EN = (
    r"(?:(?:i (?:want|need|would like|am trying) to )?(?:lose|gain) (?:weight|\d+ ?(?:kg|kilos?|lbs?|pounds?))"
    r"[,.;]?\s*)?(?:"
    rf"(?:can you |please |could you )?(?:recommend|suggest)(?: me)?(?: some| a| something)?(?: (?:for|to))? "
    rf"{_MEALS_EN}|"
    r"(?:so |and )?what(?:'s| is)? (?:should|can|could|shall|do|to|good to)(?: we| i)? "
    rf"(?:eat|have|cook|make|drink){_WHEN_EN}|"
    rf"(?:so |and )?what(?:'s| is) for (?:breakfast|lunch|dinner|supper){_WHEN_EN}|"
    r"(?:any )?(?:meal |food |lunch |dinner |breakfast |snack )(?:ideas?|suggestions?)"
    r"(?: for (?:today|tonight|tomorrow))?)"
)
_HAND_ZH = (
    r"(?:我)?(?:(?:家里?|冰箱里?|手边|手头|厨房里?|宿舍里?)(?:现在|还|只|就|里)*(?:有|剩)(?:了|下)?|(?:还|只)(?:有|剩)(?:了|下)?)"
    r"(?P<hand>[^,，。;；?？]+?)[,，。;；\s]*(?:的话)?[,\s]*"
)
_HAND_EN = (
    r"(?:i(?:'ve)? (?:only |just |still )?(?:have|got)(?: got)?|there(?:'s| is| are)|with)(?: only| some)? "
    r"(?P<hand>[^.;?]+?)"
    r"(?: (?:at home|in the (?:fridge|house|kitchen)|left(?: over)?))*[,.;]?\s*(?:and )?"
)
_WITHOUT_ZH = r"[,，;；\s]*(?:但|但是|,)?(?:不要|别放|别有|不想吃|不吃|不含|没有)(?P<without>[^,，。;；?？]+)"
_WITHOUT_EN = r"[,;\s]+(?:but )?(?:without|no|not|i (?:don'?t|do not) want)(?: any)? (?P<without>[^.;?]+)"
_ASKED = tuple(
    re.compile(rf"(?:{hand})?(?P<core>{core})[?？]?(?:{without})?")
    for hand, core, without in ((_HAND_ZH, _ZH, _WITHOUT_ZH), (_HAND_EN, _EN, _WITHOUT_EN))
)
_INSTEAD = re.compile(
    r"(?:(?:我|今天|这次|晚上|中午)*(?:不要|别放|不想吃|不吃|没有|换掉|去掉|不喜欢(?:吃)?|家里没有?)|"
    r"(?:please )?(?:no|not|without|skip|i (?:don'?t|do not) (?:want|have|like|eat)|i hate)(?: any)?\s+)"
    r"(?P<without>[^?？]{1,40}?)(?:了|吧|的|呢|please)*"
)
_NOTHING = frozenset(
    {"", "我", "了", "这个", "这些", "thanks", "thank you", "idea", "it", "that", "this", "these", "more"}
)
_SPLIT = re.compile(r"\s*(?:[、,，/&+]|和|以及|还有|跟|或者?|\band\b|\bor\b)\s*")
_MEASURED = re.compile(
    r"^(?:一?(?:点儿?|些|个|颗|把|块|根|包|盒|袋|条)|几[个颗根]|\d+\s*(?:个|颗|g|克)?|"
    r"(?:some|a few|an?|the|my|leftover)\b)\s*"
)


@dataclass(frozen=True)
class SuggestionAsked:
    """Hold words for the foods that are at hand, and for those that are not wanted."""

    at_hand: tuple[str, ...] = ()
    without: tuple[str, ...] = ()


def suggestion_asked(plain: str) -> SuggestionAsked | None:
    """Return what a cleaned text says beside asking what to eat, None where it does not ask that."""
    text = plain.strip().strip(ENDING)
    if len(text) > _LONGEST:
        return None
    found = next((match for pattern in _ASKED if (match := pattern.fullmatch(text))), None)
    return SuggestionAsked(foods_in(found["hand"]), foods_in(found["without"])) if found else None


def asks_for_suggestion(plain: str) -> bool:
    """Tell whether a cleaned text asks what to eat."""
    return suggestion_asked(plain) is not None


def wanted_instead(plain: str) -> tuple[str, ...]:
    """Return the words for foods that an answer to a suggestion does not want: 不要鱼 gives 鱼."""
    found = _INSTEAD.fullmatch(plain.strip().strip(ENDING))
    return foods_in(found["without"]) if found else ()


def foods_in(words: str | None) -> tuple[str, ...]:
    """Return the foods of a list in words, without what counts them."""
    parts = (_MEASURED.sub("", part.strip()) for part in _SPLIT.split(words or ""))
    return tuple(part for part in parts if part not in _NOTHING)
