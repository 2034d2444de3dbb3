"""What a nutritionist's list tells of each person: when they last logged, and how many of the latest days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import models
from django.db.models import OuterRef, Subquery

from meum.journal.models import Entry
from meum.people.models import Person

WEEK = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientRow:
    """One person of the list, on their own calendar; `week` tells of each of the latest 7 days if it was logged."""

    person: Person
    today: date
    latest_day: date | None
    week: tuple[bool, ...]

    @property
    def days_logged(self) -> int:
        """Return on how many of the latest 7 days something was logged."""
        return sum(self.week)

    @property
    def days_silent(self) -> int | None:
        """Return how many days ago something was last logged, 0 for today; None when there is nothing."""
        return None if self.latest_day is None else max(0, (self.today - self.latest_day).days)


def client_rows(*, people: Sequence[Person], now: datetime) -> list[ClientRow]:
    """Return a row for each person, in two queries however many people and kinds of entries there are."""
    if not people:
        return []
    todays = {person.pk: person.clock.day_of(now) for person in people}
    ids = list(todays)
    latest = _latest_days(ids)
    logged = _logged_days(ids, since=min(todays.values()) - timedelta(days=WEEK - 1))
    return [
        ClientRow(
            person=person,
            today=todays[person.pk],
            latest_day=latest.get(person.pk),
            week=tuple((person.pk, day) in logged for day in _week_until(todays[person.pk])),
        )
        for person in people
    ]


def _week_until(today: date) -> list[date]:
    return [today - timedelta(days=back) for back in reversed(range(WEEK))]


def _latest_days(ids: Sequence[UUID]) -> dict[UUID, date]:
    # One step into the index of each kind for each person, however much they logged; MAX would read it all.
    latest = {f"latest_{place}": Subquery(_standing(kind)[:1]) for place, kind in enumerate(_kinds())}
    rows = Person.objects.filter(pk__in=ids).annotate(**latest).values_list("pk", *latest)
    return {pk: max(found) for pk, *days in rows if (found := [day for day in days if day is not None])}


def _standing(kind: type[Entry]) -> models.QuerySet[Any, Any]:
    """Return the days of a person's standing entries of a kind, the latest first, within a query of people."""
    return kind._default_manager.filter(person=OuterRef("pk"), deleted_at=None).order_by("-day").values("day")


def _logged_days(ids: Sequence[UUID], *, since: date) -> set[tuple[UUID, date]]:
    rows = [
        kind._default_manager.filter(person__in=ids, day__gte=since, deleted_at=None).values_list("person_id", "day")
        for kind in _kinds()
    ]
    return set(rows[0].union(*rows[1:]))


def _kinds() -> list[type[Entry]]:
    return [model for model in apps.get_models() if issubclass(model, Entry)]
