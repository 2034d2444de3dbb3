"""A way to send photos to Meum in a test, and to have them looked at."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from bots.dialogue.messages import Event, Incoming, Reply, SentPhoto
from bots.dialogue.queries import latest_exchanges
from bots.dialogue.turn import take
from bots.services import conversation_of
from meum.jobs.running import drain
from meum.journal.models import Door, new_id
from meum.people.models import Person
from nutrition import services as nutrition
from nutrition.models import Food
from tests.factories.photos import make_photo


def key_of(name: str) -> str:
    """Return the key of the food that a fixture made under a Chinese name."""
    return Food.objects.get(current__name_zh=name).key


def send_photo(person: Person, *, seconds: float = 0, door: Door = Door.WEB, content: bytes = b"") -> Reply:
    """Send a photo so many seconds from now, as the web chat does; nobody has looked at it yet."""
    at = timezone.now() + timedelta(seconds=seconds)
    photo = nutrition.open_photo(person=person, door=door, sent_at=at)
    nutrition.store_photo(photo=photo, person=person, content=content or make_photo())
    incoming = Incoming(message_id=str(new_id()), at=at, event=Event.PHOTO, photo=SentPhoto(photo_id=photo.pk))
    return take(incoming, conversation=conversation_of(person=person, door=door))


def show_photo(person: Person, *, door: Door = Door.WEB) -> Reply:
    """Send a photo, have it looked at, and return what is said of it."""
    send_photo(person, door=door)
    drain()
    return latest_reply(person, door=door)


def latest_reply(person: Person, *, door: Door = Door.WEB) -> Reply:
    """Return the latest reply with lines."""
    exchanges = latest_exchanges(conversation=conversation_of(person=person, door=door))
    return next(exchange.reply for exchange in reversed(exchanges) if exchange.reply.lines)
