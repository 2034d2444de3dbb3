"""What kind of a food it was, told by an adjective."""

from __future__ import annotations

import pytest

from bots.nlu.kinds import is_quality, kinds_of


@pytest.mark.parametrize(
    ("told", "name", "kind"),
    [
        ("无糖的", "可乐", "无糖可乐"),
        ("零度的", "可乐", "零度可乐"),
        ("代糖的", "可乐", "无糖可乐"),
        ("全麦的那种", "面包", "全麦面包"),
        ("煮的", "鸡蛋", "煮鸡蛋"),
        ("diet", "coke", "diet coke"),
        ("the diet one", "coke", "diet coke"),
        ("zero", "coke", "coke zero"),
        ("sugar free", "cola", "diet cola"),
        ("brown", "rice", "brown rice"),
    ],
)
def test_an_adjective_makes_the_name_of_a_kind(told: str, name: str, kind: str) -> None:
    assert kind in kinds_of(told=told, names=[name])


def test_what_was_told_comes_before_what_means_the_same() -> None:
    assert next(kinds_of(told="skimmed", names=["milk"])) == "skimmed milk"


@pytest.mark.parametrize(
    ("told", "names"), [("diet", ["可乐"]), ("无糖的", ["cola"]), ("", ["可乐"]), ("好" * 30, ["可乐"])]
)
def test_words_of_two_languages_nothing_and_long_words_make_no_kind(told: str, names: list[str]) -> None:
    assert list(kinds_of(told=told, names=names)) == []


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("脱脂的", True),
        ("the low fat one", True),
        ("whole wheat", True),
        ("小米粥", False),
        ("的", False),
        ("good", False),
    ],
)
def test_a_quality_names_nothing_to_eat(told: str, expected: bool) -> None:
    assert is_quality(told) is expected
