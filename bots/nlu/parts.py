"""How much of a thing told before was eaten, or was left of it: 红烧肉只吃了一半, "left half the rice"; pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bots.nlu.amounts import UNFINISHED, amounted, is_amount, is_little, share_told


@dataclass(frozen=True, kw_only=True)
class Part:
    """Hold the name of a thing, empty for the latest one, and how much of it was eaten, or was left."""

    name: str
    amount: str
    is_left: bool = False


_N = r"[^,。.;:!?\n]{1,40}?"
_A = r"[^,。.;:!?\n]{1,24}?"
_ONLY = r"(?:只|就|才|仅)"
_ATE = r"(?:吃|喝|用|动)(?:掉|下)?了?"
_UNFINISHED = r"(?:没有?|未|没能)(?:全)?(?:吃|喝|用)(?:完|光|掉|下)"
_AROUND = r"(?:我|其实|实际上?|最后|大概|大约|差不多|好像|也|还|都|刚才|,|\s)*+"
_WHOLE_ZH = r"(?:大概|大约|差不多|左右|而已|吧|啦|啊|哦|\s)*+"
_OF = r"(?:(?:of\s+)?(?:the|my|that|this|those|these|it|them)\b\s*)"
_OF_IT = r"(?:\s+of\s+(?:it|them))?"
_UNFINISHED_EN = r"(?:didn'?t|did not|couldn'?t|could not) (?:quite )?(?:finish|eat all|drink all)"
_HAD = r"(?:ate|had|drank|finished|used|managed(?: to eat)?|got through|took|eat|drink|finish)"
_FORMS = (
    # 红烧肉没吃完，只吃了一半 / 红烧肉吃了一半 / 没吃完，吃了一半
    re.compile(
        rf"(?P<name>{_N})??{_AROUND}(?P<cue>{_UNFINISHED}[,\s]*)?{_AROUND}(?P<only>{_ONLY})?{_WHOLE_ZH}{_ATE}"
        rf"{_WHOLE_ZH}(?P<ate>{_A}){_WHOLE_ZH}"
    ),
    # 只吃了一半红烧肉 / 中午吃了一半红烧肉
    re.compile(rf"(?P<when>{_N})??{_AROUND}(?P<only>{_ONLY})?{_ATE}{_WHOLE_ZH}(?P<both>{_N})"),
    # 红烧肉没吃完 / 没吃完红烧肉
    re.compile(rf"(?P<name>{_N})??{_AROUND}(?P<unfinished>{_UNFINISHED})了?"),
    re.compile(rf"{_AROUND}(?P<unfinished>{_UNFINISHED})了?(?P<name>{_N})"),
    # 米饭剩了一半 / 剩了一半米饭
    re.compile(
        rf"(?P<name>{_N})??{_AROUND}(?:{_UNFINISHED}[,\s]*)?{_AROUND}{_ONLY}?(?:还|又)?剩(?:了|下了?)?{_WHOLE_ZH}"
        rf"(?P<left>{_A})(?:没(?:吃|喝)(?:完|掉)?)?{_WHOLE_ZH}"
    ),
    re.compile(rf"(?P<when>{_N})??{_AROUND}剩(?:了|下了?)?{_WHOLE_ZH}(?P<both_left>{_N})(?:没(?:吃|喝)(?:完|掉)?)?"),
    # "left half the rice", "half of the rice was left"
    re.compile(
        rf"(?:i |and )?left\s+(?:about\s+)?(?P<left>{_A})\s+{_OF}(?P<name>{_N})"
        rf"(?:\s+(?:uneaten|over|behind|on (?:the|my) plate|in the (?:bowl|cup|glass)))?"
    ),
    re.compile(rf"(?:about\s+)?(?P<left>{_A})\s+{_OF}(?P<name>{_N})\s+(?:was|is|were|got)\s+(?:still )?left(?: over)?"),
    # "i only ate half of the pork", "had half the rice", "only half of the rice"
    re.compile(
        rf"(?:actually )?(?:i )?(?:(?P<only>only|just)\s+)?(?:{_HAD}\s+)?(?P<only_later>(?:only|just)\s+)?(?:about\s+)?"
        rf"(?P<ate>{_A})\s+{_OF}(?P<name>{_N})"
    ),
    # "only had half a bowl of rice"
    re.compile(
        rf"(?:actually )?(?:i )?(?P<only>only|just)\s+{_HAD}\s+(?:about\s+)?(?P<ate>{_A})(?:\s+of\s+(?P<name>{_N}))?"
    ),
    # "the pork, i only ate half of it"
    re.compile(rf"(?:the |my )?(?P<name>{_N}),?\s+i (?P<only>only|just)\s+{_HAD}\s+(?:about\s+)?(?P<ate>{_A}){_OF_IT}"),
    # "i didn't finish the pork, only ate half of it"
    re.compile(
        rf"(?:i )?(?P<unfinished>{_UNFINISHED_EN})\s+"
        rf"(?:of )?{_OF}?(?P<name>{_N})"
        rf"(?:\s*[,;]?\s*(?:(?:i )?(?:only|just) {_HAD}|only|just)\s+(?:about\s+)?(?P<ate>{_A}){_OF_IT})?"
    ),
)
_CUES = ("cue", "only", "only_later")


_OF_A_DISH = re.compile(
    r"的?(?:里面?的?|上面?的?)?(?:汤汁?|汤底|面汤|汁|酱汁?|料汁|皮|壳|籽|核|馅儿?|蛋黄|蛋白|边|底|浇头|配菜|奶盖|珍珠|冰|葱花?|香菜)|"
    r"(?:'s)?\s*(?:soup|broth|sauce|gravy|juice|yolks?|whites?|skin|crusts?|peel|shell|filling|topping|dressing|ice|foam)"
)


def is_part_of(words: str, whole: str = "") -> bool:
    """Tell whether words name a part of a dish that is never logged by itself: 牛肉面汤 of 牛肉面, 蛋黄 of anything."""
    return words.startswith(whole) and _OF_A_DISH.fullmatch(words[len(whole) :]) is not None


def part_told(text: str) -> Part | None:
    """Return how much of what was told before a cleaned text says was eaten, or None where it says nothing of it.

    A part (一半, "most") says so by itself; an amount (半碗, "200 g"), and a little in Chinese (喝了一口可乐), only
    after a word such as 只 or "only", or as what was left: else it tells of a meal.
    """
    return next((part for form in _FORMS if (found := form.fullmatch(text)) and (part := _part(found))), None)


def _part(found: re.Match[str]) -> Part | None:
    groups = {name: told.strip() for name, told in found.groupdict().items() if told}
    is_left = bool(groups.get("left") or groups.get("both_left"))
    if both := groups.get("both") or groups.get("both_left"):
        cut = _cut(both)
        when = f"{groups['when']}的" if "when" in groups else ""
        groups |= {"ate": cut[0], "name": when + cut[1]} if cut else {}
    amount = groups.get("ate") or groups.get("left") or (UNFINISHED if "unfinished" in groups else "")
    is_told = is_left or any(cue in groups for cue in _CUES)
    name = groups.get("name", "")
    # 一碗面只吃了一半 tells by itself what there was.
    if amounted(name) or not (is_told or _says_part(amount)) or not (share_told(amount) or is_amount(amount)):
        return None
    return Part(name=name, amount=amount, is_left=is_left)


def _says_part(amount: str) -> bool:
    """Tell whether an amount is a part of something by itself; a sip in English is one of "the coke"."""
    return share_told(amount) is not None and (amount.isascii() or not is_little(amount))


def _cut(words: str) -> tuple[str, str] | None:
    """Return 一半红烧肉 and 半碗米饭 cut in amount and name; None for 大半碗, an amount of nothing that is named."""
    if is_amount(words):
        return None
    places = range(len(words) - 1, 0, -1)
    # 半 alone counts what follows it: 半碗.
    shares = (at for at in places if words[:at] != "半" and share_told(words[:at]))
    at = next(shares, 0) or next((at for at in places if is_amount(words[:at])), 0)
    return (words[:at], words[at:].removeprefix("的")) if at else None
