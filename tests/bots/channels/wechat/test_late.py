"""Answers that come after the time for them wait for the person's next message."""

from __future__ import annotations

import pytest
from django.db import transaction
from pytest_django.fixtures import Settings
from pytest_django.live_server_helper import LiveServer

from bots.channels.wechat.account import Capability, has
from bots.channels.wechat.delivery import say
from bots.channels.wechat.sending import send_waiting
from bots.dialogue.messages import Reply
from bots.models import Outbound, OutboundState, WeChatNotice
from meum.journal.models import Door, Purpose
from meum.journal.services import give_consent
from meum.people.models import Identity
from meum.people.services import TEXT_VERSIONS
from tests.bots.channels.wechat.calling import use_account_of
from tests.bots.channels.wechat.conftest import after
from tests.wxsim.accounts import AccountKind
from tests.wxsim.phones import Phone
from tests.wxsim.simulator import Simulator

pytestmark = [pytest.mark.network, pytest.mark.django_db(transaction=True)]
TEMPLATE, SEND = "TEMPLATE-1", "/cgi-bin/message/custom/send"


@pytest.fixture(autouse=True)
def _account(wxsim: Simulator, settings: Settings, live_server: LiveServer) -> None:
    use_account_of(wxsim, settings)
    settings.WECHAT_NOTICE_TEMPLATE = TEMPLATE
    wxsim.aim(f"{live_server.url}/wechat/")


@pytest.fixture
def ada(wxsim: Simulator) -> Phone:
    phone = wxsim.phone("ada")
    phone.follows()
    phone.says("帮助")
    return phone


def send_later(ada: Phone, *texts: str) -> None:
    """Do what a job does with answers that became ready later."""
    identity = Identity.objects.get(subject=ada.open_id)
    with transaction.atomic():
        for text in texts:
            say(open_id=ada.open_id, reply=Reply((text,)))
    send_waiting(identity_id=identity.pk)


def test_t07_a_late_answer_waits_and_a_notice_tells_of_it(wxsim: Simulator, ada: Phone) -> None:
    person = Identity.objects.get().person
    version = TEXT_VERSIONS[Purpose.NOTICES]
    give_consent(person=person, purpose=Purpose.NOTICES, text_version=version, door=Door.WECHAT)
    ada.answers_notice(TEMPLATE)

    with after(hours=48, seconds=1):
        send_later(ada, "三天前的总结")
        assert ada.answers[-1] == "你有一条新的消息，点开查看"
        assert not wxsim.record.calls(SEND)

        assert "三天前的总结" in str(ada.says("帮助").shown)

    assert WeChatNotice.objects.get().credits == 0
    wxsim.assert_clean()


def test_t07_without_a_credit_a_late_answer_just_waits(wxsim: Simulator, ada: Phone) -> None:
    with after(hours=48, seconds=1):
        send_later(ada, "三天前的总结")

        assert Outbound.objects.filter(state=OutboundState.PARKED).count() == 1
        assert "三天前的总结" in str(ada.says("帮助").shown)
    wxsim.assert_clean()


def test_t08_what_goes_beyond_five_waits_together(wxsim: Simulator, ada: Phone) -> None:
    send_later(ada, *(f"第{number}条" for number in range(1, 8)))

    assert ada.answers[-5:] == [f"第{number}条" for number in range(1, 6)]
    shown = str(ada.says("帮助").shown)
    assert "第6条" in shown
    assert "第7条" in shown
    wxsim.assert_clean()


def test_t09_without_the_right_answers_wait_for_the_next_message(wxsim: Simulator, ada: Phone) -> None:
    wxsim.become(kind=AccountKind.UNVERIFIED_SERVICE)

    send_later(ada, "刚才的总结")
    send_later(ada, "又一条")

    assert not has(Capability.CUSTOMER_MESSAGE)
    assert len(wxsim.record.calls(SEND)) == 1
    assert "刚才的总结" in str(ada.says("帮助").shown)
    wxsim.assert_clean()


def test_t30_without_a_token_people_are_answered_and_later_answers_wait(wxsim: Simulator, ada: Phone) -> None:
    wxsim.faults.api("ip_not_whitelisted", path="/cgi-bin/stable_token", times=0)

    send_later(ada, "刚才的总结")

    assert Outbound.objects.get(state=OutboundState.WAITING).failure == "stopped"
    assert "刚才的总结" in str(ada.says("帮助").shown)
    wxsim.assert_clean()
