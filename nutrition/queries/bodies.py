"""What is known of a person's body."""

from __future__ import annotations

from datetime import date

from fitness.queries import latest_weight
from meum.kernel.errors import Conflict, Forbidden
from meum.people.models import AgeBand, Person, Profile
from meum.people.queries import profile_of
from nutrition.domain.targets import EXPECTING, Body, Sex
from nutrition.models.wishes import EatingWishes

_DAYS_A_YEAR = 365.25
_GROWN_UP = 18
_SOME_AGE = 35.0
"""Stands in for an age that was not told; only iron after 50 and a few amounts after 65 differ."""


def body_of(*, person: Person, day: date) -> Body:
    """Return the body on a day; raises Conflict before the sex is told, Forbidden for whoever is under 18."""
    profile = profile_of(person=person)
    age = _age(profile, day)
    if person.age_band == AgeBand.TEEN or (age is not None and age < _GROWN_UP):
        raise Forbidden("targets_of_adults", "targets are for adults")
    if profile is None or not profile.sex_at_birth:
        raise Conflict("sex_not_told", "reference intakes depend on the sex recorded at birth")
    weight = latest_weight(person=person)
    return Body(
        sex=Sex(profile.sex_at_birth),
        age_years=_SOME_AGE if age is None else age,
        region=profile.region,
        weight_kg=weight.value if weight else None,
        height_cm=profile.height_cm,
        # What a body needs depends on its age: no energy of somebody of some age.
        activity=profile.activity_level or None if age is not None else None,
    )


def conditions_of(told: EatingWishes, body: Body) -> frozenset[str]:
    """Return the conditions told that a body can have."""
    return frozenset(told.conditions) - (EXPECTING if body.sex is Sex.MALE else frozenset())


def _age(profile: Profile | None, day: date) -> float | None:
    """Return the age in years, None where no birth date was told."""
    if profile is None or profile.birth_date is None:
        return None
    return (day - profile.birth_date).days / _DAYS_A_YEAR
