"""Kinds of food and indices of what somebody ate."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from meum.domain.intervals import Interval
from meum.people.models import Person
from nutrition.models import Food
from nutrition.queries import DaySummary, day_kinds, day_summaries, eating_of
from tests.factories.diary import NOON, make_drink, make_meal
from tests.factories.nutrition import make_food

FRIDAY = date(2026, 11, 20)


def week(person: Person) -> list[DaySummary]:
    return day_summaries(person=person, since=FRIDAY - timedelta(days=6), until=FRIDAY)


def eat(person: Person, key: str, *, grams: float = 200, days: int = 1) -> None:
    food = Food.objects.get(key=f"everyday:{key}")
    for back in range(days):
        make_meal(person=person, food=food, grams=Interval.exact(grams), at=NOON - timedelta(days=back))


@pytest.mark.usefixtures("everyday_catalogue")
def test_a_kind_counts_once_however_it_was_cooked(ada: Person) -> None:
    eat(ada, "rice")
    eat(ada, "rice")
    eat(ada, "apple")

    told = day_kinds(week(ada)[-1])

    assert {kind.key: round(amount.mid) for kind, amount in told.grams.items()} == {"rice": 145, "apple": 200}
    assert ({kind.key for kind in told.counted}, told.coverage) == ({"rice", "apple"}, 1)


@pytest.mark.usefixtures("everyday_catalogue")
def test_a_food_of_unknown_kind_lowers_the_coverage_and_takes_nothing_away(ada: Person) -> None:
    eat(ada, "apple", grams=100)
    make_meal(person=ada, food=make_food(nutrients={"ENERC_KCAL": 52.0}))

    told = day_kinds(week(ada)[-1])

    assert {kind.key for kind in told.counted} == {"apple"}
    assert told.coverage == pytest.approx(0.5, abs=0.01)


@pytest.mark.usefixtures("everyday_catalogue")
def test_much_water_makes_a_day_no_better_known(ada: Person) -> None:
    make_drink(person=ada, food=Food.objects.get(key="everyday:water"), ml=2000)
    make_meal(person=ada, food=make_food(nutrients={"ENERC_KCAL": 500.0}))

    assert day_kinds(week(ada)[-1]).coverage == 0


@pytest.mark.usefixtures("everyday_catalogue")
def test_days_of_apples_get_the_points_of_fruit(ada: Person) -> None:
    eat(ada, "apple", days=3)

    told = eating_of(week(ada), sex=None)

    assert (told.days, {kind.key for kind in told.kinds}, told.kinds_coverage) == (3, {"apple"}, 1)
    assert told.hei.coverage == told.chei.coverage == 1
    fruit = {each.key: each.points for each in told.hei.components + told.chei.components}
    assert (fruit["total_fruits"], fruit["fruits"], fruit["dairy"]) == (5, 10, 0)
    assert told.hei.points is not None
    assert 40 < told.hei.points < 60


@pytest.mark.usefixtures("everyday_catalogue")
def test_two_days_are_too_few_for_an_index(ada: Person) -> None:
    eat(ada, "apple", days=2)

    told = eating_of(week(ada), sex=None)

    assert (told.hei.points, told.chei.points, len(told.kinds)) == (None, None, 1)


@pytest.mark.usefixtures("everyday_catalogue")
def test_an_index_of_half_known_food_is_not_known(ada: Person) -> None:
    eat(ada, "apple", grams=100, days=3)
    for back in range(3):
        make_meal(person=ada, food=make_food(nutrients={"ENERC_KCAL": 52.0}), at=NOON - timedelta(days=back))

    told = eating_of(week(ada), sex=None)

    assert (told.hei.points, told.hei.components) == (None, ())
    assert told.hei.coverage == pytest.approx(0.5, abs=0.01)


def test_a_week_without_meals_tells_nothing(ada: Person) -> None:
    told = eating_of(week(ada), sex=None)

    assert (told.days, told.kinds, told.hei.points, told.hei.coverage) == (0, frozenset(), None, 0)


@pytest.mark.usefixtures("everyday_catalogue")
def test_a_week_costs_one_query(ada: Person, django_assert_num_queries: Any) -> None:
    eat(ada, "apple", days=7)
    days = week(ada)

    with django_assert_num_queries(1):
        eating_of(days, sex=None)
