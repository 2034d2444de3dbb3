"""What waits for a person, sent as customer messages: one after the other, each once, the earliest first."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from uuid import UUID

from django.db import models, transaction
from django.utils import timezone

from bots.channels.wechat.account import Capability, has
from bots.channels.wechat.client.errors import Reason, SendRefused
from bots.channels.wechat.client.messages import send_text
from bots.channels.wechat.client.notices import try_notice
from bots.channels.wechat.delivery import READY, park, text_of, timely
from bots.models import Outbound, OutboundState, Way
from meum.people.models import Identity

logger = logging.getLogger(__name__)

SENDING_TAKES = timedelta(seconds=90)
"""Far longer than the client waits: a message that is still being sent after it was left by a killed process."""
_QUEUED = (OutboundState.WAITING, OutboundState.SENDING)
_MOMENTARY = (Reason.UNAVAILABLE, Reason.STOPPED)
_FIRST_PAUSE, _LONGEST_PAUSE = timedelta(minutes=1), timedelta(minutes=15)
_MOST_REPEATS = 2
"""What may have arrived is sent so often again by itself; then it waits for the person."""


def send_waiting(*, identity_id: UUID) -> bool:
    """Send what is due to a person until nothing is, or one message could not be sent.

    Return False where that concerns everybody for the moment, so that others need not be tried now.
    """
    while has(Capability.CUSTOMER_MESSAGE):
        row = _claim(identity_id)
        if row is None:
            return True
        refused = _send(row)
        if refused is not None:
            return refused.reason not in _MOMENTARY
    return True


def _claim(identity_id: UUID) -> Outbound | None:
    """Take the earliest message that is due, while nobody else sends to the same person."""
    now = timezone.now()
    with transaction.atomic():
        # Two messages sent side by side may arrive in any order.
        identity = Identity.objects.select_for_update(of=("self",), no_key=True).get(pk=identity_id)
        if identity.left_at is not None or not identity.person.is_active:
            return None
        rows = Outbound.objects.filter(identity_id=identity_id)
        if rows.filter(state=OutboundState.SENDING, held_until__gt=now).exists():
            return None
        due = rows.filter(READY, timely(now), state__in=_QUEUED, held_until__lte=now)
        row = due.select_related("cause", "identity__person").order_by("id").first()
        if row is None:
            return None
        # A request may take it at this very moment: whoever changes the row first has it.
        unchanged = Outbound.objects.filter(pk=row.pk, state=row.state, held_until=row.held_until)
        row.repeats += row.state == OutboundState.SENDING
        claimed = unchanged.update(
            state=OutboundState.SENDING, held_until=now + SENDING_TAKES, repeats=row.repeats, carrier=None
        )
        return row if claimed else None


def _send(row: Outbound) -> SendRefused | None:
    """Send one message, with no transaction open; store what became of it and return why it did not go out."""
    open_id, text = row.identity.subject, text_of(row, is_alone=True)
    try:
        if text:
            send_text(open_id=open_id, text=text)
    except SendRefused as refusal:
        _refused(row, refusal)
        return refusal
    _settle(row, OutboundState.SENT)
    return None


def _refused(row: Outbound, refusal: SendRefused) -> None:
    """Have it tried again after a fault of the moment; else park it, or give it up where nobody can be reached."""
    logger.warning("a message was not sent", extra={"reason": refusal.reason.value})
    row.repeats += refusal.may_have_arrived
    if refusal.reason in _MOMENTARY and row.repeats <= _MOST_REPEATS:
        _put_off(row, failure=refusal.reason.value, now=timezone.now())
        return
    # Who asked for it writes again perhaps, and is answered then.
    is_gone = refusal.reason is Reason.UNREACHABLE and row.cause is None
    _settle(row, OutboundState.FAILED if is_gone else OutboundState.PARKED, failure=refusal.reason.value)
    # The others of this person would be refused for the same reason.
    park(identity_id=row.identity_id, failure=refusal.reason.value)
    if refusal.reason is Reason.WINDOW_CLOSED:
        # Whoever opens the notice and writes gets the message then, so it must be parked already.
        try_notice(open_id=row.identity.subject)


def _put_off(row: Outbound, *, failure: str, now: datetime) -> None:
    """Let the sweeper try again, each time twice as much later; the person's next message brings it before."""
    try_at = now + min(_FIRST_PAUSE * 2 ** min(row.tries, 8), _LONGEST_PAUSE)
    _sending(row).update(
        state=OutboundState.WAITING, failure=failure, repeats=row.repeats, held_until=now, tries=row.tries + 1
    )
    # The others of this person would be refused for the same reason.
    waiting = Outbound.objects.filter(identity_id=row.identity_id, state=OutboundState.WAITING)
    waiting.update(try_at=try_at)


def _sending(row: Outbound) -> models.QuerySet[Outbound]:
    return Outbound.objects.filter(pk=row.pk, state=OutboundState.SENDING)


def _settle(row: Outbound, state: OutboundState, *, failure: str = "") -> None:
    now = timezone.now()
    is_sent = state is OutboundState.SENT
    _sending(row).update(
        state=state,
        failure=failure,
        repeats=row.repeats,
        held_until=now,
        try_at=None,
        way=Way.CUSTOMER_MESSAGE if is_sent else "",
        sent_at=now if is_sent else None,
    )
