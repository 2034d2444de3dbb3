"""What the report says, and that the record keeps no secret."""

from __future__ import annotations

import json
import threading
from pathlib import Path

import pytest

from tests.wxsim.accounts import AccountKind
from tests.wxsim.clock import Clock
from tests.wxsim.record import masked
from tests.wxsim.simulator import Simulator
from tests.wxsim_tests.calling import Client, call
from tests.wxsim_tests.conftest import App

pytestmark = [pytest.mark.network, pytest.mark.once]

LATE = 1.6


def rules(sim: Simulator) -> list[str]:
    return [violation.rule for violation in sim.violations()]


def test_an_app_that_does_everything_right_is_clean(wxsim: Simulator, app: App) -> None:
    ada, client = wxsim.phone("ada"), Client(wxsim)
    ada.follows()
    ada.says("在吗")
    client.send(ada.open_id)

    wxsim.assert_clean()


def test_fetching_a_token_that_is_still_good_is_told(wxsim: Simulator) -> None:
    client = Client(wxsim)
    client.stable()
    client.stable()

    assert rules(wxsim) == ["token_fetched_early"]
    with pytest.raises(AssertionError, match="token_fetched_early"):
        wxsim.assert_clean()
    wxsim.assert_clean(allow=("token_fetched_early",))


def test_fetching_after_a_token_was_killed_is_fine(wxsim: Simulator) -> None:
    client = Client(wxsim)
    client.stable()
    wxsim.tokens.kill()
    client.stable()

    assert (rules(wxsim), len(wxsim.tokens.fetches())) == ([], 2)


def test_the_plain_token_is_told_for_its_secret(wxsim: Simulator) -> None:
    proof = {"grant_type": "client_credential", "appid": wxsim.account.app_id, "secret": wxsim.account.secret}
    call(wxsim.api_base, "/cgi-bin/token", proof)

    assert rules(wxsim) == ["secret_in_address"]


def test_sending_outside_the_window_is_told_but_not_when_a_fault_said_so(wxsim: Simulator, app: App) -> None:
    ada, client = wxsim.phone("ada"), Client(wxsim)
    ada.follows()
    ada.says("在吗")
    wxsim.faults.api("errcode", 45015, path="/cgi-bin/message/custom/send")

    client.send(ada.open_id)
    assert rules(wxsim) == []
    wxsim.clock.advance(48 * 3600 + 1)
    client.forget()
    client.send(ada.open_id)
    assert rules(wxsim) == ["send_outside_quota"]


def test_a_wrong_address_is_told(wxsim: Simulator) -> None:
    assert call(wxsim.api_base, "/cgi-bin/message/custom/sent", data={}).status == 404
    assert rules(wxsim) == ["unknown_endpoint"]


def test_asking_twice_for_what_the_account_may_not_is_told(wxsim: Simulator) -> None:
    wxsim.become(kind=AccountKind.PERSONAL_SUBSCRIPTION)
    client = Client(wxsim)

    client.send(wxsim.phone("ada").open_id)
    assert rules(wxsim) == []
    client.send(wxsim.phone("ada").open_id)
    assert rules(wxsim) == ["missing_right_again"]


def test_two_messages_to_one_person_at_once_are_told(wxsim: Simulator, app: App) -> None:
    ada, client = wxsim.phone("ada"), Client(wxsim)
    ada.follows()
    ada.says("在吗")
    client.token()
    wxsim.faults.api("delay", 1, times=0)
    sendings = [threading.Thread(target=client.send, args=(ada.open_id, text)) for text in "12"]
    for sending in sendings:
        sending.start()
    for sending in sendings:
        sending.join()

    assert rules(wxsim) == ["sends_side_by_side"]


def test_letting_the_time_run_out_is_told_where_a_customer_message_could_answer(wxsim: Simulator, app: App) -> None:
    app.waits = [LATE]
    wxsim.phone("ada").says("慢")

    assert rules(wxsim) == ["late_answer"]
    wxsim.become(kind=AccountKind.PERSONAL_SUBSCRIPTION)
    assert rules(wxsim) == []


def test_a_person_who_reads_of_a_fault_is_told_on_every_type_of_account(wxsim: Simulator) -> None:
    wxsim.become(kind=AccountKind.PERSONAL_SUBSCRIPTION)
    wxsim.aim("http://127.0.0.1:1/wechat/")

    wxsim.phone("ada").follows()

    assert rules(wxsim) == ["fault_shown"]


def test_two_answers_to_one_message_are_told(wxsim: Simulator, app: App) -> None:
    app.says = lambda _fields: f"第{len(app.fields)}次"

    wxsim.phone("ada").says("重复", faults={"dup": 1})

    assert rules(wxsim) == ["different_replies"]


@pytest.mark.parametrize(("text", "rule"), [("包治愈", "banned_words"), ("{secret}", "secret_shown")])
def test_words_and_secrets_that_were_shown_are_told(wxsim: Simulator, app: App, text: str, rule: str) -> None:
    wxsim.phone("ada").follows()
    app.says = lambda _fields: text.replace("{secret}", wxsim.account.token)

    wxsim.phone("ada").says("说")

    assert rules(wxsim) == [rule]


def test_a_push_from_another_time_that_is_taken_is_told(wxsim: Simulator, app: App) -> None:
    wxsim.phone("ada").says("x", faults={"skew": 240})
    assert rules(wxsim) == []

    wxsim.phone("ada").says("x", faults={"skew": -1200})
    assert rules(wxsim) == ["forged_push_taken"]


def test_the_record_has_every_attempt_and_call_and_no_secret(tmp_path: Path) -> None:
    with Simulator(scale=4, record_file=tmp_path / "record.jsonl") as sim:
        app = App(sim)
        app.server.start()
        sim.phone("ada").follows()
        Client(sim).send(sim.phone("ada").open_id)
        app.server.stop()
        written = (tmp_path / "record.jsonl").read_text(encoding="utf-8")

        assert [name for name in sim.leaks_in(written) if not name.startswith("open_id")] == []
    lines = [json.loads(line) for line in written.splitlines()]
    assert {"attempt", "call", "bubble", "ledger"} <= {line["kind"] for line in lines}


def test_leaks_are_found_by_name(wxsim: Simulator) -> None:
    ada = wxsim.phone("ada")

    assert wxsim.leaks_in(f"url?secret={wxsim.account.secret}&to={ada.open_id}") == [
        "open_id.ada.verified-service",
        "verified-service.secret",
    ]


def test_masks_are_equal_for_equal_secrets_at_any_depth() -> None:
    one, two = masked({"a": [{"secret": "s3"}], "url": "x?access_token=abc&b=1"}), masked({"secret": "s3"})

    assert one["a"][0]["secret"] == two["secret"] != "s3"
    assert "abc" not in one["url"]
    assert one["url"].endswith("&b=1")


def test_two_processes_share_the_clock_by_its_file(tmp_path: Path) -> None:
    ours, theirs = Clock(path=tmp_path / "clock"), Clock(path=tmp_path / "clock")

    ours.advance(7200)

    assert theirs.offset == 7200


@pytest.mark.parametrize("scale", [0.5, 5])
def test_short_waits_are_divided_by_four_at_most(scale: float, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="1 to 4"):
        Clock(scale=scale, path=tmp_path / "clock")
