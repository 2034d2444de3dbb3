"""Every write about jobs but their running: enqueue, wake again, plan, clear."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from functools import partial
from uuid import UUID

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone

from meum.jobs.models import Job, State
from meum.jobs.registry import Handler, handler_of, handlers
from meum.jobs.waking import wake
from meum.journal.recording import Owner
from meum.kernel.errors import Conflict
from meum.kernel.queues import Queue

KEPT_DONE = timedelta(days=7)
# A worker that was told and did not come within this time is told again, unless the lease is shorter still.
WAKE_AGAIN_SECONDS = 30
# A flood of jobs is fed to the broker in portions, so that a backlog is not told of twice over.
WAKES_A_SWEEP = 500

Scalar = str | int | bool | UUID | date | None


def enqueue(
    name: str,
    *,
    queue: Queue | str | None = None,
    key: str | None = None,
    person: Owner | None = None,
    due_at: datetime | None = None,
    **arguments: Scalar,
) -> Job:
    """Store a job in the caller's transaction and wake a worker once that is committed; return the job.

    `arguments` are ids and days, never words of a person; ids and days reach the handler as text. With a `key` that
    is there already, whatever the state of its job, that job is returned and nothing is stored. A job of a `person`
    is deleted with them.

    Raises LookupError for a name without handler, RuntimeError outside a transaction.
    """
    known = handler_of(name)
    if known is None:
        raise LookupError(f"no handler is called {name}")
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("a job is enqueued in the transaction of its cause")
    now = timezone.now()
    due_at = due_at or now
    job = Job(
        name=name,
        queue=Queue(queue or known.queue),
        arguments={argument: _as_json(value) for argument, value in arguments.items()},
        key=key,
        person_id=person.pk if person else None,
        due_at=due_at,
        created_at=now,
        woken_at=now if due_at <= now else None,
    )
    return _insert(job) if key is None else _insert_once(job, key=key)


def _as_json(value: Scalar) -> str | int | bool | None:
    return value if value is None or isinstance(value, str | int) else str(value)


def _insert(job: Job) -> Job:
    job.save(force_insert=True)
    _wake_after_commit(job)
    return job


def _insert_once(job: Job, *, key: str) -> Job:
    # The database decides between two callers at once: the later one waits and finds the row of the first.
    Job.objects.bulk_create([job], ignore_conflicts=True)
    stored = Job.objects.get(key=key)
    if stored.pk == job.pk:
        _wake_after_commit(stored)
    return stored


def _wake_after_commit(job: Job) -> None:
    if job.woken_at is not None:
        transaction.on_commit(partial(wake, job))


def run_again(*, job: Job) -> Job:
    """Make a parked job ready anew, with all its attempts; return it.

    Raises Conflict when the job is not parked.
    """
    now = timezone.now()
    with transaction.atomic():
        changed = Job.objects.filter(pk=job.pk, state=State.PARKED).update(
            state=State.READY, attempts=0, due_at=now, woken_at=now
        )
        if not changed:
            raise Conflict("job_not_parked", "only a parked job can be run again")
        job.refresh_from_db()
        _wake_after_commit(job)
    return job


def sweep(*, now: datetime) -> int:
    """Plan what is due by itself, then wake the jobs that nobody works at; return how many were woken."""
    _plan(handlers().values(), now=now)
    again = timedelta(seconds=min(WAKE_AGAIN_SECONDS, settings.JOB_LEASE_SECONDS))
    untold = models.Q(woken_at=None) | models.Q(woken_at__lt=now - again)
    ready = models.Q(state=State.READY, due_at__lte=now)
    abandoned = models.Q(state=State.RUNNING, leased_until__lt=now)
    waiting = list(Job.objects.filter(untold, ready | abandoned).order_by("due_at", "id")[:WAKES_A_SWEEP])
    Job.objects.filter(pk__in=[job.pk for job in waiting]).update(woken_at=now)
    for job in waiting:
        wake(job)
    return len(waiting)


def _plan(known: Iterable[Handler], *, now: datetime) -> None:
    """Enqueue one job for the present period of each handler that works by itself; the key keeps it to one."""
    periodic = {_period_key(handler, handler.every, now): handler for handler in known if handler.every}
    planned = set(Job.objects.filter(key__in=periodic).values_list("key", flat=True))
    for key in periodic.keys() - planned:
        with transaction.atomic():
            enqueue(periodic[key].name, key=key)


def _period_key(handler: Handler, every: timedelta, now: datetime) -> str:
    return f"{handler.name}@{int(now.timestamp() // every.total_seconds())}"


def clear_done_jobs(*, now: datetime, batch: int = 1000) -> int:
    """Delete jobs done a week ago, one batch; return how many were deleted."""
    old = Job.objects.filter(state=State.DONE, done_at__lt=now - KEPT_DONE).order_by("done_at")
    chosen = list(old.values_list("pk", flat=True)[:batch])
    return Job.objects.filter(pk__in=chosen).delete()[0]
