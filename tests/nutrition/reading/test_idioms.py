"""Sayings that name a food and mean none."""

from __future__ import annotations

import pytest

from nutrition.reading.idioms import idioms_in
from tests.nutrition.reading.conftest import Read


@pytest.mark.parametrize(
    "text",
    [
        "这次吃亏了",
        "他被炒鱿鱼了",
        "心灵鸡汤",
        "spilled the beans",
        "the exam was a piece of cake",
        "that meeting was bananas",
        "my apple watch broke",
        "took my vitamin d",
    ],
)
def test_a_saying_names_no_food(text: str, read: Read) -> None:
    assert idioms_in(text)
    assert read(text).items == ()


@pytest.mark.parametrize(
    "text",
    [
        "吃香蕉",
        "吃苦瓜",
        "吃土豆",
        "吃醋溜白菜",
        "炒鱿鱼一份",
        "a piece of cake",
        "apples and bananas",
        "2 small potatoes",
    ],
)
def test_what_may_be_meant_as_it_stands_is_no_saying(text: str) -> None:
    assert idioms_in(text) == []
