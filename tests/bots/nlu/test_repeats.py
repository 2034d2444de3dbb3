"""What is to be logged again."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bots.nlu.repeats import USUAL, Repeat, repeat_of
from bots.nlu.whens import NEVER, When
from meum.language.scripts import clean
from meum.language.times import MealSlot

FRIDAY_NOON = datetime(2026, 11, 20, 12, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
NAMES = frozenset({"gym breakfast", "我的早餐"})
YESTERDAY, TODAY = When(day_offset=-1), When(day_offset=0)
BREAKFAST, LUNCH = When(slot=MealSlot.BREAKFAST), When(slot=MealSlot.LUNCH)
LAST_NIGHT = When(day_offset=-1, slot=MealSlot.DINNER)
YESTERDAYS_LUNCH = When(day_offset=-1, slot=MealSlot.LUNCH)


def told(text: str) -> Repeat | None:
    return repeat_of(clean(text).text, names=NAMES, now=FRIDAY_NOON)


@pytest.mark.parametrize(
    ("text", "source", "target"),
    [
        ("早饭和昨天一样", YESTERDAY, BREAKFAST),
        ("早饭同昨天", YESTERDAY, BREAKFAST),
        ("早饭还是昨天那些", YESTERDAY, BREAKFAST),
        ("跟昨天一样的早饭", YESTERDAY, BREAKFAST),
        ("午饭跟周一中午一样", When(day_offset=-4, slot=MealSlot.LUNCH), LUNCH),
        ("午饭同上周五", When(day_offset=-7), LUNCH),
        ("晚饭和中午一样", LUNCH, When(slot=MealSlot.DINNER)),
        ("和昨天吃的一样", YESTERDAY, NEVER),
        ("把昨天的晚饭复制到今天", LAST_NIGHT, TODAY),
        ("复制昨天", YESTERDAY, NEVER),
        ("前天和昨天吃的一样", YESTERDAY, When(day_offset=-2)),
        ("same breakfast as yesterday", YESTERDAY, BREAKFAST),
        ("lunch same as yesterday", YESTERDAY, LUNCH),
        ("same as yesterday's lunch", YESTERDAYS_LUNCH, NEVER),
        ("I had the same lunch as on Monday", When(day_offset=-4), LUNCH),
        ("copy yesterday's dinner", LAST_NIGHT, NEVER),
        ("copy yesterday's dinner to today's lunch", LAST_NIGHT, When(day_offset=0, slot=MealSlot.LUNCH)),
        ("copy yesterday", YESTERDAY, NEVER),
        ("had yesterday's dinner again", LAST_NIGHT, NEVER),
    ],
)
def test_a_meal_or_a_day_is_told_as_the_same(text: str, source: When, target: When) -> None:
    assert told(text) == Repeat(source=source, target=target)


@pytest.mark.parametrize(
    ("text", "name", "target", "times"),
    [
        ("老样子", USUAL, NEVER, 1),
        ("早饭老样子", USUAL, BREAKFAST, 1),
        ("昨晚老样子", USUAL, LAST_NIGHT, 1),
        ("老样子吃了一半", USUAL, NEVER, 0.5),
        ("the usual", USUAL, NEVER, 1),
        ("my usual for lunch", USUAL, LUNCH, 1),
        ("usual breakfast", USUAL, BREAKFAST, 1),
        ("gym breakfast x2", "gym breakfast", NEVER, 2),
        ("2x gym breakfast", "gym breakfast", NEVER, 2),
        ("我的早餐两份", "我的早餐", NEVER, 2),
    ],
)
def test_a_saved_meal_is_called_by_its_name(text: str, name: str, target: When, times: float) -> None:
    assert told(text) == Repeat(name=name, target=target, times=times)


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("早饭和昨天一样，再加一个苹果", "一个苹果"),
        ("same breakfast as yesterday plus an apple", "an apple"),
        ("老样子，再来一个鸡蛋", "一个鸡蛋"),
        ("gym breakfast and a banana", "a banana"),
        ("体重61.5，早饭同昨天", "体重61.5"),
        ("two bowls of rice and the same as yesterday", "two bowls of rice"),
    ],
)
def test_what_is_told_beside_it_is_left_to_the_readers(text: str, rest: str) -> None:
    found = told(text)

    assert found is not None
    assert found.rest == rest


@pytest.mark.parametrize(
    ("text", "left_out"),
    [("早饭和昨天一样，但是没喝豆浆", "豆浆"), ("same lunch as yesterday but without the rice", "rice")],
)
def test_what_was_left_out_this_time_is_named(text: str, left_out: str) -> None:
    found = told(text)

    assert found is not None
    assert (found.left_out, found.rest) == (left_out, "")


@pytest.mark.parametrize(
    "text",
    [
        "我和朋友吃了一样的面",
        "同事请吃饭",
        "和妈妈一样胖",
        "昨天和今天一样累",
        "吃了和昨天中午一样的牛肉面",
        "my usual coffee",
        "早饭两个包子",
        "copy that",
        "再" * 100 + "一样",
    ],
)
def test_what_names_no_earlier_meal_is_none(text: str) -> None:
    assert told(text) is None
