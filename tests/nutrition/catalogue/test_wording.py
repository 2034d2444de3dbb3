"""What is the same to a search, whatever it is called."""

from __future__ import annotations

import pytest

from nutrition.catalogue.wording import kind_in_other, misread, parts_of, searchable


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("crisps salted", "potato chips salted"),
        ("tinned tuna", "canned tuna"),
        ("rapeseed oil", "canola oil"),
        ("jacket potatoes", "baked potato"),
        ("wholemeal bread", "whole wheat bread"),
        ("courgettes", "zucchini"),
        ("full fat milk", "whole milk"),
    ],
)
def test_english_of_both_shores_is_one(british: str, american: str) -> None:
    assert searchable(british) == searchable(american)


def test_chinese_stays_as_it_is() -> None:
    assert searchable("西红柿") == "西红柿"


def test_a_text_is_parted_where_its_script_changes() -> None:
    assert parts_of("low fat牛奶") == ["low fat", "牛奶"]


def test_a_sign_is_taken_for_one_that_looks_like_it() -> None:
    assert "冬瓜" in misread("冬爪")
    assert misread("豌") == []


@pytest.mark.parametrize(("word", "other"), [("烟熏", "smoke"), ("smoke", "烟熏"), ("香草", "vanilla")])
def test_words_for_kinds_of_food_are_known_in_both_languages(word: str, other: str) -> None:
    assert other in kind_in_other(word)


def test_other_words_have_no_other_language() -> None:
    assert kind_in_other("西红柿") == ()
