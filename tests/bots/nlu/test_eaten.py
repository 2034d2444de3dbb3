"""Questions how much of one food was eaten, told from logs of it."""

from __future__ import annotations

import pytest

from bots.nlu.commands import Command, command_of
from bots.nlu.eaten import food_counted
from bots.nlu.keywords import Intent
from meum.language.scripts import clean


@pytest.mark.parametrize(
    ("text", "food"),
    [
        ("how many eggs did I eat today?", "eggs"),
        ("how many eggs have I had this week", "eggs"),
        ("how much rice did I eat yesterday", "rice"),
        ("how many cups of coffee did I drink today", "coffee"),
        ("did I eat any eggs today?", "eggs"),
        ("have I had coffee today", "coffee"),
        ("今天吃了几个鸡蛋？", "鸡蛋"),
        ("请问我今天吃了几个鸡蛋？", "鸡蛋"),
        ("我今天一共吃了几个鸡蛋", "鸡蛋"),
        ("今天吃了多少鸡蛋", "鸡蛋"),
        ("今天鸡蛋吃了几个？", "鸡蛋"),
        ("我昨天喝了几杯咖啡？", "咖啡"),
        ("我今天喝咖啡了吗", "咖啡"),
        ("今天吃过鸡蛋没有", "鸡蛋"),
        ("这周吃了几次火锅？", "火锅"),
        ("今天有没有吃水果", "水果"),
        ("我今天吃了多少米饭", "米饭"),
    ],
)
def test_a_food_is_asked_for_in_many_ways(text: str, food: str) -> None:
    assert command_of(clean(text).text) == Command(Intent.EATEN, food)


@pytest.mark.parametrize(
    "text",
    [
        "今天吃了几个鸡蛋",
        "吃了几个饺子",
        "今天吃了几个鸡蛋，一碗面",
        "吃了鸡蛋了",
        "能吃鸡蛋吗",
        "吃饭了吗",
        "今天吃了什么",
        "did I eat enough",
        "did I eat too much",
        "did I eat breakfast",
        "how many eggs should I eat",
        "how many calories in an egg",
    ],
)
def test_a_log_and_another_question_ask_for_no_food_of_the_diary(text: str) -> None:
    assert food_counted(clean(text).text) == ""


@pytest.mark.parametrize("text", ["我今天" * 30, "吃了" * 800, "how many " * 200])
def test_a_long_text_is_no_question(text: str) -> None:
    assert food_counted(clean(text).text) == ""
