"""Sips and seconds are added, weights replace guesses, a meal named alone waits for its food."""

from __future__ import annotations

import pytest

from meum.people.models import Person
from nutrition.models import Drink, Meal
from tests.bots.conftest import Say
from tests.factories.nutrition import make_food

pytestmark = pytest.mark.usefixtures("foods")


def held() -> list[tuple[str, str, float]]:
    meals = Meal.objects.filter(deleted_at=None).order_by("at", "pk")
    return [
        (meal.slot, item.food_version.name_zh, item.grams_mid)
        for meal in meals
        for item in meal.items.order_by("position")
    ]


@pytest.mark.parametrize("text", ["喝了一口牛奶", "喝了几口牛奶", "牛奶喝了一口", "had a sip of milk"])
def test_a_sip_is_added_to_what_was_drunk_before(ada: Person, say: Say, text: str) -> None:
    say(ada, "午饭500ml牛奶", at="12:00")

    say(ada, text, at="15:00")

    (_, _, first), (_, _, second) = held()
    assert first == 500
    assert second < 100


@pytest.mark.parametrize("text", ["牛奶只喝了几口", "只喝了一口牛奶", "only had a few sips of the milk"])
def test_only_a_sip_is_what_was_drunk_of_it(ada: Person, say: Say, text: str) -> None:
    say(ada, "午饭500ml牛奶", at="12:00")

    say(ada, text, at="12:10")

    ((_, _, grams),) = held()
    assert grams < 100


@pytest.mark.parametrize("text", ["又吃了一碗", "再来一碗", "another bowl"])
def test_a_bowl_of_what_comes_in_none_is_asked_for_by_name(ada: Person, say: Say, text: str) -> None:
    say(ada, "午饭一个鸡蛋")

    reply = say(ada, text, at="12:01")

    assert "什么" in reply.lines[0]
    assert held() == [("lunch", "鸡蛋", 50)]


def test_a_bowl_goes_to_what_comes_in_bowls(ada: Person, say: Say) -> None:
    say(ada, "午饭米饭150克、一个鸡蛋")

    say(ada, "又吃了一碗", at="12:01")

    assert held() == [("lunch", "米饭", 150), ("lunch", "鸡蛋", 50), ("lunch", "米饭", 200)]


def test_one_more_portion_is_as_much_again(ada: Person, say: Say) -> None:
    say(ada, "午饭两个鸡蛋")

    say(ada, "再加一份", at="12:01")

    assert held() == [("lunch", "鸡蛋", 200)]


@pytest.mark.parametrize("text", ["米饭150克，鸡蛋60克", "rice 150 g, egg 60 g", "吃了150克米饭和60克鸡蛋"])
def test_weights_told_after_guessed_amounts_take_their_place(ada: Person, say: Say, text: str) -> None:
    say(ada, "午饭米饭、鸡蛋")

    say(ada, text, at="12:05")

    assert held() == [("lunch", "米饭", 150), ("lunch", "鸡蛋", 60)]


@pytest.mark.parametrize(
    ("before", "text", "at"),
    [
        ("午饭米饭", "又吃了米饭150克", "12:05"),
        ("午饭米饭", "another 150 g rice", "12:05"),
        ("午饭米饭", "加餐米饭150克", "12:05"),
        ("午饭米饭", "米饭150克，苹果100克", "12:05"),
        ("午饭米饭", "米饭150克", "18:00"),
        ("午饭米饭200克", "米饭150克", "12:05"),
    ],
)
def test_weights_of_another_meal_are_added(ada: Person, say: Say, before: str, text: str, at: str) -> None:
    say(ada, before)

    say(ada, text, at=at)

    assert Meal.objects.filter(deleted_at=None).count() == 2


@pytest.mark.parametrize(
    ("alone", "food", "slot"),
    [
        ("早饭", "两个鸡蛋", "breakfast"),
        ("早餐：", "吃了两个鸡蛋", "breakfast"),
        ("晚饭：", "一碗米饭", "dinner"),
        ("dinner", "2 eggs", "dinner"),
        ("早饭", "中午吃了一碗米饭", "lunch"),
    ],
)
def test_the_food_after_a_meal_named_alone_belongs_to_it(
    ada: Person, say: Say, alone: str, food: str, slot: str
) -> None:
    say(ada, alone, at="16:00")

    say(ada, food, at="16:01")

    assert Meal.objects.get().slot == slot


def test_the_meal_named_alone_is_forgotten_after_its_food(ada: Person, say: Say) -> None:
    say(ada, "早饭", at="16:00")
    say(ada, "两个鸡蛋", at="16:01")

    say(ada, "一个苹果", at="16:02")

    assert [slot for slot, _, _ in held()] == ["breakfast", "snack"]


@pytest.mark.parametrize("text", ["没有", "no", "0"])
def test_nothing_for_a_meal_named_alone(ada: Person, say: Say, text: str) -> None:
    say(ada, "早饭", at="16:00")

    assert say(ada, text, at="16:01").lines == ("好的，没吃就不记。",)
    assert held() == []


def test_what_is_not_understood_after_a_meal_named_alone_asks_for_no_number(ada: Person, say: Say) -> None:
    say(ada, "早饭", at="16:00")

    reply = say(ada, "哈哈哈", at="16:01")

    assert "请回复编号：" not in reply.lines


def test_water_told_anew_is_added_and_only_less_is_a_correction(ada: Person, say: Say) -> None:
    say(ada, "喝了500ml水")
    say(ada, "水喝了1.5升", at="12:01")

    say(ada, "水喝多了，只喝了1升", at="12:02")

    assert sorted(drink.ml_mid for drink in Drink.objects.filter(deleted_at=None)) == [500, 1000]


@pytest.mark.parametrize(
    "text", ["本来想吃米饭，最后只吃了一个苹果", "was going to have rice but had an apple instead"]
)
def test_what_was_eaten_in_place_of_a_plan_is_logged(ada: Person, say: Say, text: str) -> None:
    say(ada, text)

    assert [name for _, name, _ in held()] == ["苹果"]


def test_another_drink_in_the_place_of_a_kind_of_one(ada: Person, say: Say) -> None:
    make_food(name_zh="可乐", name_en="cola", nutrients={"ENERC_KCAL": 42})
    make_food(name_zh="无糖可乐", name_en="diet cola", nutrients={"ENERC_KCAL": 1})
    make_food(name_zh="雪碧", name_en="sprite", nutrients={"ENERC_KCAL": 40})
    say(ada, "午饭无糖可乐300克")

    say(ada, "不是可乐是雪碧", at="12:01")

    assert held() == [("lunch", "雪碧", 300)]
