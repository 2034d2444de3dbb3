"""How many kinds of food."""

from __future__ import annotations

import pytest

from meum.people.models import Person
from nutrition.catalogue.drafts import food_id_of
from tests.bots.conftest import Say
from tests.factories.nutrition import make_food


@pytest.fixture(autouse=True)
def dishes(db: None) -> None:
    """Make two foods whose kinds are known, and one of which nobody knows what it is made of."""
    bowl = {"碗": (180.0, 200.0, 220.0), "bowl": (180.0, 200.0, 220.0)}
    for key, zh, en in (("rice", "米饭", "rice"), ("tomato_egg", "番茄炒蛋", "tomato and egg")):
        nutrients = {"ENERC_KCAL": 100.0}
        make_food(name_zh=zh, name_en=en, nutrients=nutrients, portions=bowl, pk=food_id_of(f"everyday:{key}"))
    make_food(name_zh="神秘汤", name_en="mystery soup", nutrients={"ENERC_KCAL": 100.0}, portions=bowl)


def test_the_kinds_of_a_day_are_counted_and_named(ada: Person, say: Say) -> None:
    say(ada, "一碗米饭和一碗番茄炒蛋", at="12:00")

    assert say(ada, "今天吃了多少种食物", at="13:00").lines == (
        "今天吃到 3 种食物：大米、番茄、鸡蛋。",
        "中国居民膳食指南（2022）建议一天 12 种以上，油和调味品不算。",
    )


def test_where_some_food_is_not_known_there_may_be_more(ada: Person, say: Say) -> None:
    say(ada, "一碗米饭", at="12:00")
    say(ada, "一碗神秘汤", at="12:10")

    assert say(ada, "how many kinds of food today", at="13:00").lines[:2] == (
        "今天吃到 1 种食物：大米。",
        "只有 50% 的东西知道是由什么做的，实际可能更多。",
    )


def test_unknown_food_is_not_told_as_none(ada: Person, say: Say) -> None:
    say(ada, "一碗神秘汤", at="12:00")

    assert say(ada, "今天吃了几种食物", at="13:00").lines[0] == "今天吃的东西，说不出是由哪些食物做的。"


def test_a_week_counts_each_kind_once(ada: Person, say: Say) -> None:
    say(ada, "一碗米饭", at="12:00", day="2026-11-18")
    say(ada, "一碗米饭和一碗番茄炒蛋", at="12:00", day="2026-11-19")

    lines = say(ada, "这周吃了几种食物", at="13:00").lines

    assert "3 种食物：大米、番茄、鸡蛋。" in lines[0]
    assert lines[1] == "中国居民膳食指南（2022）建议一周 25 种以上，油和调味品不算。"


def test_a_day_without_meals_has_nothing_to_count(ada: Person, say: Say) -> None:
    assert say(ada, "今天吃了几种食物", at="13:00").lines[0] == "今天还没有记录。"
