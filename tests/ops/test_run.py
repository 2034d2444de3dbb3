"""`make run` as a person at a terminal meets it: it comes up, is signed in to, and goes away without leftovers."""

from __future__ import annotations

import http.client
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from ops.run import ports, read_port, web_environment, wechat_environment

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.network


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return the environment of a place with a database of its own, as set-up leaves it but for the catalogue."""
    folder = tmp_path_factory.mktemp("place")
    passed_on = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    settings = passed_on | {"VAR_DIR": str(folder), "DEBUG": "1", "PYTHONPATH": str(ROOT)}
    migrate = [sys.executable, "manage.py", "migrate", "--verbosity", "0"]
    # The settings of the tests do not wait for the disk after each migration.
    subprocess.run(migrate, check=True, cwd=ROOT, env=settings | {"DJANGO_SETTINGS_MODULE": "tests.settings"})
    return settings


@pytest.fixture
def port() -> int:
    """Return a port on which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def run(environment: dict[str, str], port: int) -> subprocess.Popen[str]:
    told = environment | {"PORT": str(port)}
    command = [sys.executable, "-m", "ops.run"]
    return subprocess.Popen(
        command, cwd=ROOT, env=told, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True
    )


def read_until(running: subprocess.Popen[str], words: str) -> str:
    """Return what was printed up to a line with `words`; the end of the program ends it too."""
    assert running.stdout is not None
    said = ""
    for line in running.stdout:
        said += line
        if words in line:
            break
    return said


def parts_of(running: subprocess.Popen[str]) -> list[psutil.Process]:
    return psutil.Process(running.pid).children(recursive=True)


def test_it_comes_up_tells_how_to_sign_in_and_leaves_nothing_at_ctrl_c(environment: dict[str, str], port: int) -> None:
    running = run(environment, port)
    said = read_until(running, "nutritionist")
    parts = parts_of(running)
    connection = http.client.HTTPConnection("127.0.0.1", port)
    connection.request("GET", "/ready")

    assert connection.getresponse().status == 200
    assert f"http://127.0.0.1:{port}/chat/" in said
    assert "sign in as   demo" in said
    connection.close()

    running.send_signal(signal.SIGINT)
    rest = running.communicate(timeout=60)[0]

    assert running.returncode == 0
    assert rest.endswith("meum: stopped\n")
    assert [part for part in parts if part.is_running()] == []


def test_ctrl_c_while_it_starts_says_that_it_stopped_and_nothing_else(environment: dict[str, str], port: int) -> None:
    running = run(environment, port)
    parts: list[psutil.Process] = []
    while len(parts) < 2:
        parts = parts_of(running)
    os.killpg(running.pid, signal.SIGINT)
    said = running.communicate(timeout=60)[0]

    assert running.returncode == 0
    assert said == "\nmeum: stopping, a few seconds\nmeum: stopped\n"
    assert [part for part in parts if part.is_running()] == []


def test_a_killed_web_server_stops_the_rest_with_a_line(environment: dict[str, str], port: int) -> None:
    running = run(environment, port)
    read_until(running, "nutritionist")
    parts = parts_of(running)
    (web,) = [part for part in parts if part.ppid() == running.pid and "granian" in " ".join(part.cmdline())]

    web.kill()
    rest = running.communicate(timeout=60)[0]

    assert running.returncode == 1
    assert rest.endswith("meum: web ended by itself with signal 9; stopped the rest\n")
    assert [part for part in parts if part.is_running()] == []


def test_a_taken_port_is_told_in_one_line(environment: dict[str, str]) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        running = run(environment, other.getsockname()[1])
        said = running.communicate(timeout=60)[0]

    assert running.returncode == 1
    assert said.startswith("meum: port ")
    assert said.count("\n") == 1


@pytest.mark.parametrize("text", ["0", "65536", "eighty", "-1", "８０００"])
def test_nonsense_is_no_port(text: str) -> None:
    assert read_port(text) is None


def test_with_an_account_the_webhook_has_a_port_and_held_requests_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    assert ports(8000) == [8000]

    monkeypatch.setenv("WECHAT_APP_ID", "wx5d0e11a5c0ffee01")

    assert ports(8000) == [8000, 8001]
    assert web_environment({})["WECHAT_HELD_REQUESTS"] == "0"
    assert "WECHAT_HELD_REQUESTS" not in wechat_environment({})
