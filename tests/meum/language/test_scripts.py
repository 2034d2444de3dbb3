"""Cleaning folds what looks alike into one form and keeps the way back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meum.language.scripts import READ_AT_MOST, clean, is_han, simplified


@pytest.mark.parametrize(
    ("told", "plain"),
    [
        ("雞蛋麵２００ｇ", "鸡蛋面200g"),
        ("MILK\t200 ML", "milk 200 ml"),
        ("a\x00b\x1bc", "abc"),
        ("米\u200b饭\u202e", "米饭"),
        ("half \ud83d a", "half  a"),
        ("1½ cups", "1 1/2 cups"),
        ("½ cup", "1/2 cup"),
        ("“tea” – 5′", '"tea" - 5\''),
        ("cafe\u0301", "café"),
    ],
)
def test_a_text_comes_out_plain(told: str, plain: str) -> None:
    assert simplified(told) == plain


def test_a_quote_gives_back_the_persons_own_words() -> None:
    plain = clean("我吃了雞蛋麵 ２ 碗")

    assert plain.text[3:6] == "鸡蛋面"
    assert plain.quote(3, 6) == "雞蛋麵"


def test_a_very_long_text_is_cut_and_says_so() -> None:
    plain = clean("饭" * 1_000_000)

    assert (len(plain.text), plain.is_cut) == (READ_AT_MOST, True)


def test_a_text_of_the_longest_length_is_not_cut() -> None:
    assert not clean("饭" * READ_AT_MOST).is_cut


@given(st.text(st.characters(exclude_categories=()), max_size=80))
def test_any_text_is_cleaned_and_every_part_of_it_can_be_quoted(text: str) -> None:
    plain = clean(text)

    assert len(plain.origins) == len(plain.text) + 1
    assert clean(plain.text).text == clean(clean(plain.text).text).text
    assert all(isinstance(plain.quote(at, len(plain.text)), str) for at in range(len(plain.text)))


def test_only_ideographs_are_han() -> None:
    assert [is_han(char) for char in "饭〇aあ，"] == [True, True, False, False, False]


@given(st.text(alphabet=st.characters(max_codepoint=127), max_size=60))
def test_the_short_way_for_english_names_comes_out_the_same(text: str) -> None:
    assert simplified(text) == clean(text).text
