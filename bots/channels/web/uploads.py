"""Photos that were put into the form of the chat page, as messages."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import NAMESPACE_URL, UUID, uuid5

from django.core.files.uploadedfile import UploadedFile

from bots.dialogue.messages import Event, Incoming, Reply, SentPhoto
from bots.dialogue.queries import Exchange
from bots.dialogue.turn import take
from bots.models import Conversation
from meum.journal.models import Door, Purpose
from meum.journal.queries import has_consent
from meum.kernel.errors import MeumError
from meum.kernel.phrases import as_sentence, phrase
from nutrition import services as nutrition
from nutrition.models import MOST_IN_SESSION


def send_photos(
    files: Sequence[UploadedFile[bytes]], *, conversation: Conversation, message_id: str, at: datetime
) -> list[Exchange]:
    """Take each photo of a form as a message, the first nine of more; return what was said and answered.

    The same form sent again is the same messages. All are stored before the first has its turn, so that one answer
    is that of all.
    """
    if not files:
        return []
    form = _Form(conversation, message_id, at)
    if not has_consent(person=conversation.person, purpose=Purpose.HEALTH_RECORDS):
        return [form.say(0, None)]
    for file in files[:MOST_IN_SESSION]:
        form.take(file)
    if len(files) > MOST_IN_SESSION:
        form.leave_rest()
    return [*form.beside, *(form.say(number, photo) for number, photo in enumerate(form.photos()))]


class _Form:
    """The photos of one form: those that were taken in, and what is said beside of the others."""

    def __init__(self, conversation: Conversation, message_id: str, at: datetime) -> None:
        self.beside: list[Exchange] = []
        self._conversation, self._message_id, self._at = conversation, message_id, at
        self._taken: list[UUID] = []

    def take(self, file: UploadedFile[bytes]) -> None:
        """Keep a photo before its turn, as the store lies outside the database."""
        person, number = self._conversation.person, len(self._taken)
        try:
            nutrition.take_photo(
                person=person,
                door=Door.WEB,
                sent_at=self._sent_at(number),
                content=file.read(),
                photo_id=self._photo_id(number),
                session=self._photo_id(0),
                number=number + 1,
            )
        except MeumError as error:
            self._say_beside(as_sentence(error, person.lang), is_photo=True)
        else:
            self._taken.append(self._photo_id(number))

    def leave_rest(self) -> None:
        """Say that only so many photos are taken at a time."""
        self._say_beside(phrase(self._conversation.person.lang, "web.too_many_photos"), is_photo=False)

    def _say_beside(self, line: str, *, is_photo: bool) -> None:
        # After all photos that may be taken: by its time an exchange is known again.
        at = self._sent_at(MOST_IN_SESSION + len(self.beside))
        self.beside.append(Exchange(words="", reply=Reply((line,)), at=at, is_photo=is_photo))

    def photos(self) -> list[SentPhoto]:
        """Return where the photos are; one alone may belong to others that were sent just before."""
        if len(self._taken) == 1:
            return [SentPhoto(photo_id=self._taken[0])]
        first = next(iter(self._taken), None)
        return [
            SentPhoto(photo_id=photo_id, session=first, number=number, is_last=number == len(self._taken))
            for number, photo_id in enumerate(self._taken, start=1)
        ]

    def say(self, number: int, photo: SentPhoto | None) -> Exchange:
        """Let a photo have its turn."""
        incoming = Incoming(
            message_id=f"{self._message_id}.photo{number}", at=self._sent_at(number), event=Event.PHOTO, photo=photo
        )
        reply = take(incoming, conversation=self._conversation)
        return Exchange(words="", reply=reply, at=incoming.at, is_photo=True)

    def _sent_at(self, number: int) -> datetime:
        # Photos of one form keep the order in which they were chosen.
        return self._at + timedelta(microseconds=number)

    def _photo_id(self, number: int) -> UUID:
        # The same message is the same photo.
        return uuid5(NAMESPACE_URL, f"{self._conversation.pk}/{self._message_id}.photo{number}")
