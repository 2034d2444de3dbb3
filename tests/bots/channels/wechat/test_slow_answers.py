"""Answers that take longer than the platform waits, on every kind of account."""

from __future__ import annotations

import pytest
from pytest_django.fixtures import Settings

from bots.models import Outbound, OutboundState, Way
from meum.jobs.running import drain
from tests.bots.channels.wechat.conftest import LOOKED, Follower, LookingHandler, all_are_sent, eventually
from tests.wxsim.accounts import AccountKind
from tests.wxsim.deliveries import Delivery
from tests.wxsim.judging import Verdict
from tests.wxsim.simulator import Simulator

pytestmark = [pytest.mark.network, pytest.mark.usefixtures("hurried")]


def until_attempt(number: int, delivery: Delivery) -> None:
    eventually(lambda: len(delivery.requests) >= number, "the platform tries again")


def personal(wxsim: Simulator, settings: Settings) -> None:
    wxsim.become(kind=AccountKind.PERSONAL_SUBSCRIPTION)
    settings.WECHAT_ACCOUNT_KIND = "personal_subscription"


def test_t04_a_slow_answer_of_a_verified_account_comes_as_a_customer_message(
    wxsim: Simulator, follower: Follower, slow_photos: LookingHandler
) -> None:
    ada, _ = follower("ada")

    delivery = ada.sends_photo()
    drain()

    assert delivery.verdicts == [Verdict.SILENT]
    assert (ada.answers[-1], slow_photos.asked) == (LOOKED, 1)
    assert Outbound.objects.get(state=OutboundState.SENT, way=Way.CUSTOMER_MESSAGE).attempts == 1
    wxsim.assert_clean()


def test_what_was_acknowledged_in_silence_is_not_told_to_a_push_that_comes_again(
    wxsim: Simulator, follower: Follower, slow_photos: LookingHandler
) -> None:
    ada, _ = follower("ada")
    wxsim.faults.api("errcode", 45011, path="/cgi-bin/message/custom/send")
    delivery = ada.sends_photo()
    drain()

    again = wxsim.again(delivery)

    assert again.verdicts == [Verdict.SILENT]
    assert LOOKED in (ada.says("帮助").shown or "")
    wxsim.assert_clean()


def test_t04_a_slow_answer_of_a_personal_account_is_held_for_the_third_attempt(
    wxsim: Simulator, settings: Settings, follower: Follower, slow_photos: LookingHandler
) -> None:
    personal(wxsim, settings)
    ada, _ = follower("ada")

    delivery = ada.sends_photo(waits=False)
    until_attempt(3, delivery)
    drain()
    delivery.wait()

    assert delivery.verdicts == [Verdict.TIMED_OUT, Verdict.TIMED_OUT, Verdict.SHOWN]
    assert (delivery.shown, slow_photos.asked) == (LOOKED, 1)
    eventually(lambda: Outbound.objects.filter(way=Way.REPLY, attempts=3).exists(), "the third attempt is confirmed")
    wxsim.assert_clean()


def test_t04_an_answer_slower_than_three_attempts_comes_with_the_next_message(
    wxsim: Simulator, settings: Settings, follower: Follower, slow_photos: LookingHandler
) -> None:
    personal(wxsim, settings)
    ada, _ = follower("ada")

    delivery = ada.sends_photo()
    drain()
    asked, again = ada.says("结果"), ada.says("结果")

    assert delivery.shown == "正在看，请过几秒发「结果」查看。"
    assert (asked.shown, again.shown) == (LOOKED_LATE, "没有在等的结果。")
    assert slow_photos.asked == 1
    wxsim.assert_clean()


def test_an_answer_that_waited_comes_before_the_answer_to_the_next_message(
    settings: Settings, wxsim: Simulator, follower: Follower, slow_photos: LookingHandler
) -> None:
    personal(wxsim, settings)
    settings.WECHAT_ATTEMPTS = 1
    ada, _ = follower("ada")
    ada.sends_photo()
    drain()

    delivery = ada.says("体重 61.5 公斤", faults={"drop_first_ack": 1})

    assert delivery.shown is not None
    assert delivery.shown.splitlines()[:2] == [LOOKED_LATE, "已记：体重 61.5 公斤。"]
    eventually(all_are_sent, "everything is confirmed")
    wxsim.assert_clean()


def test_before_it_is_there_the_word_for_results_says_so(
    settings: Settings, wxsim: Simulator, follower: Follower, slow_photos: LookingHandler
) -> None:
    personal(wxsim, settings)
    settings.WECHAT_ATTEMPTS = 1
    ada, _ = follower("ada")
    ada.sends_photo()

    assert ada.says("结果").shown == "还在看，请过几秒再发「结果」。"


def test_an_answer_that_is_there_too_late_for_the_last_attempt_is_asked_for(
    settings: Settings, wxsim: Simulator, follower: Follower
) -> None:
    personal(wxsim, settings)
    ada, _ = follower("ada")
    settings.WECHAT_ATTEMPTS, settings.WECHAT_HOLD_MILLISECONDS = 1, 0

    assert ada.says("体重 61.5 公斤").shown == "正在看，请过几秒发「结果」查看。"
    settings.WECHAT_HOLD_MILLISECONDS = 4500 // 4
    assert "已记：体重 61.5 公斤。" in (ada.says("结果").shown or "")


def test_beyond_the_requests_that_may_be_held_the_person_is_told_to_ask_at_once(
    settings: Settings, wxsim: Simulator, follower: Follower, slow_photos: LookingHandler
) -> None:
    personal(wxsim, settings)
    settings.WECHAT_HELD_REQUESTS = 0
    ada, _ = follower("ada")

    delivery = ada.sends_photo()
    drain()

    assert delivery.verdicts == [Verdict.SHOWN]
    assert delivery.shown == "正在看，请过几秒发「结果」查看。"
    assert ada.says("结果").shown == LOOKED_LATE
    wxsim.assert_clean()


LOOKED_LATE = f"刚才的结果：{LOOKED}"
