"""Ages as people tell them, and what is no age of the writer's."""

from __future__ import annotations

import pytest

from bots.nlu.ages import OLDEST, AgeTold, age_told, says_age
from meum.language.scripts import clean

YEAR = 2026


def told(text: str) -> AgeTold | None:
    return age_told(clean(text).text, year=YEAR)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("12岁", 12, 12),
        ("我12岁", 12, 12),
        ("我12岁了早饭吃了两个包子", 12, 12),
        ("我12岁早饭吃了两个包子", 12, 12),
        ("I'm 12 years old I had 2 eggs", 12, 12),
        ("35歲", 35, 35),
        ("三十岁", 30, 30),
        ("我今年十二岁了", 12, 12),
        ("我13岁可以用吗", 13, 13),
        ("你好，我今年13岁，可以用吗？", 13, 13),
        ("我是12岁的女孩", 12, 12),
        ("我十八", 18, 18),
        ("13岁半", 13, 13),
        ("年龄：30", 30, 30),
        ("满18岁", 18, OLDEST),
        ("18岁以上", 18, OLDEST),
        ("18+", 18, OLDEST),
        ("刚满14岁", 14, 14),
        ("快14了", 13, 13),
        ("我还没满14", 0, 13),
        ("十二三岁", 12, 13),
        ("十几岁", 11, 19),
        ("二十多岁", 20, 29),
        ("14到17岁", 14, 17),
        ("1990年出生", 35, 36),
        ("我是05年的", 20, 21),
        ("90后", 26, 36),
        ("成年了", 18, OLDEST),
        ("未成年", 0, 17),
        ("I am 13", 13, 13),
        ("I'm a 13 year old girl", 13, 13),
        ("14 years old", 14, 14),
        ("13yo", 13, 13),
        ("I am thirty-five", 35, 35),
        ("hi, I'm 13, can I use this", 13, 13),
        ("I'm 20 and my son is 12", 20, 20),
        ("over 18", 18, OLDEST),
        ("18 or older", 18, OLDEST),
        ("I'm almost 14", 13, 13),
        ("under 14", 0, 13),
        ("born in 1990", 35, 36),
        ("in my thirties", 30, 39),
        ("I'm an adult", 18, OLDEST),
    ],
)
def test_an_age_is_read_as_full_years(text: str, low: int, high: int) -> None:
    assert told(text) == AgeTold(low, high)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("我12岁", True), ("我今年12", True), ("I'm 12", True), ("12 y/o", True), ("12", False), ("i have 2", False)],
)
def test_words_say_that_a_number_is_an_age(text: str, expected: bool) -> None:
    assert says_age(clean(text).text) is expected


@pytest.mark.parametrize(("text", "years"), [("35", 35), ("十二", 12), ("thirteen", 13), ("30。", 30)])
def test_a_bare_number_says_that_it_is_one(text: str, years: int) -> None:
    assert told(text) == AgeTold(years, years, is_bare=True)


@pytest.mark.parametrize(
    "text",
    [
        "我女儿12岁",
        "我12岁的女儿",
        "12岁的孩子",
        "my son is 12",
        "200岁",
        "2030",
        "早上吃了两个鸡蛋",
        "2 eggs",
        "体重 61.5",
        "I'm 170 cm",
        "i am 70 kg",
        "跑了5公里",
        "睡了8小时",
        "a",
        "",
        "1" * 200,
        "我" * 2000,
    ],
)
def test_what_is_no_age_of_the_writer_is_none(text: str) -> None:
    assert told(text) is None


@pytest.mark.parametrize("text", ["我12岁时学会做饭", "我12岁的女儿吃了面", "我女儿12岁了早饭吃了面", "I had 12 eggs"])
def test_an_age_of_another_or_of_long_ago_before_a_meal_is_none(text: str) -> None:
    assert told(text) is None
