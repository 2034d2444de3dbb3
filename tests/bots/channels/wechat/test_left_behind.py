"""What a killed process leaves behind at each stage, and how it reaches the person all the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone
from pytest_django.fixtures import Settings

from bots.channels.wechat import delivery, sweeping
from bots.channels.wechat.client import ledger
from bots.dialogue import handlers
from bots.dialogue.handlers.base import Handler
from bots.dialogue.messages import Incoming, Reply
from bots.dialogue.speaking import Turn
from bots.dialogue.turn import arrive, take
from bots.models import Inbound, InboundState, Outbound, OutboundState, RawPush, Way
from bots.services import conversation_of
from fitness.models import BodyMeasurement
from meum.jobs.running import drain
from meum.journal.models import Door, Purpose
from meum.people.models import Identity, Person
from meum.people.services import withdraw
from tests.bots.channels.wechat.conftest import Follower, all_are_sent, all_was_sent, eventually
from tests.wxsim.accounts import AccountKind
from tests.wxsim.phones import Phone
from tests.wxsim.simulator import Simulator

pytestmark = pytest.mark.network

LOGGED = "已记：体重 61.5 公斤。"
SAID = Incoming(message_id="m1", at=timezone.now(), text="体重 61.5 公斤")


@pytest.fixture
def ada(follower: Follower) -> tuple[Phone, Person]:
    phone, person = follower("ada")
    phone.says("你好")
    all_was_sent()
    return phone, person


def left(person: Person, *, stage: str, said: Incoming = SAID) -> Outbound:
    """Store what a process leaves that was killed at a stage, and let the time pass in which it might live."""
    conversation = conversation_of(person=person, door=Door.WECHAT)
    identity = Identity.objects.get(person=person)
    row = arrive(
        said,
        conversation=conversation,
        stored=lambda row: delivery.expect(row, identity=identity, now=timezone.now() - timedelta(minutes=1)),
    )
    outbound = Outbound.objects.get(cause=row)
    if stage != "after the key was stored":
        take(said, conversation=conversation)
    if stage in ("while it was handed out", "while it was sent"):
        state = OutboundState.GIVING if stage == "while it was handed out" else OutboundState.SENDING
        Outbound.objects.filter(pk=outbound.pk).update(state=state)
    return outbound


STAGES = {
    "after the key was stored": LOGGED,
    "after the turn": LOGGED,
    "while it was handed out": f"（可能重复）{LOGGED}",
    "while it was sent": f"（可能重复）{LOGGED}",
}


@pytest.mark.parametrize(("stage", "shown"), STAGES.items())
def test_t05_what_was_left_comes_as_a_customer_message(
    wxsim: Simulator, ada: tuple[Phone, Person], stage: str, shown: str
) -> None:
    phone, person = ada
    outbound = left(person, stage=stage)

    sweeping.sweep()
    drain()
    sweeping.sweep()
    drain()

    outbound.refresh_from_db()
    assert phone.answers[-1].splitlines()[0] == shown
    assert (outbound.state, outbound.way) == (OutboundState.SENT, Way.CUSTOMER_MESSAGE)
    assert outbound.repeats == shown.startswith("（")
    assert [answer for answer in phone.answers if LOGGED in answer] == [phone.answers[-1]]
    assert BodyMeasurement.objects.count() == 1
    wxsim.assert_clean()


@pytest.mark.parametrize(("stage", "shown"), STAGES.items())
def test_t05_what_was_left_by_a_personal_account_comes_with_the_next_message(
    wxsim: Simulator, settings: Settings, ada: tuple[Phone, Person], stage: str, shown: str
) -> None:
    wxsim.become(kind=AccountKind.PERSONAL_SUBSCRIPTION)
    settings.WECHAT_ACCOUNT_KIND = "personal_subscription"
    phone, person = ada
    left(person, stage=stage)

    sweeping.sweep()
    told = phone.says("结果").shown or ""

    assert LOGGED in told
    assert ("可能重复" in told) == shown.startswith("（")
    assert BodyMeasurement.objects.count() == 1
    eventually(all_are_sent, "everything is confirmed")
    wxsim.assert_clean()


def test_who_asks_for_results_need_not_wait_for_the_sweeper(settings: Settings, ada: tuple[Phone, Person]) -> None:
    settings.WECHAT_ACCOUNT_KIND = "personal_subscription"
    phone, person = ada
    left(person, stage="while it was handed out")

    assert (phone.says("结果").shown or "").startswith(f"（可能重复）{LOGGED}")


def test_a_late_answer_says_so_in_the_language_of_the_conversation(
    wxsim: Simulator, settings: Settings, ada: tuple[Phone, Person]
) -> None:
    wxsim.become(kind=AccountKind.PERSONAL_SUBSCRIPTION)
    settings.WECHAT_ACCOUNT_KIND = "personal_subscription"
    phone, person = ada
    phone.says("hello there")
    left(person, stage="after the turn", said=replace(SAID, text="weight 61.5 kg"))

    assert "The answer from before: Logged" in (phone.says("result").shown or "")
    wxsim.assert_clean()


def test_t05_the_platform_s_next_attempt_gets_it_too_and_it_is_no_repeat(
    wxsim: Simulator, ada: tuple[Phone, Person]
) -> None:
    phone, _ = ada
    delivery_of = phone.says("体重 61.5 公斤")
    Outbound.objects.filter(cause__words="体重 61.5 公斤").update(state=OutboundState.GIVING)

    again = wxsim.again(delivery_of)

    assert again.replies == delivery_of.replies
    eventually(all_are_sent, "everything is confirmed")


def test_what_nobody_heard_in_time_is_told_to_the_next_attempt(
    wxsim: Simulator, settings: Settings, ada: tuple[Phone, Person]
) -> None:
    phone, _ = ada
    settings.WECHAT_HOLD_MILLISECONDS = 0
    said = phone.says("体重 61.5 公斤")
    settings.WECHAT_HOLD_MILLISECONDS = 4500

    again = wxsim.again(said)

    assert (again.shown or "").startswith(LOGGED)


def test_a_message_of_our_own_waits_for_the_next_message_where_nothing_can_be_sent(
    wxsim: Simulator, settings: Settings, ada: tuple[Phone, Person]
) -> None:
    settings.WECHAT_ACCOUNT_KIND = "personal_subscription"
    phone, person = ada

    with transaction.atomic():
        first = delivery.say(person=person, reply=Reply(("你有一条新的建议。",)), key="once")
        second = delivery.say(open_id=phone.open_id, reply=Reply(("另一条。",)), key="once")

    assert first == second
    assert (phone.says("帮助").shown or "").splitlines()[0] == "你有一条新的建议。"


FULL = "ab" + "好" * 682


def test_what_fills_a_whole_message_comes_with_the_word_for_results(
    wxsim: Simulator, settings: Settings, ada: tuple[Phone, Person]
) -> None:
    settings.WECHAT_ACCOUNT_KIND = "personal_subscription"
    phone, person = ada

    with transaction.atomic():
        delivery.say(person=person, reply=Reply((FULL,)))

    assert phone.says("结果").shown == FULL
    wxsim.assert_clean()


def test_what_fills_a_whole_message_comes_with_the_next_message_and_its_answer_with_the_one_after(
    wxsim: Simulator, settings: Settings, ada: tuple[Phone, Person]
) -> None:
    settings.WECHAT_ACCOUNT_KIND = "personal_subscription"
    phone, person = ada
    with transaction.atomic():
        delivery.say(person=person, reply=Reply((FULL,)))

    said = phone.says("体重 61.5 公斤")
    again = wxsim.again(said)

    assert (said.shown, again.replies) == (FULL, [FULL])
    assert (phone.says("帮助").shown or "").startswith(f"刚才的结果：{LOGGED}")
    eventually(all_are_sent, "everything is confirmed")
    wxsim.assert_clean()


def test_where_messages_can_be_sent_the_answer_follows_what_fills_a_whole_one(
    wxsim: Simulator, ada: tuple[Phone, Person]
) -> None:
    phone, person = ada
    with transaction.atomic():
        delivery.say(person=person, reply=Reply((FULL,)))
    Outbound.objects.filter(cause=None).update(state=OutboundState.PARKED)

    said = phone.says("体重 61.5 公斤")
    drain()

    assert said.shown == FULL
    assert phone.answers[-1].startswith(LOGGED)
    wxsim.assert_clean()


@pytest.mark.parametrize(
    ("fault", "state", "failure"),
    [
        ({"name": "errcode", "value": 45015}, OutboundState.PARKED, "window_closed"),
        ({"name": "errcode", "value": 45047}, OutboundState.PARKED, "quota_spent"),
        ({"name": "errcode", "value": 48001}, OutboundState.PARKED, "not_allowed"),
        ({"name": "http", "value": 502}, OutboundState.WAITING, "unavailable"),
        ({"name": "html200"}, OutboundState.WAITING, "unavailable"),
        ({"name": "reset"}, OutboundState.WAITING, "unavailable"),
        ({"name": "errcode", "value": 43004}, OutboundState.FAILED, "unreachable"),
    ],
    ids=lambda value: str(value) if isinstance(value, str) else "",
)
def test_what_the_platform_refuses_is_kept_and_an_operator_sees_why(
    wxsim: Simulator, ada: tuple[Phone, Person], fault: dict[str, str | int], state: str, failure: str
) -> None:
    phone, person = ada
    wxsim.faults.api(path="/cgi-bin/message/custom/send", **fault)  # type: ignore[arg-type]  # a table of faults

    with transaction.atomic():
        row = delivery.say(person=person, reply=Reply(("你有一条新的建议。",)))
    drain()

    assert row is not None
    row.refresh_from_db()
    assert (row.state, row.failure) == (state, failure)
    if state != OutboundState.FAILED:
        assert "你有一条新的建议。" in (phone.says("帮助").shown or "")


def test_an_answer_waits_for_the_next_message_of_who_cannot_be_reached(
    wxsim: Simulator, ada: tuple[Phone, Person]
) -> None:
    outbound = left(ada[1], stage="after the turn")
    wxsim.faults.api("errcode", 48002, path="/cgi-bin/message/custom/send")

    sweeping.sweep()
    drain()

    outbound.refresh_from_db()
    assert (outbound.state, outbound.failure) == (OutboundState.PARKED, "unreachable")


def test_nothing_reaches_who_left(wxsim: Simulator, ada: tuple[Phone, Person]) -> None:
    phone, person = ada
    with transaction.atomic():
        delivery.say(person=person, reply=Reply(("你有一条新的建议。",)))

    assert delivery.drop(person=person) == 1
    drain()

    assert "建议" not in phone.answers[-1]
    assert Outbound.objects.get(cause=None).reply is None


def test_a_repeated_word_of_leaving_drops_nothing_of_who_follows_again(
    wxsim: Simulator, ada: tuple[Phone, Person]
) -> None:
    phone, person = ada
    leaving = phone.unfollows()
    phone.follows()
    Identity.objects.update(left_at=None)
    with transaction.atomic():
        row = delivery.say(person=person, reply=Reply(("你有一条新的建议。",)))

    wxsim.again(leaving)

    assert row is not None
    row.refresh_from_db()
    assert row.state == OutboundState.WAITING


def test_one_more_attempt_leaves_what_is_being_sent_to_its_sender(ada: tuple[Phone, Person]) -> None:
    _, person = ada
    outbound, ends = left(person, stage="while it was sent"), timezone.now() + timedelta(seconds=90)
    Outbound.objects.filter(pk=outbound.pk).update(held_until=ends)

    delivery.come_again(outbound, now=timezone.now())

    outbound.refresh_from_db()
    assert (outbound.held_until, outbound.attempts) == (ends, 2)


class BrokenHandler(Handler):
    """Fail as a database does, which no turn answers."""

    def accepts(self, turn: Turn) -> bool:
        return turn.incoming.text == "坏"

    def answer(self, turn: Turn) -> Reply:
        raise DatabaseError


def test_a_message_that_cannot_be_answered_stops_nobody_else_s(
    follower: Follower, ada: tuple[Phone, Person], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(handlers, "HANDLERS", (BrokenHandler(), *handlers.HANDLERS))
    _, ben = follower("ben")
    left(ada[1], stage="after the key was stored")
    broken = replace(SAID, text="坏", at=SAID.at - timedelta(minutes=1))
    left(ben, stage="after the key was stored", said=broken)

    sweeping.sweep()

    assert BodyMeasurement.objects.count() == 1
    assert Inbound.objects.get(words="坏").state == InboundState.WAITING


def test_a_repeated_message_opens_no_new_quota(wxsim: Simulator, ada: tuple[Phone, Person]) -> None:
    phone, _ = ada
    said = phone.says("帮助")
    ledger.spent(phone.open_id)

    wxsim.again(said)

    assert ledger.remaining(phone.open_id) == 0


def test_what_is_not_fetched_in_two_days_is_thrown_away(ada: tuple[Phone, Person]) -> None:
    _, person = ada
    with transaction.atomic():
        row = delivery.say(person=person, reply=Reply(("你有一条新的建议。",)))

    sweeping.clear(now=timezone.now() + timedelta(hours=49))

    assert row is not None
    row.refresh_from_db()
    assert (row.state, row.reply) == (OutboundState.EXPIRED, None)


def test_raw_pushes_are_kept_only_where_wanted_sealed_and_for_days(
    settings: Settings, ada: tuple[Phone, Person]
) -> None:
    phone, _ = ada
    assert not RawPush.objects.exists()

    settings.WECHAT_RAW_DAYS = 7
    phone.says("体重 61.5 公斤")
    kept = RawPush.objects.get()

    assert "体重".encode() not in bytes(kept.sealed)
    sweeping.clear_raw(now=timezone.now() + timedelta(days=7, minutes=1))
    assert not RawPush.objects.exists()
    assert Inbound.objects.filter(words="体重 61.5 公斤").exists()


def test_raw_pushes_do_not_outlive_the_agreement(settings: Settings, ada: tuple[Phone, Person]) -> None:
    phone, person = ada
    settings.WECHAT_RAW_DAYS = 7
    phone.says("体重 61.5 公斤")
    assert RawPush.objects.exists()

    withdraw(person=person, purpose=Purpose.HEALTH_RECORDS, door=Door.API)

    assert not RawPush.objects.exists()
