"""How signs sound, from the small table that is shipped."""

from __future__ import annotations

import pytest

from nutrition.reading.sounds import is_pinyin, lettered, voiced


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("波萝", "菠萝"),
        ("胡罗卜", "胡萝卜"),
        ("鱿渔", "鱿鱼"),
        ("冰其淋", "冰淇淋"),
        ("豆鼓", "豆古"),
        ("egg 旦", "egg 蛋"),
    ],
)
def test_texts_that_sound_alike_are_voiced_alike(typed: str, meant: str) -> None:
    assert voiced(typed) == voiced(meant)


@pytest.mark.parametrize(("one", "other"), [("牛", "羊"), ("egg", "eggs"), ("糖", "糖糖")])
def test_other_texts_are_not(one: str, other: str) -> None:
    assert voiced(one) != voiced(other)


def test_a_sign_that_the_table_lacks_stays() -> None:
    assert voiced("粿") == "粿"


@pytest.mark.parametrize(
    ("word", "is_it"), [("xihongshi", True), ("lvdou", True), ("beef", False), ("egg", False), ("", False)]
)
def test_pinyin_can_be_cut_into_syllables(word: str, is_it: bool) -> None:
    assert is_pinyin(word) is is_it


def test_a_name_is_abbreviated_to_the_first_letter_of_each_syllable() -> None:
    assert lettered("西红柿汤 egg") == "xhst egg"
