"""The question what a day takes or should hold."""

from __future__ import annotations

import pytest

from bots.nlu.spending import asks_for_expenditure


@pytest.mark.parametrize(
    "words",
    [
        "我每天消耗多少热量",
        "我一天消耗多少",
        "日常消耗是多少",
        "我的基础代谢是多少",
        "一天该吃多少千卡",
        "热量目标是多少",
        "tdee",
        "what's my tdee",
        "how many calories do i burn a day",
        "how much should i eat per day",
        "my daily expenditure",
        "what is my calorie goal",
        "how many calories do i need to lose weight",
    ],
)
def test_it_is_asked_for_in_many_words(words: str) -> None:
    assert asks_for_expenditure(words)


@pytest.mark.parametrize(
    "words",
    [
        "今天消耗了多少",
        "跑步消耗多少",
        "今天吃了多少热量",
        "一天吃了三个苹果",
        "基础代谢 1400",
        "鸡蛋多少热量",
        "how many calories in an egg",
        "how many calories did i burn today",
        "how many eggs a day",
        "",
        "每天喝多少水",
    ],
)
def test_what_asks_for_something_else(words: str) -> None:
    assert not asks_for_expenditure(words)
