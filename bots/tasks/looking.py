"""How photos of a conversation are fetched, looked at and answered by jobs: one reply for photos sent together."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from bots import photo_sessions
from bots.channels.answering import answer_later
from bots.channels.wechat.client.errors import MediaError
from bots.channels.wechat.photos import fetched
from bots.dialogue.photo_labels import has_label, reply_to_photos
from bots.dialogue.speaking import turn_beside
from bots.models import Conversation, InboundState, PhotoMessage
from meum.jobs.registry import Effect
from meum.jobs.services import enqueue
from meum.kernel.errors import ConsentMissing, Invalid
from nutrition import services as nutrition
from nutrition.domain.dishes import Finding
from nutrition.queries import photos_of_session
from nutrition.services.photos import Looked

ANSWER = "bots.answer_photos"
SETTLES = timedelta(seconds=3)
"""How long the second reply to photos waits after the latest of them: none may come after it."""
_AT_ONCE = 100
_GONE = (Finding.NOT_FOOD, Finding.UNREADABLE)


def fetch(*, photo_id: UUID) -> Effect | None:
    """Fetch a photo from its platform and keep it, with no transaction open; None where that was done already.

    What cannot be fetched or is no picture is answered as such.
    """
    rows = PhotoMessage.objects.filter(photo_id=photo_id).exclude(sealed=None)
    message = rows.select_related("photo__person").first()
    if message is None or message.photo is None:
        return None
    assert message.sealed is not None  # left out above
    try:
        content = fetched(bytes(message.sealed))
        nutrition.store_photo(photo=message.photo, person=message.photo.person, content=content)
    except (MediaError, Invalid, ConsentMissing):
        return lambda: _settle(photo_id, Looked(finding=Finding.UNREADABLE))

    def effect() -> None:
        PhotoMessage.objects.filter(photo_id=photo_id).update(sealed=None)
        photo_sessions.have_looked_at(photo_id=photo_id)

    return effect


def look(*, photo_id: UUID) -> Effect | None:
    """Look at a photo, with no transaction open; None where that was done already."""
    looked = nutrition.look(photo_id=photo_id)
    return (lambda: _settle(photo_id, looked)) if looked else None


def _settle(photo_id: UUID, looked: Looked) -> None:
    """Store what was seen; after the last photo of a session answer for all of them."""
    message = PhotoMessage.objects.filter(photo_id=photo_id).first()
    if message is None:
        return
    # A turn takes the conversation before the person's counter, and so does this.
    _locked(message.session)
    PhotoMessage.objects.filter(pk=message.pk).update(sealed=None)
    if nutrition.note_looked(photo_id=photo_id, looked=looked):
        if photo_sessions.have_label_read(photo_id=photo_id):
            return
        answer_when_settled(session=message.session, now=timezone.now())
    else:
        answer_session(session=message.session)


def read_label(*, packet_id: UUID, photo_id: UUID) -> Effect | None:
    """Read what is printed on a photo, with no transaction open; None where that was done already."""
    noted = nutrition.read_packet(packet_id=packet_id)
    return (lambda: _settle_label(photo_id, noted)) if noted else None


def _settle_label(photo_id: UUID, noted: Callable[[], object]) -> None:
    """Store what was read; after the last photo of a session answer for all of them."""
    message = PhotoMessage.objects.filter(photo_id=photo_id).first()
    if message is not None:
        _locked(message.session)
    noted()
    if message is not None:
        answer_when_settled(session=message.session, now=timezone.now())


def answer_when_settled(*, session: UUID, now: datetime) -> None:
    """Answer for a session at once the first time; the second time once no more photos come, in one transaction."""
    messages = PhotoMessage.objects.filter(session=session)
    if messages.filter(is_answered=True).count() < photo_sessions.MOST_REPLIES:
        answer_session(session=session)
        return
    latest = messages.select_related("inbound").latest("id")
    due_at = latest.inbound.received_at + SETTLES
    if due_at <= now:
        answer_session(session=session)
    else:
        enqueue(ANSWER, key=f"{ANSWER}:{latest.pk}", due_at=due_at, message_id=latest.pk)


def answer_unless_more_came(*, message_id: UUID) -> None:
    """Answer for the session of a photo unless a later one came, which has a plan of its own."""
    message = PhotoMessage.objects.filter(pk=message_id).first()
    if message is not None and not PhotoMessage.objects.filter(session=message.session, pk__gt=message_id).exists():
        answer_session(session=message.session)


def answer_session(*, session: UUID) -> None:
    """Answer for the photos of a session once each was looked at, in the caller's transaction; twice does no harm."""
    conversation = _locked(session)
    messages = PhotoMessage.objects.filter(session=session, is_answered=True, inbound__state=InboundState.PENDING)
    awaited = messages.select_related("inbound").first()
    if conversation is None or awaited is None:
        return
    photos = photos_of_session(owner=conversation.person, session=session)
    now = timezone.now()
    if any(photo.is_awaited(now=now) for photo in photos):
        return
    turn = turn_beside(conversation, message_id=awaited.inbound.message_id, at=now)
    reply = reply_to_photos(turn, photos)
    answer_later(
        person_id=conversation.person_id,
        door=turn.door,
        message_id=awaited.inbound.message_id,
        reply=reply,
    )
    if reply.pending is not None:
        Conversation.objects.filter(pk=conversation.pk).update(question=reply.pending.as_json())
    gone = [photo.id for photo in photos if photo.finding in _GONE or has_label(photo)]
    nutrition.drop_photos(person=conversation.person, photo_ids=gone)
    if len(gone) < len(photos):
        photo_sessions.note_asked(conversation=conversation, session=session, at=now)
    else:
        photo_sessions.close_session(person=conversation.person, door=turn.door, session=session)


def answer_left_behind() -> int:
    """Answer for sessions whose photos were looked at, or given up, by a process that did not say so; count them."""
    waiting = PhotoMessage.objects.filter(is_answered=True, inbound__state=InboundState.PENDING)
    sessions = list(waiting.order_by("id").values_list("session", flat=True)[:_AT_ONCE])
    for session in sessions:
        with transaction.atomic():
            answer_session(session=session)
    return len(sessions)


def _locked(session: UUID) -> Conversation | None:
    message = PhotoMessage.objects.filter(session=session).select_related("inbound").first()
    if message is None:
        return None
    rows = Conversation.objects.select_for_update(of=("self",), no_key=True).select_related("person")
    return rows.get(pk=message.inbound.conversation_id)
