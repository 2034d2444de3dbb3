"""Points at which a process stops until it is killed or let go, and tells so; pipes, no clocks."""

from __future__ import annotations

import os
import select
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

FOLDER = "FAULTS_FOLDER"
QUIET_SECONDS = 5
NUDGES = 10


def tell(event: str) -> None:
    """Write one line to the test; a line this short is written whole."""
    with Path(os.environ[FOLDER], "events").open("wb", buffering=0) as pipe:
        pipe.write(f"{event}\n".encode())


def reach(stage: str, line: str) -> None:
    """Stop here when the test armed this stage for a line, until a byte comes."""
    folder = Path(os.environ[FOLDER])
    try:
        armed = (folder / stage).read_text()
    except FileNotFoundError:
        return
    if line.startswith(armed):
        tell(f"reached {stage} {os.getpid()}")
        with (folder / "release").open("rb", buffering=0) as pipe:
            pipe.read(1)


class Barriers:
    """The test's side: arm stages, hear what processes tell, let them go."""

    def __init__(self, folder: Path) -> None:
        """Make the two pipes in `folder`; both ends stay open here, so that nobody waits for a partner."""
        self._folder = folder
        for name in ("events", "release"):
            os.mkfifo(folder / name)
        self._events = os.open(folder / "events", os.O_RDWR)
        self._release = os.open(folder / "release", os.O_RDWR)
        self._heard = b""

    def close(self) -> None:
        """Close the pipes."""
        os.close(self._events)
        os.close(self._release)

    @contextmanager
    def armed(self, stage: str, line: str) -> Iterator[None]:
        """Stop processes at a stage within this context, where they work at what begins with `line`.

        A worker has messages of its own and of tests before; those pass.
        """
        unfinished = self._folder / f"{stage}.unfinished"
        unfinished.write_text(line)
        unfinished.rename(self._folder / stage)
        try:
            yield
        finally:
            (self._folder / stage).unlink()

    def wait_for(self, event: str, *, nudge: Callable[[], object] = lambda: None) -> str:
        """Return what follows the first event that begins so; what came before it is dropped.

        `nudge` is called after each few seconds of silence. Raises AssertionError when nothing helps.
        """
        for _ in range(NUDGES):
            while line := self._next_line():
                if line.startswith(event):
                    return line.removeprefix(event).strip()
            nudge()
        raise AssertionError(f"no process told that it {event}")

    def drop_events(self) -> None:
        """Read what was told so far, so that nobody who tells has to wait."""
        while select.select([self._events], [], [], 0)[0]:
            os.read(self._events, 4096)
        self._heard = b""

    def let_go(self) -> None:
        """Let one stopped process go on."""
        os.write(self._release, b"g")

    def _next_line(self) -> str:
        """Return the next line that was told, an empty one after some silence."""
        while b"\n" not in self._heard:
            if not select.select([self._events], [], [], QUIET_SECONDS)[0]:
                return ""
            self._heard += os.read(self._events, 4096)
        line, _, self._heard = self._heard.partition(b"\n")
        return line.decode()
