"""Slips that are put right, and those that are left alone."""

from __future__ import annotations

from collections import Counter

import pytest

from nutrition.catalogue.mending import Mender

NAMES = ["chicken breast", "rice", "omelet", "chocolate", "菠萝", "冬瓜", "鱿鱼", "方便面", "蜂蜜"]
MENDER = Mender(
    NAMES, Counter(chicken=3, breast=2, rice=3, nangua=1, nanguo=1, omelet=1, chocolate=1, cookie=1, boiled=3, egg=3)
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("chiken brest", "chicken breast"),
        ("choclatte", "chocolate"),
        ("hcicken", "chicken"),
        ("omlette", "omelet"),
        ("cookei", "cooky"),
        ("boiledegg", "boil egg"),
        ("冬爪", "冬瓜"),
    ],
)
def test_a_slip_is_mended(typed: str, meant: str) -> None:
    assert meant in MENDER.mended(typed)


@pytest.mark.parametrize("typed", ["chicken", "chick", "ric", "nangu", "rixx", "dice", "zzzzqqq", "电脑"])
def test_known_words_beginnings_and_strange_words_are_left_alone(typed: str) -> None:
    assert MENDER.mended(typed) == []


@pytest.mark.parametrize(
    ("typed", "meant"), [("波萝", "菠萝"), ("鱿渔", "鱿鱼"), ("方变面", "方便面"), ("方变", "方便面")]
)
def test_names_are_found_by_their_sound(typed: str, meant: str) -> None:
    assert meant in [NAMES[place] for place, _ in MENDER.sounding_like(typed)]


def test_a_name_that_sounds_otherwise_is_not() -> None:
    assert MENDER.sounding_like("手机") == []
