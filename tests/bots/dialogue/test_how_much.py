"""The questions about a meal: an amount that nobody eats is asked before it is logged, a doubtful food after."""

from __future__ import annotations

import pytest

from bots.dialogue.handlers.which_food import is_worth_asking
from meum.people.models import Person
from nutrition.models import Meal
from tests.bots.conftest import Say

pytestmark = pytest.mark.usefixtures("foods")


def held() -> list[tuple[str, str, float]]:
    meals = Meal.objects.filter(deleted_at=None).order_by("at", "pk")
    return [(meal.slot, item.food_version.name_zh, item.grams_mid) for meal in meals for item in meal.items.all()]


def test_an_amount_that_nobody_eats_is_asked_and_not_logged(ada: Person, say: Say) -> None:
    reply = say(ada, "早饭300个鸡蛋", at="12:00")

    assert reply.lines == ("「300个鸡蛋」有点多，还没有记。是哪一个？",)
    assert [str(choice) for choice in reply.choices] == ["1 30个鸡蛋", "2 3个鸡蛋", "0 都不是"]
    assert held() == []


def test_the_amount_picked_is_logged_where_the_message_put_it(ada: Person, say: Say) -> None:
    say(ada, "早饭300个鸡蛋", at="12:00")

    say(ada, "2", at="12:01")

    assert held() == [("breakfast", "鸡蛋", 150)]


def test_what_stands_beside_it_is_logged_at_once(ada: Person, say: Say) -> None:
    reply = say(ada, "午饭一碗米饭和20碗牛肉面", at="12:00")

    assert held() == [("lunch", "米饭", 200)]
    assert reply.lines[-1] == "「20碗牛肉面」有点多，还没有记。是哪一个？"


def test_as_much_as_can_be_may_be_meant(ada: Person, say: Say) -> None:
    say(ada, "午饭8碗牛肉面", at="12:00")

    say(ada, "1", at="12:01")

    assert held() == [("lunch", "牛肉面", 4800)]


def test_none_of_them_logs_nothing(ada: Person, say: Say) -> None:
    say(ada, "午饭8碗牛肉面", at="12:00")

    assert say(ada, "0", at="12:01").lines[0] == "好的，没有记。"
    assert held() == []


def test_more_water_than_can_be_is_asked_too(ada: Person, say: Say) -> None:
    say(ada, "喝水 20000", at="12:00")

    assert say(ada, "1", at="12:01").lines[0] == "喝水 2000 毫升。"


def test_of_several_doubts_only_the_amount_is_asked(ada: Person, say: Say) -> None:
    reply = say(ada, "午饭吃了夹馍、300个鸡蛋", at="12:00")

    assert reply.lines[-1] == "「300个鸡蛋」有点多，还没有记。是哪一个？"


@pytest.mark.parametrize(
    ("confidence", "energies_kcal", "is_asked"),
    [
        (0.5, [420, 225], True),
        (0.6, [420, 225], False),
        (0.5, [420, 280], False),
        (0.5, [1200, 1000], False),
        (0.5, [225, 420, 300], True),
        (0.5, [420], False),
        (0.5, [], False),
    ],
)
def test_only_a_doubt_that_changes_the_energy_by_much_is_asked(
    confidence: float, energies_kcal: list[float], is_asked: bool
) -> None:
    assert is_worth_asking(confidence=confidence, energies_kcal=energies_kcal) is is_asked
