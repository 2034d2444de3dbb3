"""How answers reach people, whichever way comes first.

The ways are the request that holds the message, the platform's next attempt, a customer message, and the reply to a
later message. Each answer is a row, stored with the message's key before the turn. While a request may still hold the
message, only such a request delivers it; afterwards whoever claims the row. What became of a reply whose process was
killed while it went out is found in `proving`; one that may have arrived is delivered again and says so.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import Case, F, Q, Value, When
from django.utils import timezone

from bots.channels.wechat.account import Capability, has
from bots.channels.wechat.rendering import as_text
from bots.channels.wechat.texts import MOST_BYTES, shortened
from bots.dialogue.messages import Reply
from bots.models import UNDELIVERED, Inbound, InboundState, Outbound, OutboundState, Way
from meum.domain.languages import Lang
from meum.jobs.services import enqueue
from meum.kernel.phrases import phrase
from meum.kernel.prepared import Prepared
from meum.people.models import Identity, Person, Provider

logger = logging.getLogger(__name__)

DELIVER = "bots.deliver"
READY = Q(cause=None) | Q(cause__state__in=[InboundState.DONE, InboundState.FAILED])
CLAIMABLE = (OutboundState.WAITING, OutboundState.SENDING, OutboundState.PARKED)
NOT_GIVEN = (OutboundState.WAITING, OutboundState.PARKED)
_WAITING = Prepared(
    lambda identity: Outbound.objects.filter(identity_id=identity, state__in=CLAIMABLE).values_list("pk", flat=True)[:1]
)


def timely(now: datetime) -> Q:
    """Return what holds of everything whose time is not over."""
    return Q(expires_at=None) | Q(expires_at__gt=now)


def limit() -> timedelta:
    """Return how long a request is held at most."""
    return timedelta(milliseconds=settings.WECHAT_HOLD_MILLISECONDS)


def grace() -> timedelta:
    """Return how long after its arrival a message may still be held by a request, or come again as one."""
    return limit() * 1.6


def window() -> timedelta:
    """Return how long after a reply was handed out its push may still come again, if the platform did not get it."""
    return limit() * (settings.WECHAT_ATTEMPTS + 1)


def expect(row: Inbound, *, identity: Identity, now: datetime) -> Outbound:
    """Store, with the key of a message, that its answer must reach the person; return the row."""
    return Outbound.objects.create(identity=identity, cause=row, held_until=now + grace())


def come_again(outbound: Outbound, *, now: datetime) -> None:
    """Note one more attempt of the platform, which holds the message anew unless it is delivered otherwise."""
    own = Outbound.objects.filter(pk=outbound.pk)
    own.update(attempts=F("attempts") + 1)
    own.filter(state__in=NOT_GIVEN, is_released=False).update(held_until=now + grace())
    given = Outbound.objects.filter(Q(pk=outbound.pk) | Q(carrier=outbound), state=OutboundState.GIVING)
    given.update(held_until=now + window())
    outbound.attempts += 1


def release(outbound: Outbound, *, now: datetime) -> None:
    """Let anybody deliver an answer whose push gets another one now; no attempt of that push brings it any more.

    The platform shows one answer to a push, so what a later attempt is told would be seen by nobody.
    """
    own = Outbound.objects.filter(pk=outbound.pk)
    with transaction.atomic():
        own.update(is_released=True)
        if own.filter(state__in=NOT_GIVEN).update(state=OutboundState.WAITING, held_until=now):
            deliver_by_message(identity_id=outbound.identity_id, at=now)


def give(outbound: Outbound, reply: Reply) -> str | None:
    """Hand an answer to the request that holds its message, and with it what waited before, as far as it has room.

    Return the text, None where another request or another way has it. In the caller's transaction; what is empty needs
    no delivery.
    """
    own = Outbound.objects.filter(pk=outbound.pk, state__in=NOT_GIVEN, is_released=False)
    now = timezone.now()
    # Of two attempts at once one hands it out; the other one gives the same.
    if reply.is_later or not own.update(state=OutboundState.GIVING, held_until=now + window()):
        return None
    waiting = list(_claimable(outbound.identity_id, now))
    carried = _that_fit(waiting, reply)
    if waiting and not carried:
        # What fills a whole message would wait for ever: it goes first, and the answer follows in another way.
        Outbound.objects.filter(pk=outbound.pk).update(state=OutboundState.WAITING)
        release(outbound, now=now)
        carried, reply = waiting[:1], Reply()
    _take_along(outbound, carried, now=now)
    text = _joined(carried, reply)
    if not text:
        Outbound.objects.filter(pk=outbound.pk).update(state=OutboundState.SENT)
    return text


def _that_fit(waiting: Sequence[Outbound], reply: Reply) -> list[Outbound]:
    """Return the earliest of what waits that have room before an answer."""
    # Before each text but the first stands a newline.
    room = MOST_BYTES + 1 - (0 if reply.yields else len(as_text(reply).encode()) + 1)
    fitting: list[Outbound] = []
    for each in waiting:
        room -= len(text_of(each).encode()) + 1
        if room < 0:
            break
        fitting.append(each)
    return fitting


def _take_along(outbound: Outbound, carried: Iterable[Outbound], *, now: datetime) -> None:
    for each in carried:
        Outbound.objects.filter(pk=each.pk).update(
            state=OutboundState.GIVING,
            carrier=outbound,
            repeats=each.repeats,
            held_until=now + window(),
            # Its own push gets nothing any more, lest it is seen twice.
            is_released=True,
        )


def _joined(carried: Iterable[Outbound], reply: Reply) -> str:
    texts = [text_of(each) for each in carried]
    own = "" if texts and reply.yields else as_text(reply)
    return "\n".join(text for text in (*texts, own) if text)


def _claimable(identity_id: UUID, now: datetime) -> Iterator[Outbound]:
    """Yield, locked, what is due to a person and nobody else delivers; what may have been seen already says so."""
    if not _WAITING.rows(identity=identity_id):
        # As for most messages, which are spared the locks.
        return
    due = Outbound.objects.filter(READY, timely(now), held_until__lte=now)
    rows = due.filter(identity_id=identity_id, state__in=CLAIMABLE)
    locked = rows.select_for_update(of=("self",), no_key=True)
    for row in locked.select_related("cause__conversation", "identity__person").order_by("id"):
        row.repeats += row.state == OutboundState.SENDING
        yield row


def given_text(outbound: Outbound, reply: Reply) -> str:
    """Return the text of a passive reply that was handed out before: what it took along, then the answer itself."""
    carried = outbound.carried.select_related("cause__conversation", "identity__person").order_by("id")
    return _joined(carried, Reply() if outbound.is_released else reply)


def text_of(outbound: Outbound, *, is_alone: bool = False) -> str:
    """Return the text of what was not delivered in its time; what may have been seen already says so.

    One that does not come alone says that it answers an earlier message.
    """
    stored = outbound.cause.reply if outbound.cause else outbound.reply
    reply = Reply.from_json(stored)
    text = as_text(reply) if not reply.yields else ""
    if not text:
        return ""
    lang = _lang_of(outbound)
    if outbound.repeats:
        return shortened(phrase(lang, "wechat.repeated", text=text))
    return shortened(phrase(lang, "wechat.late", text=text)) if outbound.cause and not is_alone else text


def _lang_of(outbound: Outbound) -> Lang:
    """Return the language of the conversation that an answer belongs to, else that of the person."""
    spoken = outbound.cause.conversation.reply_language if outbound.cause else ""
    return Lang(spoken or outbound.identity.person.lang)


def confirm(*, outbound_id: UUID) -> None:
    """Note that a passive reply went out, with everything that it took along."""
    given = Outbound.objects.filter(Q(pk=outbound_id) | Q(carrier_id=outbound_id), state=OutboundState.GIVING)
    way = Case(When(carrier=None, then=Value(Way.REPLY)), default=Value(Way.LATER_REPLY))
    given.update(state=OutboundState.SENT, way=way, sent_at=timezone.now())


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
            parked = Outbound.objects.filter(pk=row.pk, state=row.state, held_until=row.held_until)
            parked.update(state=OutboundState.PARKED, failure=failure, repeats=row.repeats, carrier=None, try_at=None)
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
        rows.update(state=OutboundState.WAITING, held_until=now, failure="", tries=0, try_at=None)
        for identity_id in dict.fromkeys(people):
            deliver_by_message(identity_id=identity_id, at=now)
    return len(people)
