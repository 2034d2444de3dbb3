"""Which meal a correction means, and what becomes of it when somebody else changed it meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest
from django.db import connection

from bots.models import Inbound, InboundState
from meum.domain.intervals import Interval
from meum.journal.models import Door
from meum.people.models import Person
from nutrition import services as nutrition
from nutrition.domain.drafts import MealItemDraft
from nutrition.models import Drink, Food, Meal
from tests.bots.conftest import Say
from tests.factories.people import agree_to_sharing

pytestmark = pytest.mark.usefixtures("foods")

MORNING = datetime(2026, 11, 19, 23, tzinfo=UTC)
LATE_LOOKING = UUID("f3b1c5a0-1111-4222-8333-444455556666")
"""An id as phones may choose it: it sorts after every id that Meum makes."""


def version_of(name_zh: str) -> UUID:
    found = Food.objects.get(current__name_zh=name_zh).current_id
    assert found is not None
    return found


def log_from_a_phone(person: Person) -> None:
    egg = MealItemDraft(food_version_id=version_of("鸡蛋"), grams=Interval.exact(50))
    nutrition.log_meal(person=person, author=person, door=Door.API, at=MORNING, items=[egg], entry_id=LATE_LOOKING)


def drink_from_a_phone(person: Person) -> None:
    nutrition.log_drink(
        person=person,
        author=person,
        door=Door.API,
        at=MORNING,
        food_version_id=version_of("水"),
        volume_ml=Interval.exact(300),
        entry_id=LATE_LOOKING,
    )


def grams_of(meal: Meal) -> list[float]:
    return [item.grams_mid for item in meal.items.order_by("position")]


def test_a_correction_means_what_was_said_last_whatever_its_id(ada: Person, say: Say) -> None:
    log_from_a_phone(ada)
    say(ada, "午饭一碗米饭", at="12:00")

    reply = say(ada, "改 1 150克", at="12:01")

    assert reply.lines[0] == "午餐：米饭 150 克。"
    assert grams_of(Meal.objects.get(pk=LATE_LOOKING)) == [50]


def test_the_same_again_means_the_meal_after_a_drink_whatever_its_id(ada: Person, say: Say) -> None:
    drink_from_a_phone(ada)
    say(ada, "午饭一碗米饭", at="12:00")

    assert say(ada, "同上", at="12:01").lines[0].startswith("午餐：米饭 2 碗")
    assert Drink.objects.count() == 1


def test_a_correction_by_a_nutritionist_does_not_change_which_meal_is_meant(ada: Person, ben: Person, say: Say) -> None:
    agree_to_sharing(ada, ben)
    log_from_a_phone(ada)
    say(ada, "午饭一碗米饭", at="12:00")
    nutrition.correct_item(
        person=ada, author=ben, door=Door.ADMIN, meal_id=LATE_LOOKING, number=1, grams=Interval.exact(60)
    )

    assert say(ada, "改 1 150克", at="12:01").lines[0] == "午餐：米饭 150 克。"


def test_an_answer_about_a_meal_that_a_nutritionist_corrected_meanwhile_leaves_the_correction(
    ada: Person, ben: Person, say: Say
) -> None:
    agree_to_sharing(ada, ben)
    say(ada, "午饭吃了夹馍和一碗米饭", at="12:00")
    meal = Meal.objects.get()
    nutrition.correct_item(person=ada, author=ben, door=Door.ADMIN, meal_id=meal.pk, number=2, grams=Interval.exact(30))

    reply = say(ada, "2", at="12:01")

    assert reply.lines[0] == "这一餐刚刚改过了，我没有动它。"
    assert reply.lines[-1] == "1 肉夹馍   2 米饭"
    assert grams_of(meal) == [150, 30]


def test_a_correction_made_while_another_one_was_read_but_not_written_is_told(
    ada: Person, ben: Person, say: Say
) -> None:
    agree_to_sharing(ada, ben)
    say(ada, "午饭一个鸡蛋和一碗米饭", at="12:00")
    meal = Meal.objects.get()
    say(ada, "谢谢", at="12:01")
    # Its key is stored, so that the first statement about the lock is that of the correction.
    Inbound.objects.filter(words="谢谢").update(state=InboundState.WAITING, words="改 1 80克", message_id="m1")
    turns_of_ben = iter([True])

    def correcting(execute: Callable[..., Any], sql: str, *arguments: Any) -> Any:
        if '"journal_counter"' in sql and next(turns_of_ben, False):
            nutrition.correct_item(
                person=ada, author=ben, door=Door.ADMIN, meal_id=meal.pk, number=2, grams=Interval.exact(30)
            )
        return execute(sql, *arguments)

    with connection.execute_wrapper(correcting):
        reply = say(ada, "改 1 80克", at="12:01", message_id="m1")

    assert reply.lines == ("这一条刚刚改过了，请看过最新的再改。",)
