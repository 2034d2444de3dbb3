"""What the list of people tells of each: when they last logged, and which of the latest days."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from meum.journal.models import Door
from meum.journal.services import remove_entry
from meum.overview.clients.rows import client_rows
from meum.people.models import Person
from nutrition.models import Meal
from tests.factories.diary import make_meal
from tests.factories.fitness import make_sleep
from tests.factories.people import make_person

NOW = datetime(2026, 11, 20, 6, 0, tzinfo=UTC)  # 14:00 in Shanghai


def test_any_kind_of_entry_counts_and_a_day_counts_once(ada: Person) -> None:
    make_meal(person=ada, at=NOW)
    make_meal(person=ada, at=NOW - timedelta(hours=1))
    make_sleep(person=ada, woke_at=NOW - timedelta(days=2))

    (row,) = client_rows(people=[ada], now=NOW)

    assert row.latest_day == date(2026, 11, 20)
    assert row.week == (False, False, False, False, True, False, True)
    assert (row.days_logged, row.days_silent) == (2, 0)


def test_what_was_logged_long_ago_is_told_by_its_day(ada: Person) -> None:
    make_meal(person=ada, at=NOW - timedelta(days=40))

    (row,) = client_rows(people=[ada], now=NOW)

    assert (row.days_logged, row.days_silent) == (0, 40)


def test_a_deleted_entry_does_not_count(ada: Person) -> None:
    meal = make_meal(person=ada, at=NOW)
    remove_entry(person=ada, author=ada, door=Door.WEB, model=Meal, entry_id=meal.pk)

    (row,) = client_rows(people=[ada], now=NOW)

    assert (row.latest_day, row.days_silent) == (None, None)


def test_each_week_ends_on_the_persons_own_today(ada: Person) -> None:
    far = make_person(time_zone="America/Los_Angeles")
    make_meal(person=far, at=NOW)

    rows = client_rows(people=[ada, far], now=NOW)

    assert [row.today for row in rows] == [date(2026, 11, 20), date(2026, 11, 19)]
    assert rows[1].week[-1] is True


@pytest.mark.parametrize("people", [1, 40])
def test_forty_people_cost_the_two_queries_of_one(db: None, people: int, django_assert_num_queries: Any) -> None:
    found = [make_person() for _ in range(people)]
    for person in found:
        make_meal(person=person, at=NOW)

    with django_assert_num_queries(2):
        rows = client_rows(people=found, now=NOW)

    assert [row.days_logged for row in rows] == [1] * people
