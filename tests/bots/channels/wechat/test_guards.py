"""What stands between the address of the webhook and the conversation: hostile, old and foreign pushes."""

from __future__ import annotations

import pytest
from pytest_django.fixtures import Settings

from bots.models import Inbound
from meum.people.models import Identity
from tests.bots.channels.wechat.conftest import Follower, after
from tests.wxsim.accounts import AccountKind, Mode
from tests.wxsim.judging import Verdict
from tests.wxsim.simulator import Simulator

pytestmark = [pytest.mark.network, pytest.mark.once, pytest.mark.usefixtures("webhook")]


def become(wxsim: Simulator, settings: Settings, *, mode: Mode) -> None:
    wxsim.become(mode=mode)
    settings.WECHAT_MODE = mode.value


def test_t01_only_a_good_signature_gets_its_echo(wxsim: Simulator) -> None:
    echo = "<script>alert(1)</script>"
    good, old = wxsim.verify(echo), str(int(wxsim.clock.now()) - 3600)

    assert (good.status, good.body) == (200, echo.encode())
    assert good.headers["content-type"] == "text/plain; charset=utf-8"
    assert good.headers["x-content-type-options"] == "nosniff"
    refused = [wxsim.verify(signature="0" * 40), wxsim.verify(signature=""), wxsim.verify(timestamp=old)]
    assert [(answer.status, answer.body) for answer in refused] == [(403, b"")] * 3


@pytest.mark.parametrize("skew", [-240, 240])
def test_t11_clocks_that_differ_by_minutes_do_no_harm(wxsim: Simulator, follower: Follower, skew: int) -> None:
    ada, _ = follower("ada")

    assert ada.says("体重 61.5 公斤", faults={"skew": skew}).verdicts == [Verdict.SHOWN]
    wxsim.assert_clean()


@pytest.mark.parametrize("skew", [-1200, 1200])
def test_t11_a_push_from_another_time_is_refused(wxsim: Simulator, follower: Follower, skew: int) -> None:
    ada, _ = follower("ada")

    delivery = ada.says("体重 61.5 公斤", faults={"skew": skew})

    assert {attempt.status for attempt in delivery.attempts} == {403}
    wxsim.assert_clean()


def test_t12_a_recorded_push_does_nothing_a_second_time(wxsim: Simulator, follower: Follower) -> None:
    ada, _ = follower("ada")
    delivery = ada.says("体重 61.5 公斤")
    known = Inbound.objects.count()

    again = wxsim.replay(delivery)
    with after(days=1):
        after_a_day = wxsim.replay(delivery)

    assert (again.status, again.text) == (200, delivery.shown)
    assert after_a_day.status == 403
    assert Inbound.objects.count() == known


@pytest.mark.parametrize(("listed", "status"), [(["127.0.0.1"], 200), (["203.0.113.0/24"], 403)])
def test_t12_a_forged_body_in_plain_mode_is_taken_from_listed_addresses_alone(
    wxsim: Simulator, settings: Settings, follower: Follower, listed: list[str], status: int
) -> None:
    become(wxsim, settings, mode=Mode.PLAIN)
    ada, _ = follower("ada")
    delivery = ada.says("帮助")
    settings.WECHAT_ADDRESSES = listed

    assert wxsim.replay(delivery, fields={"Content": "体重 61.5 公斤", "MsgId": "1"}).status == status


def test_t13_while_the_key_changes_both_open_and_the_answer_uses_the_one_that_did(
    wxsim: Simulator, settings: Settings, follower: Follower
) -> None:
    ada, _ = follower("ada")
    settings.WECHAT_PREVIOUS_AES_KEY, settings.WECHAT_AES_KEY = wxsim.rotate_key()

    assert ada.says("帮助", faults={"old_key": 1}).verdicts == [Verdict.SHOWN]
    assert ada.says("今天").verdicts == [Verdict.SHOWN]
    settings.WECHAT_PREVIOUS_AES_KEY = ""
    assert ada.says("帮助", faults={"old_key": 1}).attempts[0].status == 403


def test_t14_a_plain_body_for_an_account_in_safe_mode_is_refused(wxsim: Simulator, follower: Follower) -> None:
    ada, _ = follower("ada")

    assert ada.says("体重 61.5 公斤", faults={"downgrade": 1}).attempts[0].status == 403
    wxsim.assert_clean()


def test_t14_in_compatible_mode_only_what_is_sealed_counts(
    wxsim: Simulator, settings: Settings, follower: Follower
) -> None:
    become(wxsim, settings, mode=Mode.COMPATIBLE)
    ada, _ = follower("ada")

    delivery = ada.says("帮助", faults={"compat_mismatch": 1})

    assert delivery.shown is not None
    assert delivery.shown.startswith("记：")
    assert not Identity.objects.filter(subject="oAttackerAttackerAttacker001").exists()
    wxsim.assert_clean()


@pytest.mark.parametrize("mode", Mode)
def test_every_mode_is_spoken(wxsim: Simulator, settings: Settings, follower: Follower, mode: Mode) -> None:
    become(wxsim, settings, mode=mode)
    ada, _ = follower("ada")

    assert ada.says("帮助").verdicts == [Verdict.SHOWN]
    wxsim.assert_clean()


@pytest.mark.parametrize("size_in_mib", [0.0635, 2])
def test_t15_a_body_that_is_too_large_is_not_read(wxsim: Simulator, follower: Follower, size_in_mib: float) -> None:
    ada, _ = follower("ada")

    attempt = ada.says("帮助", faults={"big_body": size_in_mib}).attempts[0]

    assert attempt.status in (413, None)
    assert ada.says("帮助").verdicts == [Verdict.SHOWN]


_HOSTILE: list[dict[str, float]] = [
    {"doctype": 1},
    {"xxe": 1},
    {"bomb": 1},
    {"deep": 5000},
    {"siblings": 5000},
    {"dup_element": 1},
    {"bad_utf8": 1},
    {"gzip_body": 1},
    {"wrong_appid": 1},
    {"wrong_gh_id": 1},
    {"bad_signature": 1},
    {"bad_msg_signature": 1},
    {"no_signature": 1},
]
_OUTSIDE_AND_INSIDE = [*_HOSTILE, *({**fault, "inside": 1} for fault in _HOSTILE[:7])]


@pytest.mark.parametrize("faults", _OUTSIDE_AND_INSIDE, ids="-".join)
def test_t16_hostile_markup_is_refused_and_changes_nothing(
    wxsim: Simulator, follower: Follower, faults: dict[str, float]
) -> None:
    ada, _ = follower("ada")
    known = Inbound.objects.count()

    attempt = ada.says("体重 61.5 公斤", faults=faults).attempts[0]

    assert attempt.status in (403, 413)
    assert Inbound.objects.count() == known
    wxsim.assert_clean()


@pytest.mark.parametrize("fault", ["doctype", "xxe", "bomb", "deep", "dup_element", "bad_utf8", "gzip_body"])
def test_t16_in_plain_mode_too(wxsim: Simulator, settings: Settings, follower: Follower, fault: str) -> None:
    become(wxsim, settings, mode=Mode.PLAIN)
    ada, _ = follower("ada")

    assert ada.says("体重 61.5 公斤", faults={fault: 5000}).attempts[0].status in (400, 413)


def test_t16_pushes_as_json_are_not_tried_again(wxsim: Simulator, follower: Follower) -> None:
    ada, _ = follower("ada")

    assert ada.says("帮助", faults={"json_body": 1}).attempts[0].status == 200


def test_t17_a_personal_account_calls_nothing(wxsim: Simulator, settings: Settings, follower: Follower) -> None:
    wxsim.become(kind=AccountKind.PERSONAL_SUBSCRIPTION)
    settings.WECHAT_ACCOUNT_KIND = "personal_subscription"
    ada, _ = follower("ada")

    for words in ("帮助", "体重 61.5 公斤", "今天", "撤销", "恢复", "结果", "隐私"):
        assert ada.says(words).verdicts == [Verdict.SHOWN]
    ada.sends_photo()
    ada.unfollows()

    assert wxsim.record.calls() == ()
    wxsim.assert_clean()
