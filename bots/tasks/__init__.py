"""The jobs of the conversations."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.utils import timezone

from bots import photo_sessions, reminding, services
from bots.channels.wechat import following, pictures, sending, sweeping
from bots.channels.wechat import reminding as wechat_reminding
from bots.channels.wechat.client import ledger
from bots.tasks import looking
from meum.jobs.registry import Effect, handler
from meum.kernel.queues import Queue
from meum.overview.reports import keeping
from meum.people.models import Identity


@handler("bots.clear_keys", lease_seconds=900, every=timedelta(hours=1))
def clear_keys(**_later: object) -> None:
    """Delete the keys of messages without words that no longer come again, batch by batch; each stands by itself.

    Refusals that are over go with them, and what WeChat allowed to be sent to people and is over.
    """
    while ledger.clear(now=timezone.now()):
        continue
    services.clear_refusals(now=timezone.now())
    while services.clear_keys(now=timezone.now()):
        continue


@handler("bots.deliver", lease_seconds=120)
def deliver(*, identity_id: str, **_later: object) -> None:
    """Send what waits for a person over WeChat; each message stands by itself."""
    sending.send_waiting(identity_id=UUID(identity_id))


@handler(pictures.SEND, queue=Queue.REPORTS)
def send_picture(*, identity_id: str, report_id: str, **_later: object) -> None:
    """Draw a report unless that is done, and send it."""
    drawn = keeping.draw(report_id=UUID(report_id))
    if drawn is not None:
        drawn()
    pictures.send(identity_id=UUID(identity_id), report_id=UUID(report_id))


@handler("bots.sweep_deliveries", lease_seconds=300, every=timedelta(minutes=1))
def sweep_deliveries(**_later: object) -> None:
    """Deliver what a killed process left on its way to people over WeChat."""
    sweeping.sweep()


@handler(services.LEARN_UNION_ID)
def learn_union_id(*, identity_id: str, **_later: object) -> None:
    """Ask the platform which accounts are one person's."""
    identity = Identity.objects.filter(pk=identity_id).first()
    if identity is not None:
        following.learn_union_id(identity=identity)


@handler("bots.remind", lease_seconds=300, every=timedelta(minutes=5))
def remind(**_later: object) -> None:
    """Remind whoever wants it now, where the platform allows it."""
    now = timezone.now()
    for reminder in reminding.due_reminders(now=now):
        wechat_reminding.remind(reminder=reminder, now=now)


@handler(photo_sessions.FETCH, lease_seconds=60)
def fetch_photo(*, photo_id: str, **_later: object) -> Effect | None:
    """Fetch a photo from its platform."""
    return looking.fetch(photo_id=UUID(photo_id))


@handler(photo_sessions.LOOK, queue=Queue.VISION, lease_seconds=60)
def look_at_photo(*, photo_id: str, **_later: object) -> Effect | None:
    """Look at a photo, and answer for it."""
    return looking.look(photo_id=UUID(photo_id))


@handler(photo_sessions.READ, queue=Queue.OCR, lease_seconds=60)
def read_label(*, packet_id: str, photo_id: str, **_later: object) -> Effect | None:
    """Read what is printed on a photo, and answer for it."""
    return looking.read_label(packet_id=UUID(packet_id), photo_id=UUID(photo_id))


@handler(looking.ANSWER)
def answer_photos(*, message_id: str, **_later: object) -> Effect:
    """Answer for photos that came after the first reply to those sent with them."""
    return lambda: looking.answer_unless_more_came(message_id=UUID(message_id))


@handler("bots.answer_photos_left_behind", every=timedelta(minutes=1))
def answer_photos_left_behind(**_later: object) -> None:
    """Answer for photos that nobody answered for."""
    looking.answer_left_behind()
