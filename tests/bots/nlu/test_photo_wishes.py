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
        ("记住我的菜", PhotoWish(Use.MEMORY)),
        ("帮我记住我的菜！", PhotoWish(Use.MEMORY)),
        ("remember my meals", PhotoWish(Use.MEMORY)),
        ("忘掉我的菜", PhotoWish(Use.MEMORY, is_off=True)),
        ("不要记住我的菜", PhotoWish(Use.MEMORY, is_off=True)),
        ("stop remembering my dishes.", PhotoWish(Use.MEMORY, is_off=True)),
        ("帮助改进", PhotoWish(Use.IMPROVEMENT)),
        ("stop helping to improve", PhotoWish(Use.IMPROVEMENT, is_off=True)),
        ("用外部识别", PhotoWish(Use.OUTSIDE)),
        ("use the outside engine", PhotoWish(Use.OUTSIDE)),
        ("停用外部识别。", PhotoWish(Use.OUTSIDE, is_off=True)),
        ("stop the outside engine", PhotoWish(Use.OUTSIDE, is_off=True)),
    ],
)
def test_a_wish_is_the_whole_text(text: str, wish: PhotoWish) -> None:
    assert photo_wish(text) == wish


@pytest.mark.parametrize(
    "text",
    [
        "请记住我常吃的菜",
        "你记一下我的菜吧",
        "学会我吃的菜",
        "认识我平时吃的菜",
        "开始记住我的饭菜",
        "帮忙记住我爱吃的菜",
        "记住我的菜的样子",
        "please remember my dishes",
        "start remembering my meals",
        "learn my usual dishes",
        "memorise my food",
        "remember what my dishes look like",
        "can you remember my own dishes",
    ],
)
def test_having_dishes_remembered_is_said_in_many_ways(text: str) -> None:
    assert photo_wish(text) == PhotoWish(Use.MEMORY)


@pytest.mark.parametrize(
    "text",
    [
        "不再记住我的菜",
        "别再记我的菜了",
        "停止记住我常吃的菜",
        "取消记住我的菜",
        "不用记我的菜",
        "忘了我的菜吧",
        "忘记你记住的我的菜",
        "忘掉我吃过的菜",
        "don't remember my dishes",
        "stop learning my meals",
        "do not memorize my food",
        "forget all my dishes",
        "please forget how my meals look",
    ],
)
def test_having_them_forgotten_too(text: str) -> None:
    assert photo_wish(text) == PhotoWish(Use.MEMORY, is_off=True)


@pytest.mark.parametrize("text", ["我的菜", "记住我的体重", "remember my birthday", "forget my meals", "记一下"])
def test_what_is_about_something_else_is_no_wish_about_dishes(text: str) -> None:
    assert photo_wish(text) is None


@pytest.mark.parametrize("text", ["照片", "保留", "删除", "改进", "我想保留照片吗", "delete my data"])
def test_other_texts_are_none(text: str) -> None:
    assert photo_wish(text) is None
