"""The time that the platform and the app share: an offset for long windows, a scale for short waits."""

from __future__ import annotations

import os
import tempfile
import threading
import time
from pathlib import Path

MOST_SCALE = 4.0
SHORTEST_WAIT = 0.1
HEADER = "X-Wxsim-Clock-Offset"


class Clock:
    """Tell the time as the platform has it.

    `now` is the machine's time plus an offset in seconds. The offset lies in a file of one number, so that another
    process can read the same one. Short waits are real and divided by `scale`; long windows only move by the offset.
    Where the app does not follow the clock, pushes carry the machine's time, as it refuses what is of the future.
    """

    def __init__(self, *, scale: float = 1.0, path: Path | None = None, is_followed: bool = True) -> None:
        """Take the file of the offset, or make one; raises ValueError for a scale that is not 1 to 4."""
        if not 1 <= scale <= MOST_SCALE:
            raise ValueError("short waits are divided by 1 to 4; longer windows move by the offset")
        self.scale, self._is_followed = scale, is_followed
        self._lock = threading.Lock()
        self.path = path or Path(tempfile.mkdtemp(prefix="wxsim-")) / "clock"
        if not self.path.exists():
            self._write(0.0)

    @property
    def offset(self) -> float:
        """Return by how many seconds the time is ahead of the machine's."""
        return float(self.path.read_text(encoding="ascii").strip() or 0)

    def now(self) -> float:
        """Return the seconds since 1970."""
        return time.time() + self.offset

    def stamp(self) -> float:
        """Return the time that a push carries."""
        return self.now() if self._is_followed else time.time()

    def advance(self, seconds: float) -> None:
        """Move the time by so many seconds, for every process that reads the file."""
        with self._lock:
            self._write(self.offset + seconds)

    def wait_of(self, seconds: float) -> float:
        """Return how long a short wait really lasts."""
        return max(seconds / self.scale, SHORTEST_WAIT)

    def _write(self, offset: float) -> None:
        fresh = self.path.with_name(f"{self.path.name}.{os.getpid()}")
        fresh.write_text(repr(offset), encoding="ascii")
        fresh.replace(self.path)
