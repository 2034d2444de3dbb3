"""Reminders over WeChat: sent once while the platform allows it, and not after their time."""

from __future__ import annotations

import pytest
from django.db import transaction
from django.utils import timezone
from pytest_django.fixtures import Settings

from bots.channels.wechat import delivery
from bots.channels.wechat.reminding import remind
from bots.channels.wechat.sweeping import sweep
from bots.dialogue.messages import Reply
from bots.models import Outbound, OutboundState, Reminder
from meum.jobs.running import drain
from meum.journal.models import Door, Purpose
from meum.people.models import Person
from meum.people.services import TEXT_VERSIONS, agree
from tests.bots.channels.wechat.calling import use_account_of
from tests.bots.channels.wechat.conftest import after
from tests.wxsim.accounts import AccountKind
from tests.wxsim.phones import Phone
from tests.wxsim.simulator import Simulator

pytestmark = [pytest.mark.network, pytest.mark.django_db(transaction=True)]

SENDS = "/cgi-bin/message/custom/send"


@pytest.fixture
def reminded(wechat_only: tuple[Phone, Person]) -> tuple[Phone, Person, Reminder]:
    """Return somebody who wants to be reminded now, with the reminder."""
    phone, person = wechat_only
    purpose = Purpose.NOTICES
    agree(person=person, purpose=purpose, text_version=TEXT_VERSIONS[purpose], door=Door.WECHAT)
    # Where it is noon now, whenever the test runs.
    now = timezone.now()
    person.time_zone = f"Etc/GMT{now.hour - 12:+d}"
    person.save()
    reminder = Reminder(person=person, at_minute=720 + now.minute)
    reminder.save()
    return phone, person, reminder


def remind_now(reminder: Reminder) -> bool:
    is_reminded = remind(reminder=reminder, now=timezone.now())
    drain()
    return is_reminded


def test_a_reminder_goes_out_once_within_the_window(
    wxsim: Simulator, settings: Settings, reminded: tuple[Phone, Person, Reminder]
) -> None:
    wxsim.become(kind=AccountKind.VERIFIED_SERVICE)
    use_account_of(wxsim, settings)
    phone, _, reminder = reminded
    phone.says("你好")

    assert [remind_now(reminder) for _ in range(2)] == [True, False]

    assert len(wxsim.record.calls(SENDS)) == 1
    assert phone.answers[-1].startswith("今天还没有记饮食。")
    wxsim.assert_clean()


def test_a_reminder_whose_time_is_over_is_neither_sent_nor_kept_for_later(
    wxsim: Simulator, settings: Settings, reminded: tuple[Phone, Person, Reminder]
) -> None:
    wxsim.become(kind=AccountKind.VERIFIED_SERVICE)
    use_account_of(wxsim, settings)
    phone, _, reminder = reminded
    phone.says("你好")
    assert remind(reminder=reminder, now=timezone.now())

    with after(minutes=31):
        drain()
        phone.says("你好")
        sweep()

    assert wxsim.record.calls(SENDS) == ()
    assert not any("今天还没有记饮食" in answer for answer in phone.answers)
    assert Outbound.objects.get(key__startswith="remind:").state == OutboundState.EXPIRED
    wxsim.assert_clean()


def test_a_reminder_on_its_way_does_not_outlive_the_wish(
    wxsim: Simulator, settings: Settings, reminded: tuple[Phone, Person, Reminder]
) -> None:
    wxsim.become(kind=AccountKind.VERIFIED_SERVICE)
    use_account_of(wxsim, settings)
    phone, _, reminder = reminded
    phone.says("你好")
    assert remind(reminder=reminder, now=timezone.now())

    phone.says("关闭提醒")
    drain()

    assert wxsim.record.calls(SENDS) == ()
    wxsim.assert_clean()


def test_nothing_is_sent_outside_the_window_or_by_an_account_that_may_not(
    wxsim: Simulator, settings: Settings, reminded: tuple[Phone, Person, Reminder]
) -> None:
    phone, _, reminder = reminded
    phone.says("你好")
    wxsim.become(kind=AccountKind.PERSONAL_SUBSCRIPTION)
    use_account_of(wxsim, settings)
    assert not remind_now(reminder)

    wxsim.become(kind=AccountKind.VERIFIED_SERVICE)
    use_account_of(wxsim, settings)
    with after(hours=49):
        assert not remind_now(reminder)

    assert wxsim.record.calls(SENDS) == ()
    wxsim.assert_clean()


def test_the_last_message_of_the_quota_is_left_for_an_answer(
    wxsim: Simulator, settings: Settings, reminded: tuple[Phone, Person, Reminder]
) -> None:
    wxsim.become(kind=AccountKind.VERIFIED_SERVICE)
    use_account_of(wxsim, settings)
    phone, person, reminder = reminded
    phone.says("你好")
    for number in range(4):
        with transaction.atomic():
            delivery.say(person=person, reply=Reply((f"{number}",)))
        drain()

    assert not remind_now(reminder)
    wxsim.assert_clean()
