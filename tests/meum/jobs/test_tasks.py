"""The jobs that tidy up."""

from __future__ import annotations

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone

from meum.jobs import services
from meum.jobs.models import Job, State
from meum.jobs.running import drain
from meum.journal.models import Change, Door
from meum.people.models import Person
from meum.people.services import ProfileDraft, update_profile
from tests.factories.jobs import make_job


def test_changes_past_the_undo_window_are_blanked_by_the_periodic_job(ada: Person) -> None:
    for height_cm in (160, 161):
        update_profile(person=ada, author=ada, door=Door.API, draft=ProfileDraft(height_cm=height_cm))
    Change.objects.filter(number=1).update(at=timezone.now() - timedelta(days=91))

    services.sweep(now=timezone.now())
    drain()

    assert list(Change.objects.order_by("number").values_list("number", "after")[:1]) == [(1, None)]
    assert Change.objects.get(number=2).after is not None


@pytest.mark.django_db
def test_the_command_plans_and_runs_what_is_due() -> None:
    job = make_job()
    said = StringIO()

    call_command("run_jobs", stdout=said)

    job.refresh_from_db()
    assert job.state == State.DONE
    assert said.getvalue() == f"tried {Job.objects.filter(state=State.DONE).count()} jobs\n"
