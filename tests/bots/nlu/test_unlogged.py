"""Whether somebody asks that nothing of a message be logged."""

from __future__ import annotations

import pytest

from bots.nlu.unlogged import asks_not_to_log
from meum.language.scripts import clean


@pytest.mark.parametrize(
    "text",
    [
        "别记：我吃了蛋糕",
        "我吃了个蛋糕，不要记",
        "先别记录，体重60",
        "不用记，喝了杯奶茶",
        "这条不要记录",
        "请不要保存：我吃了炸鸡",
        "don't log this: I ate a cake",
        "I ate a cake, don't log it",
        "please do not record this, I had two beers",
        "dont track it but i ate a donut",
        "no need to log this - 2 cookies",
        "off the record: I weigh 60 kg",
    ],
)
def test_nothing_is_to_be_logged(text: str) -> None:
    assert asks_not_to_log(clean(text).text)


@pytest.mark.parametrize(
    "text",
    [
        "别记苹果",
        "不记得吃了什么",
        "删掉苹果，别记",
        "我没记早饭，吃了两个鸡蛋",
        "don't log the apple",
        "I didn't log lunch: 2 eggs",
        "log 2 eggs",
        "不加糖的咖啡",
    ],
)
def test_something_else_is_meant(text: str) -> None:
    assert not asks_not_to_log(clean(text).text)
