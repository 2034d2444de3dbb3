"""Answers to what a photo may show."""

from __future__ import annotations

import pytest

from bots.nlu.amounts import share_of
from bots.nlu.photo_answers import PhotoAnswer, PhotoPick, is_amount_alone, photo_answer_of
from meum.language.scripts import clean

LABELS = ["牛肉面", "Beef rice", "酸辣粉"]


def answer(text: str, *, most: int = 3) -> PhotoAnswer | None:
    return photo_answer_of(clean(text).text, numbers=range(1, most + 1), labels=LABELS)


def picks(*told: tuple[int, str]) -> PhotoAnswer:
    return PhotoAnswer(picks=tuple(PhotoPick(*each) for each in told))


@pytest.mark.parametrize(
    ("text", "picked"),
    [
        ("1", picks((1, ""))),
        ("１", picks((1, ""))),
        ("①", picks((1, ""))),
        ("二", picks((2, ""))),
        ("第2个", picks((2, ""))),
        ("第二项", picks((2, ""))),
        ("选1", picks((1, ""))),
        ("1号", picks((1, ""))),
        ("1。", picks((1, ""))),
        ("1 半份", picks((1, "半份"))),
        ("1半份", picks((1, "半份"))),
        ("2 200克", picks((2, "200克"))),
        ("2 200", picks((2, "200"))),
        ("1 2", picks((1, "2"))),
        ("2 一碗", picks((2, "一碗"))),
        ("1 少一点", picks((1, "少一点"))),
        ("1 half", picks((1, "half"))),
        ("1 half a bowl", picks((1, "half a bowl"))),
        ("2 a bit less", picks((2, "a bit less"))),
        ("1，3 一半", picks((1, ""), (3, "一半"))),
        ("1、2、3", picks((1, ""), (2, ""), (3, ""))),
        ("1和3", picks((1, ""), (3, ""))),
        ("1 and 3 half", picks((1, ""), (3, "half"))),
        ("1 半份 3 一半", picks((1, "半份"), (3, "一半"))),
        ("1 半份+2 200克", picks((1, "半份"), (2, "200克"))),
        ("牛肉面", picks((1, ""))),
        ("是牛肉面吧", picks((1, ""))),
        ("it's beef rice", picks((2, ""))),
    ],
)
def test_numbers_with_amounts_and_names_pick(text: str, picked: PhotoAnswer) -> None:
    assert answer(text) == picked


def test_digits_run_together_are_asked_back() -> None:
    assert answer("12") == PhotoAnswer(picks=(PhotoPick(1), PhotoPick(2)), is_doubtful=True)


@pytest.mark.parametrize("text", ["全部", "都是", "都对", "all", "both"])
def test_all_of_them(text: str) -> None:
    assert answer(text) == PhotoAnswer(is_all=True)


@pytest.mark.parametrize("text", ["0", "都不是", "none", "No."])
def test_none_of_them(text: str) -> None:
    assert answer(text) == PhotoAnswer(is_none=True)


@pytest.mark.parametrize("text", ["全部不要", "都不要", "不记了", "drop all"])
def test_nothing_at_all(text: str) -> None:
    assert answer(text) == PhotoAnswer(is_none=True, drops=True)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("0 牛肉面", "牛肉面"),
        ("0，是番茄炒蛋一份", "番茄炒蛋一份"),
        ("都不是，是炒饭", "炒饭"),
        ("0 fried rice", "fried rice"),
        ("none, it's fried rice", "fried rice"),
    ],
)
def test_none_of_them_but_something_else(text: str, name: str) -> None:
    assert answer(text) == PhotoAnswer(is_none=True, name=name)


@pytest.mark.parametrize(
    "text",
    [
        "4",
        "19",
        "1，4",
        "1 鸡蛋",
        "2 eggs",
        "2个鸡蛋",
        "两碗米饭",
        "体重 61.5",
        "",
        "1，1",
        "1.5",
        "200",
        "早上好",
    ],
)
def test_anything_else_is_no_answer(text: str) -> None:
    assert answer(text) is None


def test_a_number_that_is_not_offered_is_no_answer() -> None:
    assert photo_answer_of("2", numbers=[1, 3]) is None


@pytest.mark.parametrize(
    ("words", "times"),
    [("一半", 0.5), ("三分之一", 1 / 3), ("加倍", 2), ("half", 0.5), ("少一点", 0.7), ("大半", 0.75)],
)
def test_shares_of_a_portion(words: str, times: float) -> None:
    share = share_of(words)

    assert share is not None
    assert share.mid == pytest.approx(times)


@pytest.mark.parametrize(
    ("text", "is_one"), [("半份", True), ("200克", True), ("一半", True), ("米饭", False), ("", False)]
)
def test_an_amount_beside_a_photo(text: str, is_one: bool) -> None:
    assert is_amount_alone(text) is is_one
