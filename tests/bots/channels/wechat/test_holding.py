"""Requests that wait stand in nobody's way."""

from __future__ import annotations

from contextlib import ExitStack
from threading import Event, Thread

from bots.channels.wechat.holding import AT_ONCE, AT_WORK, Patience


def test_while_a_request_waits_another_one_computes() -> None:
    computed = Event()

    def compute() -> None:
        with AT_WORK:
            computed.set()

    with ExitStack() as busy:
        for _ in range(AT_ONCE):
            busy.enter_context(AT_WORK)
        next_one = Thread(target=compute)
        next_one.start()
        assert not computed.wait(0.05)

        assert Patience().wait_for(computed.is_set)

    next_one.join(5)
