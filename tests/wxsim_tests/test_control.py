"""Driving the simulator from outside: by its page's addresses, by a terminal, and as a program."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.wxsim import __main__ as program
from tests.wxsim.control import Control
from tests.wxsim.pictures import PLATE
from tests.wxsim.simulator import Simulator
from tests.wxsim.terminal import Terminal
from tests.wxsim_tests.calling import Client, Got, call
from tests.wxsim_tests.conftest import App

pytestmark = [pytest.mark.network, pytest.mark.once]

ROOT = Path(__file__).resolve().parents[2]
MENU = {"button": [{"name": "我", "sub_button": [{"type": "click", "name": "今天", "key": "m1.today"}]}]}


@pytest.fixture
def driven(wxsim: Simulator, app: App) -> Simulator:
    """Return a simulator that is driven from outside, with an app behind it."""
    Control(wxsim)
    return wxsim


def do(sim: Simulator, action: str, **more: str) -> Got:
    return call(sim.api_base, "/__sim__/do", data={"phone": "ada", "action": action, **more})


def state(sim: Simulator, **query: object) -> Got:
    return call(sim.api_base, "/__sim__/state", {"phone": "ada", **query})


def test_what_is_done_shows_in_the_state(driven: Simulator) -> None:
    do(driven, "follow")
    do(driven, "say", text="两个包子")

    told = state(driven).data
    assert [bubble["text"] for bubble in told["bubbles"]] == ["收到", "两个包子", "收到两个包子"]
    assert [push["attempts"][0]["verdict"] for push in told["pushes"]] == ["shown", "shown"]
    assert state(driven, since=2).data["bubbles"][0]["text"] == "收到两个包子"


@pytest.mark.parametrize(
    "action", ["photo", "voice", "video", "location", "link", "file", "sticker", "unfollow", "close"]
)
def test_every_tool_sends_something(driven: Simulator, app: App, action: str) -> None:
    assert do(driven, action).status == 200
    assert len(app.fields) == 1


def test_a_picture_is_sent_as_bytes_and_comes_back_without_being_a_page(driven: Simulator) -> None:
    call(driven.api_base, "/__sim__/photo", {"phone": "ada"}, body=PLATE)

    media = state(driven).data["bubbles"][0]["media"]
    got = call(driven.api_base, media)
    assert (got.body, got.headers["content-security-policy"]) == (PLATE, "sandbox")


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("/__sim__/do", {"action": "dance"}),
        ("/__sim__/do", {"action": "say"}),
        ("/__sim__/do", {"action": "scan", "scene": "nowhere"}),
        ("/__sim__/faults", {"push": "typo"}),
        ("/__sim__/account", {"kind": "test-account"}),
        ("/__sim__/clock", {"advance": "soon"}),
    ],
)
def test_what_cannot_be_done_is_told(driven: Simulator, path: str, data: dict[str, str]) -> None:
    got = call(driven.api_base, path, data=data)

    assert (got.status, bool(got.data["error"])) == (400, True)


def test_clock_account_and_faults_are_changed_from_outside(driven: Simulator) -> None:
    call(driven.api_base, "/__sim__/clock", data={"advance": 60})
    call(driven.api_base, "/__sim__/account", data={"kind": "personal-subscription"})
    call(driven.api_base, "/__sim__/faults", data={"push": "drop_first_ack"})
    do(driven, "follow")

    told = state(driven).data
    assert (told["offset"], told["account"]["kind"], told["rights"]) == (60, "personal-subscription", [])
    assert [attempt["verdict"] for attempt in told["pushes"][0]["attempts"]] == ["lost", "shown"]


def test_the_record_and_the_report_can_be_read(driven: Simulator) -> None:
    Client(driven).stable()

    assert b'"kind": "call"' in call(driven.api_base, "/__sim__/record").body
    assert call(driven.api_base, "/__sim__/report").body == b"[]"


def test_a_web_page_gets_a_code_for_the_person_who_holds_the_phone(driven: Simulator) -> None:
    asked = {"appid": driven.account.app_id, "redirect_uri": "https://meum.example/back?x=1", "state": "s"}
    who = call(driven.api_base, "/connect/oauth2/authorize", asked)
    back = urlsplit(call(driven.api_base, "/connect/oauth2/authorize", {**asked, "phone": "ada"}).headers["location"])

    assert b"Whose phone is this?" in who.body
    assert parse_qs(back.query)["state"] == ["s"]
    assert parse_qs(back.query)["code"][0] in driven.world.codes


def test_the_page_is_there_and_nothing_else(driven: Simulator) -> None:
    assert [call(driven.api_base, path).status for path in ("/", "/page.js", "/page.css", "/page/../simulator.py")] == [
        200,
        200,
        200,
        404,
    ]


def test_a_terminal_says_and_shows(driven: Simulator) -> None:
    written: list[str] = []
    terminal = Terminal(driven, name="ada", write=written.append)
    Client(driven).post("/cgi-bin/menu/create", MENU)

    terminal.run(["/follow\n", "一碗粥\n", "/menu\n", "/click m1.today\n", "/attempts\n", "/quit\n", "never\n"])

    assert written[:3] == ["Meum> 收到\n", "Meum> 收到一碗粥\n", "  我 · 今天: m1.today\n"]
    assert "#2 text: shown" in written[-1]


@pytest.mark.parametrize("line", ["/dance", "/scan nowhere", "/as", "/fault typo", "/photo /nowhere.jpg", "/advance x"])
def test_a_terminal_tells_what_it_does_not_know(driven: Simulator, line: str) -> None:
    written: list[str] = []

    Terminal(driven, name="ada", write=written.append).take(line)

    assert written[0].startswith("  ? ")


def test_a_terminal_takes_another_phone_and_lets_things_go_wrong(driven: Simulator) -> None:
    written: list[str] = []
    terminal = Terminal(driven, name="ada", write=written.append)

    terminal.run(["/as ben", "/follow", "/fault drop_first_ack", "喂", "/voice", "/report", "/advance 60", "/unfollow"])

    assert driven.phone("ben").bubbles[-1].kind == "text"
    assert driven.deliveries[1].verdicts == ["lost", "shown"]
    assert written[-1] == "  (shown)\n"
    assert driven.clock.offset == 60


def test_the_program_says_what_meum_has_to_know(app: App, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.wxsim", "--port", "0", "--webhook", "http://127.0.0.1:1/wechat/"]
    done = subprocess.run(
        command, check=False, cwd=ROOT, input="/report\n", capture_output=True, text=True, timeout=30, env={}
    )

    assert "nobody answers there: start Meum first" in done.stdout
    assert f"WECHAT_AES_KEY={program.AES_KEY}" in done.stdout
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("arguments", [["--kind", "test-account"], ["--scale", "9"]])
def test_the_program_refuses_what_there_is_not(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert program.main(["--port", "0", *arguments]) == 2
    assert capsys.readouterr().out.startswith("wxsim: ")
