"""What was logged goes to the day or the meal it belongs to, and nothing is logged twice."""

from __future__ import annotations

import pytest

from meum.people.models import Person
from nutrition.models import Drink, Meal
from tests.bots.conftest import Say

pytestmark = pytest.mark.usefixtures("foods")


def held() -> list[tuple[str, str, list[str]]]:
    """Return the day of the month, the slot and the foods of every meal."""
    meals = Meal.objects.filter(deleted_at=None).order_by("day", "at", "pk")
    return [
        (f"{meal.day:%d}", meal.slot, [item.food_version.name_zh for item in meal.items.order_by("position")])
        for meal in meals
    ]


@pytest.mark.parametrize(
    "text",
    [
        "早上的鸡蛋改到昨天",
        "鸡蛋改到昨天",
        "鸡蛋是昨天吃的",
        "把鸡蛋挪到昨天",
        "鸡蛋算昨天的",
        "鸡蛋不是今天吃的，是昨天吃的",
        "move the egg to yesterday",
        "the egg was yesterday",
        "i had the egg yesterday",
    ],
)
def test_one_food_goes_to_the_day_before_and_one_undo_brings_it_back(ada: Person, say: Say, text: str) -> None:
    say(ada, "早饭一个鸡蛋、一碗小米粥", at="08:00")

    reply = say(ada, text, at="12:00")

    assert reply.lines[0].startswith(("已改到昨天早餐：鸡蛋 1 个", "Moved to breakfast yesterday: 1 × egg"))
    assert held() == [("19", "breakfast", ["鸡蛋"]), ("20", "breakfast", ["小米粥"])]
    say(ada, "撤销", at="12:01")
    assert held() == [("20", "breakfast", ["鸡蛋", "小米粥"])]


@pytest.mark.parametrize(
    "text",
    [
        "早饭改成午饭",
        "刚才那顿是午饭",
        "不是早饭是午饭",
        "是午饭不是早饭",
        "应该是午饭",
        "change breakfast to lunch",
        "it was lunch not breakfast",
        "that was lunch",
        "make it lunch",
    ],
)
def test_a_whole_meal_goes_to_another_meal_of_the_day(ada: Person, say: Say, text: str) -> None:
    say(ada, "早饭一个鸡蛋、一碗小米粥", at="09:50")

    say(ada, text, at="11:30")

    assert held() == [("20", "lunch", ["鸡蛋", "小米粥"])]


def test_a_food_that_is_not_there_is_logged_where_it_was_eaten(ada: Person, say: Say) -> None:
    say(ada, "早饭一个鸡蛋", at="08:00")

    say(ada, "苹果是昨天吃的", at="08:01")

    assert [(day, foods) for day, _, foods in held()] == [("19", ["苹果"]), ("20", ["鸡蛋"])]


@pytest.mark.parametrize("text", ["苹果改到昨天", "move the apple to yesterday"])
def test_what_is_not_there_is_not_moved_and_not_logged(ada: Person, say: Say, text: str) -> None:
    say(ada, "早饭一个鸡蛋", at="08:00")

    reply = say(ada, text, at="08:01")

    assert reply.lines[0] in ("没有找到「苹果」，什么都没有改。", "没有找到「apple」，什么都没有改。")
    assert held() == [("20", "breakfast", ["鸡蛋"])]


def test_nothing_is_moved_to_a_day_to_come(ada: Person, say: Say) -> None:
    say(ada, "午饭一碗米饭")

    say(ada, "米饭改到明天", at="12:01")

    assert held() == [("20", "lunch", ["米饭"])]


def test_what_is_there_already_is_told_so_and_not_logged_twice(ada: Person, say: Say) -> None:
    say(ada, "午饭一碗米饭")

    reply = say(ada, "米饭是中午吃的", at="12:01")

    assert reply.lines == ("它本来就记在那里，没有改。",)
    assert held() == [("20", "lunch", ["米饭"])]


def test_of_several_meals_one_is_picked_or_all(ada: Person, say: Say) -> None:
    say(ada, "早饭一个鸡蛋", at="08:00")
    say(ada, "午饭一碗米饭", at="12:00")

    asked = say(ada, "今天的改到昨天", at="12:01")

    assert [choice.label for choice in asked.choices] == ["午餐 米饭", "早餐 鸡蛋", "全部", "都不是"]
    say(ada, "3", at="12:02")
    assert held() == [("19", "breakfast", ["鸡蛋"]), ("19", "lunch", ["米饭"])]


def test_none_of_those_offered_moves_nothing(ada: Person, say: Say) -> None:
    say(ada, "早饭一个鸡蛋", at="08:00")
    say(ada, "午饭一碗米饭", at="12:00")
    say(ada, "今天的改到昨天", at="12:01")

    say(ada, "0", at="12:02")

    assert [day for day, _, _ in held()] == ["20", "20"]


@pytest.mark.parametrize("text", ["今天的都改到昨天", "move everything from today to yesterday"])
def test_all_of_a_day_goes_at_once(ada: Person, say: Say, text: str) -> None:
    say(ada, "早饭一个鸡蛋", at="08:00")
    say(ada, "午饭一碗米饭", at="12:00")

    say(ada, text, at="12:01")

    assert [day for day, _, _ in held()] == ["19", "19"]
    say(ada, "撤销", at="12:02")
    assert [day for day, _, _ in held()] == ["20", "20"]


@pytest.mark.parametrize("text", ["那是昨天喝的", "水是昨天喝的", "that was yesterday"])
def test_water_told_last_goes_to_the_day_before(ada: Person, say: Say, text: str) -> None:
    say(ada, "午饭一碗米饭")
    say(ada, "喝了500ml水", at="12:01")

    say(ada, text, at="12:02")

    assert [f"{drink.day:%d}" for drink in Drink.objects.filter(deleted_at=None)] == ["19"]
    assert held() == [("20", "lunch", ["米饭"])]


def test_after_a_weight_no_meal_is_moved_in_its_place(ada: Person, say: Say) -> None:
    say(ada, "午饭一碗米饭")
    say(ada, "体重60", at="12:01")

    reply = say(ada, "那是昨天的", at="12:02")

    assert reply.lines[0] == "只有吃的喝的可以换日子。别的请先「撤销」，再带上日子发一次。"
    assert held() == [("20", "lunch", ["米饭"])]
