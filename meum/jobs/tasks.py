"""The two messages that a worker gets, and the jobs of this app."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.utils import timezone

from meum.celery import RUN_TASK, SWEEP_TASK, app
from meum.jobs import running, services
from meum.jobs.registry import Effect, handler
from meum.journal import services as journal


@app.task(name=RUN_TASK)
def run(job_id: str) -> bool:
    """Run the job that a message names; tell whether it was there to be tried."""
    return running.run(job_id=UUID(job_id))


@app.task(name=SWEEP_TASK)
def sweep() -> None:
    """Wake what nobody works at."""
    services.sweep(now=timezone.now())


@handler("jobs.clear_done", every=timedelta(hours=1))
def clear_done(**_later: object) -> Effect:
    """Delete the rows of jobs done long ago."""
    return lambda: services.clear_done_jobs(now=timezone.now())


@handler("journal.blank_old_changes", lease_seconds=900, every=timedelta(hours=6))
def blank_old_changes(**_later: object) -> None:
    """Blank what is past the undo window, batch by batch; each batch stands by itself.

    It lies here because the journal knows nothing of jobs.
    """
    while journal.blank_old_changes(now=timezone.now()):
        continue
