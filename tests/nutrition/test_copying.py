"""Log again what was eaten on an earlier day."""

from __future__ import annotations

from datetime import timedelta

import pytest

from meum.domain.intervals import Interval
from meum.journal import services as journal
from meum.journal.models import Door
from meum.kernel.errors import Invalid, NotFound
from meum.people.models import Person
from nutrition.models import Meal
from nutrition.services import copy_meals
from tests.factories.diary import NOON, make_meal
from tests.factories.nutrition import make_food

YESTERDAY_NOON = NOON - timedelta(days=1)
TODAY, YESTERDAY = NOON.date(), YESTERDAY_NOON.date()


def copy(person: Person, *, from_slot: str = "", to_slot: str = "", days: int = 0) -> list[Meal]:
    return copy_meals(
        person=person,
        author=person,
        door=Door.API,
        from_day=YESTERDAY,
        to_day=TODAY + timedelta(days=days),
        now=NOON,
        from_slot=from_slot,
        to_slot=to_slot,
    )


def test_the_meals_of_a_day_are_copied_each_to_its_slot_as_one_group(ada: Person) -> None:
    make_meal(person=ada, at=YESTERDAY_NOON, slot="breakfast")
    make_meal(person=ada, at=YESTERDAY_NOON, slot="lunch", grams=Interval(80, 100, 120))

    made = copy(ada)

    assert [(meal.slot, meal.day) for meal in made] == [("breakfast", TODAY), ("lunch", TODAY)]
    assert made[1].items.get().grams == Interval(80, 100, 120)
    journal.undo_latest(person=ada, author=ada, door=Door.API)
    assert not Meal.objects.filter(day=TODAY, deleted_at=None).exists()


def test_one_meal_is_copied_to_another_slot(ada: Person) -> None:
    make_meal(person=ada, at=YESTERDAY_NOON, slot="dinner")
    make_meal(person=ada, at=YESTERDAY_NOON, slot="lunch")

    assert [meal.slot for meal in copy(ada, from_slot="dinner", to_slot="lunch")] == ["lunch"]


def test_a_copy_is_never_later_than_now(ada: Person) -> None:
    make_meal(person=ada, at=YESTERDAY_NOON, slot="dinner")

    assert [meal.at for meal in copy(ada)] == [NOON]


def test_nothing_to_copy_is_refused(ada: Person, chen: Person) -> None:
    make_meal(person=chen, food=make_food(), at=YESTERDAY_NOON)

    with pytest.raises(NotFound, match="no such meal"):
        copy(ada)


@pytest.mark.parametrize("days", [1, -1])
def test_a_day_to_come_or_the_same_day_is_refused(ada: Person, days: int) -> None:
    make_meal(person=ada, at=YESTERDAY_NOON)

    with pytest.raises(Invalid):
        copy(ada, days=days)

    assert Meal.objects.count() == 1
