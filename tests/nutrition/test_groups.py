"""Kinds of food by the day."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from meum.people.models import Person
from nutrition.models import Food
from nutrition.queries import DayPatterns, day_patterns, day_summaries
from tests.factories.diary import make_meal
from tests.factories.nutrition import make_food

FRIDAY = date(2026, 11, 20)


def patterns_of(person: Person) -> DayPatterns:
    return day_patterns(day_summaries(person=person, since=FRIDAY, until=FRIDAY))[0]


@pytest.mark.usefixtures("everyday_catalogue")
def test_an_apple_is_fruit_and_nothing_else(ada: Person) -> None:
    make_meal(person=ada, food=Food.objects.get(key="everyday:apple"))

    told = patterns_of(ada)

    assert told.of("f_total") == pytest.approx(told.of("f_other"))
    assert told.of("f_total") > 0.5
    assert (told.of("v_total", "g_total", "pf_total"), told.coverage) == (0, 1)


@pytest.mark.usefixtures("everyday_catalogue")
def test_a_food_that_nobody_has_worked_out_lowers_the_coverage(ada: Person) -> None:
    make_meal(person=ada, food=Food.objects.get(key="everyday:apple"))
    make_meal(person=ada, food=make_food())

    assert patterns_of(ada).coverage == 0.5


def test_a_day_without_food_holds_nothing(ada: Person) -> None:
    told = patterns_of(ada)

    assert (told.amounts.sum(), told.coverage) == (0, 0)


def test_many_days_cost_one_query(ada: Person, django_assert_num_queries: Any) -> None:
    make_meal(person=ada)
    days = day_summaries(person=ada, since=date(2026, 11, 1), until=FRIDAY)

    with django_assert_num_queries(1):
        day_patterns(days)
