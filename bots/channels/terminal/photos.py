"""Photos in the terminal: a line that is the path of a picture."""

from __future__ import annotations

import time
from pathlib import Path

from django.utils import timezone

from bots.dialogue.messages import Event, Incoming, Reply, SentPhoto
from bots.dialogue.turn import take
from bots.models import Conversation, Inbound, InboundState
from meum.journal.models import Door, Purpose, new_id
from meum.journal.queries import has_consent
from meum.kernel.errors import MeumError
from meum.kernel.phrases import as_sentence, phrase
from nutrition import services as nutrition

WAITS_SECONDS = 30.0
_LOOKS_EVERY = 0.2
_ENDINGS = frozenset({".jpg", ".jpeg", ".png", ".webp", ".heic", ".heif"})


def photo_named(line: str) -> Path | None:
    """Return the picture that a line names by its path, None for any other line."""
    path = Path(line.strip().strip("'\"")).expanduser()
    return path if path.suffix.lower() in _ENDINGS and path.is_file() else None


def answer_to_photo(path: Path, *, conversation: Conversation, seconds: float = WAITS_SECONDS) -> Reply:
    """Send a photo and wait for a worker to look at it, so many seconds at most; return the answer."""
    now = timezone.now()
    photo = None
    if has_consent(person=conversation.person, purpose=Purpose.HEALTH_RECORDS):
        try:
            taken = nutrition.take_photo(
                person=conversation.person, door=Door.TERMINAL, sent_at=now, content=path.read_bytes()
            )
        except MeumError as error:
            return Reply((as_sentence(error, conversation.person.lang),))
        photo = SentPhoto(photo_id=taken.pk)
    incoming = Incoming(message_id=str(new_id()), at=now, event=Event.PHOTO, photo=photo)
    reply = take(incoming, conversation=conversation)
    return _waited_for(incoming, conversation, seconds) if reply.is_later else reply


def _waited_for(incoming: Incoming, conversation: Conversation, seconds: float) -> Reply:
    ends = time.monotonic() + seconds
    while time.monotonic() < ends:
        row = Inbound.objects.get(conversation=conversation, message_id=incoming.message_id)
        if row.state != InboundState.PENDING:
            return Reply.from_json(row.reply)
        time.sleep(_LOOKS_EVERY)
    return Reply((phrase(conversation.person.lang, "chat.photo.no_worker"),))
