"""Makers of people."""

from __future__ import annotations

from itertools import count

from meum.journal import services as journal
from meum.journal.models import Consent, Door, Purpose
from meum.people.models import AgeBand, Person, Role
from meum.people.services import TEXT_VERSIONS, agree

PASSWORD = "correct horse battery"

_numbers = count(1)


def make_person(
    *,
    username: str = "",
    role: Role = Role.PERSON,
    language: str = "zh",
    time_zone: str = "Asia/Shanghai",
    day_boundary_hour: int = 4,
    has_agreed: bool = True,
) -> Person:
    """Make an adult who has agreed to health records."""
    person = Person(
        username=username or f"person-{next(_numbers)}",
        role=role,
        language=language,
        time_zone=time_zone,
        day_boundary_hour=day_boundary_hour,
        age_band=AgeBand.ADULT,
    )
    person.set_password(PASSWORD)
    person.save()
    if has_agreed:
        purpose = Purpose.HEALTH_RECORDS
        agree(person=person, purpose=purpose, text_version=TEXT_VERSIONS[purpose], door=Door.API)
    return person


def agree_to_sharing(person: Person, nutritionist: Person) -> Consent:
    """Let a nutritionist write for a person, without a grant to see anything."""
    return journal.give_consent(
        person=person,
        purpose=Purpose.SHARING,
        text_version=TEXT_VERSIONS[Purpose.SHARING],
        door=Door.API,
        recipient=nutritionist,
    )
