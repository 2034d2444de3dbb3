"""What somebody must not eat goes along into another account of theirs, and back."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from meum.journal.models import Door, Purpose
from meum.journal.queries import has_consent
from meum.people.models import Person
from nutrition.queries.wishes import told_wishes
from nutrition.services.wishes import WishesDraft, update_wishes

_LISTS = ("allergies", "conditions", "dislikes")
_ONE = ("diet", "goal")


def carry_wishes(*, giver: Person, taker: Person, door: Door) -> list[str]:
    """Tell an account what another one of the same person heeds; return the names of what it knew nothing of.

    Lists are put together: rather an allergy too many than one too few. Nothing goes along unless both agreed to
    health records.
    """
    if not all(has_consent(person=each, purpose=Purpose.HEALTH_RECORDS) for each in (giver, taker)):
        return []
    theirs, mine = told_wishes(person=giver), told_wishes(person=taker)
    told: dict[str, Any] = {name: getattr(theirs, name) for name in _ONE if not getattr(mine, name)}
    told |= {name: [*getattr(mine, name), *getattr(theirs, name)] for name in _LISTS}
    new = {name: value for name, value in told.items() if value and value != getattr(mine, name)}
    if new:
        update_wishes(person=taker, author=taker, door=door, draft=WishesDraft(**new))
    return [f"wishes.{name}" for name in new if not getattr(mine, name)]


def take_wishes_back(*, giver: Person, taker: Person, names: Collection[str], door: Door) -> None:
    """Forget what was carried, as far as it is still as it was told; after a withdrawal it stays to be erased."""
    theirs, mine = told_wishes(person=giver), told_wishes(person=taker)
    if not has_consent(person=taker, purpose=Purpose.HEALTH_RECORDS):
        return
    same = [
        name for name in (*_LISTS, *_ONE) if f"wishes.{name}" in names and getattr(mine, name) == getattr(theirs, name)
    ]
    if same:
        empty: dict[str, Any] = {name: [] if name in _LISTS else "" for name in same}
        update_wishes(person=taker, author=taker, door=door, draft=WishesDraft(**empty))
