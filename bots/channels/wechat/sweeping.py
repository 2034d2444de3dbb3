"""What a killed process left behind, found once a minute: messages without their turn, answers that reached nobody."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from bots.channels.wechat import delivery, raw
from bots.channels.wechat.account import Capability, has
from bots.dialogue.turn import take_waiting
from bots.models import UNDELIVERED, Inbound, InboundState, Outbound, OutboundState
from meum.journal.models import Door

logger = logging.getLogger(__name__)

PARKED_FOR = timedelta(hours=48)
KEPT_FOR = timedelta(days=7)
_AT_ONCE = 200


def take_abandoned(*, now: datetime) -> int:
    """Give messages whose process died before their turn that turn; return how many there were.

    Only words that were stored can be read again. A message without them comes again by the platform or not at all.
    """
    waiting = Inbound.objects.filter(
        state=InboundState.WAITING, conversation__channel=Door.WECHAT, outbound__held_until__lte=now
    ).exclude(words="")
    chosen = list(waiting.order_by("sent_at", "message_id")[:_AT_ONCE])
    for row in chosen:
        with _by_itself(inbound_id=str(row.pk)):
            take_waiting(row)
    return len(chosen)


def deliver_abandoned(*, now: datetime) -> int:
    """Have what no request delivers any more sent, or park it for the person's next message; return how many."""
    due = Outbound.objects.filter(
        delivery.READY, state__in=[OutboundState.WAITING, *delivery.UNCONFIRMED], held_until__lte=now
    )
    chosen = list(due.order_by("held_until")[:_AT_ONCE])
    may_send = has(Capability.CUSTOMER_MESSAGE)
    for identity_id in dict.fromkeys(row.identity_id for row in chosen):
        with _by_itself(identity_id=str(identity_id)), transaction.atomic():
            if may_send:
                delivery.deliver_by_message(identity_id=identity_id, at=now)
            else:
                delivery.park(identity_id=identity_id)
    return len(chosen)


def clear(*, now: datetime) -> None:
    """Throw away what is over or was not fetched in 48 hours, the words of what was sent, and rows of no use."""
    is_over = Q(created_at__lt=now - PARKED_FOR) | Q(expires_at__lte=now, held_until__lte=now)
    Outbound.objects.filter(is_over, state__in=UNDELIVERED).update(state=OutboundState.EXPIRED, reply=None)
    sent = Q(state=OutboundState.SENT, sent_at__lt=now - timedelta(hours=1))
    Outbound.objects.filter(sent).exclude(reply=None).update(reply=None)
    Outbound.objects.exclude(state__in=UNDELIVERED).filter(created_at__lt=now - KEPT_FOR).delete()
    while raw.clear(now=now):
        continue


def sweep() -> None:
    """Do all of it, each step whatever became of the one before."""
    now = timezone.now()
    for step in (take_abandoned, deliver_abandoned, clear):
        with _by_itself(step=step.__name__):
            step(now=now)


@contextmanager
def _by_itself(**ids: str) -> Iterator[None]:
    """Note what goes wrong with one row or step, and let the others have theirs."""
    try:
        yield
    except Exception:
        logger.exception("a step of the sweep failed", extra=ids)
