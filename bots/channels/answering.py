"""Answers that are made after their turn: by a job, from what a person sent."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from bots.channels import CHANNELS
from bots.dialogue.messages import Reply
from bots.models import Inbound, InboundState
from meum.journal.models import Door


def answer_later(*, person_id: UUID, door: Door, message_id: str, reply: Reply) -> bool:
    """Store the answer to a message whose reply said that it comes later, and have its channel deliver it.

    Tell whether somebody still waited for it: a message that was erased or answered meanwhile keeps what it has.
    """
    with transaction.atomic():
        asked = Inbound.objects.filter(
            conversation__person_id=person_id, conversation__channel=door, message_id=message_id
        )
        if not asked.filter(state=InboundState.PENDING).update(state=InboundState.DONE, reply=reply.as_json()):
            return False
        channel = next(channel for channel in CHANNELS if channel.door is door)
        channel.came(asked.get())
    return True
