"""Jobs are stored with their cause; workers are told after the commit; the sweeper finds what was not heard."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from uuid import UUID

import pytest
from django.db import transaction
from django.utils import timezone
from pytest_django import DjangoCaptureOnCommitCallbacks

from meum.jobs import services
from meum.jobs.models import Job, State
from meum.jobs.running import run
from meum.jobs.waking import inline, telling
from meum.journal.models import new_id
from meum.kernel.errors import Conflict
from meum.people.models import Person
from tests.factories.jobs import make_job

pytestmark = [pytest.mark.django_db, pytest.mark.storage]


@pytest.fixture
def told() -> Iterator[list[UUID]]:
    """Return the ids of the jobs of which workers were told."""
    ids: list[UUID] = []
    with telling(lambda job: ids.append(job.pk)):
        yield ids


def long_ago() -> None:
    Job.objects.update(woken_at=timezone.now() - timedelta(minutes=5))


def test_ids_and_days_are_kept_as_text() -> None:
    photo_id = UUID(int=7)

    job = services.enqueue("tests.store", photo_id=photo_id, day=date(2026, 11, 23), size=3, is_new=True)

    job.refresh_from_db()
    assert job.arguments == {"photo_id": str(photo_id), "day": "2026-11-23", "size": 3, "is_new": True}


def test_a_job_takes_the_queue_of_its_handler_unless_told_otherwise() -> None:
    assert services.enqueue("tests.store").queue == "default"
    assert services.enqueue("tests.store", queue="ocr").queue == "ocr"


def test_a_name_without_handler_is_refused() -> None:
    with pytest.raises(LookupError):
        services.enqueue("tests.no_such_thing")

    assert not Job.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_outside_a_transaction_a_job_is_refused() -> None:
    with pytest.raises(RuntimeError):
        services.enqueue("tests.store")

    assert not Job.objects.exists()


def test_the_same_key_is_the_same_job_even_when_it_is_done() -> None:
    first = make_job(key="day-1")
    run(job_id=first.pk)

    again = make_job(key="day-1")

    assert (again.pk, again.state) == (first.pk, State.DONE)
    assert Job.objects.count() == 1


def test_a_worker_is_told_after_the_commit(
    told: list[UUID], django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        job = make_job()
        assert told == []

    assert told.count(job.pk) == 1


def test_a_cause_rolled_back_leaves_neither_job_nor_message(
    told: list[UUID], django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True), transaction.atomic():
        make_job()
        transaction.set_rollback(True)

    assert told == []
    assert not Job.objects.exists()


def test_of_two_with_one_key_a_worker_is_told_once(
    told: list[UUID], django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        job = make_job(key="day-1")
        make_job(key="day-1")

    assert told.count(job.pk) == 1


def test_of_a_job_due_later_nobody_is_told_yet(
    told: list[UUID], django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    later = timezone.now() + timedelta(hours=1)
    with django_capture_on_commit_callbacks(execute=True):
        job = make_job(due_at=later)

    assert job.pk not in told
    services.sweep(now=later)
    assert told.count(job.pk) == 1


def test_inline_tells_nobody(
    told: list[UUID], django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with inline(), django_capture_on_commit_callbacks(execute=True):
        make_job()

    assert told == []


def test_the_sweeper_tells_again_only_after_a_while(told: list[UUID]) -> None:
    job = make_job()

    services.sweep(now=timezone.now())
    assert job.pk not in told
    long_ago()
    services.sweep(now=timezone.now())
    services.sweep(now=timezone.now())

    assert told.count(job.pk) == 1


def test_the_sweeper_finds_a_job_whose_lease_is_over(told: list[UUID]) -> None:
    job = make_job()
    over = timezone.now() - timedelta(seconds=1)
    Job.objects.update(state=State.RUNNING, attempts=1, lease=new_id(), leased_until=over, woken_at=None)

    services.sweep(now=timezone.now())

    assert told.count(job.pk) == 1


@pytest.mark.parametrize("state", [State.DONE, State.PARKED])
def test_the_sweeper_leaves_what_is_over(state: State, told: list[UUID]) -> None:
    job = make_job()
    Job.objects.update(state=state, woken_at=None, done_at=timezone.now() if state == State.DONE else None)

    services.sweep(now=timezone.now())

    assert job.pk not in told


def test_periodic_work_is_planned_once_a_period() -> None:
    now = timezone.now()

    services.sweep(now=now)
    services.sweep(now=now)
    services.sweep(now=now + timedelta(hours=6))

    assert Job.objects.filter(name="journal.blank_old_changes").count() == 2


def test_a_parked_job_can_be_run_again() -> None:
    job = make_job()
    Job.objects.update(state=State.PARKED, attempts=3, failure="worker_lost")

    services.run_again(job=job)
    run(job_id=job.pk)

    job.refresh_from_db()
    assert (job.state, job.attempts, job.failure) == (State.DONE, 1, "")


def test_only_a_parked_job_can_be_run_again() -> None:
    job = make_job()

    with pytest.raises(Conflict) as refused:
        services.run_again(job=job)

    assert refused.value.code == "job_not_parked"


def test_jobs_done_long_ago_are_cleared() -> None:
    old, fresh, parked = make_job(username="a"), make_job(username="b"), make_job("tests.fail")
    for job in (old, fresh):
        run(job_id=job.pk)
    Job.objects.filter(pk=old.pk).update(done_at=timezone.now() - timedelta(days=8))

    assert services.clear_done_jobs(now=timezone.now()) == 1

    assert set(Job.objects.all()) == {fresh, parked}


def test_a_persons_jobs_go_with_the_person(ada: Person) -> None:
    make_job(person=ada)
    make_job()

    ada.delete()

    assert [job.person_id for job in Job.objects.all()] == [None]
