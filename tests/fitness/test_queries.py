"""Reads of the body show only one's own, in a constant number of queries."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from fitness import queries
from fitness.domain.measures import Kind
from fitness.reading import MeasurementDraft
from meum.domain.languages import Lang
from meum.journal.models import Door
from meum.journal.services import remove_entry
from meum.kernel.errors import NotFound
from meum.people.models import Person
from tests.factories.fitness import MORNING, make_activity, make_measurement, make_sleep

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize("rows", [1, 40])
def test_a_day_of_the_body_costs_three_queries(
    ada: Person, rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for minute in range(rows):
        make_measurement(person=ada, at=MORNING + timedelta(minutes=minute))
        make_activity(person=ada, minutes=1, at=MORNING + timedelta(minutes=minute))
    make_sleep(person=ada)

    with django_assert_num_queries(3):
        day = queries.body_day(person=ada, day=TODAY)

    assert (len(day.measurements), day.activity_minutes, day.sleep_minutes) == (rows, rows, 420)
    assert len(day.revisions) == 2 * rows + 1


@pytest.mark.parametrize("rows", [1, 40])
def test_a_series_of_weights_costs_one_query(
    ada: Person, rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for day in range(rows):
        make_measurement(person=ada, value=60 + day / 10, at=MORNING - timedelta(days=day))

    with django_assert_num_queries(1):
        series = queries.weight_series(person=ada, since=TODAY - timedelta(days=60), until=TODAY)

    assert [point.weight_kg for point in series] == [60 + day / 10 for day in reversed(range(rows))]


def test_a_day_sums_what_activities_cost(ada: Person) -> None:
    one, two = make_activity(person=ada, minutes=30), make_activity(person=ada, code="02150", minutes=60)

    day = queries.body_day(person=ada, day=TODAY)

    assert day.energy == one.energy + two.energy
    assert day.net_energy == one.net_energy + two.net_energy


def test_nobody_sees_what_is_anothers(ada: Person, chen: Person) -> None:
    make_measurement(person=ada)
    make_activity(person=ada)
    make_sleep(person=ada)

    assert queries.body_day(person=chen, day=TODAY).revisions == []
    assert queries.latest_weight(person=chen) is None
    assert queries.weight_series(person=chen, since=TODAY, until=TODAY) == []
    assert not queries.visible_measurements(owner=chen).exists()
    assert not queries.visible_activities(owner=chen).exists()
    assert not queries.visible_sleeps(owner=chen).exists()


def test_what_was_deleted_is_not_shown(ada: Person) -> None:
    entry = make_measurement(person=ada)

    remove_entry(person=ada, author=ada, door=Door.API, model=type(entry), entry_id=entry.pk)

    assert queries.latest_weight(person=ada) is None
    assert queries.measurements_of_day(person=ada, day=TODAY) == []


def test_the_latest_weight_is_the_latest_told_not_the_last_written(ada: Person) -> None:
    make_measurement(person=ada, value=61)
    make_measurement(person=ada, value=65, at=MORNING - timedelta(days=30))
    make_measurement(person=ada, kind="waist", value=80, at=MORNING + timedelta(days=1))

    weight = queries.latest_weight(person=ada)

    assert weight is not None
    assert weight.value == 61
    assert queries.latest_measurement(person=ada, kind=Kind.HIP) is None


def test_a_message_is_read_with_the_persons_zone_and_weight(ada: Person) -> None:
    make_measurement(person=ada, value=64)

    (draft,) = queries.understand_body(person=ada, text="今早7点体重130", at=MORNING).drafts

    assert isinstance(draft, MeasurementDraft)
    assert (draft.value, draft.at) == (65, MORNING - timedelta(hours=1))


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("羽毛球", "15030"),
        ("badminton", "15030"),
        ("跑步", "12050"),
        ("快走", "17200"),
        ("yoga", "02150"),
        ("太極", "15670"),
    ],
)
def test_an_everyday_word_finds_its_activity_first(query: str, code: str) -> None:
    assert queries.search_activities(query=query, limit=5)[0].code == code


def test_a_search_keeps_its_limit_and_may_find_nothing() -> None:
    assert len(queries.search_activities(limit=7)) == 7
    assert queries.search_activities(query="qqqqqqqqqqqq") == []


def test_an_activity_is_named_in_both_languages() -> None:
    badminton = queries.activity_named("15030")

    assert (badminton.name(Lang.ZH), badminton.name(Lang.EN)) == ("羽毛球", "badminton")
    with pytest.raises(NotFound):
        queries.activity_named("99999")
