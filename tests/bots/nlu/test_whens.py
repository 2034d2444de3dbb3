"""Where the day that a message begins with goes on."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bots.nlu.whens import day_carried
from meum.language.scripts import clean

NOW = datetime(2026, 11, 20, 12, 30, tzinfo=UTC)


def carried(text: str) -> str:
    plain = clean(text).text
    for place, words in day_carried(plain, now=NOW):
        plain = f"{plain[:place]}[{words}]{plain[place:]}"
    return plain


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("我昨天睡了8小时，体重60，吃了两个鸡蛋", "我昨天睡了8小时,[昨天]体重60, [昨天]吃了两个鸡蛋"),
        ("昨天跑了5公里，早上吃了面", "昨天跑了5公里,[昨天]早上吃了面"),
        ("前天体重60；走了8000步", "前天体重60;[前天]走了8000步"),
        (
            "yesterday I slept 8 hours and weighed 62 kg and ate 2 eggs",
            "yesterday i slept 8 hours and [yesterday]weighed 62 kg and [yesterday]ate 2 eggs",
        ),
        ("yesterday i weighed 62 kg, ran 5 km", "yesterday i weighed 62 kg, [yesterday]ran 5 km"),
    ],
)
def test_the_day_goes_on(text: str, read: str) -> None:
    assert carried(text) == read


@pytest.mark.parametrize(
    "text",
    [
        "昨天睡了8小时，早上吃了两个鸡蛋",
        "昨天体重60，今天吃了两个鸡蛋",
        "昨晚睡了8小时，吃了两个鸡蛋",
        "体重60，昨天睡了8小时",
        "明天跑步，体重60",
        "last night i slept 8 hours and ate 2 eggs",
        "吃了两个鸡蛋",
    ],
)
def test_the_day_ends_there(text: str) -> None:
    assert carried(text) == clean(text).text


@pytest.mark.parametrize("text", ["昨天体重 62 公斤", "前天跑了5公里", "yesterday I weighed 62 kg", "昨天"])
def test_one_thing_alone_has_nowhere_to_carry_its_day_to(text: str) -> None:
    assert carried(text) == clean(text).text
