"""Numbers in figures and words of both languages."""

from __future__ import annotations

import itertools
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meum.domain.intervals import Interval
from meum.language.numerals import number_at, numbers_in
from meum.language.scripts import simplified


@pytest.mark.parametrize(
    ("told", "value", "rest"),
    [
        ("一百五十克", 150, "克"),
        ("一百五", 150, ""),
        ("一百零五", 105, ""),
        ("三千五", 3500, ""),
        ("一万二", 12_000, ""),
        ("一亿", 100_000_000, ""),
        ("一亿两千万个", 120_000_000, "个"),
        ("1.5万步", 15_000, "步"),
        ("两千三百四十五", 2345, ""),
        ("十", 10, ""),
        ("两个", 2, "个"),
        ("二两", 2, "两"),
        ("一两米饭", 1, "两米饭"),
        ("半斤", 0.5, "斤"),
        ("一半", 0.5, ""),
        ("三分之一", 1 / 3, ""),
        ("百分之五十", 0.5, ""),
        ("三点五", 3.5, ""),
        ("俩", 2, ""),
        ("1,200 g", 1200, " g"),
        ("61,5 kg", 61.5, " kg"),
        ("61,5公斤", 61.5, "公斤"),
        ("2,5小时", 2.5, "小时"),
        ("12,5", 12.5, ""),
        ("1,500 ml", 1500, " ml"),
        ("2,1个苹果", 2, ",1个苹果"),
        ("1,2,3", 1, ",2,3"),
        ("2，500克", 2, ", 500克"),
        ("１，５００ml", 1500, "ml"),
        (".5 l", 0.5, " l"),
        ("1/2", 0.5, ""),
        ("1 1/2 cups", 1.5, " cups"),
        ("1½", 1.5, ""),
        ("１２", 12, ""),
        ("two", 2, ""),
        ("twenty-five", 25, ""),
        ("one hundred and fifty", 150, ""),
        ("two and a half", 2.5, ""),
        ("half a", 0.5, ""),
        ("half a dozen", 6, ""),
        ("three quarters of a", 0.75, ""),
        ("an", 1, ""),
    ],
)
def test_an_exact_number_is_read(told: str, value: float, rest: str) -> None:
    text = simplified(told)

    numeral = number_at(text, 0)

    assert numeral is not None
    assert numeral.value.is_exact
    assert numeral.value.mid == pytest.approx(value)
    assert text[numeral.end :] == rest


@pytest.mark.parametrize(
    ("told", "low", "high"),
    [
        ("两三个", 2, 3),
        ("一两个", 1, 2),
        ("二三十", 20, 30),
        ("十二三个", 12, 13),
        ("三五个", 3, 5),
        ("五六十克", 50, 60),
        ("几个", 2, 5),
        ("十几个", 11, 19),
        ("二十多", 20, 29),
        ("十来个", 9, 13),
        ("2-3", 2, 3),
        ("2到3个", 2, 3),
        ("2 or 3", 2, 3),
        ("a couple of", 2, 3),
        ("a few", 2, 5),
        ("小一半", 0.2, 0.45),
        ("大一半", 0.55, 0.9),
    ],
)
def test_a_vague_number_has_bounds(told: str, low: float, high: float) -> None:
    numeral = number_at(simplified(told), 0)

    assert numeral is not None
    assert (numeral.value.low, numeral.value.high) == (low, high)


@pytest.mark.parametrize("told", ["", "百香果", "千层", "a lot of", "anne", "99999999999999999999", "米饭", "-"])
def test_what_is_no_number_gives_none(told: str) -> None:
    assert number_at(told, 0) is None


def test_a_falling_pair_is_no_range() -> None:
    assert [numeral.value for numeral in numbers_in("3-2")] == [Interval.exact(3), Interval.exact(2)]


def test_an_article_is_marked() -> None:
    numeral = number_at("a banana", 0)

    assert numeral is not None
    assert numeral.is_article


def test_numbers_inside_words_are_left_alone() -> None:
    assert numbers_in("banana someone kitten") == ()


@given(st.text(max_size=60) | st.text("一二两三十百千万亿零半几多点分之0123456789./,- aofhlt", max_size=30))
def test_numbers_of_any_text_are_finite_and_in_order(text: str) -> None:
    found = numbers_in(simplified(text))

    assert all(math.isfinite(numeral.value.high) and numeral.value.low >= 0 for numeral in found)
    assert all(one.end <= two.start for one, two in itertools.pairwise(found))
