"""Run a few programs together: all of them or none, each with a process group of its own, bounded to the end.

docs/decisions/0008-own-supervisor.md tells why it is ours.
"""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from types import FrameType

PATIENCE_SECONDS = 10
LOOK_SECONDS = 0.05
# Who stops every process of a service or a session at once may reach a program before us.
WISH_SECONDS = 0.5


@dataclass(frozen=True, kw_only=True)
class Ended:
    """Which program ended by itself, and how; a negative status is a signal."""

    name: str
    status: int

    def __str__(self) -> str:
        """Return a line for the person at the terminal."""
        how = f"signal {-self.status}" if self.status < 0 else f"status {self.status}"
        return f"{self.name} ended by itself with {how}"


@dataclass
class Together:
    """Programs that live and end together; a context manager that leaves none of them behind."""

    is_asked_to_stop: bool = False
    _running: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)

    def __enter__(self) -> Together:
        """Take Ctrl-C, TERM and a closed terminal as the wish to stop."""
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._ask_to_stop)
        return self

    def __exit__(self, *_error: object) -> None:
        """Stop everything; whatever does not end in time is killed, with its whole group."""
        for process in self._running.values():
            process.terminate()
        give_up_at = time.monotonic() + PATIENCE_SECONDS
        while self._has_members() and time.monotonic() < give_up_at:
            time.sleep(LOOK_SECONDS)
        for process in self._running.values():
            _signal_group(process, signal.SIGKILL)
            process.wait()

    def start(self, name: str, command: Sequence[str], *, environment: Mapping[str, str] | None = None) -> int:
        """Start a program and return its process id; what it prints goes where ours goes."""
        self._running[name] = subprocess.Popen(command, env=environment, start_new_session=True)
        return self._running[name].pid

    def wait_until(self, is_true: Callable[[], bool]) -> Ended | None:
        """Return when `is_true` says so, somebody asked to stop (None for both) or a program ended by itself."""
        while not self.is_asked_to_stop:
            ended = self._first_ended()
            if ended is not None:
                return None if self._is_wish_on_its_way() else ended
            if is_true():
                return None
            time.sleep(LOOK_SECONDS)
        return None

    def _ask_to_stop(self, _number: int, _frame: FrameType | None) -> None:
        self.is_asked_to_stop = True

    def _first_ended(self) -> Ended | None:
        ended = ((name, process.poll()) for name, process in self._running.items())
        return next((Ended(name=name, status=status) for name, status in ended if status is not None), None)

    def _is_wish_on_its_way(self) -> bool:
        """Tell whether somebody asks to stop within a moment after a program ended."""
        give_up_at = time.monotonic() + WISH_SECONDS
        while not self.is_asked_to_stop and time.monotonic() < give_up_at:
            time.sleep(LOOK_SECONDS)
        return self.is_asked_to_stop

    def _has_members(self) -> bool:
        """Tell whether any group still has a member."""
        there = [process for process in self._running.values() if _is_there(process)]
        return bool(there)


def _signal_group(process: subprocess.Popen[bytes], number: signal.Signals) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, number)


def _is_there(process: subprocess.Popen[bytes]) -> bool:
    """Tell whether a program or a child of it is there; ask the children to end once their parent is gone."""
    if process.poll() is None:
        return True
    try:
        os.killpg(process.pid, signal.SIGTERM)
    except ProcessLookupError:
        return False
    return True
