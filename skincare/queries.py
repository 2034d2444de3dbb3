"""Reads of the skin diary that more than one door needs."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import Prefetch

from meum.journal.queries import in_order
from meum.people.models import Person
from skincare.models import SkinApplication, SkinNote


def visible_skin_notes(*, owner: Person) -> models.QuerySet[SkinNote]:
    """Return a person's skin notes with what was applied, in two queries however many there are."""
    items = Prefetch("items", queryset=SkinApplication.objects.order_by("position"))
    return SkinNote.objects.filter(person=owner, deleted_at=None).prefetch_related(items)


def notes_of_day(*, person: Person, day: date) -> list[SkinNote]:
    """Return the skin notes of one of the person's days in their order."""
    return in_order(visible_skin_notes(owner=person).filter(day=day))
