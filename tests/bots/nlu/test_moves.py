"""What belongs to another day or meal, in plain words."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bots.nlu.moves import move_of
from bots.nlu.whens import When
from meum.language.scripts import clean
from meum.language.times import MealSlot

NOW = datetime(2026, 11, 20, 12, 30, tzinfo=UTC)
YESTERDAY = When(day_offset=-1)
BREAKFAST, LUNCH, DINNER, SNACK = (
    When(slot=slot) for slot in (MealSlot.BREAKFAST, MealSlot.LUNCH, MealSlot.DINNER, MealSlot.SNACK)
)


@pytest.mark.parametrize(
    ("text", "name", "target"),
    [
        ("包子改到昨天", "包子", YESTERDAY),
        ("早上的包子改到昨天", "早上的包子", YESTERDAY),
        ("把早餐的包子移到昨天晚饭", "早餐的包子", When(day_offset=-1, slot=MealSlot.DINNER)),
        ("鸡蛋挪到早餐", "鸡蛋", BREAKFAST),
        ("把苹果放到加餐", "苹果", SNACK),
        ("鸡蛋应该算到早饭里", "鸡蛋", BREAKFAST),
        ("包子算昨天的", "包子", YESTERDAY),
        ("早饭改成午饭", "早饭", LUNCH),
        ("苹果记错了，是昨天吃的", "苹果", YESTERDAY),
        ("早餐的鸡蛋其实是午餐吃的", "早餐的鸡蛋", LUNCH),
        ("记到昨天吧", "", YESTERDAY),
        ("上一条改到昨天", "", YESTERDAY),
        ("应该是晚饭", "", DINNER),
        ("不对，是昨天的", "", YESTERDAY),
        ("move the sandwich to yesterday", "sandwich", YESTERDAY),
        ("change breakfast to lunch", "breakfast", LUNCH),
        ("move the eggs from lunch to breakfast", "eggs from lunch", BREAKFAST),
        ("put that under lunch", "", LUNCH),
        ("make it dinner", "", DINNER),
        ("move it to yesterday's dinner", "", When(day_offset=-1, slot=MealSlot.DINNER)),
    ],
)
def test_a_wish_to_move_can_be_nothing_else(text: str, name: str, target: When) -> None:
    move = move_of(clean(text).text, now=NOW)

    assert move is not None
    assert (move.name, move.target, move.is_sure) == (name, target, True)


@pytest.mark.parametrize(
    ("text", "name", "target"),
    [
        ("苹果是昨天吃的", "苹果", YESTERDAY),
        ("包子是中午吃的", "包子", LUNCH),
        ("两个鸡蛋是早上吃的", "鸡蛋", BREAKFAST),
        ("面是昨晚吃的", "面", When(day_offset=-1, slot=MealSlot.DINNER)),
        ("刚才那顿是午饭", "", LUNCH),
        ("那是昨天的", "", YESTERDAY),
        ("the apple was yesterday", "apple", YESTERDAY),
        ("the eggs were for breakfast", "eggs", BREAKFAST),
        ("i had the apple yesterday", "apple", YESTERDAY),
        ("i ate it yesterday", "", YESTERDAY),
        ("that was for yesterday", "", YESTERDAY),
        ("actually that was breakfast", "", BREAKFAST),
    ],
)
def test_when_a_thing_was_eaten_moves_it_only_where_it_is_there(text: str, name: str, target: When) -> None:
    move = move_of(clean(text).text, now=NOW)

    assert move is not None
    assert (move.name, move.target, move.is_sure) == (name, target, False)


@pytest.mark.parametrize(
    "text",
    [
        "不是午饭是晚饭",
        "不是午饭，是晚饭",
        "是晚饭不是午饭",
        "it was dinner not lunch",
        "that was dinner, not lunch",
        "not lunch, dinner",
        "it wasn't lunch, it was dinner",
    ],
)
def test_one_meal_in_the_place_of_another(text: str) -> None:
    move = move_of(clean(text).text, now=NOW)

    assert move is not None
    assert (move.name, move.source, move.target) == ("", LUNCH, DINNER)


@pytest.mark.parametrize(
    "text",
    [
        "午饭是牛肉面",
        "早上吃的是包子",
        "我昨天吃的苹果",
        "可乐是无糖的",
        "晚饭改吃面",
        "晚饭吃的是面",
        "昨天是周四",
        "i had an apple yesterday",
        "lunch was great",
        "the rice was 200 g",
        "lunch was noodles",
        "change the rice to 2 bowls",
        "苹果是昨天吃的吗",
        "不是可乐是雪碧",
        "not apple, egg",
    ],
)
def test_what_is_no_move(text: str) -> None:
    assert move_of(clean(text).text, now=NOW) is None
