"""Pictures are read as their words, and never beside them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meum.language.emoji import PICTURES
from meum.language.scripts import clean


@pytest.mark.parametrize(
    ("told", "plain"),
    [
        ("🍎", "apple"),
        ("吃了🍕", "吃了披萨"),
        ("3🍎", "3 apple"),
        ("早饭3🍎", "早饭3个苹果"),
        ("半🍎和🍌", "半个苹果和香蕉"),
        ("两碗🍚", "两碗米饭"),
        ("早餐🥚🥚🥛", "早餐2个鸡蛋, 牛奶"),
        ("I ate 2 🍌 and ☕️", "i ate 2 banana and coffee"),
        ("🍎x3", "apple x3"),
        ("3 🍎 and 1 apple pie", "3 apple and 1 apple pie"),
        ("steak and 🍵", "steak and tea"),
        ("300ml💧", "300ml water"),
        ("🏃30分钟", "跑步30分钟"),
        ("🏃‍♀️ 5 km in 28 min", "ran 5 km in 28 min"),
        ("🧘🏽‍♂️一小时", "瑜伽一小时"),
    ],
)
def test_a_picture_is_its_word(told: str, plain: str) -> None:
    assert clean(told).text == plain


@pytest.mark.parametrize(
    ("told", "plain"),
    [
        ("苹果🍎", "苹果"),
        ("苹果3🍎", "苹果3"),
        ("苹果3个🍎", "苹果3个"),
        ("两碗饭🍚", "两碗饭"),
        ("早饭鸡蛋和面包 🥚🍞", "早饭鸡蛋和面包"),
        ("3 apples 🍎", "3 apples"),
        ("cherries 🍒", "cherries"),
        ("拿铁一杯☕", "拿铁一杯"),
        ("跑步30分钟🏃🏃", "跑步30分钟"),
        ("睡了7小时😴", "睡了7小时"),
    ],
)
def test_a_picture_beside_its_own_word_says_nothing(told: str, plain: str) -> None:
    assert clean(told).text.strip() == plain


def test_a_picture_is_quoted_as_it_was_sent() -> None:
    plain = clean("吃了3🍎，饱了")

    assert plain.quote(2, 6) == "3🍎"


@given(st.text(st.sampled_from([*PICTURES, "\ufe0f", "3", "个", "苹", "果", " ", "a", "，"]), max_size=40))
def test_any_mixture_of_pictures_can_be_cleaned_and_quoted(text: str) -> None:
    plain = clean(text)

    assert len(plain.origins) == len(plain.text) + 1
    assert list(plain.origins) == sorted(plain.origins)
