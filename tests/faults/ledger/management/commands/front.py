"""The process that stands for the web: it enqueues and looks, told by lines of JSON on its standard input."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand
from django.db import models, transaction

from meum.celery import SWEEP_TASK, app
from meum.jobs import services
from meum.jobs.models import Job, State
from tests.faults.barrier import reach
from tests.faults.ledger.models import Line


def enqueue(line: str, handler: str = "ledger.write") -> str:
    """Enqueue a job that stores `line`; return its id."""
    with transaction.atomic():
        transaction.on_commit(lambda: reach("before_wake", line))
        return str(services.enqueue(handler, key=line, line=line).pk)


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


def times_stored() -> dict[str, int]:
    """Return how often each line was stored."""
    return Counter(Line.objects.values_list("job", flat=True))


def unfinished() -> dict[str, int]:
    """Return how many of the ledger's jobs are in each state but done."""
    rows = Job.objects.filter(name__startswith="ledger.").exclude(state=State.DONE)
    return Counter(rows.values_list("state", flat=True))


def run_parked_again() -> int:
    """Run what is parked again, as an operator does; return how many there were."""
    parked = list(Job.objects.filter(state=State.PARKED))
    for job in parked:
        services.run_again(job=job)
    return len(parked)


CALLS: dict[str, Callable[..., object]] = {
    call.__name__: call for call in (enqueue, let_an_hour_pass, sweep, look, times_stored, unfinished, run_parked_again)
}


class Command(BaseCommand):
    """Answer each line with a line."""

    def handle(self, *args: Any, **options: Any) -> None:
        """Read calls as JSON lists until the input ends."""
        for asked in sys.stdin:
            name, *arguments = json.loads(asked)
            self.stdout.write(json.dumps(CALLS[name](*arguments)))
            self.stdout.flush()
