"""Wishes about photos in general."""

from __future__ import annotations

import pytest

from bots.nlu.photo_wishes import PhotoWish, Use, photo_wish


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("保留照片", PhotoWish(Use.OWN)),
        ("保留照片。", PhotoWish(Use.OWN)),
        ("keep my photos", PhotoWish(Use.OWN)),
        ("不保留照片", PhotoWish(Use.OWN, is_off=True)),
        ("do not keep photos", PhotoWish(Use.OWN, is_off=True)),
        ("帮助改进", PhotoWish(Use.IMPROVEMENT)),
        ("stop helping to improve", PhotoWish(Use.IMPROVEMENT, is_off=True)),
    ],
)
def test_a_wish_is_the_whole_text(text: str, wish: PhotoWish) -> None:
    assert photo_wish(text) == wish


@pytest.mark.parametrize("text", ["照片", "保留", "删除", "改进", "我想保留照片吗", "delete my data"])
def test_other_texts_are_none(text: str) -> None:
    assert photo_wish(text) is None
