"""One day of a person across food, body and skin."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from fitness.queries import BodyDay, body_day
from meum.people.models import Person
from nutrition.queries import DaySummary, day_summary
from skincare.models import SkinNote
from skincare.queries import notes_of_day


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonDay:
    """Everything a person logged on one of their own days."""

    day: date
    food: DaySummary
    body: BodyDay
    skin: tuple[SkinNote, ...]

    @property
    def version(self) -> str:
        """Return a text that changes whenever any entry of the day does: the strong ETag of the day."""
        notes = [(note.pk, note.revision) for note in self.skin]
        return _digest([*self.food.revisions, *self.body.revisions, *notes])


def day_of(*, person: Person, day: date) -> PersonDay:
    """Return one day of a person across all apps, in a constant number of queries."""
    return PersonDay(
        day=day,
        food=day_summary(person=person, day=day),
        body=body_day(person=person, day=day),
        skin=tuple(notes_of_day(person=person, day=day)),
    )


def _digest(revisions: Iterable[tuple[UUID, int]]) -> str:
    told = ",".join(f"{entry_id.hex}:{revision}" for entry_id, revision in revisions)
    return hashlib.sha256(told.encode()).hexdigest()[:32]
