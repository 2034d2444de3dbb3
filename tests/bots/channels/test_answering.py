"""Answers that a job makes after the turn, whatever the channel."""

from __future__ import annotations

import pytest
from django.utils import timezone

from bots.channels.answering import answer_later
from bots.dialogue import handlers
from bots.dialogue.handlers.base import Handler
from bots.dialogue.messages import Event, Incoming, Reply
from bots.dialogue.queries import latest_exchanges
from bots.dialogue.speaking import Turn
from bots.dialogue.turn import take
from bots.models import Conversation, Inbound, InboundState
from bots.services import conversation_of
from meum.journal.models import Door
from meum.people.models import Person

pytestmark = pytest.mark.django_db

PHOTO = Incoming(message_id="m1", at=timezone.now(), event=Event.PHOTO)


class LaterHandler(Handler):
    """Promise an answer to photos."""

    def accepts(self, turn: Turn) -> bool:
        return turn.incoming.event is Event.PHOTO

    def answer(self, turn: Turn) -> Reply:
        return Reply(("正在看。",), is_later=True)


@pytest.fixture
def conversation(ada: Person, monkeypatch: pytest.MonkeyPatch) -> Conversation:
    monkeypatch.setattr(handlers, "HANDLERS", (LaterHandler(), *handlers.HANDLERS))
    return conversation_of(person=ada, door=Door.WEB)


def come(ada: Person, line: str) -> bool:
    return answer_later(person_id=ada.pk, door=Door.WEB, message_id="m1", reply=Reply((line,)))


def test_until_the_answer_is_there_what_is_shown_says_so(conversation: Conversation) -> None:
    assert take(PHOTO, conversation=conversation) == Reply(("正在看。",))
    assert take(PHOTO, conversation=conversation).is_later
    assert Inbound.objects.get().state == InboundState.PENDING


def test_the_answer_takes_the_place_of_what_was_shown(conversation: Conversation, ada: Person) -> None:
    take(PHOTO, conversation=conversation)

    assert come(ada, "牛肉面")

    assert [said.reply.lines for said in latest_exchanges(conversation=conversation)] == [("牛肉面",)]
    assert not take(PHOTO, conversation=conversation).is_later


def test_a_message_is_answered_once(conversation: Conversation, ada: Person) -> None:
    take(PHOTO, conversation=conversation)
    come(ada, "牛肉面")

    assert not come(ada, "又一次")
    assert Inbound.objects.get().reply == {"lines": ["牛肉面"], "choices": []}


def test_nobody_waits_behind_an_answer_that_comes_later(conversation: Conversation) -> None:
    take(PHOTO, conversation=conversation)

    reply = take(Incoming(message_id="m2", at=timezone.now(), text="结果"), conversation=conversation)

    assert reply.lines == ("还在看，请过几秒再发「结果」。",)
