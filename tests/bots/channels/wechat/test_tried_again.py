"""A fault of the moment: what could not be sent is tried again, later each time, until it may not be sent any more."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
import time_machine
from django.db import transaction
from django.utils import timezone

from bots.channels.wechat import delivery, sweeping
from bots.dialogue.messages import Reply
from bots.models import Outbound, OutboundState
from meum.jobs.models import Job
from meum.jobs.running import drain
from meum.people.models import Person
from tests.bots.channels.wechat.conftest import Follower, all_was_sent
from tests.wxsim.phones import Phone
from tests.wxsim.simulator import Simulator

pytestmark = [pytest.mark.network, pytest.mark.django_db(transaction=True)]
SEND, TOKEN = "/cgi-bin/message/custom/send", "/cgi-bin/stable_token"
NEWS = "你有一条新的建议。"


@pytest.fixture
def ada(follower: Follower) -> tuple[Phone, Person]:
    return writing(follower, "ada")


def writing(follower: Follower, name: str) -> tuple[Phone, Person]:
    """Return somebody who has just written, so that five messages may be sent."""
    phone, person = follower(name)
    phone.says("你好")
    all_was_sent()
    return phone, person


def told(person: Person, text: str = NEWS) -> Outbound:
    """Have a message of our own sent; return its row."""
    with transaction.atomic():
        row = delivery.say(person=person, reply=Reply((text,)))
    drain()
    assert row is not None
    row.refresh_from_db()
    return row


def sweep_after(**span: float) -> datetime:
    """Sweep when so much time has passed; return when that is."""
    then = timezone.now() + timedelta(**span)
    with time_machine.travel(then):
        sweeping.sweep()
    return then


@pytest.mark.parametrize(
    ("path", "name", "value"),
    [(SEND, "errcode", 45011), (SEND, "errcode", -1), (TOKEN, "ip_not_whitelisted", 0), (TOKEN, "http", 503)],
)
def test_what_did_not_go_out_goes_out_once_the_fault_is_over(
    wxsim: Simulator, ada: tuple[Phone, Person], path: str, name: str, value: int
) -> None:
    phone, person = ada
    wxsim.faults.api(name, value, path=path)

    row = told(person)
    assert (row.state, row.tries) == (OutboundState.WAITING, 1)
    sweeping.sweep()
    assert phone.answers[-1] != NEWS
    sweep_after(minutes=6)

    assert phone.answers[-1] == NEWS
    wxsim.assert_clean()


def test_each_try_comes_later_than_the_one_before(wxsim: Simulator, ada: tuple[Phone, Person]) -> None:
    wxsim.faults.api("errcode", 45011, path=SEND, times=0)

    row = told(ada[1])
    pauses = []
    for _ in range(6):
        assert row.try_at is not None
        pauses.append(round((row.try_at - timezone.now()).total_seconds() / 60))
        Outbound.objects.update(try_at=timezone.now())
        sweeping.sweep()
        row.refresh_from_db()

    assert pauses == [1, 2, 4, 8, 15, 15]


def test_what_may_have_arrived_says_so_and_is_sent_twice_more_at_most(
    wxsim: Simulator, ada: tuple[Phone, Person]
) -> None:
    phone, person = ada
    wxsim.faults.api("reset", path=SEND, times=0)

    row = told(person)
    for _ in range(6):
        Outbound.objects.update(try_at=None)
        sweep_after(minutes=6)

    row.refresh_from_db()
    assert (row.state, row.repeats, row.failure) == (OutboundState.PARKED, 3, "unavailable")
    assert len(wxsim.record.calls(SEND)) == 3
    Outbound.objects.update(held_until=timezone.now())
    assert f"（可能重复）{NEWS}" in (phone.says("帮助").shown or "")


def test_the_next_message_brings_what_waits_for_its_next_try(wxsim: Simulator, ada: tuple[Phone, Person]) -> None:
    phone, person = ada
    wxsim.faults.api("errcode", 45011, path=SEND, times=0)
    told(person)

    assert (phone.says("帮助").shown or "").splitlines()[0] == NEWS
    all_was_sent()
    sweep_after(minutes=6)

    assert len(wxsim.record.calls(SEND)) == 1
    wxsim.assert_clean()


def test_when_nothing_may_be_sent_any_more_it_waits_for_the_person(wxsim: Simulator, ada: tuple[Phone, Person]) -> None:
    wxsim.faults.api("errcode", 45011, path=SEND)
    row = told(ada[1])

    with time_machine.travel(timezone.now() + timedelta(hours=47)):
        Outbound.objects.update(created_at=timezone.now())
    sweep_after(hours=48, minutes=1)

    row.refresh_from_db()
    assert (row.state, row.failure, row.try_at) == (OutboundState.PARKED, "window_closed", None)
    assert len(wxsim.record.calls(SEND)) == 1


def test_while_the_platform_fails_one_person_is_tried_a_sweep_and_no_job_is_piled_up(
    wxsim: Simulator, follower: Follower, ada: tuple[Phone, Person]
) -> None:
    _, ben = writing(follower, "ben")
    wxsim.faults.api("errcode", 45011, path=SEND, times=0)
    for person in (ada[1], ben):
        told(person)
        told(person, "又一条")
    calls, jobs = len(wxsim.record.calls(SEND)), Job.objects.count()

    Outbound.objects.update(try_at=timezone.now())
    sweep_after(minutes=2)

    assert len(wxsim.record.calls(SEND)) == calls + 1
    assert Job.objects.count() == jobs
