"""Reads of the journal: what changed, what was agreed to, who looked."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple, TypeVar
from uuid import UUID

from django.db import models

from meum.journal.models import Access, Change, Consent, Counter, Entry, Purpose
from meum.journal.recording import Owner, consent_in_force
from meum.kernel.errors import MeumError

E = TypeVar("E", bound=Entry)


class CursorGone(MeumError):
    """Say that a sync cursor leads nowhere any more: pull anew."""

    status = 410


class ChangePage(NamedTuple):
    """One page of a person's changes, and the number to go on from."""

    changes: list[Change]
    cursor: int
    has_more: bool


def history(*, person: Owner) -> models.QuerySet[Change]:
    """Return every change of a person, the latest first."""
    return Change.objects.filter(person_id=person.pk).select_related("author").order_by("-number")


def history_of_entry(*, person: Owner, entry_id: UUID) -> models.QuerySet[Change]:
    """Return the changes of one entry, the latest first."""
    return history(person=person).filter(entry_id=entry_id)


def changes_since(*, person: Owner, number: int, limit: int) -> ChangePage:
    """Return the changes after a number, in order; 0 begins anew.

    Raises CursorGone for a number that the person's journal has not reached, as after a restored backup, and for one
    after which changes were erased: numbers have no gaps.
    """
    rows = Change.objects.filter(person_id=person.pk, number__gt=number).order_by("number")
    found = list(rows[: limit + 1])
    follows = found[0].number == number + 1 if found else number == latest_number(person=person)
    if number and not follows:
        raise cursor_gone()
    page = found[:limit]
    return ChangePage(page, page[-1].number if page else number, len(found) > limit)


def changes_by_others(*, person: Owner, after: int, until: int) -> models.QuerySet[Change]:
    """Return what others changed of a person's records between two numbers, the second included, in order."""
    rows = Change.objects.filter(person_id=person.pk, number__gt=after, number__lte=until)
    return rows.exclude(author_id=person.pk).select_related("author").order_by("number")


def cursor_gone() -> CursorGone:
    """Return the error that tells a client to pull everything anew."""
    return CursorGone("cursor_gone", "the cursor does not fit this journal any more; pull anew")


def latest_number(*, person: Owner) -> int:
    """Return the number of the person's latest change; 0 before the first."""
    return Counter.objects.filter(person_id=person.pk).values_list("latest_number", flat=True).first() or 0


def has_consent(*, person: Owner, purpose: Purpose, recipient: Owner | None = None) -> bool:
    """Tell whether the person's agreement to a purpose is in force."""
    return consent_in_force(person=person, purpose=purpose, recipient=recipient) is not None


def in_order(entries: Iterable[E]) -> list[E]:
    """Return the entries of a day by their time.

    They are few: sorting them here takes less than preparing an ORDER BY, seven times for each day that is shown.
    """
    return sorted(entries, key=lambda entry: (entry.at, entry.pk))


def in_days(entries: models.QuerySet[E], *, first: date, last: date) -> list[E]:
    """Return the entries of the days from `first` to `last`, both included, by their time."""
    return in_order(entries.filter(day__range=(first, last)))


def latest_of(entries: models.QuerySet[E]) -> E | None:
    """Return the entry with the latest time, None of none."""
    return entries.order_by("-at", "-pk").first()


def consents(*, person: Owner) -> models.QuerySet[Consent]:
    """Return every answer of a person to every purpose, the latest first."""
    return Consent.objects.filter(person_id=person.pk).order_by("-id")


def looks(*, person: Owner) -> models.QuerySet[Access]:
    """Return who looked at a person's data, the latest first."""
    return Access.objects.filter(person_id=person.pk).select_related("viewer").order_by("-id")
