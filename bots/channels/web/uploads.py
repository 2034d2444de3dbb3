"""Photos that were put into the form of the chat page, as messages."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import NAMESPACE_URL, uuid5

from django.core.files.uploadedfile import UploadedFile

from bots.dialogue.messages import Event, Incoming, Reply, SentPhoto
from bots.dialogue.queries import Exchange
from bots.dialogue.turn import take
from bots.models import Conversation
from meum.journal.models import Door, Purpose
from meum.journal.queries import has_consent
from meum.kernel.errors import MeumError
from meum.kernel.phrases import as_sentence
from nutrition import services as nutrition
from nutrition.models import MOST_IN_SESSION


def send_photos(
    files: Sequence[UploadedFile[bytes]], *, conversation: Conversation, message_id: str, at: datetime
) -> list[Exchange]:
    """Take each photo of a form as a message, at most nine; return what was said and answered.

    The same form sent again is the same messages.
    """
    sent = enumerate(files[:MOST_IN_SESSION])
    return [_sent(file, conversation, f"{message_id}.photo{number}", _just(at, number)) for number, file in sent]


def _just(at: datetime, number: int) -> datetime:
    """Return the time of one of several photos: they keep the order in which they were chosen."""
    return at + timedelta(microseconds=number)


def _sent(file: UploadedFile[bytes], conversation: Conversation, message_id: str, at: datetime) -> Exchange:
    photo, refused = None, ""
    if has_consent(person=conversation.person, purpose=Purpose.HEALTH_RECORDS):
        photo, refused = _stored(file, conversation, message_id, at)
    if refused:
        return Exchange(words="", reply=Reply((refused,)), at=at, is_photo=True)
    incoming = Incoming(message_id=message_id, at=at, event=Event.PHOTO, photo=photo)
    return Exchange(words="", reply=take(incoming, conversation=conversation), at=at, is_photo=True)


def _stored(
    file: UploadedFile[bytes], conversation: Conversation, message_id: str, at: datetime
) -> tuple[SentPhoto | None, str]:
    """Keep a photo before its turn, as the store is no part of it; return where it is, or why it was refused."""
    person = conversation.person
    # The same message is the same photo.
    photo_id = uuid5(NAMESPACE_URL, f"{conversation.pk}/{message_id}")
    try:
        nutrition.take_photo(person=person, door=Door.WEB, sent_at=at, content=file.read(), photo_id=photo_id)
    except MeumError as error:
        return None, as_sentence(error, person.lang)
    return SentPhoto(photo_id=photo_id), ""
