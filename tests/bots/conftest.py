"""A way to say something to Meum in a test."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Protocol

import pytest

from bots.dialogue.messages import Event, Incoming, Reply
from bots.dialogue.turn import take
from bots.services import conversation_of
from meum.journal.models import Door, new_id
from meum.people.models import Person
from tests.factories.people import make_person

DAY = "2026-11-20"


class Say(Protocol):
    """Say a text as a person, at a clock time of one Friday, and return the reply."""

    def __call__(
        self,
        person: Person,
        text: str = "",
        *,
        at: str = "12:00",
        day: str = DAY,
        message_id: str = "",
        event: Event | None = None,
        door: Door = Door.WEB,
    ) -> Reply:
        """Take one turn."""
        ...


@pytest.fixture
def say(db: None) -> Say:
    """Return the way to say something."""

    def _say(
        person: Person,
        text: str = "",
        *,
        at: str = "12:00",
        day: str = DAY,
        message_id: str = "",
        event: Event | None = None,
        door: Door = Door.WEB,
    ) -> Reply:
        sent_at = datetime.fromisoformat(f"{day}T{at}").replace(tzinfo=person.clock.zone)
        incoming = Incoming(message_id=message_id or str(new_id()), at=sent_at, text=text, event=event)
        return take(incoming, conversation=conversation_of(person=person, door=door))

    return _say


@pytest.fixture
def newcomer(db: None) -> Callable[[], Person]:
    """Return a maker of people who have told nothing yet, not even their age."""

    def make() -> Person:
        person = make_person(has_agreed=False)
        person.age_band = ""
        person.save()
        return person

    return make
