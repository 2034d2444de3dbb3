"""What the platform tells beside messages counts once, and only for who agreed to it."""

from __future__ import annotations

import pytest
from pytest_django.fixtures import Settings
from pytest_django.live_server_helper import LiveServer

from bots.channels.wechat.client import Reason, SendRefused, send_notice
from bots.models import WeChatCircuit, WeChatNotice
from meum.domain.languages import Lang
from meum.journal.models import Door, Purpose
from meum.journal.services import give_consent
from meum.people.models import Person, Provider
from meum.people.services import TEXT_VERSIONS, person_for_identity
from tests.bots.channels.wechat.calling import use_account_of
from tests.wxsim import messages
from tests.wxsim.phones import Phone
from tests.wxsim.simulator import Simulator

pytestmark = [pytest.mark.network, pytest.mark.django_db(transaction=True)]
TEMPLATE = "TEMPLATE-1"


@pytest.fixture(autouse=True)
def _account(wxsim: Simulator, settings: Settings, live_server: LiveServer) -> None:
    use_account_of(wxsim, settings)
    settings.WECHAT_NOTICE_TEMPLATE = TEMPLATE
    wxsim.aim(f"{live_server.url}/wechat/")


@pytest.fixture
def person(wxsim: Simulator) -> Person:
    open_id = wxsim.phone("ada").open_id
    return person_for_identity(
        provider=Provider.WECHAT_OA, app_id=wxsim.account.app_id, subject=open_id, language=Lang.ZH
    )


@pytest.fixture
def ada(wxsim: Simulator, person: Person) -> Phone:
    """Return Ada, who follows and agreed to notices."""
    phone = wxsim.phone("ada")
    phone.person.is_following = True
    give_consent(person=person, purpose=Purpose.NOTICES, text_version=TEXT_VERSIONS[Purpose.NOTICES], door=Door.WECHAT)
    return phone


def refusal(ada: Phone) -> Reason:
    with pytest.raises(SendRefused) as refused:
        send_notice(open_id=ada.open_id)
    return refused.value.reason


def test_one_acceptance_is_one_notice_that_tells_nothing(wxsim: Simulator, ada: Phone) -> None:
    ada.answers_notice(TEMPLATE)

    send_notice(open_id=ada.open_id)

    assert refusal(ada) is Reason.QUOTA_SPENT
    assert ada.answers == ["你有一条新的消息，点开查看"]
    wxsim.settle()
    wxsim.assert_clean()


def test_an_acceptance_that_comes_twice_counts_once(wxsim: Simulator, ada: Phone) -> None:
    fields = messages.notice_asked(template_id=TEMPLATE, accepts=True)

    ada.sends(fields, faults={"dup_parallel": 2})

    assert WeChatNotice.objects.get().credits == 1


@pytest.mark.parametrize("is_as_in_sample", [True, False])
def test_a_notice_that_was_switched_off_is_not_sent(is_as_in_sample: bool, wxsim: Simulator, ada: Phone) -> None:
    ada.answers_notice(TEMPLATE)
    WeChatNotice.objects.update(told_at=0)

    ada.switches_off_notice(TEMPLATE, is_as_in_sample=is_as_in_sample)

    assert refusal(ada) is Reason.QUOTA_SPENT
    assert not wxsim.record.calls("/cgi-bin/message/subscribe/bizsend")


def test_without_consent_no_notice_is_counted_or_sent(wxsim: Simulator, person: Person) -> None:
    ada = wxsim.phone("ada")

    ada.answers_notice(TEMPLATE)

    assert not WeChatNotice.objects.exists()
    assert refusal(ada) is Reason.NOT_ALLOWED


def test_a_notice_that_the_person_used_up_elsewhere_costs_the_rest(wxsim: Simulator, ada: Phone) -> None:
    ada.answers_notice(TEMPLATE)
    WeChatNotice.objects.update(credits=3)
    ada.person.notice_credits[TEMPLATE] = 0

    assert refusal(ada) is Reason.QUOTA_SPENT
    assert WeChatNotice.objects.get().credits == 0


def test_a_verification_that_ends_is_told_to_the_operator_until_it_is_renewed(wxsim: Simulator, ada: Phone) -> None:
    ada.sends(messages.event("annual_renew", ExpiredTime=1_800_000_000))
    assert WeChatCircuit.objects.get().trouble == "verification"

    ada.sends(messages.event("qualification_verify_success", ExpiredTime=1_900_000_000))

    assert WeChatCircuit.objects.get().ended_at is not None
    wxsim.assert_clean()
