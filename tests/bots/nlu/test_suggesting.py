"""The question what to eat, with what is at hand and what is not wanted."""

from __future__ import annotations

import pytest

from bots.nlu.suggesting import SuggestionAsked, suggestion_asked, wanted_instead


@pytest.mark.parametrize(
    "text",
    [
        "吃什么",
        "今天晚上吃什么好呢",
        "推荐一下晚饭",
        "明天早餐吃什么",
        "待会儿吃点啥",
        "还能吃什么",
        "what should i eat for dinner tonight",
        "what's for dinner",
        "suggest something",
        "dinner ideas",
    ],
)
def test_it_is_asked_in_many_words(text: str) -> None:
    assert suggestion_asked(text) == SuggestionAsked()


@pytest.mark.parametrize(
    ("text", "at_hand", "without"),
    [
        ("家里有鸡蛋和番茄，晚饭吃什么", ("鸡蛋", "番茄"), ()),
        ("冰箱里还有一块豆腐,晚上做点什么", ("豆腐",), ()),
        ("中午吃什么,不要鱼", (), ("鱼",)),
        ("i have eggs and tomatoes, what can i make", ("eggs", "tomatoes"), ()),
        ("what to eat, no fish", (), ("fish",)),
    ],
)
def test_what_is_at_hand_and_what_is_not_wanted_is_told_beside_it(
    text: str, at_hand: tuple[str, ...], without: tuple[str, ...]
) -> None:
    assert suggestion_asked(text) == SuggestionAsked(at_hand=at_hand, without=without)


@pytest.mark.parametrize("text", ["吃了什么", "今天吃了什么", "what did i eat", "what have i eaten", "高血压能吃什么"])
def test_what_was_eaten_is_another_question(text: str) -> None:
    assert suggestion_asked(text) is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("不要鱼", ("鱼",)),
        ("没有菠菜和豆腐", ("菠菜", "豆腐")),
        ("no fish", ("fish",)),
        ("i don't like tofu", ("tofu",)),
    ],
)
def test_an_offer_is_answered_by_what_is_not_wanted(text: str, words: tuple[str, ...]) -> None:
    assert wanted_instead(text) == words


@pytest.mark.parametrize("text", ["不要了", "no thanks", "not this", "不要这个"])
def test_a_plain_no_names_no_food(text: str) -> None:
    assert wanted_instead(text) == ()
