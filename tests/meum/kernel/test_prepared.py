"""Reads whose SQL is made once give what the plain query gives."""

from __future__ import annotations

from threading import Thread
from typing import Any
from uuid import UUID

import pytest
from django.db import connections, transaction
from django.db.models import QuerySet

from meum.journal.models import Counter
from meum.kernel.prepared import Prepared
from meum.people.models import Person
from tests.factories.people import make_person


def named() -> Prepared[Person]:
    return Prepared(lambda username: Person.objects.filter(username=username))


def test_each_call_gets_the_rows_of_its_own_values(ada: Person, chen: Person) -> None:
    people = named()

    assert people.rows(username="ada") == [ada]
    assert people.rows(username="chen") == [chen]
    assert people.rows(username="nobody") == []


def test_the_first_row_or_none(ada: Person) -> None:
    people = named()

    assert people.first(username="ada") == ada
    assert people.first(username="nobody") is None


def test_rows_are_as_the_plain_query_gives_them(ada: Person) -> None:
    Counter.objects.update_or_create(person=ada, defaults={"latest_number": 3})
    counters = Prepared(lambda person: Counter.objects.select_related("person").filter(person_id=person))
    numbers = Prepared(lambda person: Counter.objects.filter(person_id=person).values_list("latest_number", "person"))

    [counter] = counters.rows(person=ada.pk)

    assert (counter.latest_number, counter.person.created_at) == (3, ada.created_at)
    assert numbers.rows(person=ada.pk) == [(3, ada.pk)]


def test_times_and_days_are_compared_as_such(ada: Person) -> None:
    since = Prepared(lambda at, day: Person.objects.filter(created_at__gte=at, created_at__date__lte=day))

    assert since.rows(at=ada.created_at, day=ada.created_at.date()) == [ada]


def test_the_query_is_made_once_for_each_thread(ada: Person) -> None:
    made: list[object] = []

    def make(pk: UUID) -> QuerySet[Person]:
        made.append(pk)
        return Person.objects.filter(pk=pk)

    people = Prepared(make)
    people.rows(pk=ada.pk)
    people.rows(pk=ada.pk)

    assert len(made) == 1


@pytest.mark.django_db(transaction=True)
def test_threads_ask_through_their_own_connections() -> None:
    person, people = make_person(username="ada"), named()
    found: list[Person | None] = [people.first(username="ada")]

    def ask() -> None:
        try:
            found.append(people.first(username="ada"))
        finally:
            connections.close_all()

    thread = Thread(target=ask)
    thread.start()
    thread.join()

    assert found == [person, person]


@pytest.mark.django_db(transaction=True)
def test_a_read_that_locks_is_refused_outside_of_a_transaction(django_assert_num_queries: Any) -> None:
    ada = make_person(username="ada")
    locked = Prepared(lambda pk: Person.objects.select_for_update().filter(pk=pk))
    with transaction.atomic():
        assert locked.first(pk=ada.pk) == ada

    with django_assert_num_queries(0), pytest.raises(transaction.TransactionManagementError):
        locked.first(pk=ada.pk)
