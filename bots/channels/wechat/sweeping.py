"""What a killed process left behind, found once a minute: messages without their turn, answers that reached nobody."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from django.db.models import Q
from django.utils import timezone

from bots.channels.wechat import delivery, proving, raw, sending
from bots.channels.wechat.account import Capability, has
from bots.dialogue.turn import take_waiting
from bots.models import UNDELIVERED, Inbound, InboundState, Outbound, OutboundState
from meum.journal.models import Door

logger = logging.getLogger(__name__)

PARKED_FOR = timedelta(hours=48)
KEPT_FOR = timedelta(days=7)
_AT_ONCE = 200
_SENDING_SECONDS = 60.0
"""The sweep sends no longer than until the next one."""


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
    """Send what no request delivers any more, or park it for the person's next message; return how many were due.

    It is sent by this one job, one after the other, and no further when the platform fails: the others would, too.
    """
    states = [OutboundState.WAITING, OutboundState.SENDING]
    is_to_try = Q(try_at=None) | Q(try_at__lte=now)
    due = Outbound.objects.filter(delivery.READY, is_to_try, state__in=states, held_until__lte=now)
    chosen = list(due.order_by("held_until")[:_AT_ONCE])
    ends = time.monotonic() + _SENDING_SECONDS
    for identity_id in dict.fromkeys(row.identity_id for row in chosen):
        with _by_itself(identity_id=str(identity_id)):
            if not has(Capability.CUSTOMER_MESSAGE):
                delivery.park(identity_id=identity_id)
            elif time.monotonic() > ends or not sending.send_waiting(identity_id=identity_id):
                break
    return len(chosen)


def clear(*, now: datetime) -> None:
    """Throw away what is over or was not fetched in 48 hours, the words of what was sent, and rows of no use."""
    is_over = Q(created_at__lt=now - PARKED_FOR) | Q(expires_at__lte=now, held_until__lte=now)
    Outbound.objects.filter(is_over, state__in=UNDELIVERED).update(state=OutboundState.EXPIRED, reply=None)
    sent = Q(state=OutboundState.SENT, sent_at__lt=now - timedelta(hours=1))
    Outbound.objects.filter(sent).exclude(reply=None).update(reply=None)
    Outbound.objects.exclude(state__in=UNDELIVERED).filter(created_at__lt=now - KEPT_FOR).delete()


def clear_raw(*, now: datetime) -> None:
    """Delete raw pushes that are kept long enough."""
    while raw.clear(now=now):
        continue


def sweep() -> None:
    """Do all of it, each step whatever became of the one before."""
    now = timezone.now()
    for step in (take_abandoned, proving.settle, deliver_abandoned, clear, clear_raw):
        with _by_itself(step=step.__name__):
            step(now=now)


@contextmanager
def _by_itself(**ids: str) -> Iterator[None]:
    """Note what goes wrong with one row or step, and let the others have theirs."""
    try:
        yield
    except Exception:
        logger.exception("a step of the sweep failed", extra=ids)
