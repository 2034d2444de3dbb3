"""Log again what was eaten on an earlier day."""

from __future__ import annotations

from datetime import timedelta

import pytest

from meum.domain.intervals import Interval
from meum.journal import services as journal
from meum.journal.models import Door
from meum.kernel.errors import Invalid, NotFound
from meum.people.models import Person
from nutrition.domain.drafts import MealItemDraft
from nutrition.domain.own_foods import Label
from nutrition.models import Meal, OwnFood
from nutrition.services import copy_meals, correct_own_food, log_meal
from tests.factories.diary import NOON, make_meal, make_own_food
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


def log_of(person: Person, own: OwnFood) -> None:
    item = MealItemDraft(food_version_id=own.food_version_id, grams=Interval.exact(50))
    log_meal(person=person, author=person, door=Door.API, at=YESTERDAY_NOON, items=[item])


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


def test_an_unknown_slot_is_refused(ada: Person) -> None:
    make_meal(person=ada)

    with pytest.raises(Invalid, match="breakfast, lunch"):
        copy(ada, to_slot="brunch")


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


def test_a_copied_food_of_ones_own_counts_as_it_was_taught_last(ada: Person) -> None:
    bar = make_own_food(person=ada, kcal=190, grams=50)
    log_of(ada, bar)
    told = Label(amounts={"ENERC_KCAL": 500})
    changed = correct_own_food(person=ada, author=ada, door=Door.API, own_food_id=bar.pk, label=told)

    (meal,) = copy(ada)

    assert meal.items.get().food_version_id == changed.food_version_id


def test_a_forgotten_food_of_ones_own_is_still_copied(ada: Person) -> None:
    bar = make_own_food(person=ada)
    log_of(ada, bar)
    journal.remove_entry(person=ada, author=ada, door=Door.API, model=OwnFood, entry_id=bar.pk)

    (meal,) = copy(ada)

    assert meal.items.get().food_version_id == bar.food_version_id
