"""Photos of meals: taken in, asked about once they were looked at, and logged by the person's word alone."""

from __future__ import annotations

from bots import photo_sessions
from bots.dialogue.handlers.base import Handler
from bots.dialogue.handlers.photo_answers import LIFE, is_beside
from bots.dialogue.messages import Event, Reply, SentPhoto
from bots.dialogue.photo_question import photo_choices
from bots.dialogue.speaking import Turn
from bots.photo_sessions import Place
from nutrition import services as nutrition
from nutrition.models import PhotoState
from nutrition.queries import photos_of_session

MOST_ASKED = 2


class PhotoHandler(Handler):
    """Take in a photo; a job looks at it, and the answer comes later."""

    keeps_question = True

    def accepts(self, turn: Turn) -> bool:
        """Take a photo of whoever agreed to health records."""
        return turn.incoming.event is Event.PHOTO and turn.incoming.photo is not None and turn.has_consent

    def answer(self, turn: Turn) -> Reply:
        """Store that it was sent; of photos sent together one message is answered for all."""
        sent = turn.incoming.photo
        assert sent is not None  # accepts() has seen it
        place = _place(turn, sent)
        photo = nutrition.open_photo(
            person=turn.person,
            door=turn.door,
            sent_at=turn.incoming.at,
            photo_id=sent.photo_id,
            session=place.session,
            number=place.number,
        )
        photo_sessions.note_photo(
            person=turn.person,
            door=turn.door,
            message_id=turn.incoming.message_id,
            photo_id=photo.pk,
            place=place,
            sealed=sent.sealed,
        )
        return Reply(is_later=True) if place.speaks else Reply()


def _place(turn: Turn, sent: SentPhoto) -> Place:
    if sent.session is None:
        return photo_sessions.place_of(person=turn.person, door=turn.door, sent_at=turn.incoming.at)
    return Place(session=None if sent.number == 1 else sent.session, number=sent.number, speaks=sent.is_last)


class PhotoAgainHandler(Handler):
    """Ask once more which dish it was where an answer was not understood; after that let the photo go."""

    keeps_question = True

    def accepts(self, turn: Turn) -> bool:
        """Take what nobody understood soon after photos were sent or asked about."""
        photos = turn.photos
        if photos is None or turn.incoming.event is not None or turn.open_question is not None:
            return False
        if photos.asked_at is None:
            return is_beside(turn, photos_of_session(owner=turn.person, session=photos.session))
        return turn.incoming.at - photos.asked_at < LIFE

    def answer(self, turn: Turn) -> Reply:
        """Show the choices again, or drop the photos."""
        assert turn.photos is not None  # accepts() has seen it
        photos = photos_of_session(owner=turn.person, session=turn.photos.session)
        if any(photo.state == PhotoState.WAITING for photo in photos):
            return Reply((turn.say("photo.still_looking"),))
        choices = photo_choices(turn, photos)
        if not choices or turn.photos.times_asked >= MOST_ASKED:
            photo_sessions.close_session(person=turn.person, door=turn.door, session=turn.photos.session)
            return Reply((turn.say("photo.dropped"), turn.say("try")))
        photo_sessions.note_asked_again(person=turn.person, door=turn.door)
        return Reply((turn.say("photo.again"),), choices)
