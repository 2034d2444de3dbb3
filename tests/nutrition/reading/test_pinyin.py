"""Sentences in pinyin without tones."""

from __future__ import annotations

import pytest

from meum.language.scripts import clean
from nutrition.reading.pinyin import in_signs

FOODS = frozenset({"jidan", "mifan", "niunai", "heleyi"})


@pytest.mark.parametrize(
    ("told", "signs"),
    [
        ("zaofan chi le liang ge jidan", "早饭吃了两个 jidan"),
        ("Zao fan chile liangge ji dan", "早饭吃了两个 jidan"),
        ("wo he le yi bei niunai", "我喝了一杯 niunai"),
        ("wanfan mifan he niunai", "晚饭 mifan和 niunai"),
        ("zaofan 2 ge jidan, yi bei niunai", "早饭 2 个 jidan, 一杯 niunai"),
    ],
)
def test_the_words_around_the_food_are_put_in_signs(told: str, signs: str) -> None:
    assert in_signs(clean(told), FOODS).text == signs


def test_what_was_read_is_quoted_as_it_was_told() -> None:
    plain = in_signs(clean("Zaofan chi le Ji Dan"), FOODS)

    start = plain.text.index("jidan")
    assert (plain.quote(0, 2), plain.quote(start, start + 5)) == ("Zaofan", "Ji Dan")


@pytest.mark.parametrize(
    "text", ["he ate mifan", "chile relleno", "chi tea", "a pie", "had 2 eggs", "mifan", "早饭 chi le jidan", ""]
)
def test_other_sentences_stay_as_they_are(text: str) -> None:
    assert in_signs(clean(text), FOODS) == clean(text)
