"""The webhook as the platform meets it, over HTTP, against the simulator of Tencent's side."""

from __future__ import annotations

import pytest
from pytest_django.fixtures import Settings
from pytest_django.live_server_helper import LiveServer

from bots.models import Inbound
from tests.wxsim.judging import Verdict
from tests.wxsim.simulator import Simulator

pytestmark = [pytest.mark.network, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def _account(wxsim: Simulator, settings: Settings, live_server: LiveServer) -> None:
    account = wxsim.account
    settings.WECHAT_APP_ID, settings.WECHAT_TOKEN = account.app_id, account.token
    settings.WECHAT_AES_KEY = account.aes_key
    wxsim.aim(f"{live_server.url}/wechat/")


def test_a_follower_is_greeted_and_answered_in_safe_mode(wxsim: Simulator) -> None:
    ada = wxsim.phone("ada")

    ada.follows()
    delivery = ada.says("你好")

    assert delivery.verdicts == [Verdict.SHOWN]
    assert [bool(answer) for answer in ada.answers] == [True, True]
    wxsim.assert_clean()


def test_a_message_that_comes_twice_is_one_message(wxsim: Simulator) -> None:
    ada = wxsim.phone("ada")
    ada.follows()

    delivery = ada.says("帮助", faults={"dup": 2})

    assert len(delivery.replies) == 1
    assert Inbound.objects.count() == 2
    wxsim.assert_clean()


def test_the_address_is_verified(wxsim: Simulator) -> None:
    assert wxsim.verify("5927782489442352469").body == b"5927782489442352469"
    assert wxsim.verify(token="another-token-of-somebody").status == 403
