"""Texts as WeChat carries them."""

from __future__ import annotations

import pytest

from bots.channels.wechat.texts import MOST_BYTES, shortened, without_faces

COOK, KEYCAP, FLAG, NOODLES = "👩‍🍳", "1️⃣", "🇨🇳", "🍜"


@pytest.mark.parametrize("size", [2046, 2047, 2048])
def test_t26_what_fits_is_left_alone(size: int) -> None:
    assert shortened("x" * size) == "x" * size


def test_t26_what_does_not_fit_ends_with_an_ellipsis() -> None:
    assert shortened("面" * 683) == "面" * 681 + "…"
    assert len(shortened("x" * 6000).encode()) == MOST_BYTES


@pytest.mark.parametrize("whole", [COOK, KEYCAP, FLAG, NOODLES, "e\u0301", "👍🏽", "\r\n"])
@pytest.mark.parametrize("before", range(2030, 2046))
def test_t26_what_people_see_as_one_character_is_never_cut(whole: str, before: int) -> None:
    text = "x" * before + whole * 10

    cut = shortened(text)

    kept = cut.removesuffix("…")[before:]
    assert kept == (whole * (len(kept) // len(whole))).rstrip()
    assert len(cut.encode()) <= MOST_BYTES


def test_t26_a_link_is_whole_or_not_there() -> None:
    text = "面" * 670 + "https://meum.example/" + "a" * 100 + " 好"

    assert shortened(text) == "面" * 670 + "…"


@pytest.mark.parametrize(
    ("text", "read"),
    [("吃了面/::)", "吃了面"), ("[微笑]好", "好"), ("[午餐] 面 1/2 碗", "[午餐] 面 1/2 碗"), ("a/b", "a/b")],
)
def test_codes_of_faces_are_no_words(text: str, read: str) -> None:
    assert without_faces(text) == read
