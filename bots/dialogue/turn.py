"""One turn of a conversation: a message in, its reply out, exactly once and in order.

The key of a message is stored before anything else. Then the conversation's row is locked, and what the turn does,
its reply and the key's `done` commit together: a process that is killed leaves all of it or nothing, and the message
that comes again gets the stored reply or has its turn then. The row lock is the lease: it ends with its transaction,
so no dead process holds it. A message whose sender went to another account meanwhile has its turn there.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace

from django.db import DatabaseError, IntegrityError, transaction
from django.db.models import Q

from bots.dialogue.clicks import as_said
from bots.dialogue.handlers import answer
from bots.dialogue.hearing import Heard, hear
from bots.dialogue.messages import Incoming, Reply
from bots.dialogue.questions import Question
from bots.dialogue.speaking import OpenPhotos, Turn, spoken_language, written_in
from bots.models import Conversation, Inbound, InboundState
from bots.services import conversation_of
from meum.domain.languages import Lang
from meum.journal.models import Door, Purpose
from meum.journal.queries import has_consent
from meum.journal.recording import locked_counter
from meum.kernel.phrases import phrase
from meum.kernel.prepared import Prepared
from meum.people.models import Person

logger = logging.getLogger(__name__)

_BY_KEY = Prepared(lambda sender, message_id: Inbound.objects.filter(sender=sender, message_id=message_id))
_WAITING = Prepared(
    lambda conversation, own, sent_at: Inbound.objects.filter(
        ~Q(words="") | Q(pk=own), conversation_id=conversation, state=InboundState.WAITING, sent_at__lte=sent_at
    )
)
# Without `no_key` this would wait for messages that arrive meanwhile, as they refer to the row.
_ELSEWHERE = Prepared(lambda sender, person: Person.objects.filter(identities=sender).exclude(pk=person)[:1])
_HELD = Prepared(
    lambda pk: Conversation.objects.select_for_update(of=("self",), no_key=True).select_related("person").filter(pk=pk)
)

Stored = Callable[[Inbound], object]
"""What a channel stores in the transaction of a message's key."""
Answered = Callable[[Inbound, Reply], object]
"""What a channel stores in the transaction of a message's turn, beside its reply."""


def _nothing_more(_row: Inbound, _reply: Reply | None = None) -> None:
    """Store nothing beside it."""


def take(
    incoming: Incoming,
    *,
    conversation: Conversation,
    answered: Answered = _nothing_more,
    own: Inbound | None = None,
) -> Reply:
    """Answer one message; return the reply, the stored one when the message came before.

    Messages that wait in the same conversation and were sent earlier have their turns first. `answered` is called in
    the transaction of the message's own turn; `own` is its row where that is stored already.
    """
    incoming = as_said(incoming, lang=conversation.person.lang)
    own = own or arrive(incoming, conversation=conversation)
    while own.state == InboundState.WAITING:
        conversation = _conversation_of(own, known=conversation)
        outcome = _try_turn(own, incoming, conversation, answered)
        if isinstance(outcome, Reply):
            return outcome
        if outcome is not None:
            _try_turn(outcome, _incoming_of(outcome), conversation, _nothing_more)
        own = arrive(incoming, conversation=conversation)
    return Reply.from_json(own.reply)


def take_waiting(row: Inbound) -> None:
    """Give a message with stored words the turn that its own process did not live to give it."""
    take(_incoming_of(row), conversation=Conversation.objects.select_related("person").get(pk=row.conversation_id))


def arrive(incoming: Incoming, *, conversation: Conversation, stored: Stored = _nothing_more) -> Inbound:
    """Store the key of a message, with its words under the same lock as a withdrawal of consent; return the row.

    `stored` is called in the same transaction, for a message that had not come before.
    """
    sender = incoming.sender or conversation.pk
    found = _BY_KEY.first(sender=sender, message_id=incoming.message_id)
    if found is not None:
        return found
    try:
        with transaction.atomic():
            locked_counter(conversation.person)
            return _store(incoming, conversation, stored)
    except IntegrityError:
        # It came twice at once, and the other one was first.
        found = _BY_KEY.first(sender=sender, message_id=incoming.message_id)
        if found is None:
            raise
        return found


def _store(incoming: Incoming, conversation: Conversation, stored: Stored) -> Inbound:
    keeps = _has_agreed(conversation.person) and not incoming.is_too_long
    row = Inbound(conversation=conversation, message_id=incoming.message_id, sent_at=incoming.at)
    row.sender = incoming.sender or conversation.pk
    row.words = incoming.text if keeps else ""
    row.save(force_insert=True)
    stored(row)
    return row


def _first_waiting(own: Inbound) -> Inbound | None:
    """Return the earliest message that waits, up to one's own; None when that has had its turn.

    One without stored words waits for its own process alone.
    """
    waiting = _WAITING.rows(conversation=own.conversation_id, own=own.pk, sent_at=own.sent_at)
    if own.pk not in {row.pk for row in waiting}:
        return None
    return min(waiting, key=lambda row: (row.sent_at, row.message_id))


def _conversation_of(row: Inbound, *, known: Conversation) -> Conversation:
    """Return the conversation in which a message waits, which changes when its sender goes to another account."""
    if row.conversation_id == known.pk:
        return known
    return Conversation.objects.select_related("person").get(pk=row.conversation_id)


def _incoming_of(row: Inbound) -> Incoming:
    return Incoming(message_id=row.message_id, at=row.sent_at, text=row.words, sender=row.sender)


def _try_turn(
    row: Inbound, incoming: Incoming, conversation: Conversation, answered: Answered
) -> Reply | Inbound | None:
    """Give one message its turn; return the one that waits before it, if one does, None when it has had its turn.

    What nobody foresaw is answered as a failure, so that one message never blocks those after it.
    """
    try:
        # Words that were stored with the key were stored under a consent; without any it is asked for anew.
        heard = hear(
            incoming, person=conversation.person, may_keep=lambda: bool(row.words) or _has_agreed(conversation.person)
        )
        with transaction.atomic():
            outcome = _locked_turn(row, incoming, heard, conversation)
            if isinstance(outcome, Reply) and outcome.is_kept:
                answered(row, outcome)
            return outcome
    except DatabaseError:
        raise
    except Exception:
        logger.exception("a turn failed", extra={"inbound_id": str(row.pk)})
        return _failed(row, conversation, answered)


def _locked_turn(row: Inbound, incoming: Incoming, heard: Heard, conversation: Conversation) -> Reply | Inbound | None:
    held = _HELD.first(pk=conversation.pk)
    if held is None:
        raise Conversation.DoesNotExist
    first = _first_waiting(row)
    if first is None or first.pk != row.pk:
        return first
    if _follow_sender(row, held):
        return None
    turn = _turn_of(held, incoming, heard)
    reply, question = answer(turn)
    if turn.has_consent and not reply.ends_consent and not _consents_still(held.person):
        # Withdrawn through another door while this turn only read: it leaves nothing behind.
        reply, question = replace(reply, pending=None, is_kept=False), None
    _remember(held, turn, question)
    state = InboundState.PENDING if reply.is_later else InboundState.DONE
    _finish(row, reply, state, keeps_words=turn.has_consent)
    return reply


def _follow_sender(row: Inbound, held: Conversation) -> bool:
    """Let a message that waited while its sender went to another account wait there; tell whether it did."""
    if row.sender == held.pk:
        return False
    person = _ELSEWHERE.first(sender=row.sender, person=held.person_id)
    if person is None:
        return False
    there = conversation_of(person=person, door=Door(held.channel))
    return bool(Inbound.objects.filter(pk=row.pk).update(conversation=there))


def _consents_still(person: Person) -> bool:
    """Ask anew under the person's lock, held until the turn commits, so that no withdrawal comes between."""
    locked_counter(person)
    return _has_agreed(person)


def _has_agreed(person: Person) -> bool:
    return has_consent(person=person, purpose=Purpose.HEALTH_RECORDS)


def _turn_of(held: Conversation, incoming: Incoming, heard: Heard) -> Turn:
    person = held.person
    return Turn(
        person=person,
        door=Door(held.channel),
        incoming=incoming,
        heard=heard,
        lang=heard.wished_language
        or spoken_language(
            incoming.text,
            person_lang=person.lang,
            text_language=held.text_language,
            reply_language=held.reply_language,
        ),
        has_consent=_has_agreed(person),
        question=Question.from_json(held.question) if held.question else None,
        photos=_open_photos(held),
    )


def _open_photos(held: Conversation) -> OpenPhotos | None:
    if held.photo_session is None:
        return None
    return OpenPhotos(session=held.photo_session, asked_at=held.photos_asked_at, times_asked=held.photos_times_asked)


def _remember(held: Conversation, turn: Turn, question: Question | None) -> None:
    told = question.as_json() if question else None
    text_language = written_in(turn.incoming.text) or held.text_language
    if (told, text_language, turn.lang) == (held.question, held.text_language, held.reply_language):
        return
    held.question, held.text_language, held.reply_language = told, text_language, turn.lang
    held.save(update_fields=["question", "text_language", "reply_language"])


def _finish(row: Inbound, reply: Reply, state: InboundState, *, keeps_words: bool) -> None:
    if not reply.is_kept:
        # Nothing may stay of what the person said, not even that it was answered in this way.
        Inbound.objects.filter(pk=row.pk).delete()
        return
    words = {} if keeps_words else {"words": ""}
    Inbound.objects.filter(pk=row.pk).update(state=state, reply=reply.as_json(), **words)


def _failed(row: Inbound, conversation: Conversation, answered: Answered) -> Reply:
    reply = Reply((phrase(Lang(conversation.reply_language or conversation.person.lang), "chat.failed"),))
    with transaction.atomic():
        _finish(row, reply, InboundState.FAILED, keeps_words=_consents_still(conversation.person))
        answered(row, reply)
    return reply
