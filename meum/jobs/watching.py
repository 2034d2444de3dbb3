"""What an operator watches: how many jobs stand where, and whether workers can be told of new ones."""

from __future__ import annotations

from django.db.models import Count

from meum.celery import app
from meum.jobs.models import Job, State

BROKER_SECONDS = 2


def jobs_by_state() -> dict[str, float]:
    """Return how many jobs are in each state, zero included."""
    counted = Job.objects.values_list("state").annotate(Count("pk"))
    return {**dict.fromkeys(State.values, 0.0), **{str(state): float(number) for state, number in counted}}


def check_broker() -> None:
    """Connect to whatever wakes the workers; its error passes through."""
    with app.connection_for_write() as broker:
        broker.ensure_connection(max_retries=1, interval_start=0, timeout=BROKER_SECONDS)
