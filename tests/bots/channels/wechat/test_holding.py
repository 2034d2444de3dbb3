"""Requests that wait stand in nobody's way."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from threading import Event, Thread

import pytest

from bots.channels.wechat.holding import AT_ONCE, Patience


@pytest.fixture
def mine() -> Iterator[Patience]:
    """Return the patience of one of so many requests as may be at work."""
    with ExitStack() as busy:
        for _ in range(AT_ONCE - 1):
            busy.enter_context(Patience().computing())
        patience = Patience()
        with patience.computing():
            yield patience


def another() -> Event:
    """Let one more request come; return what is set once it is at work."""
    computed = Event()

    def compute() -> None:
        with Patience().computing():
            computed.set()

    Thread(target=compute).start()
    assert not computed.wait(0.05)
    return computed


def test_while_a_request_waits_another_one_computes(mine: Patience) -> None:
    computed = another()

    assert mine.wait_for(computed.is_set)


@pytest.mark.usefixtures("mine")
def test_nobody_waits_long_for_those_at_work() -> None:
    assert another().wait(5)
