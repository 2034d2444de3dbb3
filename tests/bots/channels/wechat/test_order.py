"""What one person did first is answered first, as far as it has arrived."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from pytest_django.fixtures import Settings

from bots.channels.wechat.pushes import EVENT_KEYS, push_of
from bots.dialogue.messages import Event, Incoming
from bots.dialogue.turn import arrive, take
from bots.models import Conversation, Inbound, InboundState
from bots.services import conversation_of
from meum.journal.models import Door
from meum.people.models import Person
from tests.bots.channels.wechat.conftest import Follower, eventually
from tests.wxsim.phones import Phone

BEFORE = timezone.now() - timedelta(seconds=2)
CLICK = Incoming(message_id=f"{EVENT_KEYS}1", at=BEFORE, event=Event.CLICKED, argument="m1.help")


@pytest.fixture
def ada(follower: Follower) -> tuple[Phone, Person]:
    return follower("ada")


def clicked(person: Person, *, seconds_ago: int) -> tuple[Inbound, Conversation]:
    """Store a click that arrived so long ago and whose process has yet to answer it."""
    conversation = conversation_of(person=person, door=Door.WECHAT)
    row = arrive(CLICK, conversation=conversation)
    Inbound.objects.filter(pk=row.pk).update(received_at=timezone.now() - timedelta(seconds=seconds_ago))
    return row, conversation


@pytest.mark.network
def test_words_wait_for_an_event_that_only_its_own_process_can_answer(
    settings: Settings, ada: tuple[Phone, Person]
) -> None:
    phone, person = ada
    row, conversation = clicked(person, seconds_ago=-3600)
    settings.WECHAT_HOLD_MILLISECONDS = 60_000
    words = Inbound.objects.filter(words="体重 61.5 公斤")

    phone.says("体重 61.5 公斤", waits=False)
    eventually(words.exists, "the words arrive")
    state_before = words.get().state
    take(CLICK, conversation=conversation, own=row)

    assert state_before == InboundState.WAITING
    eventually(words.filter(state=InboundState.DONE).exists, "the words are answered")


@pytest.mark.network
def test_nobody_waits_for_an_event_that_a_killed_process_left(ada: tuple[Phone, Person]) -> None:
    phone, person = ada
    clicked(person, seconds_ago=60)

    assert (phone.says("体重 61.5 公斤").shown or "").startswith("已记：体重 61.5 公斤。")


def test_of_one_second_an_event_comes_before_a_message() -> None:
    now = timezone.now()
    common = {"ToUserName": "gh_1", "FromUserName": "oAda", "CreateTime": str(int(now.timestamp()))}
    text = push_of({**common, "MsgType": "text", "MsgId": "1", "Content": "你好"}, now=now)
    followed = push_of({**common, "MsgType": "event", "Event": "subscribe"}, now=now)

    assert text is not None
    assert followed is not None
    assert text.incoming is not None
    assert followed.incoming is not None
    assert followed.incoming.message_id < text.incoming.message_id
