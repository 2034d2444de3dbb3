"""A push on its way in: its key is stored, it has its turn, and its answer is handed to the request that holds it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from bots.channels.wechat import delivery, pictures, proving, raw
from bots.channels.wechat.account import Account, Capability, has, may_be_sent
from bots.channels.wechat.client import ledger
from bots.channels.wechat.holding import PLACES, Patience
from bots.channels.wechat.metrics import count_crowded
from bots.channels.wechat.pushes import EVENT_KEYS, ONLY_OF_THE_KNOWN, Push
from bots.channels.wechat.rendering import as_text
from bots.dialogue.messages import Event, Incoming, Reply
from bots.dialogue.turn import arrive, take
from bots.models import Conversation, Inbound, InboundState, Outbound, OutboundState, Way
from bots.services import conversation_of
from meum.domain.languages import Lang
from meum.journal.models import Door
from meum.kernel.phrases import phrase
from meum.kernel.prepared import Prepared
from meum.people.identities import identity_of, is_older_than_life, note_sign_of_life, was_erased_after
from meum.people.models import Identity, Provider
from meum.people.services import person_for_identity

_SCENES: dict[Event | None, ledger.Scene] = {
    Event.JOINED: ledger.Scene.FOLLOW,
    Event.SCANNED: ledger.Scene.SCAN,
    Event.CLICKED: ledger.Scene.CLICK,
}
_LOOKS_FOR_ORDER = 50
# Asked many times a second while requests are held.
_PENDING = Prepared(lambda pk: Inbound.objects.filter(pk=pk, state=InboundState.PENDING).values_list("pk", flat=True))
_PRECEDING = Prepared(
    lambda conversation, sent_at, message_id, since: (
        Inbound.objects.filter(Q(sent_at__lt=sent_at) | Q(sent_at=sent_at, message_id__lt=message_id))
        .filter(conversation_id=conversation, state=InboundState.WAITING, received_at__gt=since)
        .filter(message_id__startswith=EVENT_KEYS)
        .values_list("pk", flat=True)[:1]
    )
)
_ENDING = frozenset({Event.LEFT, Event.CANCELLED})
_SHOWN = frozenset({OutboundState.GIVING, OutboundState.SENT})


@dataclass(frozen=True)
class Answer:
    """Hold what a request is answered with: nothing, or a text; `outbound_id` is what to confirm once it is out."""

    text: str = ""
    outbound_id: UUID | None = None


def answer_to(push: Push, incoming: Incoming, *, account: Account, xml: str, late_seconds: float = 0.0) -> Answer:
    """Take in a message and return the answer that is there before the request must be let go.

    What comes later is delivered in another way. `late_seconds` is how long the platform has waited already.
    """
    patience = Patience(late_seconds=late_seconds)
    with patience.computing():
        return _answer_to(push, incoming, patience, account, xml)


def _answer_to(push: Push, incoming: Incoming, patience: Patience, account: Account, xml: str) -> Answer:
    identity = _identity_of(push, incoming, account)
    if identity is None:
        return Answer()
    incoming = replace(incoming, sender=identity.pk)
    conversation = conversation_of(person=identity.person, door=Door.WECHAT)
    return _answer(_Held(patience, identity, incoming, xml, account), incoming, conversation)


def _identity_of(push: Push, incoming: Incoming, account: Account) -> Identity | None:
    """Return who sent a push, made at the first contact; None where it concerns nobody we know."""
    identity = _known(push, account)
    if identity is None and incoming.event not in ONLY_OF_THE_KNOWN and not _is_of_the_erased(push, incoming, account):
        lang = Lang(settings.DEFAULT_LANGUAGE)
        person_for_identity(provider=Provider.WECHAT_OA, app_id=account.app_id, subject=push.open_id, language=lang)
        identity = _known(push, account)
    return identity


def _known(push: Push, account: Account) -> Identity | None:
    """Return the identity that a push is about, at the app that it names."""
    app_id = push.app_id or account.app_id
    provider = Provider.WECHAT_MINI if app_id == settings.WECHAT_MINI_APP_ID else Provider.WECHAT_OA
    return identity_of(provider=provider, app_id=app_id, subject=push.open_id)


def _is_of_the_erased(push: Push, incoming: Incoming, account: Account) -> bool:
    """Tell whether a message is older than the erasure of who sent it: it must not make them anew."""
    return was_erased_after(
        provider=Provider.WECHAT_OA, app_id=account.app_id, subject=push.open_id, sent_at=incoming.at
    )


class _Held:
    """One request that holds a message: the row of its answer, and the text once it is handed to this request."""

    def __init__(self, patience: Patience, identity: Identity, incoming: Incoming, xml: str, account: Account) -> None:
        self.patience = patience
        self.outbound: Outbound | None = None
        self.text: str | None = None
        self.is_return = False
        self._identity, self._incoming, self._xml = identity, incoming, xml
        self._may_be_sent_to = may_be_sent(account)

    def store(self, row: Inbound) -> None:
        """Store beside a new key that its answer must reach the person, or that nothing must any more."""
        raw.keep(row, xml=self._xml)
        event, now = self._incoming.event, timezone.now()
        if event in _ENDING and not is_older_than_life(identity=self._identity, at=self._incoming.at):
            delivery.drop(person=self._identity.person)
        if event in ONLY_OF_THE_KNOWN:
            return
        self.is_return = note_sign_of_life(identity=self._identity, at=self._incoming.at)
        if self._may_be_sent_to:
            ledger.opened(open_id=self._identity.subject, scene=_SCENES.get(event, ledger.Scene.MESSAGE), at=now)
        self.outbound = delivery.expect(row, identity=self._identity, now=now)

    def find(self, row: Inbound) -> None:
        """Find the row of a message that has come before, and hold it anew."""
        self.outbound = Outbound.objects.filter(cause=row).first()
        if self.outbound is not None:
            delivery.come_again(self.outbound, now=timezone.now())

    def answered(self, row: Inbound, reply: Reply) -> None:
        """Take the answer, and have the picture that belongs to it follow."""
        pictures.have_sent(identity_id=self._identity.pk, reply=reply)
        self.give(row, reply)

    def give(self, _row: Inbound, reply: Reply) -> None:
        """Take the answer into this request, unless it would come too late."""
        if reply.yields:
            # Who asks for results need not wait for the sweeper.
            proving.settle(now=timezone.now(), identity_id=self._identity.pk)
        if self.outbound is not None and not self.patience.is_over:
            self.text = delivery.give(self.outbound, reply)


def _answer(held: _Held, incoming: Incoming, conversation: Conversation) -> Answer:
    row = arrive(incoming, conversation=conversation, stored=held.store)
    if held.outbound is None:
        held.find(row)
    incoming = replace(incoming, is_return=held.is_return)
    held.patience.wait_for(lambda: not _is_preceded(row), looks=_LOOKS_FOR_ORDER)
    reply = take(incoming, conversation=conversation, answered=held.answered, own=row)
    outbound = held.outbound
    if outbound is None:
        return Answer()
    if held.text is not None:
        return Answer(held.text, outbound.pk)
    try:
        return _later(held, outbound, row, reply)
    except Outbound.DoesNotExist:
        # Nothing may be kept of this one, so nothing can be delivered later.
        return Answer(as_text(reply))


def _is_preceded(row: Inbound) -> bool:
    """Tell whether an event from before has yet to be answered by its own process, as nobody else can.

    Words that are stored can be read by whoever comes first. What has been there for long was left by a killed process.
    """
    if row.state != InboundState.WAITING:
        return False
    since = timezone.now() - delivery.limit() / 2
    preceding = _PRECEDING.rows(
        conversation=row.conversation_id, sent_at=row.sent_at, message_id=row.message_id, since=since
    )
    return bool(preceding)


def _later(held: _Held, outbound: Outbound, row: Inbound, reply: Reply) -> Answer:
    """Return the answer if it comes in time, or nothing: a later attempt or a message brings it then."""
    outbound.refresh_from_db()
    if outbound.is_released:
        return _told_otherwise(outbound, reply)
    if not reply.is_later:
        return _given(held, outbound, row, reply)
    if has(Capability.CUSTOMER_MESSAGE):
        return _left_to_a_message(held, outbound)
    return _waited_for(held, outbound, row, reply)


def _given(held: _Held, outbound: Outbound, row: Inbound, reply: Reply) -> Answer:
    with transaction.atomic():
        held.give(row, reply)
    if held.text is not None:
        return Answer(held.text, outbound.pk)
    outbound.refresh_from_db()
    if outbound.state not in _SHOWN:
        if not has(Capability.CUSTOMER_MESSAGE):
            return _too_late(held, outbound, reply)
        return _left_to_a_message(held, outbound)
    if outbound.way not in ("", Way.REPLY):
        return Answer()
    return Answer(delivery.given_text(outbound, reply), outbound.pk)


def _left_to_a_message(held: _Held, outbound: Outbound) -> Answer:
    """Acknowledge a message in silence and have its answer sent; if nobody hears it, the next attempt may get it."""
    if held.patience.is_in_vain:
        with transaction.atomic():
            delivery.deliver_by_message(identity_id=outbound.identity_id, at=outbound.held_until)
    else:
        delivery.release(outbound, now=timezone.now())
    return Answer()


def _told_otherwise(outbound: Outbound, reply: Reply) -> Answer:
    """Return once more what a push was told whose answer comes in another way, lest its first telling got lost."""
    text = delivery.given_text(outbound, reply)
    if text:
        return Answer(text, outbound.pk)
    if has(Capability.CUSTOMER_MESSAGE) or outbound.state not in delivery.NOT_GIVEN:
        return Answer()
    return _told_to_ask(outbound, reply)


def _waited_for(held: _Held, outbound: Outbound, row: Inbound, reply: Reply) -> Answer:
    with PLACES.taking() as has_place:
        if not has_place:
            count_crowded()
            return _told_to_ask(outbound, reply)
        if held.patience.wait_for(lambda: not _is_pending(row)):
            row.refresh_from_db()
            return _given(held, outbound, row, Reply.from_json(row.reply))
        return _too_late(held, outbound, reply)


def _too_late(held: _Held, outbound: Outbound, reply: Reply) -> Answer:
    """Let the platform try again with a message whose answer only a reply can bring, or tell the person to ask."""
    if outbound.attempts >= settings.WECHAT_ATTEMPTS:
        return _told_to_ask(outbound, reply)
    held.patience.outlast_the_platform()
    return Answer()


def _is_pending(row: Inbound) -> bool:
    return bool(_PENDING.rows(pk=row.pk))


def _told_to_ask(outbound: Outbound, reply: Reply) -> Answer:
    """Tell the person how to get the answer, which no request waits for any more."""
    delivery.release(outbound, now=timezone.now())
    until_then = as_text(reply) if reply.is_later else ""
    return Answer(until_then or phrase(outbound.identity.person.lang, "wechat.ask_for_it"))
