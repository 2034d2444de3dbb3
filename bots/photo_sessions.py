"""Every write about photos in conversations: which message brought which, and which of them wait for a word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import F

from bots.models import Conversation, Inbound, InboundState, PhotoMessage
from meum.jobs.services import enqueue
from meum.journal.models import Door
from meum.people.models import Person
from nutrition import services as nutrition
from nutrition.models import MOST_IN_SESSION

FETCH, LOOK, READ = "bots.fetch_photo", "bots.look_at_photo", "bots.read_label"
TOGETHER = timedelta(seconds=30)
"""Photos sent so long after the first one belong to it."""
MOST_REPLIES = 2
"""How many replies the photos of one session get."""


@dataclass(frozen=True, kw_only=True)
class Place:
    """Hold where a photo belongs; with `speaks` the answer to its message is that of the whole session."""

    session: UUID | None
    number: int
    speaks: bool


def place_of(*, person: Person, door: Door, sent_at: datetime) -> Place:
    """Return where a photo sent now belongs: to the photos sent just before, or to none."""
    sent = PhotoMessage.objects.filter(inbound__conversation__person=person, inbound__conversation__channel=door)
    latest = sent.order_by("-id").first()
    together = list(sent.filter(session=latest.session).select_related("inbound__conversation")) if latest else []
    alone = Place(session=None, number=1, speaks=True)
    if latest is None or abs(sent_at - min(each.inbound.sent_at for each in together)) > TOGETHER:
        return alone
    spoken = [each for each in together if each.is_answered]
    is_awaited = any(each.inbound.state == InboundState.PENDING for each in spoken)
    if len(together) >= MOST_IN_SESSION or (not is_awaited and len(spoken) >= MOST_REPLIES):
        return alone
    if _is_settled(together, sent_at=sent_at):
        return alone
    return Place(session=latest.session, number=len(together) + 1, speaks=not is_awaited)


def _is_settled(together: Sequence[PhotoMessage], *, sent_at: datetime) -> bool:
    """Tell whether photos wait for no word any more and their person has spoken since."""
    latest = max((each.inbound for each in together), key=lambda inbound: inbound.sent_at)
    if latest.conversation.photo_session in {each.session for each in together}:
        return False
    since = Inbound.objects.filter(conversation=latest.conversation, sent_at__gt=latest.sent_at, sent_at__lt=sent_at)
    return since.filter(photo_message=None).exists()


def note_photo(
    *, person: Person, door: Door, message_id: str, photo_id: UUID, place: Place, sealed: bytes | None
) -> PhotoMessage:
    """Store which message brought a photo, and that its session waits for the person's word; have it looked at."""
    session = place.session or photo_id
    inbound = Inbound.objects.select_related("conversation").get(
        conversation__person=person, conversation__channel=door, message_id=message_id
    )
    if place.session is None:
        _begin(inbound.conversation, person, session)
    message = PhotoMessage.objects.create(
        inbound=inbound, photo_id=photo_id, session=session, is_answered=place.speaks, sealed=sealed
    )
    if sealed is None:
        have_looked_at(photo_id=photo_id)
    else:
        enqueue(FETCH, key=f"{FETCH}:{photo_id}", person=person, photo_id=photo_id)
    return message


def _begin(conversation: Conversation, person: Person, session: UUID) -> None:
    """Let a session wait for the person's word, in the place of one that was asked about and not answered."""
    if conversation.photo_session is not None and conversation.photos_asked_at is not None:
        nutrition.drop_session(person=person, session=conversation.photo_session)
    Conversation.objects.filter(pk=conversation.pk).update(
        photo_session=session, photos_asked_at=None, photos_times_asked=0
    )


def have_looked_at(*, photo_id: UUID) -> None:
    """Have a worker look at a photo that is stored, once, in the caller's transaction."""
    enqueue(LOOK, key=f"{LOOK}:{photo_id}", photo_id=photo_id)


def have_label_read(*, photo_id: UUID) -> bool:
    """Have a worker read what is printed on a photo, once, in the caller's transaction; tell whether that is to be."""
    packet = nutrition.label_to_read(photo_id=photo_id)
    if packet is not None:
        enqueue(READ, key=f"{READ}:{packet.pk}", person=packet.person, packet_id=packet.pk, photo_id=photo_id)
    return packet is not None


def note_asked(*, conversation: Conversation, session: UUID, at: datetime) -> None:
    """Store that it was asked what the photos of a session show; those asked about before are dropped unlogged."""
    before = conversation.photo_session
    if before is not None and before != session and conversation.photos_asked_at is not None:
        nutrition.drop_session(person=conversation.person, session=before)
    Conversation.objects.filter(pk=conversation.pk).update(
        photo_session=session, photos_asked_at=at, photos_times_asked=1
    )


def note_asked_again(*, person: Person, door: Door) -> None:
    """Count one more time that it was asked."""
    Conversation.objects.filter(person=person, channel=door).update(photos_times_asked=F("photos_times_asked") + 1)


def close_session(*, person: Person, door: Door, session: UUID) -> None:
    """Let photos wait for no word any more; what was not confirmed is deleted, and nobody waits for an answer."""
    nutrition.drop_session(person=person, session=session)
    Conversation.objects.filter(person=person, channel=door, photo_session=session).update(
        photo_session=None, photos_asked_at=None, photos_times_asked=0
    )
    Inbound.objects.filter(photo_message__session=session, state=InboundState.PENDING).update(
        state=InboundState.DONE, reply={"lines": [], "choices": []}
    )
