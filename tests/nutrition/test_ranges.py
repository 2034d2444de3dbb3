"""Several days: each alone, and the mean of those with meals."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, timedelta

import pytest

from meum.domain.intervals import Interval
from meum.people.models import Person
from nutrition.catalogue.nutrients import position_of
from nutrition.queries import range_summary
from tests.factories.diary import NOON, make_drink, make_meal
from tests.factories.nutrition import make_food

ENERGY, IRON = position_of("ENERC_KCAL"), position_of("FE")
FRIDAY = date(2026, 11, 20)
MONDAY = FRIDAY - timedelta(days=4)


def test_the_mean_is_taken_over_days_with_meals(ada: Person) -> None:
    food = make_food(nutrients={"ENERC_KCAL": 100})
    make_meal(person=ada, food=food, grams=Interval(80, 100, 120))
    make_meal(person=ada, food=food, grams=Interval.exact(300), at=NOON - timedelta(days=2))
    make_drink(person=ada, at=NOON - timedelta(days=1))

    told = range_summary(person=ada, first=MONDAY, last=FRIDAY)

    assert told.counted == (FRIDAY - timedelta(days=2), FRIDAY)
    assert told.left_out == (MONDAY, MONDAY + timedelta(days=1), FRIDAY - timedelta(days=1))
    assert told.mean.interval(ENERGY) == Interval(190, 200, 210)


def test_the_coverage_of_the_mean_is_that_of_all_that_was_eaten(ada: Person) -> None:
    make_meal(person=ada, food=make_food(nutrients={"ENERC_KCAL": 100, "FE": 2}))
    make_meal(person=ada, grams=Interval.exact(300), at=NOON - timedelta(days=1))

    told = range_summary(person=ada, first=MONDAY, last=FRIDAY)

    assert (told.mean.mid[IRON], told.mean.coverage[IRON]) == pytest.approx((1, 0.25))


def test_a_range_without_meals_knows_nothing(ada: Person) -> None:
    told = range_summary(person=ada, first=MONDAY, last=FRIDAY)

    assert (told.counted, len(told.days), told.mean.coverage[ENERGY]) == ((), 5, 0)


def test_a_range_ends_after_it_begins(ada: Person) -> None:
    with pytest.raises(ValueError, match="after the last"):
        range_summary(person=ada, first=FRIDAY, last=MONDAY)


def test_meals_of_others_do_not_count(ada: Person, chen: Person) -> None:
    make_meal(person=chen)

    assert range_summary(person=ada, first=MONDAY, last=FRIDAY).counted == ()


@pytest.mark.parametrize("meals", [1, 20])
def test_a_range_costs_the_same_queries_however_much_was_eaten(
    ada: Person, meals: int, django_assert_num_queries: Callable[[int], AbstractContextManager[object]]
) -> None:
    food = make_food()
    for number in range(meals):
        make_meal(person=ada, food=food, at=NOON - timedelta(days=number % 5))
    range_summary(person=ada, first=MONDAY, last=FRIDAY)

    with django_assert_num_queries(3):
        range_summary(person=ada, first=MONDAY, last=FRIDAY)
