"""Makers of what a person logs of their body; each goes through its service."""

from __future__ import annotations

from datetime import UTC, datetime

from fitness import services
from fitness.models import Activity, BodyMeasurement, Sleep
from meum.journal.models import Door
from meum.people.models import Person

MORNING = datetime(2026, 11, 20, 0, 0, tzinfo=UTC)  # 08:00 in Shanghai


def make_measurement(
    *,
    person: Person,
    kind: str = "weight",
    value: float = 61.5,
    diastolic_mmhg: float | None = None,
    at: datetime = MORNING,
) -> BodyMeasurement:
    """Log one figure."""
    return services.log_measurement(
        person=person, author=person, door=Door.API, at=at, kind=kind, value=value, diastolic_mmhg=diastolic_mmhg
    )


def make_activity(
    *,
    person: Person,
    code: str = "15030",
    minutes: float | None = 60,
    distance_m: float | None = None,
    at: datetime = MORNING,
) -> Activity:
    """Log an hour of badminton, or what is asked for."""
    return services.log_activity(
        person=person, author=person, door=Door.API, at=at, code=code, minutes=minutes, distance_m=distance_m
    )


def make_sleep(
    *,
    person: Person,
    woke_at: datetime = MORNING,
    asleep_at: datetime | None = None,
    minutes: float | None = None,
) -> Sleep:
    """Log a sleep of seven hours, or what is asked for."""
    length = 420 if asleep_at is None and minutes is None else minutes
    return services.log_sleep(
        person=person, author=person, door=Door.API, woke_at=woke_at, asleep_at=asleep_at, minutes=length
    )
