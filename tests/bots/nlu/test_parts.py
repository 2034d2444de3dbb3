"""How much of a thing told before was eaten, or was left of it."""

from __future__ import annotations

import pytest

from bots.nlu.parts import Part, part_told
from meum.language.scripts import clean


def told(text: str) -> Part | None:
    return part_told(clean(text).text)


@pytest.mark.parametrize(
    ("text", "name", "amount"),
    [
        ("红烧肉没吃完，只吃了一半", "红烧肉", "一半"),
        ("红烧肉吃了一半", "红烧肉", "一半"),
        ("只吃了一半红烧肉", "红烧肉", "一半"),
        ("中午吃了一半米饭", "中午的米饭", "一半"),
        ("蛋糕我只吃了三分之一", "蛋糕", "三分之一"),
        ("只吃了半碗米饭", "米饭", "半碗"),
        ("只喝了半杯", "", "半杯"),
        ("红烧肉没吃完", "红烧肉", "没吃完"),
        ("没喝完牛奶", "牛奶", "没吃完"),
        ("only ate half of the pork", "pork", "half"),
        ("I only had half of my sandwich", "sandwich", "half"),
        ("only had half a bowl of rice", "rice", "half a bowl"),
        ("the rice, I only ate half of it", "rice", "half"),
        ("I didn't finish the noodles, only ate half", "noodles", "half"),
        ("just ate a few bites of the cake", "cake", "a few bites"),
    ],
)
def test_what_was_eaten_of_a_thing(text: str, name: str, amount: str) -> None:
    assert told(text) == Part(name=name, amount=amount)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("米饭剩了一半", "一半"),
        ("米饭还剩半碗", "半碗"),
        ("剩了一半米饭", "一半"),
        ("米饭剩下三分之一没吃", "三分之一"),
    ],
)
def test_what_was_left_of_the_rice(text: str, amount: str) -> None:
    assert told(text) == Part(name="米饭", amount=amount, is_left=True)


@pytest.mark.parametrize("text", ["left half the rice", "I left about half of the rice on my plate"])
def test_what_was_left_in_english(text: str) -> None:
    assert told(text) == Part(name="rice", amount="half", is_left=True)


@pytest.mark.parametrize(
    "text",
    [
        "吃了半碗米饭",
        "米饭吃了两碗",
        "粥吃了大半碗",
        "两个苹果只吃了一个",
        "一碗面只吃了一半",
        "had half a pizza",
        "ate two of the cookies",
        "left the rice",
        "I had a coffee with the team",
    ],
)
def test_a_meal_tells_of_no_part(text: str) -> None:
    assert told(text) is None
