"""Move what was logged to another day or another meal of the day."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from meum.domain.intervals import Interval
from meum.journal import services as journal
from meum.journal.models import Door, Purpose
from meum.kernel.errors import ConsentMissing, Invalid, NotFound, Stale
from meum.people.models import Person
from nutrition.domain.drafts import MealItemDraft
from nutrition.models import Meal
from nutrition.services import log_meal, move_drink, move_meal
from tests.factories.diary import NOON, make_drink, make_meal
from tests.factories.nutrition import make_food

TODAY, YESTERDAY = NOON.date(), NOON.date() - timedelta(days=1)


def lunch_of(person: Person) -> Meal:
    items = [
        MealItemDraft(food_version_id=make_food(name_en=name).current_id, grams=Interval.exact(grams))
        for name, grams in (("rice", 200), ("egg", 50))
    ]
    return log_meal(person=person, author=person, door=Door.WEB, at=NOON, items=items, words="rice and an egg")


def move(person: Person, meal: Meal, **told: Any) -> Meal:
    return move_meal(person=person, author=person, door=Door.WEB, meal_id=meal.pk, now=NOON, **told)


def held() -> list[tuple[str, str, list[float]]]:
    meals = Meal.objects.filter(deleted_at=None).order_by("day", "at")
    return [(f"{meal.day}", meal.slot, [item.grams_mid for item in meal.items.order_by("position")]) for meal in meals]


def test_a_meal_goes_to_another_day_and_stays_the_entry_it_is(ada: Person) -> None:
    meal = lunch_of(ada)

    moved = move(ada, meal, to_day=YESTERDAY)

    assert moved.pk == meal.pk
    assert held() == [(f"{YESTERDAY}", "lunch", [200, 50])]


def test_one_item_goes_to_another_slot_and_one_undo_brings_it_back(ada: Person) -> None:
    meal = lunch_of(ada)

    moved = move(ada, meal, to_slot="breakfast", item_ids=[meal.items.get(grams_mid=50).pk])

    assert (moved.slot, moved.words) == ("breakfast", "rice and an egg")
    assert held() == [(f"{TODAY}", "breakfast", [50]), (f"{TODAY}", "lunch", [200])]
    journal.undo_latest(person=ada, author=ada, door=Door.WEB)
    assert held() == [(f"{TODAY}", "lunch", [200, 50])]


def test_a_move_to_its_own_place_is_refused(ada: Person) -> None:
    with pytest.raises(Invalid, match="already"):
        move(ada, lunch_of(ada), to_day=TODAY)


def test_a_move_to_a_day_to_come_is_refused(ada: Person) -> None:
    with pytest.raises(Invalid, match="only what was eaten"):
        move(ada, lunch_of(ada), to_day=TODAY + timedelta(days=1))

    assert held() == [(f"{TODAY}", "lunch", [200, 50])]


def test_an_item_of_another_meal_is_not_found(ada: Person) -> None:
    other = make_meal(person=ada)

    with pytest.raises(NotFound):
        move(ada, lunch_of(ada), to_day=YESTERDAY, item_ids=[other.items.get().pk])


def test_a_meal_changed_meanwhile_is_not_moved(ada: Person) -> None:
    with pytest.raises(Stale):
        move(ada, lunch_of(ada), to_day=YESTERDAY, revision=7)


def test_nothing_is_moved_without_consent(ada: Person) -> None:
    meal = lunch_of(ada)
    journal.withdraw_consent(person=ada, purpose=Purpose.HEALTH_RECORDS, door=Door.API)

    with pytest.raises(ConsentMissing):
        move(ada, meal, to_day=YESTERDAY)


def test_a_stranger_moves_nothing(ada: Person, chen: Person) -> None:
    with pytest.raises(NotFound):
        move(chen, lunch_of(ada), to_day=YESTERDAY)


def test_a_drink_keeps_its_hour_on_another_day(ada: Person) -> None:
    drink = make_drink(person=ada)

    moved = move_drink(person=ada, author=ada, door=Door.WEB, drink_id=drink.pk, to_day=YESTERDAY, now=NOON)

    assert (moved.day, moved.at) == (YESTERDAY, NOON - timedelta(days=1))


def test_a_drink_is_not_moved_to_its_own_day(ada: Person) -> None:
    drink = make_drink(person=ada)

    with pytest.raises(Invalid, match="already"):
        move_drink(person=ada, author=ada, door=Door.WEB, drink_id=drink.pk, to_day=TODAY, now=NOON)
