"""Who asks, and whose records are asked for."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from rest_framework.request import Request

from meum.journal.models import Door
from meum.journal.services import note_look
from meum.kernel.api import id_asked
from meum.kernel.openapi import parameter
from meum.people.models import Person, SignIn
from meum.people.queries import visible_person

PERSON = parameter(
    "person", "id of a person who shares with you; yourself when it is not there", {"type": "string", "format": "uuid"}
)


def asker(request: Request) -> Person:
    """Return the signed-in person."""
    person = request.user
    assert isinstance(person, Person)  # the permission class lets nobody else in
    return person


def sign_in_asked_with(request: Request) -> SignIn:
    """Return the sign-in whose token came with the request."""
    assert isinstance(request.auth, SignIn)  # what signs a request in sets it beside the person
    return request.auth


def subject(request: Request, *, what: str, entry_id: UUID | None = None, day: date | None = None) -> Person:
    """Return whose records are asked for, the look noted when it is somebody else's.

    Raises NotFound for somebody whom the asker may not see, whether or not they exist.
    """
    viewer = asker(request)
    person_id = id_asked(request, "person")
    if person_id is None or person_id == viewer.pk:
        return viewer
    person = visible_person(viewer=viewer, person_id=person_id)
    note_look(person=person, viewer=viewer, what=what, door=Door.API, entry_id=entry_id, day=day)
    return person
