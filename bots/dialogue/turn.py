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

from django.db import DatabaseError, transaction

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
from meum.people.models import Person

logger = logging.getLogger(__name__)


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
        waiting = _first_waiting(own)
        if waiting.pk == own.pk:
            reply = _try_turn(own, incoming, conversation, answered)
        else:
            reply = _try_turn(waiting, _incoming_of(waiting), conversation, _nothing_more)
        if waiting.pk == own.pk and reply is not None:
            return reply
        own = arrive(incoming, conversation=conversation)
    return Reply.from_json(own.reply)


def take_waiting(row: Inbound) -> None:
    """Give a message with stored words the turn that its own process did not live to give it."""
    take(_incoming_of(row), conversation=Conversation.objects.select_related("person").get(pk=row.conversation_id))


def arrive(incoming: Incoming, *, conversation: Conversation, stored: Stored = _nothing_more) -> Inbound:
    """Store the key of a message, with its words under the same lock as a withdrawal of consent; return the row.

    `stored` is called in the same transaction, for a message that had not come before.
    """
    key = {"sender": incoming.sender or conversation.pk, "message_id": incoming.message_id}
    found = Inbound.objects.filter(**key).first()
    if found is not None:
        return found
    with transaction.atomic():
        locked_counter(conversation.person)
        keeps = has_consent(person=conversation.person, purpose=Purpose.HEALTH_RECORDS) and not incoming.is_too_long
        row, is_new = Inbound.objects.get_or_create(
            **key,
            defaults={
                "conversation": conversation,
                "sent_at": incoming.at,
                "words": incoming.text if keeps else "",
            },
        )
        if is_new:
            stored(row)
        return row


def _first_waiting(own: Inbound) -> Inbound:
    """Return the earliest message that waits; one without stored words waits for its own process alone."""
    earlier = Inbound.objects.filter(
        conversation_id=own.conversation_id, state=InboundState.WAITING, sent_at__lte=own.sent_at
    ).exclude(words="")
    first = earlier.order_by("sent_at", "message_id").first()
    if first is None or (first.sent_at, first.message_id) >= (own.sent_at, own.message_id):
        return own
    return first


def _conversation_of(row: Inbound, *, known: Conversation) -> Conversation:
    """Return the conversation in which a message waits, which changes when its sender goes to another account."""
    if row.conversation_id == known.pk:
        return known
    return Conversation.objects.select_related("person").get(pk=row.conversation_id)


def _incoming_of(row: Inbound) -> Incoming:
    return Incoming(message_id=row.message_id, at=row.sent_at, text=row.words, sender=row.sender)


def _try_turn(row: Inbound, incoming: Incoming, conversation: Conversation, answered: Answered) -> Reply | None:
    """Give one message its turn; return None when it has had it meanwhile.

    What nobody foresaw is answered as a failure, so that one message never blocks those after it.
    """
    try:
        heard = hear(incoming, person=conversation.person)
        with transaction.atomic():
            reply = _locked_turn(row, incoming, heard, conversation)
            if reply is not None and reply.is_kept:
                answered(row, reply)
            return reply
    except DatabaseError:
        raise
    except Exception:
        logger.exception("a turn failed", extra={"inbound_id": str(row.pk)})
        return _failed(row, conversation, answered)


def _locked_turn(row: Inbound, incoming: Incoming, heard: Heard, conversation: Conversation) -> Reply | None:
    # Without `no_key` this would wait for messages that arrive meanwhile, as they refer to the row.
    rows = Conversation.objects.select_for_update(of=("self",), no_key=True).select_related("person")
    held = rows.get(pk=conversation.pk)
    if not Inbound.objects.filter(pk=row.pk, state=InboundState.WAITING).exists() or _follow_sender(row, held):
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
    person = Person.objects.filter(identities=row.sender).exclude(pk=held.person_id).first()
    if person is None:
        return False
    there = conversation_of(person=person, door=Door(held.channel))
    return bool(Inbound.objects.filter(pk=row.pk).update(conversation=there))


def _consents_still(person: Person) -> bool:
    """Ask anew under the person's lock, held until the turn commits, so that no withdrawal comes between."""
    locked_counter(person)
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
        has_consent=has_consent(person=person, purpose=Purpose.HEALTH_RECORDS),
        question=Question.from_json(held.question) if held.question else None,
        photos=_open_photos(held),
    )


def _open_photos(held: Conversation) -> OpenPhotos | None:
    if held.photo_session is None:
        return None
    return OpenPhotos(session=held.photo_session, asked_at=held.photos_asked_at, times_asked=held.photos_times_asked)


def _remember(held: Conversation, turn: Turn, question: Question | None) -> None:
    held.question = question.as_json() if question else None
    held.text_language = written_in(turn.incoming.text) or held.text_language
    held.reply_language = turn.lang
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
