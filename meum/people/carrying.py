"""What somebody told of themselves goes along into another account of theirs, where that account knows nothing yet."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from django.conf import settings

from meum.journal.models import Door, Purpose
from meum.journal.queries import has_consent
from meum.people.models import Person, Profile
from meum.people.queries import profile_of
from meum.people.services import ProfileDraft, update_profile

_OF_PROFILE = ("sex_at_birth", "birth_date", "height_cm", "activity_level")


def carry_answers(*, giver: Person, taker: Person, door: Door) -> list[str]:
    """Tell an account what it does not know and another one of the same person does; return the names of it.

    Name and body go along only if both agreed to health records. What a sign-up asked for is known.
    """
    both = all(has_consent(person=each, purpose=Purpose.HEALTH_RECORDS) for each in (giver, taker))
    unknown = {name: value for name, value in _nothing(taker, is_agreed=both).items() if getattr(taker, name) == value}
    carried = [name for name, value in unknown.items() if getattr(giver, name) != value]
    _set(taker, {name: getattr(giver, name) for name in carried})
    return carried + (_carry_profile(giver, taker, door) if both else [])


def take_answers_back(*, giver: Person, taker: Person, names: Collection[str], door: Door) -> None:
    """Forget what was carried, as far as it is still as it was told; after a withdrawal the body stays to be erased."""
    nothing = _nothing(taker, is_agreed=True)
    same = [name for name in names if name in nothing and getattr(taker, name) == getattr(giver, name)]
    _set(taker, {name: nothing[name] for name in same})
    theirs, mine = profile_of(person=giver), profile_of(person=taker)
    if theirs is None or mine is None or not has_consent(person=taker, purpose=Purpose.HEALTH_RECORDS):
        return
    told = {name for name in _OF_PROFILE if name in names and getattr(mine, name) == getattr(theirs, name)}
    if told:
        update_profile(person=taker, author=taker, door=door, draft=ProfileDraft(cleared=frozenset(told)))


def _nothing(taker: Person, *, is_agreed: bool) -> dict[str, Any]:
    """Return what the fields of an account hold that nobody told it."""
    nothing = {"age_band": "", "time_zone": settings.DEFAULT_TIME_ZONE}
    if not taker.has_usable_password():
        nothing["language"] = settings.DEFAULT_LANGUAGE
    return nothing | ({"name": ""} if is_agreed else {})


def _set(person: Person, values: dict[str, Any]) -> None:
    for name, value in values.items():
        setattr(person, name, value)
    person.save(update_fields=list(values))


def _carry_profile(giver: Person, taker: Person, door: Door) -> list[str]:
    theirs = profile_of(person=giver)
    if theirs is None:
        return []
    mine, nothing = profile_of(person=taker) or Profile(), Profile()
    told: Sequence[str] = [
        name for name in _OF_PROFILE if getattr(mine, name) == getattr(nothing, name) != getattr(theirs, name)
    ]
    if told:
        draft = ProfileDraft(**{name: getattr(theirs, name) for name in told})
        update_profile(person=taker, author=taker, door=door, draft=draft)
    return list(told)
