"""Reads of the conversations."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from bots.dialogue.messages import Incoming, Reply
from bots.dialogue.questions import Question
from bots.models import Conversation, Inbound, InboundState
from bots.services import REFUSED_FOR
from meum.files.models import PrivateFile
from meum.journal.models import Change, Door
from meum.people.models import Person


@dataclass(frozen=True, kw_only=True)
class Exchange:
    """Hold one message of a person and its answer; `words` is empty where they may not be kept.

    `awaited_id` names the message while its answer is still being made. `photo` is the file of a photo that is there.
    """

    words: str
    reply: Reply
    at: datetime
    is_photo: bool = False
    awaited_id: UUID | None = None
    photo: PrivateFile | None = None


def latest_exchanges(*, conversation: Conversation, most: int = 50) -> list[Exchange]:
    """Return the latest answered messages of a conversation, the earliest of them first."""
    rows = Inbound.objects.filter(conversation=conversation).exclude(state=InboundState.WAITING)
    latest = rows.select_related("photo_message__photo__file").order_by("-sent_at", "-message_id")[:most]
    return [exchange_of(row) for row in reversed(list(latest))]


def exchange_of(row: Inbound) -> Exchange:
    """Return a message as it is shown with its answer, fetched with its photo."""
    brought = getattr(row, "photo_message", None)
    return Exchange(
        words=row.words,
        reply=Reply.from_json(row.reply),
        at=row.sent_at,
        is_photo=brought is not None,
        awaited_id=row.pk if row.state == InboundState.PENDING else None,
        photo=brought.photo.file if brought and brought.photo else None,
    )


def exchange_awaited(*, conversation: Conversation, inbound_id: UUID) -> Exchange | None:
    """Return one message of a conversation with its answer, or None where it has no such message."""
    row = Inbound.objects.filter(conversation=conversation, pk=inbound_id).select_related("photo_message__photo__file")
    found = row.first()
    return exchange_of(found) if found else None


def open_question(*, conversation: Conversation, at: datetime) -> Question | None:
    """Return the question that can still be answered."""
    question = Question.from_json(conversation.question) if conversation.question else None
    return question if question is not None and question.is_open(at) else None


def is_answer_awaited(*, person: Person, door: Door) -> bool:
    """Tell whether a job still makes the answer to a message of the person's conversation in one channel."""
    asked = Inbound.objects.filter(conversation__person=person, conversation__channel=door)
    return asked.filter(state=InboundState.PENDING).exists()


def is_overtaken(*, person: Person, door: Door, incoming: Incoming) -> bool:
    """Tell whether the person recorded something by a message sent later in the conversation and answered already.

    Of messages of one second nobody knows the order; one that recorded nothing, such as a look at the day, is none.
    """
    later = Q(sent_at__gt=incoming.at) | Q(sent_at=incoming.at, message_id__gt=incoming.message_id)
    answered = Inbound.objects.filter(later, conversation__person=person, conversation__channel=door)
    first = answered.exclude(state=InboundState.WAITING).order_by("received_at").first()
    if first is None:
        return False
    own = Change.objects.filter(person_id=person.pk, author_id=person.pk, door=door)
    return own.filter(at__gte=first.received_at).exists()


def is_refused(*, person: Person, at: datetime) -> bool:
    """Tell whether the person told to be under 14 within the day before, in any conversation, and no age since."""
    refused = Conversation.objects.filter(person=person, refused_at__gt=at - REFUSED_FOR)
    return refused.filter(person__age_band="").exists()
