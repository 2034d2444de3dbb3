"""What one message told is one recording, so one word takes all of it back."""

from __future__ import annotations

import pytest

from fitness.models import BodyMeasurement
from meum.people.models import Person
from nutrition.models import Meal
from tests.bots.conftest import Say


@pytest.mark.usefixtures("foods")
def test_a_meal_and_a_weight_of_one_message_go_back_together(ada: Person, say: Say) -> None:
    say(ada, "午饭一碗米饭，体重61.5公斤", at="12:10")

    reply = say(ada, "撤销", at="12:11")

    assert reply.lines == (
        "已撤销：午餐 米饭。",
        "已撤销：体重 61.5 公斤。",
        "今天没有饮食记录了。",
        "发「恢复」可找回。",
    )
    assert not Meal.objects.filter(deleted_at=None).exists()
    assert not BodyMeasurement.objects.filter(deleted_at=None).exists()


@pytest.mark.usefixtures("foods")
def test_what_is_impossible_in_a_message_does_not_cost_the_rest(ada: Person, say: Say) -> None:
    say(ada, "午饭一碗米饭，体重600公斤", at="12:10")

    assert Meal.objects.filter(deleted_at=None).count() == 1
    assert not BodyMeasurement.objects.exists()
