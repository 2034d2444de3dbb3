"""A process that dies before any statement of a service leaves all of its work or nothing of it."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import count
from typing import Any, NoReturn

import pytest
from django.db import connection

from meum.domain.intervals import Interval
from meum.journal import services as journal
from meum.journal.models import Change, Counter, Door
from meum.people.models import Person, Profile
from meum.people.services import ProfileDraft, update_profile
from nutrition.domain.drafts import MealItemDraft
from nutrition.models import Meal, MealItem
from nutrition.services import correct_item, log_meal
from tests.factories.nutrition import FoodFactory

pytestmark = [pytest.mark.storage, pytest.mark.django_db(transaction=True)]

NOON = datetime(2026, 3, 10, 4, 0, tzinfo=UTC)


def die_before_statement(number: int, work: Callable[[], object]) -> bool:
    """Run `work` in a child process that is killed before its n-th statement; tell whether it got that far."""
    connection.close()
    child = os.fork()
    if child == 0:
        _work_and_die(number, work)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0
    return os.WIFSIGNALED(status)


def _work_and_die(number: int, work: Callable[[], object]) -> NoReturn:
    statements = count(1)

    def kill_at_number(execute: Callable[..., Any], *arguments: Any) -> Any:
        if next(statements) == number:
            os.kill(os.getpid(), signal.SIGKILL)
        return execute(*arguments)

    try:
        with connection.execute_wrapper(kill_at_number):
            work()
    except BaseException:  # noqa: BLE001  # the parent sees it as the exit status
        os._exit(1)
    os._exit(0)


def deaths(work: Callable[[], object], is_untouched: Callable[[], bool]) -> int:
    """Kill `work` before each of its statements in turn; return how many deaths left nothing, fail on a half."""
    for number in count(1):
        if not die_before_statement(number, work):
            return number - 1
        assert is_untouched(), f"half of the work is there after a death before statement {number}"
    raise AssertionError("unreachable")


def state(person: Person) -> tuple[object, ...]:
    """Return everything that the tried services could have touched."""
    counter = Counter.objects.filter(person=person, latest_number__gt=0).values_list("latest_number", flat=True)
    return (
        list(counter),
        list(Change.objects.filter(person=person).values_list("number", flat=True)),
        list(Profile.objects.values_list("height_cm", "revision", "deleted_at")),
        list(Meal.objects.values_list("revision", "deleted_at")),
        list(MealItem.objects.values_list("grams_mid", flat=True)),
    )


def survives(person: Person, work: Callable[[], object]) -> int:
    before = state(person)
    died = deaths(work, lambda: state(person) == before)
    assert state(person) != before
    return died


def tell_height(person: Person, height_cm: float) -> None:
    update_profile(person=person, author=person, door=Door.API, draft=ProfileDraft(height_cm=height_cm))


def log_lunch(person: Person) -> Meal:
    drafts = [MealItemDraft(food_version_id=FoodFactory().current.pk, grams=Interval.exact(g)) for g in (100, 200)]
    return log_meal(person=person, author=person, door=Door.API, at=NOON, items=drafts)


def test_of_a_profile(ada: Person) -> None:
    assert survives(ada, lambda: tell_height(ada, 165)) >= 4


def test_of_a_new_meal(ada: Person) -> None:
    drafts = [MealItemDraft(food_version_id=FoodFactory().current.pk, grams=Interval.exact(100)) for _ in range(2)]

    assert survives(ada, lambda: log_meal(person=ada, author=ada, door=Door.API, at=NOON, items=drafts)) >= 6


def test_of_a_correction(ada: Person) -> None:
    meal = log_lunch(ada)
    grams = Interval.exact(150)

    assert (
        survives(
            ada, lambda: correct_item(person=ada, author=ada, door=Door.API, meal_id=meal.pk, number=2, grams=grams)
        )
        >= 6
    )


def test_of_an_undo(ada: Person) -> None:
    log_lunch(ada)

    assert survives(ada, lambda: journal.undo_latest(person=ada, author=ada, door=Door.API)) >= 6
