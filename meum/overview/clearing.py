"""Bringing an account back to what it was before the first agreement: nothing of the person but how they are known."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.db import models, transaction

from meum.overview.ownership import personal_models, rows_of
from meum.people.models import Identity, Person, SignIn

KEPT = frozenset({"people.Person", "people.Identity", "people.SignIn", "journal.Counter", "bots.Conversation"})
"""What is there of somebody who never agreed; everything else goes."""


@dataclass(frozen=True, kw_only=True)
class _Emptying:
    hold: Callable[[Person], object]
    empty: Callable[[Person], object]


_EMPTYINGS: list[_Emptying] = []


class LeftBehindError(Exception):
    """Say that a table still holds rows of an erased person; the erasure is taken back and tried again."""


def when_cleared(*, hold: Callable[[Person], object], empty: Callable[[Person], object]) -> None:
    """Have rows that stay emptied of what a person told, in the transaction that clears the records.

    `hold` locks those rows, before the person's counter is taken; the rows may be about to be deleted as well.
    """
    _EMPTYINGS.append(_Emptying(hold=hold, empty=empty))


def hold_rows_that_stay(*, person: Person) -> None:
    """Lock what `clear_records` would empty, in the caller's transaction and before the person's counter."""
    for each in _EMPTYINGS:
        each.hold(person)


def cleared_models() -> list[type[models.Model]]:
    """Return every model of which nothing stays without an agreement."""
    return [model for model in personal_models() if model._meta.label not in KEPT]


def clear_records(*, person: Person) -> None:
    """Delete every row of a person that needs an agreement and empty those that stay, in the caller's transaction.

    The caller holds the rows that stay, and the person's counter. Raises LeftBehindError when a table would still hold
    any.
    """
    left = cleared_models()
    while left:
        # Rows that others of the same person point to wait until those are gone.
        blocked = [model for model in left if not _is_deleted(model, person)]
        if len(blocked) == len(left):
            break
        left = blocked
    prove_gone(person=person, models=cleared_models())
    for each in _EMPTYINGS:
        each.empty(person)
    Person.objects.filter(pk=person.pk).update(name="")
    Identity.objects.filter(person=person).update(union_id="")
    SignIn.objects.filter(person=person).update(device_name="")


def prove_gone(*, person: Person, models: list[type[models.Model]]) -> None:
    """Raise LeftBehindError unless no table of these holds a row of the person."""
    left = [model._meta.label for model in models if rows_of(model, person=person).exists()]
    if left:
        raise LeftBehindError(", ".join(left))


def _is_deleted(model: type[models.Model], person: Person) -> bool:
    try:
        with transaction.atomic():
            rows_of(model, person=person).delete()
    except models.RestrictedError:
        return False
    return True
