"""One exchange is bounded in time and size, and its errors tell nothing of what was asked."""

from __future__ import annotations

import logging
import socket
import threading
from collections.abc import Iterator

import pytest

from bots.channels.wechat.client.answers import asked
from bots.channels.wechat.client.errors import NoAnswerError
from bots.channels.wechat.client.transport import exchange
from tests.wxsim.simulator import Simulator

pytestmark = pytest.mark.network
QUERY = {"access_token": "S3CRET-token", "secret": "S3CRET"}


@pytest.fixture
def dripping() -> Iterator[str]:
    """Return the address of a server that promises much and sends a byte every twentieth of a second."""
    listening = socket.create_server(("127.0.0.1", 0))
    stopped = threading.Event()

    def drip() -> None:
        peer, _ = listening.accept()
        with peer:
            peer.recv(4096)
            peer.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
            while not stopped.wait(0.05):
                try:
                    peer.sendall(b"x")
                except OSError:
                    return

    thread = threading.Thread(target=drip, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{listening.getsockname()[1]}/"
    stopped.set()
    thread.join()
    listening.close()


def test_a_server_that_trickles_is_left(dripping: str) -> None:
    with pytest.raises(NoAnswerError, match="too_slow_or_too_big"):
        exchange(method="GET", url=dripping, seconds=0.4)


def test_a_server_that_is_silent_is_left(wxsim: Simulator) -> None:
    wxsim.faults.api("hang")

    with pytest.raises(NoAnswerError, match="broken_off"):
        exchange(method="GET", url=f"{wxsim.api_base}/cgi-bin/getcallbackip", seconds=0.3)


def test_more_than_was_allowed_is_not_read(wxsim: Simulator) -> None:
    with pytest.raises(NoAnswerError, match="too_slow_or_too_big"):
        exchange(method="GET", url=f"{wxsim.api_base}/cgi-bin/getcallbackip", most_bytes=10)


@pytest.mark.parametrize("base", ["http://127.0.0.1:9", "http://no.such.host.invalid", "http://[::1"])
def test_an_error_holds_neither_the_address_nor_what_caused_it(base: str, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG), pytest.raises(NoAnswerError) as failed:
        asked(base=base, path="/sns/jscode2session", method="GET", query=QUERY)

    assert (failed.value.__cause__, failed.value.__context__) == (None, None)
    assert "S3CRET" not in caplog.text + repr(failed.value) + str(failed.value.__dict__)


def test_no_log_line_quotes_the_address_of_a_call() -> None:
    assert logging.getLogger("urllib3.connectionpool").getEffectiveLevel() >= logging.WARNING


@pytest.mark.parametrize("fault", [("html200", 0), ("truncate", 3), ("http", 504)])
def test_what_is_no_answer_of_the_api_is_none(fault: tuple[str, float], wxsim: Simulator) -> None:
    wxsim.faults.api(*fault)

    with pytest.raises(NoAnswerError):
        asked(base=wxsim.api_base, path="/cgi-bin/getcallbackip", method="GET")
