"""Makers of jobs, and the handlers that tests give them."""

from __future__ import annotations

from datetime import datetime

from django.db import connection, transaction

from meum.jobs import services
from meum.jobs.models import Job
from meum.jobs.registry import Effect, handler
from meum.journal.models import new_id
from meum.kernel.errors import Unavailable
from meum.people.models import Person


@handler("tests.store")
def store(*, username: str, **_later: object) -> Effect:
    """Have a person stored."""
    return lambda: Person.objects.create(username=username)


@handler("tests.store_and_break")
def store_and_break(*, username: str, **_later: object) -> Effect:
    """Have a person stored, and break before that is committed."""

    def effect() -> None:
        Person.objects.create(username=username)
        raise ArithmeticError("words of a person")

    return effect


@handler("tests.fail")
def fail(**_later: object) -> None:
    """Find the engine away."""
    raise Unavailable("engine_away", "the engine does not answer")


@handler("tests.be_overtaken")
def be_overtaken(*, username: str, **_later: object) -> Effect:
    """Take so long that another worker has the job by the time there is something to store."""
    Job.objects.filter(name="tests.be_overtaken").update(lease=new_id())
    return lambda: Person.objects.create(username=username)


@handler("tests.lead_on")
def lead_on(*, username: str, **_later: object) -> Effect:
    """Leave the storing to another job."""
    return lambda: services.enqueue("tests.store", username=username)


@handler("tests.look_around")
def look_around(**_later: object) -> None:
    """Fail when a transaction is open, as slow work would hold it."""
    if connection.in_atomic_block:
        raise AssertionError("a transaction is open")


def make_job(
    name: str = "tests.store",
    *,
    key: str | None = None,
    person: Person | None = None,
    due_at: datetime | None = None,
    username: str = "dora",
) -> Job:
    """Enqueue a job that stores a person called dora."""
    with transaction.atomic():
        return services.enqueue(name, key=key, person=person, due_at=due_at, username=username)


def has_stored(username: str = "dora") -> int:
    """Return how often the job's effect is there."""
    return Person.objects.filter(username=username).count()
