"""How a job is run: leased, done outside a transaction, its effect and its `done` stored in one."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import models, transaction
from django.utils import timezone

from meum.jobs.models import Job, State
from meum.jobs.registry import Effect, Handler, handler_of
from meum.jobs.waking import inline
from meum.journal.models import new_id
from meum.kernel.errors import MeumError

logger = logging.getLogger(__name__)

# A network fault is often over in half a minute; what still fails after five minutes needs somebody to look.
PAUSES = (timedelta(seconds=30), timedelta(minutes=5))
MAX_ATTEMPTS = len(PAUSES) + 1
WORKER_LOST = "worker_lost"
UNKNOWN_HANDLER = "unknown_handler"


class LeaseLostError(Exception):
    """Say that somebody else has the job by now, so that what was about to be stored is rolled back."""


@dataclass(frozen=True, kw_only=True)
class Claim:
    """One attempt at a job; only who holds its lease may store anything."""

    job_id: UUID
    name: str
    arguments: dict[str, object]
    attempt: int
    lease: UUID
    handler: Handler

    def rows(self) -> models.QuerySet[Job]:
        """Return the job's row while the lease is still held, else no row."""
        return Job.objects.filter(pk=self.job_id, state=State.RUNNING, lease=self.lease)


def run(*, job_id: UUID, now: datetime | None = None) -> bool:
    """Run a job if it is due and nobody works at it; tell whether it was tried.

    What the handler's effect stores and the row's `done` are committed together, or neither when the lease was lost.
    A failure is stored by its class alone; after three attempts the job is parked.
    """
    claim = _claim(job_id, now=now or timezone.now())
    if claim is None:
        return False
    try:
        effect = claim.handler.work(**claim.arguments)
        _finish(claim, effect)
    except LeaseLostError:
        logger.warning("job lost to another worker", extra=_facts(claim))
    except Exception as error:
        logger.exception("job failed", extra=_facts(claim))
        _give_back(claim, failure=_name_of(error))
    return True


def _claim(job_id: UUID, *, now: datetime) -> Claim | None:
    """Lease the job in one statement, so that of two workers one gets it; None when it is not to be had."""
    job = Job.objects.filter(_free(now), pk=job_id).first()
    if job is None:
        return None
    handler = handler_of(job.name)
    if handler is None:
        _park(job, now=now, failure=UNKNOWN_HANDLER)
        return None
    if job.attempts >= MAX_ATTEMPTS:
        _park(job, now=now, failure=WORKER_LOST)
        return None
    lease = new_id()
    leased = Job.objects.filter(_free(now), pk=job_id, attempts=job.attempts).update(
        state=State.RUNNING,
        attempts=job.attempts + 1,
        lease=lease,
        # From the real clock, as `now` may lie ahead of it.
        leased_until=timezone.now() + handler.lease,
        woken_at=None,
    )
    if not leased:
        return None
    return Claim(
        job_id=job_id,
        name=job.name,
        arguments=job.arguments,
        attempt=job.attempts + 1,
        lease=lease,
        handler=handler,
    )


def _free(now: datetime) -> models.Q:
    return models.Q(state=State.READY, due_at__lte=now) | models.Q(state=State.RUNNING, leased_until__lt=now)


def _park(job: Job, *, now: datetime, failure: str) -> None:
    parked = Job.objects.filter(_free(now), pk=job.pk, attempts=job.attempts).update(
        state=State.PARKED, lease=None, leased_until=None, failure=failure
    )
    if parked:
        logger.error("job parked", extra={"job_id": job.pk, "job_name": job.name, "failure": failure})


def _finish(claim: Claim, effect: Effect | None) -> None:
    # The effect comes first: it may take a person's counter, which everybody takes before other rows.
    with transaction.atomic():
        if effect is not None:
            effect()
        done = claim.rows().update(state=State.DONE, lease=None, leased_until=None, failure="", done_at=timezone.now())
        if not done:
            raise LeaseLostError


def _give_back(claim: Claim, *, failure: str) -> None:
    """Make the job ready for a later attempt, or park it after the last one."""
    given_back = claim.rows()
    if claim.attempt >= MAX_ATTEMPTS:
        given_back.update(state=State.PARKED, lease=None, leased_until=None, failure=failure)
        return
    due_at = timezone.now() + PAUSES[claim.attempt - 1]
    given_back.update(state=State.READY, lease=None, leased_until=None, failure=failure, due_at=due_at)


def _name_of(error: Exception) -> str:
    return error.code if isinstance(error, MeumError) else type(error).__name__[:64]


def _facts(claim: Claim) -> dict[str, object]:
    return {"job_id": claim.job_id, "job_name": claim.name, "attempts": claim.attempt}


def drain(*, now: datetime | None = None) -> int:
    """Run in this process every job that is due at `now`, and those they lead to; return how many were tried."""
    tried = 0
    with inline():
        while due := _due(now or timezone.now()):
            tried += sum(run(job_id=job_id, now=now) for job_id in due)
    return tried


def _due(now: datetime) -> list[UUID]:
    return list(Job.objects.filter(_free(now)).order_by("due_at", "id").values_list("pk", flat=True)[:100])
