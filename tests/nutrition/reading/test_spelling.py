"""What a misspelt name of a food may be offered for."""

from __future__ import annotations

import pytest

from nutrition.reading.spelling import is_slip


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("brocoli", "broccoli"),
        ("capuccinno", "cappuccino"),
        ("豆付", "豆腐"),
        ("夹馍", "肉夹馍"),
        ("酸辣份", "酸辣粉"),
        ("牛肉粉丝堡", "牛肉粉丝汤"),
    ],
)
def test_one_slip_is_most_likely_meant(words: str, name: str) -> None:
    assert is_slip(words, name)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("bind", "bing"),
        ("but", "butter"),
        ("squares", "wholewheat squares"),
        ("周", "周村烧饼"),
        ("装", "盒装豆奶"),
        ("辣死", "辣条"),
        ("回来", "回头"),
        ("", "rice"),
        ("rice", ""),
    ],
)
def test_a_short_word_or_a_stray_sign_is_next_to_a_name_by_chance(words: str, name: str) -> None:
    assert not is_slip(words, name)
