"""An operator sees how many jobs stand where."""

from __future__ import annotations

from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from meum.jobs.models import Job, State
from meum.jobs.watching import jobs_by_state


def test_jobs_are_counted_by_state(db: None) -> None:
    Job.objects.create(name="tests.nothing", state=State.PARKED, due_at=timezone.now(), created_at=timezone.now())

    assert jobs_by_state() == {"ready": 0, "running": 0, "done": 0, "parked": 1}


def test_metrics_show_parked_jobs(db: None, client: Client, settings: Settings) -> None:
    settings.METRICS_TOKEN = "right"

    text = client.get("/metrics", headers={"Authorization": "Bearer right"}).content.decode()

    assert 'meum_jobs{state="parked"} 0.0' in text
