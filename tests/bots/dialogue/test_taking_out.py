"""What does not count, was not eaten, or is all of a day, goes; nothing is logged a second time."""

from __future__ import annotations

import pytest

from meum.people.models import Person
from nutrition.models import Meal
from tests.bots.conftest import Say
from tests.factories.nutrition import make_food

pytestmark = pytest.mark.usefixtures("foods")


def held() -> list[tuple[str, float]]:
    meals = Meal.objects.filter(deleted_at=None).order_by("at", "pk")
    return [(item.food_version.name_zh, item.grams_mid) for meal in meals for item in meal.items.order_by("position")]


@pytest.mark.parametrize(
    "text",
    [
        "刚才那个苹果不算",
        "苹果不算",
        "苹果不作数",
        "别算苹果",
        "不要记苹果了",
        "苹果记重了",
        "苹果不是我吃的",
        "忽略苹果",
        "the apple doesn't count",
        "don't count the apple",
        "ignore the apple",
        "the apple was a mistake",
        "forget the apple",
        "forget the last one",
        "don't log the apple",
        "leave out the apple",
    ],
)
def test_what_does_not_count_is_taken_out(ada: Person, say: Say, text: str) -> None:
    say(ada, "早饭两个鸡蛋", at="08:00")
    say(ada, "吃了一个苹果", at="12:00")

    say(ada, text, at="12:01")

    assert held() == [("鸡蛋", 100)]
    say(ada, "恢复", at="12:02")
    assert held() == [("鸡蛋", 100), ("苹果", 190)]


@pytest.mark.parametrize(
    "text",
    [
        "除了米饭都吃了",
        "除了米饭，其他都吃完了",
        "除米饭外全吃光了",
        "米饭没吃，其他都吃完了",
        "all but the rice",
        "everything except the rice",
        "i ate everything but the rice",
        "except the rice i ate everything",
    ],
)
def test_all_but_one_thing_takes_out_that_one(ada: Person, say: Say, text: str) -> None:
    say(ada, "午饭一碗米饭、两个鸡蛋")

    say(ada, text, at="12:01")

    assert held() == [("鸡蛋", 100)]


@pytest.mark.parametrize("text", ["除了苹果都吃了", "all but the apple"])
def test_all_but_what_is_not_there_logs_nothing(ada: Person, say: Say, text: str) -> None:
    say(ada, "午饭一碗米饭")

    say(ada, text, at="12:01")

    assert held() == [("米饭", 200)]


@pytest.mark.parametrize(
    "text",
    ["把今天的全删了", "今天的全删了", "删掉今天的所有记录", "delete everything from today", "remove all from today"],
)
def test_all_of_a_day_is_taken_out_at_once(ada: Person, say: Say, text: str) -> None:
    say(ada, "早饭两个鸡蛋", at="08:00")
    say(ada, "午饭一碗米饭", at="12:00")

    say(ada, text, at="12:01")

    assert held() == []
    say(ada, "撤销", at="12:02")
    assert held() == [("鸡蛋", 100), ("米饭", 200)]


@pytest.mark.parametrize("text", ["把今天早饭全删了", "删掉早饭全部", "remove everything I ate for breakfast"])
def test_all_of_a_meal_leaves_the_others(ada: Person, say: Say, text: str) -> None:
    say(ada, "早饭两个鸡蛋", at="08:00")
    say(ada, "早饭一个苹果", at="08:10")
    say(ada, "午饭一碗米饭", at="12:00")

    say(ada, text, at="12:01")

    assert held() == [("米饭", 200)]


def test_of_the_meals_of_a_day_all_can_be_picked(ada: Person, say: Say) -> None:
    say(ada, "早饭两个鸡蛋", at="08:00")
    say(ada, "午饭一碗米饭", at="12:00")
    say(ada, "把今天的删掉", at="12:01")

    say(ada, "3", at="12:02")

    assert held() == []


@pytest.mark.parametrize(("text", "left"), [("鸡蛋少吃了一个", 50), ("鸡蛋多记了一个", 50), ("鸡蛋多吃了一个", 150)])
def test_one_less_and_one_more(ada: Person, say: Say, text: str, left: float) -> None:
    say(ada, "午饭两个鸡蛋")

    say(ada, text, at="12:01")

    assert sum(grams for _, grams in held()) == left


@pytest.mark.parametrize(
    "text",
    ["牛肉面汤没喝", "牛肉面的汤没喝完", "汤没喝", "删掉牛肉面的汤", "didn't drink the beef noodles soup"],
)
def test_a_part_of_a_dish_is_not_taken_for_the_dish(ada: Person, say: Say, text: str) -> None:
    say(ada, "午饭一碗牛肉面")

    reply = say(ada, text, at="12:01")

    assert "没有单独记" in reply.lines[0]
    assert held() == [("牛肉面", 600)]


@pytest.mark.parametrize(
    "text", ["米饭只吃了一半", "米饭没吃完", "鸡肉没吃", "the rice was 150g", "only ate half the rice", "米饭改成100克"]
)
def test_a_dish_stays_whole_where_only_a_part_of_it_is_named(ada: Person, say: Say, text: str) -> None:
    make_food(name_zh="鸡肉", name_en="chicken", nutrients={"ENERC_KCAL": 160})
    make_food(name_zh="鸡肉米饭", name_en="chicken with rice", nutrients={"ENERC_KCAL": 150})
    say(ada, "午饭鸡肉米饭500克")

    reply = say(ada, text, at="12:01")

    assert "没有单独记" in reply.lines[0]
    assert held() == [("鸡肉米饭", 500)]


def test_what_was_in_a_sandwich_is_exchanged_in_it(ada: Person, say: Say) -> None:
    for filling in ("ham", "turkey"):
        make_food(name_zh=filling, name_en=filling, nutrients={"ENERC_KCAL": 160})
        make_food(name_zh=f"{filling} 三明治", name_en=f"{filling} sandwich", nutrients={"ENERC_KCAL": 250})
    say(ada, "lunch ham sandwich 200 g")

    say(ada, "not ham, turkey", at="12:01")

    assert held() == [("turkey 三明治", 200)]


def test_the_meal_named_with_a_food_narrows_what_it_was(ada: Person, say: Say) -> None:
    say(ada, "午饭一碗米饭", at="12:00")
    say(ada, "加餐一碗米饭", at="15:00")

    say(ada, "我中午吃的米饭是小米粥", at="15:01")

    assert [name for name, _ in held()] == ["小米粥", "米饭"]
