"""Tell a worker that a job is there. Only a hint: what is not heard, the sweeper finds."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from math import inf
from time import monotonic

from kombu.exceptions import ChannelError, OperationalError

from meum.celery import RUN_TASK, app
from meum.jobs.models import Job
from meum.jobs.registry import handler_of

logger = logging.getLogger(__name__)

Tell = Callable[[Job], object]
SILENT_SECONDS = 10


class Bell:
    """Tell workers by a message; after one that failed, tell nobody for a while.

    A broker that is away costs a second to find out; requests must not pay that each.
    """

    def __init__(self, *, publish: Tell, clock: Callable[[], float] = monotonic) -> None:
        """Send by `publish`, count seconds by `clock`."""
        self._publish = publish
        self._clock = clock
        self._silent_until = -inf

    def __call__(self, job: Job) -> None:
        """Send one message with the job's id; a broker that is down is noted and does no harm."""
        if self._clock() < self._silent_until:
            return
        try:
            self._publish(job)
        except (OperationalError, ChannelError, OSError):
            self._silent_until = self._clock() + SILENT_SECONDS
            logger.warning("job not woken, the sweeper will", extra={"job_id": job.pk, "job_name": job.name})


def _publish(job: Job) -> None:
    app.send_task(RUN_TASK, args=[str(job.pk)], queue=job.queue, time_limit=_seconds_allowed(job), retry=False)


def _seconds_allowed(job: Job) -> int | None:
    """Return when a pool kills the process that runs the job: once its lease is over, somebody else has it."""
    found = handler_of(job.name)
    return int(found.lease.total_seconds()) if found else None


ring = Bell(publish=_publish)
_tell: ContextVar[Tell] = ContextVar("tell", default=ring)


def wake(job: Job) -> None:
    """Tell of a job, in the way that holds here: by default with a message to the workers."""
    _tell.get()(job)


@contextmanager
def telling(tell: Tell) -> Iterator[None]:
    """Tell of jobs by calling `tell`, and nobody else, within this context."""
    token = _tell.set(tell)
    try:
        yield
    finally:
        _tell.reset(token)


@contextmanager
def inline() -> Iterator[None]:
    """Tell no worker of what is enqueued within; whoever opens this runs the jobs with `drain()`."""
    with telling(lambda _job: None):
        yield
