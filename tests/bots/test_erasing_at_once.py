"""Somebody says something while they are erased: neither of the two waits for the other for ever."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from threading import Barrier
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from bots.dialogue.messages import Incoming, Reply
from bots.dialogue.turn import arrive, take
from bots.services import conversation_of
from meum.journal.models import Door, Purpose
from meum.overview.erasure import erase, erase_those_who_left
from meum.overview.models import Erasure
from meum.overview.withdrawing import erase_withdrawn
from meum.people.identities import leave, note_sign_of_life
from meum.people.models import Identity, Person, Provider
from meum.people.services import withdraw
from nutrition.models import Meal
from tests.factories.diary import make_meal
from tests.meum.journal.test_concurrency import run_together

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite lets one writer in at a time: none waits inside"),
]


def before(is_there: Callable[[str], bool], *, meet: Callable[[], object]) -> Callable[..., Any]:
    """Return a wrapper of a thread's statements that lets it meet others once, before the first one of a kind."""
    waits = True

    def wrapper(execute: Callable[..., Any], sql: str, *arguments: Any) -> Any:
        nonlocal waits
        if waits and is_there(sql):
            waits = False
            meet()
        return execute(sql, *arguments)

    return wrapper


def takes_counter(sql: str) -> bool:
    return 'FROM "journal_counter"' in sql and "FOR UPDATE" in sql


def takes_conversation(sql: str) -> bool:
    is_held = 'FROM "bots_conversation"' in sql and "FOR NO KEY UPDATE" in sql
    return is_held or sql.startswith('UPDATE "bots_conversation"')


def takes_either(sql: str) -> bool:
    return takes_counter(sql) or takes_conversation(sql)


def counter_after_conversation() -> Callable[[str], bool]:
    has_conversation = False

    def is_there(sql: str) -> bool:
        nonlocal has_conversation
        has_conversation = has_conversation or takes_conversation(sql)
        return has_conversation and takes_counter(sql)

    return is_there


def says(person: Person, text: str) -> Reply:
    incoming = Incoming(message_id=text, at=timezone.now(), text=text)
    return take(incoming, conversation=conversation_of(person=person, door=Door.WEB))


def test_a_turn_and_an_erasure_of_records_both_come_to_their_end(ada: Person) -> None:
    make_meal(person=ada)
    withdraw(person=ada, purpose=Purpose.HEALTH_RECORDS, door=Door.WEB)
    says(ada, "删")
    erase_withdrawn(now=timezone.now() + timedelta(days=16))
    erasure = Erasure.objects.get()
    turn_has_conversation, erasure_wants_it = Barrier(2, timeout=30), Barrier(2, timeout=30)

    def turn() -> None:
        def meet() -> None:
            turn_has_conversation.wait()
            erasure_wants_it.wait()

        with connection.execute_wrapper(before(counter_after_conversation(), meet=meet)):
            says(ada, "1")

    def erasing() -> None:
        with (
            connection.execute_wrapper(before(takes_either, meet=turn_has_conversation.wait)),
            connection.execute_wrapper(before(takes_conversation, meet=erasure_wants_it.wait)),
        ):
            erase(erasure_id=erasure.pk)

    run_together(lambda number: (turn, erasing)[number](), writers=2)

    assert not Meal.objects.exists()


def takes_identity(sql: str) -> bool:
    is_held = 'FROM "people_identity"' in sql and "FOR UPDATE" in sql
    return is_held or sql.startswith('UPDATE "people_identity"')


def test_who_writes_while_they_are_to_be_erased_for_having_left_stays(ada: Person) -> None:
    ada.set_unusable_password()
    ada.save()
    identity = Identity.objects.create(person=ada, provider=Provider.WECHAT_OA, app_id="wx1", subject="open-1")
    leave(identity=identity, at=timezone.now())
    conversation, month_later = conversation_of(person=ada, door=Door.WECHAT), timezone.now() + timedelta(days=31)
    message_has_counter, end_wants_it = Barrier(2, timeout=30), Barrier(2, timeout=30)

    def message() -> None:
        def meet() -> None:
            message_has_counter.wait()
            end_wants_it.wait()

        incoming = Incoming(message_id="m1", at=month_later, text="你好", sender=identity.pk)
        with connection.execute_wrapper(before(takes_identity, meet=meet)):
            arrive(
                incoming,
                conversation=conversation,
                stored=lambda _row: note_sign_of_life(identity=identity, at=month_later),
            )

    def ending() -> None:
        with (
            connection.execute_wrapper(
                before(lambda sql: takes_counter(sql) or takes_identity(sql), meet=message_has_counter.wait)
            ),
            connection.execute_wrapper(before(takes_counter, meet=end_wants_it.wait)),
        ):
            erase_those_who_left(now=month_later)

    run_together(lambda number: (message, ending)[number](), writers=2)

    assert Identity.objects.get().left_at is None
    assert not Erasure.objects.exists()
