"""Every write of the conversations that is not a turn."""

from __future__ import annotations

from bots.models import Conversation
from meum.journal.models import Door
from meum.people.models import Person


def conversation_of(*, person: Person, door: Door) -> Conversation:
    """Return a person's conversation in one channel, made at the first contact."""
    return Conversation.objects.select_related("person").get_or_create(person=person, channel=door)[0]
