"""The webhook, aimed at by the simulator of Tencent's side, and people who follow and have agreed."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
import time_machine
from pytest_django.fixtures import Settings
from pytest_django.live_server_helper import LiveServer

from bots.channels.answering import answer_later
from bots.dialogue import handlers
from bots.dialogue.handlers.base import Handler
from bots.dialogue.messages import Event, Reply
from bots.dialogue.speaking import Turn
from bots.models import Outbound, OutboundState
from meum.jobs.registry import Effect, handler
from meum.jobs.services import enqueue
from meum.journal.models import Door
from meum.people.models import Identity, Person, Provider
from tests.bots.channels.wechat.calling import use_account_of
from tests.factories.people import make_person
from tests.wxsim.phones import Phone
from tests.wxsim.simulator import Simulator

LOOKED = "看起来像：牛肉面。"
JOB = "tests.look_at_photo"
Follower = Callable[[str], tuple[Phone, Person]]


def eventually(is_true: Callable[[], bool], what: str) -> None:
    """Wait until something holds; the server may still be at work after the platform has its answer."""
    ends = time.monotonic() + 20
    while not is_true():
        assert time.monotonic() < ends, f"this never came: {what}"
        time.sleep(0.02)


def all_are_sent() -> bool:
    """Tell whether nothing is on its way to anybody."""
    return not Outbound.objects.exclude(state=OutboundState.SENT).exists()


def all_was_sent() -> None:
    """Take everything as sent, however slow the machine is."""
    Outbound.objects.update(state=OutboundState.SENT)


@contextmanager
def after(**span: float) -> Iterator[None]:
    """Let time move on; what the server handed out and has yet to confirm would be late then."""
    Outbound.objects.filter(state=OutboundState.GIVING).update(state=OutboundState.SENT)
    with time_machine.travel(datetime.now(UTC) + timedelta(**span)):
        yield


@pytest.fixture
def webhook(wxsim: Simulator, settings: Settings, live_server: LiveServer) -> str:
    """Aim the simulator at the webhook; return the address.

    The five seconds are as long as in life, so that an answer is in time on a machine that has much to do.
    """
    use_account_of(wxsim, settings)
    wxsim.clock.scale = 1.0
    wxsim.aim(f"{live_server.url}/wechat/", mini=f"{live_server.url}/wechat/mini/")
    return str(wxsim.account.webhook)


@pytest.fixture
def hurried(wxsim: Simulator, webhook: str, settings: Settings) -> None:
    """Let both sides wait a quarter as long, for tests in which the five seconds run out."""
    wxsim.clock.scale, settings.WECHAT_HOLD_MILLISECONDS = 4.0, 4500 // 4


@pytest.fixture
def follower(wxsim: Simulator, webhook: str) -> Follower:
    """Return the way to make somebody who follows and has agreed to health records: the phone and the person."""

    def make(name: str) -> tuple[Phone, Person]:
        phone, person = wxsim.phone(name), make_person(username=name)
        Identity.objects.create(
            person=person, provider=Provider.WECHAT_OA, app_id=wxsim.account.app_id, subject=phone.open_id
        )
        phone.follows()
        return phone, person

    return make


@pytest.fixture
def wechat_only(follower: Follower) -> tuple[Phone, Person]:
    """Return Ada, whose only way in is WeChat: her phone and herself."""
    phone, person = follower("ada")
    person.set_unusable_password()
    person.save()
    return phone, person


class LookingHandler(Handler):
    """Have a job look at a photo, as a recogniser does that takes its time."""

    def __init__(self) -> None:
        self.asked = 0

    def accepts(self, turn: Turn) -> bool:
        return turn.incoming.event is Event.PHOTO

    def answer(self, turn: Turn) -> Reply:
        self.asked += 1
        enqueue(
            JOB,
            person=turn.person,
            person_id=turn.person.pk,
            door=turn.door.value,
            message_id=turn.incoming.message_id,
        )
        return Reply(is_later=True)


@handler(JOB)
def look_at_photo(*, person_id: str, door: str, message_id: str, **_later: object) -> Effect:
    """Say at last what is on the photo."""
    return lambda: answer_later(
        person_id=UUID(person_id), door=Door(door), message_id=message_id, reply=Reply((LOOKED,))
    )


@pytest.fixture
def slow_photos(monkeypatch: pytest.MonkeyPatch) -> LookingHandler:
    """Register a handler whose answer is made by a job; the test says when the job runs."""
    looking = LookingHandler()
    monkeypatch.setattr(handlers, "HANDLERS", (looking, *handlers.HANDLERS))
    return looking
