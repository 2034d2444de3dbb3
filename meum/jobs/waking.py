"""Tell a worker that a job is there. Only a hint: what is not heard, the sweeper finds."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from kombu.exceptions import ChannelError, OperationalError

from meum.celery import RUN_TASK, app
from meum.jobs.models import Job
from meum.jobs.registry import handler_of

logger = logging.getLogger(__name__)

_is_inline: ContextVar[bool] = ContextVar("is_inline", default=False)


@contextmanager
def inline() -> Iterator[None]:
    """Tell no worker of what is enqueued within; whoever opens this runs the jobs with `drain()`."""
    token = _is_inline.set(True)
    try:
        yield
    finally:
        _is_inline.reset(token)


def wake(job: Job) -> None:
    """Send one message with the job's id to its queue; a broker that is down is noted and does no harm."""
    if _is_inline.get():
        return
    try:
        app.send_task(RUN_TASK, args=[str(job.pk)], queue=job.queue, time_limit=_seconds_allowed(job), retry=False)
    except (OperationalError, ChannelError, OSError):
        logger.warning("job not woken, the sweeper will", extra={"job_id": job.pk, "job_name": job.name})


def _seconds_allowed(job: Job) -> int | None:
    """Return when a pool kills the process that runs the job: once its lease is over, somebody else has it."""
    found = handler_of(job.name)
    return int(found.lease.total_seconds()) if found else None
