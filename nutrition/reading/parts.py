"""Put what a sentence says of a food told before back to that food: 牛肉面一碗, 汤没喝完; 一份米饭, 米饭吃了一半."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from meum.domain.intervals import Interval
from nutrition.reading.leaving import eaten_beside
from nutrition.reading.pairing import Mention
from nutrition.reading.pieces import Food, Water
from nutrition.reading.portions import WHOLE

_STAPLES = frozenset({"饭", "米饭", "白饭", "面", "面条", "粉", "粉丝", "米线", "米粉", "宽粉", "馍", "饼"})
_PARTS = _STAPLES | {"汤", "肉", "菜", "蛋", "奶油", "酱", "鱼", "鸡", "虾", "排骨", "豆腐", "土豆", "皮", "馅"}
_SOUPY = re.compile(r"(?:[面粉汤锅煲烫馍]|米线|馄饨|云吞|抄手|饵丝|螺蛳粉|冒菜)$")
_RICE = re.compile(r"饭$|饭套餐$")
_ONLY_SAID = re.compile(r"剩|(?:都|全)?(?:[吃喝][光完]|没动)|刮掉|挑出|挑掉")
# 剩了|半碗饭 is what was not eaten, unless it is eaten later; 剩的半碗饭 says only where it came from.
_LEAVES = re.compile(r"剩(?:了|下了?|余)?(?:大概|大约|差不多|约)?\s*$")
_EATEN_LATER = re.compile(
    r"[^。!！?？\n]{0,16}?(?:(?<![没不])(?:吃|喝|解决|消灭|干)(?:了|掉了?|完了?|光了?)?(?=\W|$)|[热炒煮泡蒸煎](?:了|一?下)|当[了早午晚夜])"
)
STAPLE_SHARE = 0.45
"""How much of a dish of rice or noodles the rice or noodles are, by energy; own estimate."""


def with_parts(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Return the mentions but for those that only say how much of a food told before them was eaten."""
    done: list[Mention] = []
    for mention in mentions:
        is_left = _is_left(text, mention)
        at = _whole_of(text, mention, done, is_left=is_left)
        if at is None and is_left:
            continue
        if at is None:
            done = [earlier for earlier in done if not _is_told_again(text, earlier, mention)]
            done.append(mention)
        else:
            share = _share_but(mention, done[at]) if is_left else _share_of(mention)
            done[at] = _with_rest(done[at], mention, share)
    return done


def _is_left(text: str, mention: Mention) -> bool:
    """Tell whether an amount of a food is what was left of it: 吃了红烧肉，剩了|半碗饭."""
    amount = next(iter(mention.told.quantities), None)
    if amount is None or amount.start >= mention.food.start or not _LEAVES.search(text[: amount.start]):
        return False
    return _EATEN_LATER.match(text, mention.food.end) is None


def _share_but(left: Mention, whole: Mention) -> Interval:
    """Return the share that was eaten of a food, or of its part, of which so much was left."""
    told = whole.told.quantities if _is_same(left.food, whole.food) else ()
    return eaten_beside(left.told.quantities[0], told)


def _is_same(one: Food | Water, other: Food | Water) -> bool:
    if not isinstance(one, Food) or not isinstance(other, Food):
        return False
    return bool(one.candidates and other.candidates) and one.candidates[0].food == other.candidates[0].food


def _is_told_again(text: str, first: Mention, second: Mention) -> bool:
    """Tell whether a food named without an amount is told again with one: 只能喝粥 喝了三碗粥."""
    is_first_bare = first.told.is_empty and bool(second.told.quantities)
    return (
        _is_same(first.food, second.food)
        and is_first_bare
        and not _MORE.search(text, first.food.end, second.food.start)
    )


_MORE = re.compile(r"[又再还]|[早中晚午夜][上饭餐午]|[上下]午|然后|后来|昨|前天|\d点|[a-z]")


def _whole_of(text: str, part: Mention, before: Sequence[Mention], *, is_left: bool) -> int | None:
    """Return which of the foods told before a mention tells a part of, or None."""
    has_measure = any(quantity.measure for quantity in part.told.quantities)
    if not isinstance(part.food, Food) or (has_measure and not is_left):
        return None
    for at in range(len(before) - 1, -1, -1):
        whole = before[at].food
        if not isinstance(whole, Food) or not whole.candidates or not part.food.candidates:
            continue
        is_said = is_left or _share_of(part) is not WHOLE or _ONLY_SAID.match(text, part.food.end)
        if is_said and (_is_same(whole, part.food) or _holds(whole.key, part.food.key)):
            return at
    return None


def _holds(dish: str, part: str) -> bool:
    """Tell whether a dish has such a part by its name: the rice of 照烧鸡排饭, the broth of noodles."""
    if part not in _PARTS or dish == part:
        return False
    return part in dish or (part == "汤" and bool(_SOUPY.search(dish))) or (part == "米饭" and bool(_RICE.search(dish)))


def _share_of(part: Mention) -> Interval:
    quantities = part.told.quantities
    told = quantities[0].amount if quantities and 0 < quantities[0].amount.mid < 1 else WHOLE
    return told if part.told.share == WHOLE else part.told.share


def _with_rest(whole: Mention, part: Mention, share: Interval) -> Mention:
    assert isinstance(whole.food, Food)  # `_whole_of` has seen to both
    assert isinstance(part.food, Food)
    if not _is_same(whole.food, part.food):
        weight = STAPLE_SHARE if part.food.key in _STAPLES else 0.0
        share = Interval(*(1 - weight * (1 - each) for each in (share.low, share.mid, share.high)))
    told = replace(whole.told, share=whole.told.share.times(share))
    return replace(whole, told=told, end=max(whole.end, part.end))
