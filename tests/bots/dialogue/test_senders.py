"""Messages of somebody whose way in goes to another account of theirs, and comes back, while they are on their way."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bots.dialogue.messages import Incoming, Reply
from bots.dialogue.turn import arrive, take, take_waiting
from bots.models import Conversation, Inbound
from bots.services import conversation_of
from fitness.models import BodyMeasurement
from meum.journal.models import Door
from meum.overview.joining import join, undo_join
from meum.people.models import Identity, Person, Provider
from tests.factories.people import make_person

NOON = datetime(2026, 11, 20, 4, tzinfo=UTC)


@pytest.fixture
def follower(db: None) -> Identity:
    """Return how WeChat names somebody who has agreed there."""
    person = make_person()
    person.set_unusable_password()
    person.save()
    return Identity.objects.create(person=person, provider=Provider.WECHAT_OA, app_id="wx1", subject="open-1")


def conversation(of: Identity) -> Conversation:
    """Return the conversation in which a message is put that comes now."""
    of.refresh_from_db()
    return conversation_of(person=Person.objects.get(pk=of.person_id), door=Door.WECHAT)


def weight(sender: Identity, *, key: str = "m1") -> Incoming:
    return Incoming(message_id=key, at=NOON, text="体重 61.5 公斤", sender=sender.pk)


def owners() -> list[Person]:
    return [row.person for row in BodyMeasurement.objects.filter(deleted_at=None).select_related("person")]


def test_a_message_that_waits_while_its_sender_is_linked_is_logged_in_the_account(
    ada: Person, follower: Identity
) -> None:
    before = conversation(follower)
    arrive(weight(follower), conversation=before)
    join(person=ada, other=before.person, door=Door.WECHAT)

    reply = take(weight(follower), conversation=before)

    assert reply.lines[0].startswith("已记：体重 61.5 公斤")
    assert owners() == [ada]
    assert Inbound.objects.get().conversation == conversation(follower)


def test_messages_that_wait_while_their_sender_is_linked_keep_their_order(ada: Person, follower: Identity) -> None:
    before = conversation(follower)
    arrive(weight(follower), conversation=before)
    undo = Incoming(message_id="m2", at=NOON, text="撤销", sender=follower.pk)
    arrive(undo, conversation=before)
    join(person=ada, other=before.person, door=Door.WECHAT)

    reply = take(undo, conversation=before)

    assert reply.lines[0].startswith("已撤销：体重")
    assert BodyMeasurement.objects.get().person == ada


def test_what_a_killed_process_left_before_a_link_is_logged_in_the_account(ada: Person, follower: Identity) -> None:
    before = conversation(follower)
    left = arrive(weight(follower), conversation=before)
    join(person=ada, other=before.person, door=Door.WECHAT)

    take_waiting(left)

    assert owners() == [ada]


def test_a_message_that_comes_again_after_a_link_is_logged_once(ada: Person, follower: Identity) -> None:
    before = conversation(follower)
    first = take(weight(follower), conversation=before)
    join(person=ada, other=before.person, door=Door.WECHAT)

    again = take(weight(follower), conversation=conversation(follower))

    assert again == first == Reply.from_json(Inbound.objects.get().reply)
    # The record and its copy in the account.
    assert sorted(owners(), key=lambda owner: owner.pk) == sorted((before.person, ada), key=lambda owner: owner.pk)


def test_a_message_that_comes_again_after_the_link_was_undone_is_logged_once(ada: Person, follower: Identity) -> None:
    link = join(person=ada, other=conversation(follower).person, door=Door.WECHAT)
    take(weight(follower), conversation=conversation(follower))
    undo_join(join=link, door=Door.WECHAT)

    take(weight(follower), conversation=conversation(follower))

    assert owners() == [ada]


def test_a_message_that_waits_while_its_sender_is_unlinked_goes_back_with_them(ada: Person, follower: Identity) -> None:
    user = follower.person
    link = join(person=ada, other=user, door=Door.WECHAT)
    linked = conversation(follower)
    arrive(weight(follower), conversation=linked)
    undo_join(join=link, door=Door.WECHAT)

    take(weight(follower), conversation=linked)

    assert owners() == [user]


def test_the_same_key_of_two_senders_in_one_account_is_two_messages(ada: Person, follower: Identity) -> None:
    mini = Identity.objects.create(person=ada, provider=Provider.WECHAT_MINI, app_id="wx2", subject="open-2")
    join(person=ada, other=follower.person, door=Door.WECHAT)

    for sender in (follower, mini):
        take(weight(sender), conversation=conversation(sender))

    assert owners() == [ada, ada]
