"""Each message has its turn once, in order, whatever happens to the process."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from itertools import count
from threading import Barrier, Thread
from typing import Any

import pytest
from django.db import connection, connections

from bots.dialogue.messages import MOST_WORDS, Incoming, Reply
from bots.dialogue.turn import take
from bots.models import Conversation, Inbound, InboundState
from bots.services import conversation_of
from meum.journal.models import Consent, Door, Purpose
from meum.people.models import Person
from meum.people.services import withdraw
from tests.bots.conftest import Say
from tests.factories.people import make_person

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


def waiting(conversation: Conversation, words: str, *, at: datetime = NOON, key: str = "a") -> Inbound:
    return Inbound.objects.create(
        conversation=conversation, sender=conversation.pk, message_id=key, sent_at=at, words=words
    )


def test_a_message_that_comes_again_gets_the_same_answer_and_does_nothing(ada: Person, say: Say) -> None:
    first = say(ada, "撤回同意", message_id="m1")

    again = say(ada, "撤回同意", message_id="m1")

    assert again == first
    assert Consent.objects.filter(person=ada, is_given=False).count() == 1


def test_the_same_key_of_two_people_is_two_messages(ada: Person, chen: Person, say: Say) -> None:
    say(ada, "撤回同意", message_id="m1")
    say(chen, "撤回同意", message_id="m1")

    assert Consent.objects.filter(is_given=False).count() == 2


def test_a_long_or_strange_key_is_still_one_key(ada: Person, say: Say) -> None:
    say(ada, "撤回同意", message_id="🍜\ud800" * 500)
    say(ada, "撤回同意", message_id="🍜\ud800" * 500)

    assert Inbound.objects.count() == 1


def test_what_arrived_earlier_has_its_turn_first(ada: Person) -> None:
    conversation = conversation_of(person=ada, door=Door.WEB)
    earlier = waiting(conversation, "撤回同意")

    reply = take(Incoming(message_id="b", at=NOON, text="帮助"), conversation=conversation)

    earlier.refresh_from_db()
    assert earlier.state == InboundState.DONE
    assert Reply.from_json(earlier.reply).lines[0].startswith("已撤回同意")
    assert reply.lines


def test_what_was_sent_later_does_not_go_before(ada: Person) -> None:
    conversation = conversation_of(person=ada, door=Door.WEB)
    later = waiting(conversation, "撤回同意", key="z")

    take(Incoming(message_id="b", at=NOON, text="帮助"), conversation=conversation)

    later.refresh_from_db()
    assert later.state == InboundState.WAITING


@pytest.mark.django_db(transaction=True)
def test_a_process_that_dies_before_any_statement_leaves_all_or_nothing_and_the_message_that_comes_again_is_done() -> (
    None
):
    for number in count(1):
        person = make_person()
        conversation = conversation_of(person=person, door=Door.WEB)
        incoming = Incoming(message_id="m1", at=NOON, text="撤回同意")

        has_died = _breaks_at_statement(number, KeyboardInterrupt, partial(take, incoming, conversation=conversation))

        is_done = Inbound.objects.filter(conversation=conversation, state=InboundState.DONE).exists()
        assert _withdrawals(person) == is_done
        assert take(incoming, conversation=conversation).lines[0].startswith("已撤回同意")
        assert _withdrawals(person) == 1
        if not has_died:
            break
    assert number > 10


@pytest.mark.django_db(transaction=True)
def test_a_turn_that_fails_in_a_way_nobody_foresaw_is_told_and_does_not_block_the_next() -> None:
    conversation = conversation_of(person=make_person(), door=Door.WEB)
    incoming = Incoming(message_id="m1", at=NOON, text="撤回同意")
    _breaks_at_statement(14, RuntimeError, lambda: take(incoming, conversation=conversation))

    failed = take(incoming, conversation=conversation)
    after = take(Incoming(message_id="m2", at=NOON, text="谢谢"), conversation=conversation)

    assert failed.lines == ("出了点问题，这条没有记上，请再发一次。",)
    assert Inbound.objects.get(message_id="m1").state == InboundState.FAILED
    assert after.lines == ("不客气，随时发给我就行。",)


def _withdrawals(person: Person) -> int:
    return Consent.objects.filter(person=person, is_given=False).count()


def _breaks_at_statement(number: int, error: type[BaseException], work: Callable[[], object]) -> bool:
    """Run `work` with an error in place of its n-th statement; tell whether that ended it."""
    statements = count(1)

    def breaking(execute: Callable[..., Any], *arguments: Any) -> Any:
        if next(statements) == number:
            raise error
        return execute(*arguments)

    try:
        with connection.execute_wrapper(breaking):
            work()
    except error:
        return True
    return False


@pytest.mark.django_db(transaction=True)
def test_the_same_message_twice_at_once_is_done_once() -> None:
    person = make_person()
    replies = _at_once(person, [("m1", "撤回同意")] * 4)

    assert len({reply.lines for reply in replies}) == 1
    assert Consent.objects.filter(is_given=False).count() == 1


@pytest.mark.django_db(transaction=True)
def test_several_messages_at_once_are_all_answered() -> None:
    person = make_person()
    replies = _at_once(person, [(f"m{number}", "隐私") for number in range(6)])

    assert [reply.lines[0].startswith("保存什么") for reply in replies] == [True] * 6
    assert Inbound.objects.filter(state=InboundState.DONE).count() == 6


@pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite lets one writer in at a time, so none waits inside")
@pytest.mark.django_db(transaction=True)
def test_an_age_told_in_two_channels_at_once_after_a_refusal_in_both_is_taken_in_both(
    newcomer: Callable[[], Person],
) -> None:
    person, doors, both_hold_theirs = newcomer(), (Door.WEB, Door.TERMINAL), Barrier(2)
    for door in doors:
        _tell(person, door, "我12岁")

    def meeting(execute: Callable[..., Any], sql: str, *arguments: Any) -> Any:
        if sql.startswith('UPDATE "people_person"'):
            both_hold_theirs.wait(timeout=30)
        return execute(sql, *arguments)

    replies = _together(lambda door: _tell(person, door, "我30岁"), doors, through=meeting)

    assert [reply.lines[0].startswith("你先前说未满 14 岁") for reply in replies] == [True, True]


def _tell(person: Person, door: Door, text: str) -> Reply:
    return take(Incoming(message_id=text, at=NOON, text=text), conversation=conversation_of(person=person, door=door))


def _together(work: Callable[[Door], Reply], doors: tuple[Door, ...], *, through: Callable[..., Any]) -> list[Reply]:
    """Do `work` for each door in a thread of its own, each statement through `through`; return the replies."""
    replies: list[Reply] = []

    def run(door: Door) -> None:
        try:
            with connection.execute_wrapper(through):
                replies.append(work(door))
        finally:
            connections.close_all()

    threads = [Thread(target=run, args=(door,)) for door in doors]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return replies


def _at_once(person: Person, messages: list[tuple[str, str]]) -> list[Reply]:
    """Send messages from a thread each; return the replies."""
    conversation = conversation_of(person=person, door=Door.WEB)
    replies: list[Reply] = []

    def send(key: str, text: str) -> None:
        try:
            replies.append(take(Incoming(message_id=key, at=NOON, text=text), conversation=conversation))
        finally:
            connections.close_all()

    threads = [Thread(target=send, args=message) for message in messages]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return replies


def _withdrawn_when(table: str, person: Person, work: Callable[[], Reply]) -> Reply:
    """Do `work`, with a withdrawal just before its first statement about a table, as through another door."""
    has_withdrawn = False

    def withdrawing(execute: Callable[..., Any], sql: str, *arguments: Any) -> Any:
        nonlocal has_withdrawn
        if not has_withdrawn and table in sql:
            has_withdrawn = True
            withdraw(person=person, purpose=Purpose.HEALTH_RECORDS, door=Door.API)
        return execute(sql, *arguments)

    with connection.execute_wrapper(withdrawing):
        reply = work()
    assert has_withdrawn
    return reply


@pytest.mark.usefixtures("foods")
def test_what_was_read_while_the_person_withdrew_is_not_kept(ada: Person, say: Say) -> None:
    say(ada, "早上吃了两个鸡蛋", at="08:00")

    reply = _withdrawn_when('"nutrition_meal"', ada, lambda: say(ada, "今天", message_id="m1"))

    assert "千卡" in reply.text
    assert not Inbound.objects.filter(message_id="m1").exists()


def test_a_question_asked_again_while_the_person_withdrew_is_not_kept(ada: Person, say: Say) -> None:
    assert say(ada, "体重 130").choices
    conversation = conversation_of(person=ada, door=Door.WEB)
    waiting(conversation, "呃呃呃", key="m1")

    _withdrawn_when('"journal_counter"', ada, lambda: say(ada, "呃呃呃", message_id="m1"))

    conversation.refresh_from_db()
    assert conversation.question is None


def test_words_that_waited_until_after_a_withdrawal_are_not_kept(ada: Person, say: Say) -> None:
    conversation = conversation_of(person=ada, door=Door.WEB)
    waited = waiting(conversation, "早上吃了两个鸡蛋")
    withdraw(person=ada, purpose=Purpose.HEALTH_RECORDS, door=Door.API)

    take(Incoming(message_id="b", at=NOON, text="帮助"), conversation=conversation)

    waited.refresh_from_db()
    assert (waited.state, waited.words) == (InboundState.DONE, "")


def test_a_message_that_is_too_long_is_neither_read_nor_kept(ada: Person, say: Say) -> None:
    reply = say(ada, "吃" * 1_000_000)

    assert reply.lines == (f"这条太长了，没有读。请每条不超过 {MOST_WORDS} 个字。",)
    assert Inbound.objects.get().words == ""


def test_what_no_database_can_hold_is_left_out_of_the_words(ada: Person, say: Say) -> None:
    say(ada, "谢\x00谢\ud800\x1b[31m")

    assert Inbound.objects.get().words == "谢谢[31m"
