"""How a day stands in one short answer: nothing of the body or the skin is left out without a word."""

from __future__ import annotations

import pytest

from meum.people.models import Person
from tests.bots.conftest import Say
from tests.factories.people import make_person


def test_entries_of_the_body_beyond_four_are_counted(ada: Person, say: Say) -> None:
    for text in ("体重 61.5 公斤", "血压 120/80", "腰围 70 厘米", "快走30分钟", "昨晚睡了7小时"):
        say(ada, text)

    line = say(ada, "今天").lines[0]

    assert line.startswith("体重 61.5 公斤；血压 120/80 mmHg；腰围 70 厘米；快走 30 分钟")
    assert line.endswith(" 等 5 样")


def test_four_entries_of_the_body_are_all_named(ada: Person, say: Say) -> None:
    for text in ("体重 61.5 公斤", "血压 120/80", "腰围 70 厘米", "昨晚睡了7小时"):
        say(ada, text)

    assert say(ada, "今天").lines == ("体重 61.5 公斤；血压 120/80 mmHg；腰围 70 厘米；睡眠 7 小时",)


def test_the_line_about_the_skin_names_the_products_of_all_notes(ada: Person, say: Say) -> None:
    for text in ("皮肤有点干，用了a醇", "皮肤干燥 6 分，没涂防晒", "用了a醇"):
        say(ada, text)

    assert say(ada, "今天").lines == ("皮肤：干燥 6/10，用了a醇，没用防晒。",)


def test_a_product_alone_is_named(ada: Person, say: Say) -> None:
    say(ada, "用了a醇")

    assert say(ada, "今天").lines == ("皮肤：用了a醇。",)


@pytest.mark.parametrize(
    ("language", "text", "done", "length"),
    [
        ("zh", "跑了5公里", "跑步 5 公里 约 35 分钟，", "约 35 分钟"),
        ("zh", "骑车10公里", "骑车 10 公里 约 38 分钟，", "约 38 分钟"),
        ("en", "bike ride 10 miles", "cycling 16 km in about 1 h, ", "about 1 h"),
        ("en", "I walked 3 km", "walking 3 km in about 38 min, ", "about 38 min"),
    ],
)
def test_a_time_that_nobody_told_is_an_estimate(say: Say, language: str, text: str, done: str, length: str) -> None:
    ada = make_person(language=language)

    assert done in say(ada, text).lines[0]
    assert length in say(ada, "undo").lines[0]


def test_a_time_that_was_told_is_none(ada: Person, say: Say) -> None:
    assert say(ada, "跑了5公里，28分钟").lines[0].startswith("已记：跑步 5 公里 28 分钟，")


@pytest.mark.parametrize(
    ("text", "logged"),
    [
        ("昨天体重 60 公斤", "已记：体重 60 公斤（昨天）。"),
        ("前天血压 120/80", "已记：血压 120/80 mmHg（前天）。"),
        ("体重 60 公斤", "已记：体重 60 公斤。"),
        ("昨晚睡了7小时", "已记：睡眠 7 小时。"),
    ],
)
def test_what_is_logged_of_an_earlier_day_names_the_day(ada: Person, say: Say, text: str, logged: str) -> None:
    assert say(ada, text).lines[0] == logged


@pytest.mark.usefixtures("foods")
def test_items_to_choose_from_of_an_earlier_day_name_the_day(ada: Person, say: Say) -> None:
    say(ada, "昨天晚饭一个苹果、50克苹果")

    reply = say(ada, "删掉苹果")

    assert [str(choice) for choice in reply.choices] == [
        "1 昨天晚餐 苹果 1 个（约 190 克）",
        "2 昨天晚餐 苹果 50 克",
        "0 都不是",
    ]
