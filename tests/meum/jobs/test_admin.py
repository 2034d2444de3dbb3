"""Jobs in the admin site: seen by staff, parked ones run again."""

from __future__ import annotations

from typing import Any

import pytest

from meum.jobs.models import Job, State
from meum.people.models import Person, Role
from tests.admin_pages import signed_in, text_of
from tests.factories.jobs import make_job
from tests.factories.people import make_person

LIST = "/admin/jobs/job/"


@pytest.fixture
def dora(db: None) -> Person:
    """Return Dora, one of the staff."""
    return make_person(username="dora", role=Role.STAFF)


def park(job: Job) -> Job:
    """Leave a job as one that failed too often."""
    Job.objects.filter(pk=job.pk).update(state=State.PARKED, attempts=3, failure="engine_away")
    return job


def run_again(dora: Person, *jobs: Job) -> Any:
    chosen = {"action": "run_parked_again", "_selected_action": [str(job.pk) for job in jobs]}
    return signed_in(dora).post(LIST, chosen, follow=True)


def test_a_parked_job_is_found_with_its_failure(dora: Person) -> None:
    park(make_job())

    page = text_of(signed_in(dora).get(f"{LIST}?state__exact=parked"))

    assert "tests.store" in page
    assert "engine_away" in page


def test_parked_jobs_run_again_and_others_are_left_alone(dora: Person) -> None:
    parked, waiting = park(make_job()), make_job()
    Job.objects.filter(pk=waiting.pk).update(attempts=1)

    page = run_again(dora, parked, waiting)

    assert "1 parked job runs again." in text_of(page)
    assert set(Job.objects.values_list("pk", "state", "attempts")) == {
        (parked.pk, State.READY, 0),
        (waiting.pk, State.READY, 1),
    }


def test_a_nutritionist_runs_nothing(ben: Person) -> None:
    job = park(make_job())

    assert run_again(ben, job).status_code == 403
    job.refresh_from_db()
    assert job.state == State.PARKED


def test_one_job_is_shown_with_its_ids(dora: Person) -> None:
    job = make_job(key="once")

    page = text_of(signed_in(dora).get(f"{LIST}{job.pk}/change/"))

    assert "once" in page
    assert 'name="_save"' not in page


@pytest.mark.parametrize("jobs", [1, 40])
def test_a_page_of_jobs_costs_as_much_for_40_as_for_1(dora: Person, jobs: int, django_assert_num_queries: Any) -> None:
    for _ in range(jobs):
        make_job()
    client = signed_in(dora)

    with django_assert_num_queries(4):
        client.get(LIST)
