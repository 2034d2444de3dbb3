"""What somebody says they must not or do not want to eat."""

from __future__ import annotations

import pytest

from bots.nlu.wishes import Wish, WishTold, asks_for_wishes, tells_more, wishes_told


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("我对花生过敏", ["花生"]),
        ("我对虾和芒果严重过敏", ["虾", "芒果"]),
        ("我海鲜过敏", ["海鲜"]),
        ("花生过敏", ["花生"]),
        ("过敏原：牛奶、鸡蛋", ["牛奶", "鸡蛋"]),
        ("i'm allergic to peanuts and shellfish", ["peanuts", "shellfish"]),
        ("i have a nut allergy", ["nut"]),
        ("peanut allergy", ["peanut"]),
        ("im alergic to peanuts", ["peanuts"]),
    ],
)
def test_an_allergy_is_told_of_a_food(text: str, words: list[str]) -> None:
    assert wishes_told(text) == tuple(WishTold(Wish.ALLERGY, word) for word in words)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("我对花生不过敏了", "花生"),
        ("我不对花生过敏了", "花生"),
        ("i'm no longer allergic to peanuts", "peanuts"),
        ("forget my peanut allergy", "peanut"),
    ],
)
def test_an_allergy_can_be_over(text: str, word: str) -> None:
    assert wishes_told(text) == (WishTold(Wish.ALLERGY, word, is_over=True),)


@pytest.mark.parametrize(
    ("text", "kind", "key"),
    [
        ("我吃素", Wish.DIET, "vegetarian"),
        ("我是纯素食主义者", Wish.DIET, "vegan"),
        ("我是回民", Wish.DIET, "halal"),
        ("我不吃猪肉", Wish.DIET, "no_pork"),
        ("i don't eat pork", Wish.DIET, "no_pork"),
        ("i'm vegan", Wish.DIET, "vegan"),
        ("我有高血压", Wish.CONDITION, "hypertension"),
        ("我血压高", Wish.CONDITION, "hypertension"),
        ("i have gout", Wish.CONDITION, "gout"),
        ("i'm diabetic", Wish.CONDITION, "type2_diabetes"),
        ("我怀孕了", Wish.CONDITION, "pregnant"),
        ("我怀孕8周了", Wish.CONDITION, "pregnant_1"),
        ("i'm 20 weeks pregnant", Wish.CONDITION, "pregnant_2"),
        ("怀孕8个月了", Wish.CONDITION, "pregnant_3"),
        ("我在哺乳期", Wish.CONDITION, "breastfeeding"),
        ("目标减重", Wish.GOAL, "lose"),
        ("目标：增肌", Wish.GOAL, "gain"),
        ("my goal is to keep my weight", Wish.GOAL, "maintain"),
        ("我不吃香菜", Wish.DISLIKE, "香菜"),
        ("i hate mushrooms", Wish.DISLIKE, "mushrooms"),
    ],
)
def test_diets_conditions_goals_and_dislikes_are_told(text: str, kind: Wish, key: str) -> None:
    assert wishes_told(text) == (WishTold(kind, key),)


@pytest.mark.parametrize(
    ("text", "kind", "key"),
    [
        ("我现在不吃素了", Wish.DIET, "vegetarian"),
        ("i'm no longer vegan", Wish.DIET, "vegan"),
        ("我没有高血压", Wish.CONDITION, "hypertension"),
        ("我又能吃鸡蛋了", Wish.DISLIKE, "鸡蛋"),
    ],
)
def test_what_was_told_can_be_taken_back(text: str, kind: Wish, key: str) -> None:
    assert wishes_told(text) == (WishTold(kind, key, is_over=True),)


def test_several_are_told_in_one_message() -> None:
    assert wishes_told("i'm vegetarian and allergic to nuts") == (
        WishTold(Wish.DIET, "vegetarian"),
        WishTold(Wish.ALLERGY, "nuts"),
    )


@pytest.mark.parametrize(
    "text",
    [
        "我妈对虾过敏",
        "my son is allergic to milk",
        "我过敏了",
        "今天不吃米饭",
        "我对虾过敏吗",
        "高血压能吃什么?",
        "我想吃虾",
        "i don't eat breakfast today?",
    ],
)
def test_what_is_of_others_of_today_or_asked_tells_nothing(text: str) -> None:
    assert wishes_told(text) == ()


def test_what_else_a_message_tells_is_noticed() -> None:
    assert tells_more("我对虾过敏，帮我记一下体重")
    assert not tells_more("我对虾过敏，也对蟹过敏。")


@pytest.mark.parametrize("text", ["我的忌口", "我的过敏原是什么", "my allergies", "what am i allergic to"])
def test_what_is_kept_is_asked_for(text: str) -> None:
    assert asks_for_wishes(text)
