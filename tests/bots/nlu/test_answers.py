"""Answers to a numbered question."""

from __future__ import annotations

import pytest

from bots.nlu.answers import Pick, is_no, is_yes, picks_of
from meum.language.scripts import clean

LABELS = ["牛肉面", "牛肉盖饭", "酸辣粉"]


def picked(text: str) -> tuple[Pick, ...]:
    return picks_of(clean(text).text, LABELS)


@pytest.mark.parametrize(
    ("text", "picks"),
    [
        ("1", (Pick(1),)),
        ("２", (Pick(2),)),
        ("第二个", (Pick(2),)),
        ("三", (Pick(3),)),
        ("①", (Pick(1),)),
        ("1。", (Pick(1),)),
        ("1 半份", (Pick(1, "半份"),)),
        ("2 200克", (Pick(2, "200克"),)),
        ("2 200", (Pick(2, "200"),)),
        ("1 加倍", (Pick(1, "加倍"),)),
        ("2 大半", (Pick(2, "大半"),)),
        ("1，3 一半", (Pick(1), Pick(3, "一半"))),
        ("12", (Pick(1), Pick(2))),
        ("0", (Pick(0),)),
        ("0 牛肉面", (Pick(0, "牛肉面"),)),
        ("都不是", (Pick(0),)),
        ("牛肉盖饭", (Pick(2),)),
    ],
)
def test_numbers_pick_choices(text: str, picks: tuple[Pick, ...]) -> None:
    assert picked(text) == picks


@pytest.mark.parametrize("text", ["4", "2 eggs", "1 个鸡蛋", "帮助", "", "45", "1 2 3 4 5 6"])
def test_what_picks_nothing_is_no_answer(text: str) -> None:
    assert picked(text) == ()


@pytest.mark.parametrize("text", ["好的", "可以！", "嗯", "Yes.", "OK", "yes please"])
def test_a_plain_yes(text: str) -> None:
    assert is_yes(clean(text).text)
    assert not is_no(clean(text).text)


@pytest.mark.parametrize("text", ["不", "不想说。", "不要了", "No!", "I'd rather not say", "skip"])
def test_a_plain_no(text: str) -> None:
    assert is_no(clean(text).text)
    assert not is_yes(clean(text).text)


@pytest.mark.parametrize("text", ["好吃", "不加糖", "no sugar", "yes, two eggs", ""])
def test_more_than_yes_or_no_is_neither(text: str) -> None:
    assert not is_yes(clean(text).text)
    assert not is_no(clean(text).text)
