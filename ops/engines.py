"""PostgreSQL and Redis for as long as a test or a measurement lasts: own folder, own socket, nothing left behind."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

PORT = "5432"
# Tests lose nothing of value in a crash; measurements must pay for every commit as a real server does.
NO_SYNC = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off"
PACKAGES = ("postgresql", "postgresql-contrib", "redis-server")


class EngineMissing(RuntimeError):
    """Say which server is not installed and how to install it."""


@dataclass(frozen=True, kw_only=True)
class Redis:
    """Where a Redis server listens, as Django's cache and as Celery's broker write it."""

    socket: Path

    @property
    def cache_url(self) -> str:
        """Return the value of REDIS_URL."""
        return f"unix://{self.socket}?db=0"

    @property
    def broker_url(self) -> str:
        """Return the value of BROKER_URL."""
        return f"redis+socket://{self.socket}?virtual_host=1"


@contextmanager
def postgres(*, is_durable: bool = False) -> Iterator[str]:
    """Run a PostgreSQL cluster with an empty database `meum`; yield its DATABASE_URL.

    `is_durable` syncs every commit, for measurements. Raises EngineMissing without PostgreSQL.
    """
    programs = _postgres_programs()
    with _folder("pg") as folder:
        data = str(folder / "data")
        _run([programs / "initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-N"])
        options = f"-c listen_addresses='' -c unix_socket_directories={folder} -c port={PORT} -c max_connections=100"
        options += "" if is_durable else f" {NO_SYNC}"
        _run([programs / "pg_ctl", "-D", data, "-w", "-o", options, "-l", folder / "log", "start"])
        try:
            _run([programs / "createdb", "-h", folder, "-p", PORT, "-U", "postgres", "meum"])
            yield f"postgres://postgres@{quote(str(folder), safe='')}:{PORT}/meum"
        finally:
            _run([programs / "pg_ctl", "-D", data, "-w", "-m", "immediate", "stop"])


@contextmanager
def redis() -> Iterator[Redis]:
    """Run a Redis server on a socket; yield where it listens. Raises EngineMissing without Redis."""
    program = shutil.which("redis-server")
    if program is None:
        raise EngineMissing("redis-server is not installed; on Debian: apt install redis-server")
    with _folder("redis") as folder:
        socket = folder / "redis.sock"
        listen = ["--port", "0", "--unixsocket", str(socket)]
        command = [program, *listen, "--save", "", "--appendonly", "no", "--dir", str(folder)]
        server = subprocess.Popen(command, stdout=subprocess.DEVNULL, start_new_session=True)
        try:
            _wait_for(socket, server)
            yield Redis(socket=socket)
        finally:
            server.terminate()
            server.wait(timeout=10)


def install_missing() -> None:
    """Install the servers with apt where that is possible; raises EngineMissing where it is not."""
    if _is_installed():
        return
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        raise EngineMissing(f"PostgreSQL and Redis are needed: apt install {' '.join(PACKAGES)}")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update"], ["install", "--yes", "--no-install-recommends", *PACKAGES]):
        subprocess.run(["apt-get", "-qq", *command], check=True, stdout=subprocess.DEVNULL, env=quiet)


def _is_installed() -> bool:
    try:
        _postgres_programs()
    except EngineMissing:
        return False
    return shutil.which("redis-server") is not None


def _postgres_programs() -> Path:
    """Return the folder of the newest PostgreSQL; Debian keeps it off the PATH."""
    on_path = shutil.which("initdb")
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if on_path is None and not found:
        raise EngineMissing("PostgreSQL is not installed; on Debian: apt install postgresql postgresql-contrib")
    return found[-1].parent if found else Path(str(on_path)).parent


@contextmanager
def _folder(name: str) -> Iterator[Path]:
    """Make a folder with a short path, as a socket's may not pass about 100 characters; remove it at the end."""
    folder = Path(tempfile.mkdtemp(prefix=f"meum-{name}-", dir="/tmp"))
    try:
        if os.geteuid() == 0 and name == "pg":
            owner = pwd.getpwnam("postgres")
            os.chown(folder, owner.pw_uid, owner.pw_gid)
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _run(command: list[str | Path]) -> None:
    """Run one of PostgreSQL's programs, as its own user where we are root, which it refuses to serve."""
    as_owner: list[str | Path] = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    done = subprocess.run(
        [*as_owner, *command], check=False, cwd="/", stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, timeout=60
    )
    if done.returncode:
        raise RuntimeError(f"{Path(command[0]).name}: {done.stderr.decode(errors='replace').strip()}")


def _wait_for(socket: Path, server: subprocess.Popen[bytes]) -> None:
    give_up_at = time.monotonic() + 10
    while not socket.exists():
        if server.poll() is not None or time.monotonic() > give_up_at:
            raise RuntimeError("redis-server did not start")
        time.sleep(0.01)
