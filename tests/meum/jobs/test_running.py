"""A job's effect and its `done` are stored together, once; what fails is tried again, then parked."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from django.utils import timezone

from meum.jobs.models import Job, State
from meum.jobs.running import drain, run
from meum.journal.models import new_id
from meum.kernel.logs import JsonLines
from tests.factories.jobs import has_stored, make_job

pytestmark = [pytest.mark.django_db, pytest.mark.storage]


def abandon(job: Job, *, attempts: int) -> None:
    """Leave the job as a killed worker does: leased, and the lease over."""
    Job.objects.filter(pk=job.pk).update(
        state=State.RUNNING, attempts=attempts, lease=new_id(), leased_until=timezone.now() - timedelta(seconds=1)
    )


def test_what_a_job_stores_is_there_with_its_done() -> None:
    job = make_job()

    assert run(job_id=job.pk)

    job.refresh_from_db()
    assert (job.state, job.attempts, job.lease, job.failure) == (State.DONE, 1, None, "")
    assert job.done_at is not None
    assert has_stored() == 1


def test_a_job_done_is_not_done_again() -> None:
    job = make_job()
    run(job_id=job.pk)

    assert not run(job_id=job.pk)

    assert has_stored() == 1


def test_a_job_in_other_hands_is_left_alone() -> None:
    job = make_job()
    Job.objects.filter(pk=job.pk).update(
        state=State.RUNNING, attempts=1, lease=new_id(), leased_until=timezone.now() + timedelta(seconds=60)
    )

    assert not run(job_id=job.pk)

    assert has_stored() == 0


def test_a_job_due_later_waits() -> None:
    job = make_job(due_at=timezone.now() + timedelta(hours=1))

    assert not run(job_id=job.pk)
    assert run(job_id=job.pk, now=timezone.now() + timedelta(hours=2))


def test_who_lost_the_lease_stores_nothing() -> None:
    job = make_job("tests.be_overtaken")

    run(job_id=job.pk)

    job.refresh_from_db()
    assert job.state == State.RUNNING
    assert has_stored() == 0


def test_an_effect_that_breaks_leaves_nothing_behind() -> None:
    job = make_job("tests.store_and_break")

    run(job_id=job.pk)

    job.refresh_from_db()
    assert (job.state, job.attempts) == (State.READY, 1)
    assert has_stored() == 0


def test_only_the_class_of_a_failure_is_kept() -> None:
    job = make_job("tests.store_and_break")

    run(job_id=job.pk)

    job.refresh_from_db()
    assert job.failure == "ArithmeticError"


def test_a_failure_is_logged_with_facts_that_a_line_holds(caplog: pytest.LogCaptureFixture) -> None:
    job = make_job("tests.store_and_break")

    run(job_id=job.pk)

    line = json.loads(JsonLines().format(caplog.records[-1]))
    assert (line["event"], line["job_id"], line["job_name"], line["attempts"]) == (
        "job failed",
        str(job.pk),
        job.name,
        1,
    )


def test_what_fails_is_tried_three_times_with_growing_pauses_then_parked() -> None:
    job = make_job("tests.fail")
    pauses = []

    for _attempt in range(2):
        run(job_id=job.pk, now=timezone.now() + timedelta(hours=1))
        job.refresh_from_db()
        pauses.append(round((job.due_at - timezone.now()).total_seconds()))
    run(job_id=job.pk, now=timezone.now() + timedelta(hours=1))

    job.refresh_from_db()
    assert pauses == [30, 300]
    assert (job.state, job.attempts, job.failure) == (State.PARKED, 3, "engine_away")


def test_a_killed_worker_counts_as_an_attempt() -> None:
    job = make_job()
    abandon(job, attempts=1)

    run(job_id=job.pk)

    job.refresh_from_db()
    assert (job.state, job.attempts) == (State.DONE, 2)


def test_a_job_that_kills_its_worker_three_times_is_parked() -> None:
    job = make_job()
    abandon(job, attempts=3)

    assert not run(job_id=job.pk)

    job.refresh_from_db()
    assert (job.state, job.failure, job.lease) == (State.PARKED, "worker_lost", None)


def test_a_job_that_nobody_knows_how_to_do_is_parked() -> None:
    job = make_job()
    Job.objects.filter(pk=job.pk).update(name="gone.since_the_last_release")

    run(job_id=job.pk)

    job.refresh_from_db()
    assert (job.state, job.failure) == (State.PARKED, "unknown_handler")


def test_an_unknown_id_does_no_harm() -> None:
    assert not run(job_id=new_id())


@pytest.mark.django_db(transaction=True)
def test_slow_work_holds_no_transaction() -> None:
    job = make_job("tests.look_around")

    run(job_id=job.pk)

    job.refresh_from_db()
    assert job.state == State.DONE


def test_drain_runs_what_is_due_and_what_that_leads_to() -> None:
    make_job("tests.lead_on")
    make_job("tests.lead_on", username="emil")

    assert drain() == 4

    assert has_stored("dora") == has_stored("emil") == 1


def test_drain_leaves_what_is_due_later() -> None:
    make_job(due_at=timezone.now() + timedelta(hours=1))

    assert drain() == 0
    assert drain(now=timezone.now() + timedelta(hours=2)) == 1
