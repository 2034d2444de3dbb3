"""How answers reach people, whichever way comes first.

The ways are the request that holds the message, the platform's next attempt, a customer message, and the reply to a
later message. Each answer is a row, stored with the message's key before the turn. While a request may still hold the
message, only such a request delivers it; afterwards whoever claims the row. A row that was handed out and never
confirmed, because its process was killed in between, is delivered again and says so.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db import models, transaction
from django.db.models import F, Q
from django.utils import timezone

from bots.channels.wechat.account import Capability, has
from bots.channels.wechat.rendering import as_text
from bots.channels.wechat.texts import MOST_BYTES, shortened
from bots.dialogue.messages import Reply
from bots.models import UNDELIVERED, Inbound, InboundState, Outbound, OutboundState, Way
from meum.jobs.services import enqueue
from meum.kernel.phrases import phrase
from meum.kernel.prepared import Prepared
from meum.people.models import Identity, Person, Provider

logger = logging.getLogger(__name__)

DELIVER = "bots.deliver"
READY = Q(cause=None) | Q(cause__state__in=[InboundState.DONE, InboundState.FAILED])
UNCONFIRMED = (OutboundState.GIVING, OutboundState.SENDING)
_OTHERS = Prepared(
    lambda identity, own: (
        Outbound.objects.filter(identity_id=identity, state__in=UNDELIVERED)
        .exclude(pk=own)
        .values_list("pk", flat=True)[:1]
    )
)
_HELD = (OutboundState.WAITING, OutboundState.PARKED, OutboundState.GIVING)


def timely(now: datetime) -> Q:
    """Return what holds of everything whose time is not over."""
    return Q(expires_at=None) | Q(expires_at__gt=now)


def limit() -> timedelta:
    """Return how long a request is held at most."""
    return timedelta(milliseconds=settings.WECHAT_HOLD_MILLISECONDS)


def grace() -> timedelta:
    """Return how long after its arrival a message may still be held by a request, or come again as one."""
    return limit() * 1.6


def expect(row: Inbound, *, identity: Identity, now: datetime) -> Outbound:
    """Store, with the key of a message, that its answer must reach the person; return the row."""
    return Outbound.objects.create(identity=identity, cause=row, held_until=now + grace())


def come_again(outbound: Outbound, *, now: datetime) -> None:
    """Note one more attempt of the platform, which holds the message anew unless it is being sent already."""
    own = Outbound.objects.filter(pk=outbound.pk)
    own.update(attempts=F("attempts") + 1)
    own.filter(state__in=_HELD).update(held_until=now + grace())
    outbound.attempts += 1


def release(outbound: Outbound, *, now: datetime) -> None:
    """Let anybody deliver an answer that no request waits for any more."""
    rows = Outbound.objects.filter(pk=outbound.pk, state=OutboundState.WAITING)
    with transaction.atomic():
        if rows.update(held_until=now):
            deliver_by_message(identity_id=outbound.identity_id, at=now)


def give(outbound: Outbound, reply: Reply) -> str | None:
    """Hand an answer to the request that holds its message, and with it what waited before, as far as it has room.

    Return the text, None where another request or another way has it. In the caller's transaction; what is empty needs
    no delivery.
    """
    own = Outbound.objects.filter(pk=outbound.pk, state__in=[OutboundState.WAITING, OutboundState.PARKED])
    # Of two attempts at once one hands it out; the other one gives the same.
    if reply.is_later or not own.update(state=OutboundState.GIVING):
        return None
    carried = _take_along(outbound, reply)
    text = _joined(carried, reply)
    if not text:
        Outbound.objects.filter(pk=outbound.pk).update(state=OutboundState.SENT)
    return text


def _take_along(outbound: Outbound, reply: Reply) -> list[Outbound]:
    if not _OTHERS.rows(identity=outbound.identity_id, own=outbound.pk):
        return []
    now = timezone.now()
    # Before each text but the first stands a newline.
    room = MOST_BYTES + 1 - (0 if reply.yields else len(as_text(reply).encode()) + 1)
    taken: list[Outbound] = []
    for waiting in _claimable(outbound.identity_id, now).exclude(pk=outbound.pk):
        waiting.repeats += waiting.state in UNCONFIRMED
        room -= len(text_of(waiting).encode()) + 1
        if room < 0:
            break
        Outbound.objects.filter(pk=waiting.pk).update(
            state=OutboundState.GIVING, carrier=outbound, repeats=waiting.repeats, held_until=now + grace()
        )
        taken.append(waiting)
    return taken


def _joined(carried: Iterable[Outbound], reply: Reply) -> str:
    texts = [text_of(each) for each in carried]
    own = "" if texts and reply.yields else as_text(reply)
    return "\n".join(text for text in (*texts, own) if text)


def _claimable(identity_id: UUID, now: datetime) -> models.QuerySet[Outbound]:
    due = Outbound.objects.filter(READY, timely(now), held_until__lte=now)
    rows = due.filter(identity_id=identity_id, state__in=UNDELIVERED)
    locked = rows.select_for_update(of=("self",), no_key=True)
    return locked.select_related("cause", "identity__person").order_by("id")


def given_text(outbound: Outbound, reply: Reply) -> str:
    """Return the text of a passive reply that was handed out before: what it took along, then the answer itself."""
    return _joined(outbound.carried.select_related("cause", "identity__person").order_by("id"), reply)


def text_of(outbound: Outbound, *, is_alone: bool = False) -> str:
    """Return the text of what was not delivered in its time; what may have been seen already says so.

    One that does not come alone says that it answers an earlier message.
    """
    stored = outbound.cause.reply if outbound.cause else outbound.reply
    reply = Reply.from_json(stored)
    text = as_text(reply) if not reply.yields else ""
    if not text:
        return ""
    lang = outbound.identity.person.lang
    if outbound.repeats:
        return shortened(phrase(lang, "wechat.repeated", text=text))
    return shortened(phrase(lang, "wechat.late", text=text)) if outbound.cause and not is_alone else text


def confirm(*, outbound_id: UUID) -> None:
    """Note that a passive reply went out, with everything that it took along."""
    now = timezone.now()
    own = Outbound.objects.filter(pk=outbound_id, state=OutboundState.GIVING)
    own.update(state=OutboundState.SENT, way=Way.REPLY, sent_at=now)
    carried = Outbound.objects.filter(carrier_id=outbound_id, state=OutboundState.GIVING)
    carried.update(state=OutboundState.SENT, way=Way.LATER_REPLY, sent_at=now)


def say(
    *,
    reply: Reply,
    person: Person | None = None,
    open_id: str = "",
    key: str = "",
    expires_at: datetime | None = None,
) -> Outbound | None:
    """Store, in the caller's transaction, a message of our own; return its row, None for whom we do not know.

    It goes out as a customer message, or else with the reply to the person's next message. With a `key` that was used
    already nothing is stored, and that row is returned. From `expires_at` on it is not sent any more.
    """
    identity = _identity(person, open_id)
    if identity is None:
        return None
    now = timezone.now()
    row = Outbound(identity=identity, reply=reply.as_json(), key=key or None, held_until=now, expires_at=expires_at)
    if key:
        Outbound.objects.bulk_create([row], ignore_conflicts=True)
        row = Outbound.objects.get(key=key)
    else:
        row.save(force_insert=True)
    deliver_by_message(identity_id=identity.pk, at=now)
    return row


def _identity(person: Person | None, open_id: str) -> Identity | None:
    known = Identity.objects.filter(provider=Provider.WECHAT_OA, app_id=settings.WECHAT_APP_ID)
    found = known.filter(subject=open_id) if open_id else known.filter(person=person)
    found = found.filter(left_at=None, person__is_active=True)
    return found.order_by("-created_at", "-pk").first()


def drop(*, person: Person) -> int:
    """Throw away everything that is on its way to a person who left; return how much it was."""
    rows = Outbound.objects.filter(identity__person=person, state__in=UNDELIVERED)
    return rows.update(state=OutboundState.DROPPED, reply=None)


def deliver_by_message(*, identity_id: UUID, at: datetime) -> None:
    """Have a worker send what waits for a person, where the account may send; in the caller's transaction."""
    if has(Capability.CUSTOMER_MESSAGE):
        enqueue(DELIVER, identity_id=identity_id, due_at=at)


def park(*, identity_id: UUID, failure: str = "") -> int:
    """Leave what is due to a person for the reply to their next message; return how much it is.

    What may have been seen already will say so.
    """
    with transaction.atomic():
        due = [row for row in _claimable(identity_id, timezone.now()) if row.state != OutboundState.PARKED]
        for row in due:
            repeats = row.repeats + (row.state in UNCONFIRMED)
            parked = Outbound.objects.filter(pk=row.pk, state=row.state, held_until=row.held_until)
            parked.update(state=OutboundState.PARKED, failure=failure, repeats=repeats, carrier=None)
    return len(due)


def came(message: Inbound) -> None:
    """Deliver an answer that was made after its turn, once no request waits for it any more."""
    outbound = Outbound.objects.filter(cause=message, state__in=UNDELIVERED).first()
    if outbound is not None:
        deliver_by_message(identity_id=outbound.identity_id, at=max(outbound.held_until, timezone.now()))


def send_again(*, chosen: Iterable[Outbound]) -> int:
    """Let an operator have chosen messages sent anew; return how many were not sent yet."""
    now = timezone.now()
    pks = [row.pk for row in chosen]
    with transaction.atomic():
        rows = Outbound.objects.filter(pk__in=pks, state__in=[OutboundState.PARKED, OutboundState.FAILED])
        people: Sequence[UUID] = list(rows.values_list("identity_id", flat=True))
        rows.update(state=OutboundState.WAITING, held_until=now, failure="")
        for identity_id in dict.fromkeys(people):
            deliver_by_message(identity_id=identity_id, at=now)
    return len(people)
