"""How a push is tried, judged and shown."""

from __future__ import annotations

import time

import pytest

from tests.wxsim import messages
from tests.wxsim.accounts import AccountKind, Mode
from tests.wxsim.api.calls import Told, html
from tests.wxsim.crypto import signature_of
from tests.wxsim.judging import FAULT_TEXT, Verdict
from tests.wxsim.simulator import Simulator
from tests.wxsim_tests.conftest import App

pytestmark = [pytest.mark.network, pytest.mark.once]

TOO_LONG = 1.6


@pytest.mark.parametrize("mode", list(Mode))
def test_a_reply_is_shown_in_every_mode(wxsim: Simulator, app: App, mode: Mode) -> None:
    wxsim.become(mode=mode)
    ada = wxsim.phone("ada")
    ada.follows()

    delivery = ada.says("两个包子 🍜")

    assert (delivery.verdicts, delivery.shown) == ([Verdict.SHOWN], "收到两个包子 🍜")
    assert ada.answers == ["收到", "收到两个包子 🍜"]


def test_a_safe_push_hides_what_it_holds_and_signs_it(wxsim: Simulator, app: App) -> None:
    wxsim.phone("ada").says("两个包子")

    query, body = app.got[0].query, app.got[0].body.decode()
    assert "包子" not in body
    assert (query["encrypt_type"], query["openid"]) == ("aes", wxsim.phone("ada").open_id)
    assert query["signature"] == signature_of(wxsim.account.token, query["timestamp"], query["nonce"])


def test_a_late_answer_is_tried_again_with_one_id_and_fresh_nonces(wxsim: Simulator, app: App) -> None:
    app.waits = [TOO_LONG, TOO_LONG]
    ada = wxsim.phone("ada")
    ada.follows()
    app.waits = [TOO_LONG, TOO_LONG]

    delivery = ada.says("慢")

    assert delivery.verdicts == [Verdict.TIMED_OUT, Verdict.TIMED_OUT, Verdict.SHOWN]
    assert len({request.query["nonce"] for request in delivery.requests}) == 3
    assert {fields["MsgId"] for fields in app.fields if "MsgId" in fields} == {delivery.message_id}
    assert delivery.shown == "收到慢"


def test_after_three_attempts_the_person_reads_of_a_fault(wxsim: Simulator, app: App) -> None:
    ada = wxsim.phone("ada")
    ada.follows()
    app.raw = html(502)

    delivery = ada.says("有人吗")

    assert delivery.verdicts == [Verdict.BROKEN] * 3
    assert ada.answers[-1] == FAULT_TEXT


@pytest.mark.parametrize(
    "raw",
    [
        Told(b'{"ok": true}'),
        html(200),
        html(403),
        Told(b"<xml><ToUserName>x</ToUserName></xml>"),
        Told(b"", status=302, headers={"Location": "/"}),
    ],
)
def test_what_is_no_reply_is_a_fault_at_once(wxsim: Simulator, app: App, raw: Told) -> None:
    wxsim.phone("ada").follows()
    app.raw = raw

    delivery = wxsim.phone("ada").says("喂")

    assert (len(delivery.attempts), delivery.shown) == (1, FAULT_TEXT)
    assert [violation.rule for violation in wxsim.violations()] == ["bad_answer"]


@pytest.mark.parametrize("body", [b"success", b""])
def test_silence_is_no_fault(wxsim: Simulator, app: App, body: bytes) -> None:
    wxsim.phone("ada").follows()
    app.raw = Told(body)

    assert wxsim.phone("ada").says("嗯").shown is None
    wxsim.assert_clean()


@pytest.mark.parametrize(("size", "is_shown"), [(2048, True), (2049, False)])
def test_a_text_holds_2048_bytes(wxsim: Simulator, app: App, size: int, is_shown: bool) -> None:
    wxsim.phone("ada").follows()
    app.says = lambda _fields: "x" * size

    assert (wxsim.phone("ada").says("长").shown == "x" * size) is is_shown


def test_a_plain_reply_to_a_safe_account_is_a_fault(wxsim: Simulator, app: App) -> None:
    ada = wxsim.phone("ada")
    ada.follows()
    app.raw = Told(b"<xml><ToUserName>a</ToUserName><Content>x</Content></xml>")

    assert ada.says("明文").attempts[0].judgement.problem == "a plain reply to an account in safe mode"


def test_nobody_sees_a_reply_after_leaving(wxsim: Simulator, app: App) -> None:
    ada = wxsim.phone("ada")
    ada.follows()

    assert ada.unfollows().shown is None


def test_copies_arrive_at_once_and_are_shown_once(wxsim: Simulator, app: App) -> None:
    ada = wxsim.phone("ada")
    ada.follows()

    delivery = ada.says("重复", faults={"dup_parallel": 2, "dup": 1})

    assert (len(delivery.attempts), delivery.replies) == (4, ["收到重复"])
    assert ada.answers.count("收到重复") == 1


def test_an_answer_that_was_lost_is_asked_for_again(wxsim: Simulator, app: App) -> None:
    wxsim.phone("ada").follows()

    delivery = wxsim.phone("ada").says("丢了", faults={"drop_first_ack": 1})

    assert delivery.verdicts == [Verdict.LOST, Verdict.SHOWN]


def test_messages_can_arrive_in_another_order(wxsim: Simulator, app: App) -> None:
    ada = wxsim.phone("ada")
    said = [(ada, messages.text(word)) for word in "一二三"]

    deliveries = wxsim.out_of_order(said, order=[1, 2, 0])

    assert [str(delivery.fields["Content"]) for delivery in deliveries] == ["一", "二", "三"]
    assert deliveries[0].message_id < deliveries[1].message_id
    assert sorted(fields["Content"] for fields in app.fields) == ["一", "三", "二"]


def test_a_message_comes_again_hours_later_with_a_fresh_timestamp(wxsim: Simulator, app: App) -> None:
    first = wxsim.phone("ada").says("早")
    wxsim.clock.advance(7200)

    again = wxsim.again(first)

    assert again.message_id == first.message_id
    assert int(again.requests[0].query["timestamp"]) - int(first.requests[0].query["timestamp"]) >= 7200


def test_a_recorded_push_can_be_replayed_byte_by_byte(wxsim: Simulator, app: App) -> None:
    first = wxsim.phone("ada").says("早")

    wxsim.replay(first)

    assert (app.got[0].body, app.got[0].query) == (app.got[1].body, app.got[1].query)


@pytest.mark.parametrize(
    ("name", "sign"),
    [
        ("doctype", b"<!DOCTYPE"),
        ("xxe", b"SYSTEM"),
        ("bomb", b"<!ENTITY e9"),
        ("dup_element", b"oAttacker"),
        ("bad_utf8", b"\xff\xfe"),
        ("json_body", b'"MsgType"'),
        ("gzip_body", b"\x1f\x8b"),
    ],
)
def test_a_hostile_body_is_tried_once_and_shown_to_nobody(wxsim: Simulator, app: App, name: str, sign: bytes) -> None:
    wxsim.phone("ada").follows()
    app.raw = html(403)

    delivery = wxsim.phone("ada").says("x", faults={name: 1})

    assert sign in app.got[-1].body
    assert (delivery.verdicts, delivery.shown) == ([Verdict.REFUSED], None)
    wxsim.assert_clean()


@pytest.mark.parametrize("name", ["bad_signature", "no_signature", "bad_msg_signature", "downgrade", "wrong_appid"])
def test_a_forged_push_that_is_taken_is_told(wxsim: Simulator, app: App, name: str) -> None:
    app.raw = Told(b"success")

    wxsim.phone("ada").says("x", faults={name: 1})

    assert [violation.rule for violation in wxsim.violations()] == ["forged_push_taken"]


def test_deep_wide_and_large_bodies_are_as_large_as_told(wxsim: Simulator, app: App) -> None:
    app.raw = html(413)

    for faults, least in (
        ({"deep": 20_000.0}, 140_000),
        ({"siblings": 500_000.0}, 2_000_000),
        ({"big_body": 2}, 2 << 20),
    ):
        wxsim.phone("ada").says("x", faults=faults)
        assert len(app.got[-1].body) > least


def test_the_outer_sender_can_differ_from_the_inner_one(wxsim: Simulator, app: App) -> None:
    wxsim.phone("ada").says("真的", faults={"compat_mismatch": 1})

    assert b"oAttacker" in app.got[0].body
    assert app.fields[0]["Content"] == "真的"


def test_a_push_may_come_from_another_address(wxsim: Simulator, app: App) -> None:
    for faults in ({}, {"from_elsewhere": 1.0}):
        wxsim.phone("ada").says("x", faults=faults)

    assert [asked.client for asked in app.got] == ["127.0.0.1", "127.0.0.2"]


def test_a_fault_that_is_not_known_is_refused(wxsim: Simulator, app: App) -> None:
    with pytest.raises(ValueError, match="no such fault"):
        wxsim.phone("ada").says("x", faults={"typo": 1})
    with pytest.raises(ValueError, match="no such fault"):
        wxsim.faults.push("typo")


def test_a_standing_fault_strikes_as_often_as_told(wxsim: Simulator, app: App) -> None:
    wxsim.faults.push("skew", 1200, times=2)

    sent = [wxsim.phone("ada").says("x").requests[0].query["timestamp"] for _ in range(3)]

    now = wxsim.clock.now()
    assert [int(timestamp) > now + 600 for timestamp in sent] == [True, True, False]


def test_the_address_is_verified_with_its_echo(wxsim: Simulator, app: App) -> None:
    assert wxsim.verify("你好").body.decode() == "你好"


def test_after_a_rotation_pushes_may_still_come_with_the_old_key(wxsim: Simulator, app: App) -> None:
    old, new = wxsim.rotate_key()
    app.raw = Told(b"success")

    delivery = wxsim.phone("ada").says("x", faults={"old_key": 1})

    assert old != new
    sealed = app.got[0].body.decode().partition("<Encrypt><![CDATA[")[2].partition("]]")[0]
    assert "x" in delivery.account.safe_mode(is_old=True).open(sealed).decode()


def test_a_test_account_has_no_encryption(wxsim: Simulator) -> None:
    with pytest.raises(ValueError, match="plain"):
        wxsim.become(kind=AccountKind.TEST_ACCOUNT)


def test_events_of_the_platform_name_the_person_inside(wxsim: Simulator, app: App) -> None:
    ada = wxsim.phone("ada")

    ada.revokes("1,12")

    assert app.fields[0]["OpenID"] == ada.open_id != app.fields[0]["FromUserName"]


def test_pushes_keep_the_machines_time_where_the_app_does_not_follow_the_clock() -> None:
    with Simulator(is_clock_followed=False, attempts=1) as simulator:
        simulator.aim("http://127.0.0.1:1/wechat/")
        simulator.clock.advance(48 * 3600)

        delivery = simulator.phone("ada").says("x")

    told = (delivery.requests[0].query["timestamp"], delivery.fields["CreateTime"])
    assert all(abs(float(str(at)) - time.time()) < 3600 for at in told)
