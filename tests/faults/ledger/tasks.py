"""A job that can be stopped at each of its stages."""

from __future__ import annotations

import random
import time
from pathlib import Path
from typing import Any

from celery.signals import task_postrun, task_prerun, worker_ready
from django.conf import settings
from django.db import transaction

from meum.celery import RUN_TASK
from meum.jobs.models import Job
from meum.jobs.registry import Effect, handler
from tests.faults.barrier import reach, tell
from tests.faults.ledger.models import Line


@handler("ledger.write")
def write(*, line: str, **_later: object) -> Effect:
    """Leave a file outside, then have a line stored."""
    reach("after_claim", line)
    Path(settings.VAR_DIR, f"{line}.outside").touch()
    reach("in_handler", line)

    def effect() -> None:
        Line.objects.create(job=line)
        transaction.on_commit(lambda: reach("after_commit", line))
        reach("in_effect", line)

    return effect


@handler("ledger.write_slowly")
def write_slowly(*, line: str, **_later: object) -> Effect:
    """Have a line stored, with time to be killed at every stage."""
    _dawdle()

    def effect() -> None:
        _dawdle()
        Line.objects.create(job=line)
        _dawdle()

    return effect


def _line_of(job_id: str) -> str:
    return Job.objects.values_list("key", flat=True).get(pk=job_id) or ""


def _dawdle() -> None:
    time.sleep(random.uniform(0, 0.02))


@task_prerun.connect
def _before_claim(task: Any, args: list[str], **_kwargs: object) -> None:
    if task.name == RUN_TASK:
        reach("before_claim", _line_of(args[0]))


@task_postrun.connect
def _before_return(task: Any, args: list[str], retval: object, **_kwargs: object) -> None:
    if task.name == RUN_TASK:
        reach("before_return", _line_of(args[0]))
        if retval:
            tell(f"finished {args[0]}")


@worker_ready.connect
def _ready(**_kwargs: object) -> None:
    tell("ready")
