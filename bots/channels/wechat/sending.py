"""What waits for a person, sent as customer messages: one after the other, each once, the earliest first."""

from __future__ import annotations

import logging
from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from bots.channels.wechat.account import Capability, has
from bots.channels.wechat.client.errors import Reason, SendRefused
from bots.channels.wechat.client.messages import send_text
from bots.channels.wechat.client.notices import try_notice
from bots.channels.wechat.delivery import READY, UNCONFIRMED, park, text_of, timely
from bots.models import Outbound, OutboundState, Way
from meum.people.models import Identity

logger = logging.getLogger(__name__)

SENDING_TAKES = timedelta(seconds=90)
"""Far longer than the client waits: a message that is still being sent after it was left by a killed process."""
_QUEUED = (OutboundState.WAITING, *UNCONFIRMED)


def send_waiting(*, identity_id: UUID) -> None:
    """Send what is due to a person until nothing is, or one message could not be sent."""
    while has(Capability.CUSTOMER_MESSAGE):
        row = _claim(identity_id)
        if row is None or not _send(row):
            return


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
        row.repeats += row.state in UNCONFIRMED
        claimed = unchanged.update(
            state=OutboundState.SENDING, held_until=now + SENDING_TAKES, repeats=row.repeats, carrier=None
        )
        return row if claimed else None


def _send(row: Outbound) -> bool:
    """Send one message, with no transaction open; store what became of it and tell whether it went out."""
    open_id, text = row.identity.subject, text_of(row, is_alone=True)
    if not text:
        _settle(row, OutboundState.SENT)
        return True
    try:
        send_text(open_id=open_id, text=text)
    except SendRefused as refusal:
        _refused(row, refusal)
        return False
    _settle(row, OutboundState.SENT)
    return True


def _refused(row: Outbound, refusal: SendRefused) -> None:
    """Park what was refused for the person's next message, or give it up where nobody can be reached."""
    logger.warning("a message was not sent", extra={"reason": refusal.reason.value})
    # Who asked for it writes again perhaps, and is answered then.
    is_gone = refusal.reason is Reason.UNREACHABLE and row.cause is None
    if refusal.may_have_arrived:
        row.repeats += 1
    _settle(row, OutboundState.FAILED if is_gone else OutboundState.PARKED, failure=refusal.reason.value)
    # The others of this person would be refused for the same reason.
    park(identity_id=row.identity_id, failure=refusal.reason.value)
    if refusal.reason is Reason.WINDOW_CLOSED:
        # Whoever opens the notice and writes gets the message then, so it must be parked already.
        try_notice(open_id=row.identity.subject)


def _settle(row: Outbound, state: OutboundState, *, failure: str = "") -> None:
    now = timezone.now()
    is_sent = state is OutboundState.SENT
    changed = Q(pk=row.pk, state=OutboundState.SENDING)
    Outbound.objects.filter(changed).update(
        state=state,
        failure=failure,
        repeats=row.repeats,
        held_until=now,
        way=Way.CUSTOMER_MESSAGE if is_sent else "",
        sent_at=now if is_sent else None,
    )
