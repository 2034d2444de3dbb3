"""Customer messages: what the platform refuses is not asked for twice, and each refusal says what to do."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
import time_machine
from pytest_django.fixtures import Settings

from bots.channels.wechat.account import Capability, has
from bots.channels.wechat.client import Reason, SendRefused, ledger, send_image, send_text, typing, upload_image
from bots.channels.wechat.client.ledger import Scene, opened
from bots.models import WeChatCircuit, WeChatWindow
from tests.bots.channels.wechat.calling import at_once, follower, use_account_of
from tests.wxsim.accounts import AccountKind
from tests.wxsim.phones import Phone
from tests.wxsim.pictures import PLATE
from tests.wxsim.simulator import Simulator

pytestmark = pytest.mark.network
SEND = "/cgi-bin/message/custom/send"
LONGEST = "好" * 682


@pytest.fixture
def ada(wxsim: Simulator) -> Phone:
    return follower(wxsim)


def refusal(ada: Phone, text: str = "好") -> Reason:
    with pytest.raises(SendRefused) as refused:
        send_text(open_id=ada.open_id, text=text)
    return refused.value.reason


def test_words_and_pictures_arrive_as_they_are(wxsim: Simulator, ada: Phone) -> None:
    send_text(open_id=ada.open_id, text="约 350 千卡 🍜 <a>")
    send_image(open_id=ada.open_id, media_id=upload_image(PLATE))
    send_text(open_id=ada.open_id, text=LONGEST)

    assert ada.answers == ["约 350 千卡 🍜 <a>", "", LONGEST]
    assert ledger.remaining(ada.open_id) == wxsim.quota.remaining(ada.open_id) == 2
    wxsim.assert_clean()


def test_t07_after_48_hours_nothing_is_sent_until_the_next_message(wxsim: Simulator, ada: Phone) -> None:
    with time_machine.travel(datetime.now(UTC)) as traveller:
        traveller.shift(48 * 3600 + 1)
        assert refusal(ada) is Reason.WINDOW_CLOSED
        assert not wxsim.record.calls(SEND)

        follower(wxsim)
        send_text(open_id=ada.open_id, text="好")

    assert ada.answers == ["好"]
    wxsim.assert_clean()


def test_t07_a_window_that_the_platform_calls_closed_is_not_tried_again(wxsim: Simulator, ada: Phone) -> None:
    wxsim.faults.api("errcode", 45015, path=SEND)

    assert [refusal(ada), refusal(ada)] == [Reason.WINDOW_CLOSED] * 2
    assert len(wxsim.record.calls(SEND)) == 1


def test_t08_the_sixth_message_is_not_sent(wxsim: Simulator, ada: Phone) -> None:
    for number in range(5):
        send_text(open_id=ada.open_id, text=f"{number}")

    assert refusal(ada) is Reason.QUOTA_SPENT
    assert ada.answers == ["0", "1", "2", "3", "4"]
    wxsim.assert_clean()


@pytest.mark.parametrize(("fault", "value"), [("http", 502), ("errcode", 40164)])
def test_without_a_token_nothing_was_sent_and_the_trouble_is_the_token_s_alone(
    wxsim: Simulator, ada: Phone, fault: str, value: int
) -> None:
    wxsim.faults.api(fault, value, path="/cgi-bin/stable_token")

    with pytest.raises(SendRefused) as refused:
        send_text(open_id=ada.open_id, text="好")

    assert not refused.value.may_have_arrived
    assert ledger.remaining(ada.open_id) == 5
    assert [(trouble.calls, trouble.count) for trouble in WeChatCircuit.objects.all()] == [("/cgi-bin/stable_token", 1)]


def test_typing_that_is_refused_leaves_the_right_to_send(wxsim: Simulator, ada: Phone) -> None:
    wxsim.faults.api("errcode", 48001, path="/cgi-bin/message/custom/typing")

    typing(ada.open_id)

    assert has(Capability.CUSTOMER_MESSAGE)


def test_t08_a_quota_that_the_platform_calls_spent_is_spent(wxsim: Simulator, ada: Phone) -> None:
    wxsim.faults.api("errcode", 45047, path=SEND)

    assert [refusal(ada), refusal(ada)] == [Reason.QUOTA_SPENT] * 2
    assert ledger.remaining(ada.open_id) == 0
    assert len(wxsim.record.calls(SEND)) == 1


@pytest.mark.parametrize("scene", [Scene.CLICK, Scene.FOLLOW, Scene.SCAN])
def test_t21_a_click_a_code_or_following_allows_three_for_a_minute(scene: Scene, wxsim: Simulator) -> None:
    ben = wxsim.phone("ben")
    now = datetime(2026, 11, 20, 6, tzinfo=UTC)
    with time_machine.travel(now, tick=False) as traveller:
        opened(open_id=ben.open_id, scene=scene, at=now)
        assert ledger.remaining(ben.open_id) == 3

        traveller.shift(61)
        assert ledger.remaining(ben.open_id) == 0


def test_quotas_do_not_add_up(ada: Phone) -> None:
    now = datetime.now(UTC)
    assert ledger.reserve(ada.open_id)
    ledger.settled(ada.open_id)

    opened(open_id=ada.open_id, scene=Scene.CLICK, at=now)
    assert ledger.remaining(ada.open_id) == 4
    opened(open_id=ada.open_id, scene=Scene.MESSAGE, at=now)
    assert ledger.remaining(ada.open_id) == 5


def test_messages_to_one_person_go_one_by_one(wxsim: Simulator, ada: Phone) -> None:
    wxsim.faults.api("delay", 0.8, path=SEND, times=0)

    raised = at_once([lambda: send_text(open_id=ada.open_id, text="好") for _ in range(3)])

    assert raised == [None] * 3
    wxsim.assert_clean()


def test_t09_an_account_without_the_right_learns_it_once_and_asks_again_after_a_week(
    wxsim: Simulator, ada: Phone, caplog: pytest.LogCaptureFixture
) -> None:
    wxsim.become(kind=AccountKind.UNVERIFIED_SERVICE)

    with time_machine.travel(datetime.now(UTC)) as traveller:
        assert [refusal(ada), refusal(ada)] == [Reason.NOT_ALLOWED] * 2
        assert not has(Capability.CUSTOMER_MESSAGE)
        assert len(wxsim.record.calls(SEND)) == 1
        wxsim.assert_clean()

        traveller.shift(7 * 86400 + 1)
        assert has(Capability.CUSTOMER_MESSAGE)
    assert WeChatCircuit.objects.get().trouble == "right_missing"
    assert [record.message for record in caplog.records].count("trouble with WeChat") == 1


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        (43004, "unreachable"),
        (40003, "unreachable"),
        (48002, "unreachable"),
        (45009, "stopped"),
        (47001, "not_allowed"),
    ],
)
def test_each_refusal_has_its_reason(code: int, reason: str, wxsim: Simulator, ada: Phone) -> None:
    wxsim.faults.api("errcode", code, path=SEND)

    assert refusal(ada) == reason
    assert ledger.remaining(ada.open_id) == 5


@pytest.mark.parametrize("fault", ["http", "html200", "reset", "truncate"])
def test_a_message_without_an_answer_may_have_arrived(
    fault: str, wxsim: Simulator, ada: Phone, caplog: pytest.LogCaptureFixture
) -> None:
    wxsim.faults.api(fault, 502 if fault == "http" else 9, path=SEND)

    with pytest.raises(SendRefused) as refused:
        send_text(open_id=ada.open_id, text="好")

    assert (refused.value.reason, refused.value.may_have_arrived) == (Reason.UNAVAILABLE, True)
    assert ledger.remaining(ada.open_id) == 4
    assert len(wxsim.record.calls(SEND)) == 1
    assert not wxsim.leaks_in(caplog.text + repr(refused.value) + repr(refused.value.__context__))


def test_three_calls_without_an_answer_let_the_next_ones_rest(wxsim: Simulator, ada: Phone) -> None:
    wxsim.faults.api("http", 500, path=SEND, times=0)
    assert [refusal(ada) for _ in range(4)] == [Reason.UNAVAILABLE] * 3 + [Reason.STOPPED]

    with time_machine.travel(datetime.now(UTC)) as traveller:
        wxsim.faults.clear()
        traveller.shift(6)
        send_text(open_id=ada.open_id, text="好")

    assert len(wxsim.record.calls(SEND)) == 4
    assert not WeChatCircuit.objects.filter(ended_at=None).exists()


def test_what_never_reached_the_platform_costs_nothing(wxsim: Simulator, ada: Phone, settings: Settings) -> None:
    send_text(open_id=ada.open_id, text="好")
    settings.WECHAT_API_BASE = "http://127.0.0.1:9"

    with pytest.raises(SendRefused) as refused:
        send_text(open_id=ada.open_id, text="好")

    assert not refused.value.may_have_arrived
    assert ledger.remaining(ada.open_id) == 4


@pytest.mark.parametrize("text", ["", LONGEST + "好"])
def test_a_text_that_the_platform_would_not_take_is_not_sent(text: str, wxsim: Simulator, ada: Phone) -> None:
    assert refusal(ada, text) is Reason.TOO_LONG
    assert not wxsim.record.calls()


def test_a_personal_account_calls_nothing(wxsim: Simulator, ada: Phone, settings: Settings) -> None:
    wxsim.become(kind=AccountKind.PERSONAL_SUBSCRIPTION)
    use_account_of(wxsim, settings)

    typing(ada.open_id)
    assert refusal(ada) is Reason.NOT_ALLOWED
    assert not wxsim.record.calls()


def test_typing_is_shown_where_it_may_be_and_never_fails(wxsim: Simulator, ada: Phone) -> None:
    typing(ada.open_id)
    typing(ada.open_id)
    typing(wxsim.phone("a stranger").open_id)

    assert [call.errcode for call in wxsim.record.calls("/cgi-bin/message/custom/typing")] == [0, 45081]
    assert ledger.remaining(ada.open_id) == 5


def test_windows_that_are_over_are_cleared_away(ada: Phone) -> None:
    assert ledger.clear(now=datetime.now(UTC)) == 0

    with time_machine.travel(datetime.now(UTC)) as traveller:
        traveller.shift(48 * 3600 + 1)
        assert ledger.clear(now=datetime.now(UTC)) == 1
    assert not WeChatWindow.objects.exists()
