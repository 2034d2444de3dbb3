"""Throw-away places to measure in: a folder, a database with the catalogue in it, a web server over it."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil

from ops.engines import postgres
from ops.run import answers, web_command, web_environment

START_SECONDS = 120
PASSED_ON = ("PATH", "HOME", "LANG", "TZ")


@dataclass(frozen=True, kw_only=True)
class Place:
    """A database with the catalogue, and the environment in which Meum's programs find it."""

    name: str
    environment: Mapping[str, str]

    def call(self, *arguments: str) -> str:
        """Run a Python program in this place to its end; return what it printed. Raises CalledProcessError."""
        command = [sys.executable, *arguments]
        return subprocess.run(command, check=True, env=self.environment, stdout=subprocess.PIPE, text=True).stdout

    def start(self, *arguments: str) -> subprocess.Popen[str]:
        """Start a Python program in this place; what it prints can be read from its `stdout`."""
        return subprocess.Popen([sys.executable, *arguments], env=self.environment, stdout=subprocess.PIPE, text=True)

    def facts(self, *arguments: str) -> Any:
        """Run a Python program that prints one JSON value; return the value."""
        return json.loads(self.call(*arguments))


@dataclass(frozen=True, kw_only=True)
class Web:
    """A running web server."""

    port: int
    process: psutil.Process

    def memory_mb(self) -> float:
        """Return the resident memory of the process that answers, the largest of the server's, in MB (10^6 bytes)."""
        processes = [self.process, *self.process.children(recursive=True)]
        return max(float(process.memory_info().rss) for process in processes) / 1e6


@contextmanager
def places(names: tuple[str, ...] = ("sqlite", "postgresql"), *, has_catalogue: bool = True) -> Iterator[list[Place]]:
    """Make one place for each database; the PostgreSQL syncs every commit, as SQLite does.

    Without a catalogue a process is ready a moment after its start.
    """
    with ExitStack() as stack:
        made = [stack.enter_context(_place(name, has_catalogue=has_catalogue)) for name in names]
        yield made


@contextmanager
def _place(name: str, *, has_catalogue: bool) -> Iterator[Place]:
    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="meum-bench-"))
        url = stack.enter_context(postgres(is_durable=True)) if name == "postgresql" else ""
        Path(folder, "static").mkdir()
        place = Place(name=name, environment=_environment(Path(folder), url))
        place.call("manage.py", "migrate", "--verbosity", "0")
        if has_catalogue:
            place.call("manage.py", "load_foods")
        yield place


def _environment(folder: Path, database_url: str) -> dict[str, str]:
    return {
        **{name: os.environ[name] for name in PASSED_ON if name in os.environ},
        "VAR_DIR": str(folder),
        "DATABASE_URL": database_url or f"sqlite:///{folder / 'meum.sqlite3'}",
        "SECRET_KEY": "only-for-measuring-and-long-enough-for-every-signature",
        "SIGN_IN_MINUTES": "1440",
        "LOG_LEVEL": "WARNING",
        "DJANGO_SETTINGS_MODULE": "bench.settings",
    }


@contextmanager
def web(place: Place, *, threads: int = 4) -> Iterator[Web]:
    """Serve a place as `make run` does; raises RuntimeError when it does not answer in time."""
    port = free_port()
    environment = web_environment(place.environment)
    server = subprocess.Popen(web_command(port, threads=threads), env=environment, start_new_session=True)
    try:
        wait_for(port, server)
        yield Web(port=port, process=psutil.Process(server.pid))
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        try:
            server.wait(timeout=10)
        except subprocess.TimeoutExpired:
            os.killpg(server.pid, signal.SIGKILL)


def free_port() -> int:
    """Return a port of this machine on which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(port: int, server: subprocess.Popen[Any]) -> None:
    """Return once the server answers; raises RuntimeError when it ended or takes too long."""
    give_up_at = time.monotonic() + START_SECONDS
    while not answers(port):
        if server.poll() is not None or time.monotonic() > give_up_at:
            raise RuntimeError("the web server did not start")
        time.sleep(0.05)
