"""Programs that run together end together, whatever happens to one of them."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator

import pytest

from ops.processes import Ended, Together

FOREVER = ["sleep", "1000"]
WITH_A_CHILD = ["sh", "-c", "sleep 1000 & echo ready; wait"]


@pytest.fixture(autouse=True)
def own_signals() -> Iterator[None]:
    """Put pytest's own signal handlers back."""
    numbers = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    before = {number: signal.getsignal(number) for number in numbers}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


def is_there(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def test_a_killed_program_is_noticed_and_leaves_no_child_behind() -> None:
    with Together() as parts:
        web = parts.start("web", WITH_A_CHILD)
        beat = parts.start("beat", FOREVER)
        os.kill(web, signal.SIGKILL)

        ended = parts.wait_until(lambda: False)

    assert ended == Ended(name="web", status=-signal.SIGKILL)
    assert not is_there(web)
    assert not is_there(beat)


def test_a_program_that_ends_by_itself_is_named_with_its_status() -> None:
    with Together() as parts:
        parts.start("worker", ["sh", "-c", "exit 3"])

        ended = parts.wait_until(lambda: False)

    assert str(ended) == "worker ended by itself with status 3"


def test_ctrl_c_is_a_wish_to_stop_and_no_error(capfd: pytest.CaptureFixture[str]) -> None:
    with Together() as parts:
        web = parts.start("web", WITH_A_CHILD)
        parts.wait_until(lambda: "ready" in capfd.readouterr().out)
        os.kill(os.getpid(), signal.SIGINT)

        assert parts.wait_until(lambda: False) is None

    assert not is_there(web)


def test_a_program_that_ends_a_moment_before_the_wish_to_stop_has_not_ended_by_itself() -> None:
    with Together() as parts:
        web = parts.start("web", ["true"])
        # An ended program can be signalled until its end was noticed, so the wish comes after that.
        asks = f"while kill -0 {web} 2>/dev/null; do :; done; kill -INT $PPID; exec sleep 1000"
        parts.start("asks", ["sh", "-c", asks])

        assert parts.wait_until(lambda: False) is None


def test_waiting_ends_once_it_is_true() -> None:
    with Together() as parts:
        parts.start("web", FOREVER)

        assert parts.wait_until(lambda: True) is None
        assert not parts.is_asked_to_stop
