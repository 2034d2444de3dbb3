"""Of what kind a logged food was, told afterwards, and what it was instead."""

from __future__ import annotations

import pytest

from meum.domain.languages import Lang
from meum.people.models import Person
from nutrition.models import Meal
from tests.bots.conftest import Say
from tests.factories.nutrition import make_food

_SOLD = {
    ("可乐", "cola"): {"coke": Lang.EN},
    ("无糖可乐", "diet cola"): {"零度可乐": Lang.ZH, "diet coke": Lang.EN, "coke zero": Lang.EN},
    ("雪碧", "sprite"): {},
    ("面包", "bread"): {},
    ("全麦面包", "whole wheat bread"): {},
    ("小麦", "wheat"): {},
}


@pytest.fixture(autouse=True)
def _drinks_and_breads(db: None) -> None:
    for (name_zh, name_en), aliases in _SOLD.items():
        portions = {"罐": (330.0, 340.0, 350.0), "can": (330.0, 340.0, 350.0), "片": (30.0, 32.0, 34.0)}
        make_food(name_zh=name_zh, name_en=name_en, aliases=aliases, portions=portions)


def held() -> list[tuple[str, float | None]]:
    meals = Meal.objects.filter(deleted_at=None).order_by("at", "pk")
    return [(item.food_version.name_zh, item.quantity) for meal in meals for item in meal.items.order_by("position")]


@pytest.mark.parametrize(
    "text",
    [
        "可乐是无糖的",
        "喝的可乐是零度的",
        "可乐喝的是无糖的",
        "是无糖的",
        "其实是代糖的那种",
        "不对，是无糖的",
        "不是可乐，是无糖可乐",
        "the coke was diet",
        "my coke was zero",
        "the cola was sugar free",
    ],
)
def test_the_kind_takes_the_place_of_the_thing_in_the_same_amount(ada: Person, say: Say, text: str) -> None:
    say(ada, "午饭两罐可乐、一片面包", at="12:00")

    say(ada, text, at="12:01")

    assert held() == [("无糖可乐", 2), ("面包", 1)]


@pytest.mark.parametrize("text", ["面包是全麦的", "the bread was whole wheat", "it was wholemeal"])
def test_a_kind_that_holds_the_name_of_another_food_is_a_kind(ada: Person, say: Say, text: str) -> None:
    say(ada, "午饭一片面包", at="12:00")

    say(ada, text, at="12:01")

    assert held() == [("全麦面包", 1)]


@pytest.mark.parametrize("text", ["雪碧是无糖的", "是无糖的"])
def test_a_kind_that_no_food_is_changes_and_logs_nothing(ada: Person, say: Say, text: str) -> None:
    say(ada, "午饭一罐雪碧", at="12:00")

    reply = say(ada, text, at="12:01")

    assert reply.lines[0].startswith("没认出「无糖雪碧」，什么都没有改。")
    assert held() == [("雪碧", 1)]


@pytest.mark.parametrize("text", ["不是可乐 雪碧", "不是可乐，雪碧", "no coke, sprite", "没喝可乐，喝了雪碧"])
def test_what_it_was_instead_needs_no_word_of_being(ada: Person, say: Say, text: str) -> None:
    say(ada, "午饭一罐可乐", at="12:00")

    say(ada, text, at="12:01")

    assert held() == [("雪碧", 1)]


def test_what_was_left_out_of_a_meal_that_is_told_corrects_nothing(ada: Person, say: Say) -> None:
    say(ada, "no coke, 2 cans of sprite", at="12:01")

    assert held() == [("雪碧", 2)]


def test_a_correction_without_the_word_of_being_logs_nothing_where_the_thing_is_not(ada: Person, say: Say) -> None:
    say(ada, "午饭一片面包", at="12:00")

    assert say(ada, "不是可乐 雪碧", at="12:01").lines[0] == "没有找到「可乐」，什么都没有改。"
    assert held() == [("面包", 1)]


def test_a_whole_of_what_was_half_is_no_kind_of_the_food_beside_it(ada: Person, say: Say) -> None:
    make_food(name_zh="鸡肉", name_en="chicken", portions={"份": (90.0, 100.0, 110.0)})
    make_food(name_zh="馕", name_en="naan", portions={"个": (80.0, 90.0, 100.0), "piece": (80.0, 90.0, 100.0)})
    say(ada, "dinner was chicken and half a naan", at="19:00")

    say(ada, "actually it was a whole naan", at="19:01")

    assert held() == [("鸡肉", None), ("馕", 1)]
