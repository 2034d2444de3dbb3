"""A reminder over WeChat: a customer message while the platform allows one, else one notice, else nothing."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import transaction

from bots.channels.wechat import delivery
from bots.channels.wechat.account import Capability, has
from bots.channels.wechat.client.ledger import remaining
from bots.channels.wechat.client.notices import try_notice
from bots.dialogue.messages import Reply
from bots.models import Reminder
from bots.reminding import claim, key_of, over_at
from meum.kernel.phrases import phrase
from meum.people.models import Identity, Person, Provider

_KEPT_FOR_ANSWERS = 1


def remind(*, reminder: Reminder, now: datetime) -> bool:
    """Remind a person in the way that is open; tell whether one was. Never call it in a transaction.

    The last message of the quota is left for an answer. Whoever could not be reached is not reminded late.
    """
    open_id = _open_id(reminder.person)
    if not open_id:
        return False
    if has(Capability.CUSTOMER_MESSAGE) and remaining(open_id) > _KEPT_FOR_ANSWERS:
        return _say(reminder, open_id, now)
    return claim(reminder=reminder, now=now) and try_notice(open_id=open_id)


def _say(reminder: Reminder, open_id: str, now: datetime) -> bool:
    lines = tuple(phrase(reminder.person.lang, f"chat.remind.{part}") for part in ("now", "stop"))
    key, over = key_of(reminder=reminder, now=now), over_at(reminder=reminder, now=now)
    with transaction.atomic():
        if not claim(reminder=reminder, now=now):
            return False
        return delivery.say(reply=Reply(lines), open_id=open_id, key=key, expires_at=over) is not None


def _open_id(person: Person) -> str:
    known = Identity.objects.filter(person=person, provider=Provider.WECHAT_OA, app_id=settings.WECHAT_APP_ID)
    found = known.filter(left_at=None).order_by("-created_at").first()
    return found.subject if found else ""
