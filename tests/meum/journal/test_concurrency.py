"""Many writers at once: every change has its number, none is lost, none is skipped."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from django.db import connection

from meum.journal.models import Change, Counter, Door
from meum.kernel.errors import MeumError
from meum.people.models import Person, Profile
from meum.people.services import ProfileDraft, update_profile
from tests.factories.people import make_person

WRITERS, WRITES = 6, 12

pytestmark = [pytest.mark.storage, pytest.mark.django_db(transaction=True)]


def run_together(work: Callable[[int], None], *, writers: int = WRITERS) -> None:
    """Run `work(0)` to `work(writers - 1)` in threads that begin at the same moment; raise what they raised."""
    started, failures = threading.Barrier(writers), list[BaseException]()

    def run(number: int) -> None:
        started.wait()
        try:
            work(number)
        except BaseException as error:  # noqa: BLE001  # told to the test, whatever it is
            failures.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(number,)) for number in range(writers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []


def tell_heights(person: Person, start: float) -> None:
    for step in range(WRITES):
        draft = ProfileDraft(height_cm=start + step / 100)
        update_profile(person=person, author=person, door=Door.API, draft=draft)


def numbers_of(person: Person) -> list[int]:
    return list(Change.objects.filter(person=person).order_by("number").values_list("number", flat=True))


def test_writers_on_one_person_leave_no_gap(ada: Person) -> None:
    update_profile(person=ada, author=ada, door=Door.API, draft=ProfileDraft(height_cm=99))

    run_together(lambda number: tell_heights(ada, 100 + 10 * number))

    assert numbers_of(ada) == list(range(1, WRITERS * WRITES + 2))
    assert Counter.objects.get(person=ada).latest_number == WRITERS * WRITES + 1
    assert Profile.objects.get(person=ada).revision == WRITERS * WRITES + 1


def test_writers_on_different_people_do_not_mix() -> None:
    people = [make_person() for _ in range(WRITERS)]

    run_together(lambda number: tell_heights(people[number], 100))

    assert [numbers_of(person) for person in people] == [list(range(1, WRITES + 1))] * WRITERS


def test_the_first_write_of_a_person_may_come_twice_at_once(ada: Person) -> None:
    def first(number: int) -> None:
        draft = ProfileDraft(height_cm=100 + number)
        try:
            update_profile(person=ada, author=ada, door=Door.API, draft=draft)
        except MeumError as error:
            assert error.code == "conflicting_write"  # noqa: PT017  # any other code fails the thread

    Counter.objects.filter(person=ada).delete()
    run_together(first)

    assert Profile.objects.filter(person=ada, deleted_at=None).count() == 1
