"""Longest matches over Chinese and Latin phrases."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from meum.language.lexicon import Lexicon, key_of, line_of, stem_of
from meum.language.scripts import simplified

PHRASES = ["鸡蛋", "西红柿炒鸡蛋", "可乐", "零度可乐", "French fries", "Coke", "Diet Coke", "7up", "Quiche", "M&M's"]
NAMES = Lexicon((phrase, phrase) for phrase in [*PHRASES, "crème brûlée", "cookie"])


def found(told: str) -> list[str]:
    return [match.value for match in NAMES.scan(line_of(simplified(told)))]


@pytest.mark.parametrize(
    ("told", "names"),
    [
        ("西紅柿炒雞蛋", ["西红柿炒鸡蛋"]),
        ("零度可乐和可乐", ["零度可乐", "可乐"]),
        ("a french fry & Cookies", ["French fries", "cookie"]),
        ("diet-coke", ["Diet Coke"]),
        ("diet, coke", ["Coke"]),
        ("7 UP", ["7up"]),
        ("creme brulee", ["crème brûlée"]),
        ("quiches", ["Quiche"]),
        ("m&ms", []),
        ("cokehead", []),
        ("鸡", []),
    ],
)
def test_the_longest_phrases_are_found(told: str, names: list[str]) -> None:
    assert found(told) == names


def test_a_match_says_where_it_stands() -> None:
    line = line_of("我吃了 french  fries。")

    (match,) = NAMES.scan(line)

    assert line.text[match.start : match.end] == "french  fries"


def test_shorter_phrases_at_one_place_can_be_asked_for() -> None:
    names = Lexicon([("牛肉", 1), ("牛肉面", 2)])

    assert [match.value for match in names.all_at(line_of("牛肉面"), 0)] == [2, 1]


def test_of_two_phrases_with_one_key_the_first_stays() -> None:
    names = Lexicon([("egg", "first"), ("Eggs", "second"), ("！？", "empty")])

    assert (len(names), names.get(key_of("EGGS"))) == (1, "first")


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("egg", "eggs"),
        ("berry", "berries"),
        ("cookie", "cookies"),
        ("sandwich", "sandwiches"),
        ("loaf", "loaves"),
        ("tomato", "tomatoes"),
        ("radish", "radishes"),
        ("olive", "olives"),
        ("box", "boxes"),
        ("pie", "pies"),
    ],
)
def test_singular_and_plural_share_a_stem(one: str, many: str) -> None:
    assert stem_of(one) == stem_of(many)


@pytest.mark.parametrize("word", ["hummus", "swiss", "gas", "couscous"])
def test_an_s_that_is_no_plural_stays(word: str) -> None:
    assert stem_of(word) == word


@given(st.text(max_size=80))
@example("7,饭")
def test_any_phrase_is_found_in_itself(phrase: str) -> None:
    names = Lexicon([(phrase, "x")])
    key = key_of(phrase)

    assert not key or names.get(key) == "x"


@given(st.text(st.characters(exclude_categories=()), max_size=80))
def test_any_text_is_scanned_without_overlap(text: str) -> None:
    matches = NAMES.scan(line_of(simplified(text)))

    assert all(one.end <= two.start for one, two in itertools.pairwise(matches))
