"""The process that stands for the web: it enqueues and looks, told by lines of JSON on its standard input."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand
from django.db import models, transaction

from meum.celery import SWEEP_TASK, app
from meum.jobs import services
from meum.jobs.models import Job
from tests.faults.barrier import reach
from tests.faults.ledger.models import Line


def enqueue(line: str) -> str:
    """Enqueue a job that stores `line`; return its id."""
    with transaction.atomic():
        transaction.on_commit(lambda: reach("before_wake"))
        return str(services.enqueue("ledger.write", key=line, line=line).pk)


def let_an_hour_pass() -> int:
    """Move what jobs wait for an hour back, so that leases are over and messages long lost."""
    hour = timedelta(hours=1)
    names = ("due_at", "woken_at", "leased_until")
    return Job.objects.update(**{name: models.F(name) - hour for name in names})


def sweep() -> None:
    """Send the message that beat sends."""
    app.send_task(SWEEP_TASK)


def look(line: str) -> tuple[str, int, int]:
    """Return the state and attempts of a line's job, and how often the line was stored."""
    job = Job.objects.get(key=line)
    return job.state, job.attempts, Line.objects.filter(job=line).count()


CALLS: dict[str, Callable[..., object]] = {call.__name__: call for call in (enqueue, let_an_hour_pass, sweep, look)}


class Command(BaseCommand):
    """Answer each line with a line."""

    def handle(self, *args: Any, **options: Any) -> None:
        """Read calls as JSON lists until the input ends."""
        for asked in sys.stdin:
            name, *arguments = json.loads(asked)
            self.stdout.write(json.dumps(CALLS[name](*arguments)))
            self.stdout.flush()
