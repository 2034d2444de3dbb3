"""The settings of the tests, in a process whose time is the simulator's.

The offset is the number in the file that WXSIM_CLOCK_FILE names; a thread reads it twenty times a second, so that a
server or a worker in a process of its own moves along when a test moves the clock.
"""

import os
import threading
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import time_machine

from tests.settings import *

_FILE = Path(os.environ["WXSIM_CLOCK_FILE"])
_STEP_SECONDS = 0.05


def _offset() -> float:
    return float(_FILE.read_text(encoding="ascii").strip() or 0)


def _follow(clock: time_machine.Traveller, ahead: float) -> None:
    waiting = threading.Event()
    while not waiting.wait(_STEP_SECONDS):
        now = _offset()
        if now != ahead:
            clock.shift(timedelta(seconds=now - ahead))
            ahead = now


_AHEAD = _offset()
_CLOCK = time_machine.travel(datetime.fromtimestamp(time.time() + _AHEAD, UTC), tick=True).start()
threading.Thread(target=_follow, args=(_CLOCK, _AHEAD), name="shared-clock", daemon=True).start()
