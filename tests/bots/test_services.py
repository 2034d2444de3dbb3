"""Which messages are forgotten, and when."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from django.utils import timezone

from bots.models import Conversation, Inbound
from bots.services import clear_keys, conversation_of, note_refusal
from bots.tasks import clear_keys as clear_keys_job
from meum.jobs.registry import handler_of
from meum.journal.models import Door
from meum.people.models import Person


def message_of(person: Person, *, key: str, words: str = "", hours_old: int) -> Inbound:
    now = timezone.now()
    conversation = conversation_of(person=person, door=Door.WEB)
    made = Inbound.objects.create(
        conversation=conversation, sender=conversation.pk, message_id=key, words=words, sent_at=now
    )
    Inbound.objects.filter(pk=made.pk).update(received_at=now - timedelta(hours=hours_old))
    return made


def test_a_key_without_words_is_forgotten_after_three_days_and_words_stay(ada: Person) -> None:
    message_of(ada, key="old", hours_old=73)
    young = message_of(ada, key="young", hours_old=71)
    history = message_of(ada, key="history", words="体重 61.5", hours_old=1000)

    clear_keys_job()

    assert set(Inbound.objects.all()) == {young, history}


def test_one_batch_at_a_time_is_cleared_the_oldest_first(ada: Person) -> None:
    later = message_of(ada, key="later", hours_old=80)
    message_of(ada, key="earlier", hours_old=90)

    assert clear_keys(now=timezone.now(), batch=1) == 1
    assert list(Inbound.objects.all()) == [later]


def test_keys_are_cleared_every_hour() -> None:
    found = handler_of("bots.clear_keys")

    assert found is not None
    assert found.every == timedelta(hours=1)


def test_a_refusal_that_is_over_goes_with_the_keys(newcomer: Callable[[], Person]) -> None:
    child = newcomer()
    for door, hours in ((Door.WEB, 25), (Door.TERMINAL, 23)):
        conversation_of(person=child, door=door)
        note_refusal(person=child, door=door, at=timezone.now() - timedelta(hours=hours))

    clear_keys_job()

    assert [kept.channel for kept in Conversation.objects.exclude(refused_at=None)] == [Door.TERMINAL]


def test_a_refusal_before_another_age_goes_with_the_keys(ada: Person) -> None:
    conversation_of(person=ada, door=Door.WEB)
    note_refusal(person=ada, door=Door.WEB, at=timezone.now())

    clear_keys_job()

    assert not Conversation.objects.exclude(refused_at=None).exists()
