"""A front, a worker, a broker and a database of their own, each a process that can be killed."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

import psycopg
import pytest

from tests.faults.barrier import FOLDER, Barriers

ROOT = Path(__file__).parents[2]
WORKER = ["-m", "celery", "-A", "meum", "worker", "-c", "2", "-Q", "default,vision,ocr,reports"]
# The kernel kills what the tests started when the tests themselves are killed.
DIE_WITH_THE_TESTS = ["setpriv", "--pdeathsig", "KILL"] if shutil.which("setpriv") else []
BROKERS = ("folder", "redis")


class Rig:
    """Start, kill and ask the processes of one test."""

    def __init__(self, *, folder: Path, environment: dict[str, str], redis_socket: Path | None) -> None:
        """Keep everything in `folder`; start nothing yet."""
        self.folder = folder
        self._environment = environment
        self._redis_socket = redis_socket
        self.barriers = Barriers(folder)
        self._log = (folder / "log").open("ab")
        self._running: dict[str, subprocess.Popen[bytes]] = {}

    def __enter__(self) -> Rig:
        """Start everything; the tables are there when this returns."""
        if self._redis_socket:
            self.start_redis()
        self._python(["manage.py", "migrate", "--run-syncdb", "-v0"]).wait(60)
        self.start_front()
        self.start_worker()
        return self

    def __exit__(self, *_error: object) -> None:
        """Kill what runs."""
        for name in list(self._running):
            self.kill(name)
        self.barriers.close()
        self._log.close()

    def start_redis(self) -> None:
        """Start a Redis that keeps nothing, on a socket; it listens when this returns."""
        assert self._redis_socket is not None
        told = ["--port", "0", "--unixsocket", str(self._redis_socket), "--save", "", "--appendonly", "no"]
        redis = self._running["redis"] = self._process(["redis-server", *told], is_asked=True)
        assert redis.stdout is not None
        while b"eady to accept connections" not in redis.stdout.readline():
            assert redis.poll() is None, "Redis did not start"

    def start_front(self) -> None:
        """Start the process that enqueues."""
        self._running["front"] = self._python(["manage.py", "front"], is_asked=True)

    def start_worker(self) -> None:
        """Start a worker; it takes messages when this returns."""
        self._running["worker"] = self._python([*WORKER, "--without-gossip", "--without-mingle"])
        self.barriers.wait_for("ready")

    def start_beat(self) -> None:
        """Start what sends the sweeper's message each few seconds."""
        self._running["beat"] = self._python(["-m", "celery", "-A", "meum", "beat"])

    def id_of(self, name: str) -> int:
        """Return the process id of what runs under a name."""
        return self._running[name].pid

    def kill(self, name: str) -> None:
        """Kill a process and what it started, with no chance to tidy up."""
        process = self._running.pop(name)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait(30)
        for pipe in (process.stdin, process.stdout):
            if pipe:
                pipe.close()

    def wait_for(self, event: str) -> str:
        """Return what follows an event; as beat does, have the sweeper look for unheard messages meanwhile."""
        return self.barriers.wait_for(event, nudge=self.let_the_sweeper_come)

    def let_the_sweeper_come(self) -> None:
        """Let leases run out and messages be given up, then send what beat sends."""
        self.ask("let_an_hour_pass")
        self.ask("sweep")

    def ask(self, call: str, *arguments: str) -> Any:
        """Have the front do something; return what it answers."""
        self.start_asking(call, *arguments)
        front = self._running["front"]
        assert front.stdout is not None
        return json.loads(front.stdout.readline())

    def start_asking(self, call: str, *arguments: str) -> None:
        """Have the front do something, without waiting for it."""
        front = self._running["front"]
        assert front.stdin is not None
        front.stdin.write(json.dumps([call, *arguments]).encode() + b"\n")
        front.stdin.flush()

    def _python(self, arguments: list[str], *, is_asked: bool = False) -> subprocess.Popen[bytes]:
        return self._process([sys.executable, *arguments], is_asked=is_asked)

    def _process(self, command: list[str], *, is_asked: bool = False) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [*DIE_WITH_THE_TESTS, *command],
            cwd=ROOT,
            env=self._environment,
            stdin=subprocess.PIPE if is_asked else subprocess.DEVNULL,
            stdout=subprocess.PIPE if is_asked else self._log,
            stderr=self._log,
            start_new_session=True,
        )


@contextmanager
def rig_with(broker: str, *, folder: Path, database_url: str, lease_seconds: int = 120) -> Iterator[Rig]:
    """Start a rig on a broker and a fresh database beside the one that is given."""
    redis_socket = folder / "redis.sock" if broker == "redis" else None
    if redis_socket and not shutil.which("redis-server"):
        pytest.skip("redis-server is not installed")
    with ExitStack() as stack:
        environment = os.environ | {
            "DJANGO_SETTINGS_MODULE": "tests.faults.settings",
            "DATABASE_URL": stack.enter_context(_fresh_database(database_url, folder)),
            "BROKER_URL": f"redis+socket://{redis_socket}?virtual_host=0" if redis_socket else "",
            "REDIS_URL": "",
            "VAR_DIR": str(folder),
            "JOB_LEASE_SECONDS": str(lease_seconds),
            FOLDER: str(folder),
        }
        yield stack.enter_context(Rig(folder=folder, environment=environment, redis_socket=redis_socket))


@contextmanager
def _fresh_database(url: str, folder: Path) -> Iterator[str]:
    """Make a database of its own on the server of `url`; a file when that is SQLite."""
    if urlsplit(url).scheme == "sqlite":
        yield f"sqlite:///{folder}/faults.sqlite3"
        return
    name = f"faults_{uuid4().hex}"
    with psycopg.connect(url, autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}".encode())
        yield urlsplit(url)._replace(path=f"/{name}").geturl()
        server.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())
