"""Run the suite on SQLite, then what touches storage again on PostgreSQL and Redis; end with pytest's closing line."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from contextlib import ExitStack

from ops.engines import EngineMissing, install_missing, postgres, redis

NOTHING_SELECTED = 5
# A caller's own settings must not change what is tested.
PASSED_ON = ("PATH", "HOME", "LANG", "LC_ALL", "TZ", "TERM", "USER", "CI", "PYTHONDONTWRITEBYTECODE", "TMPDIR")


def main(arguments: list[str]) -> int:
    """Run both halves with pytest's `arguments`; return its exit status, that of the first half which fails."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda number, _frame: sys.exit(128 + number))
    status = run_pytest(arguments)
    if status:
        return status
    try:
        install_missing()
        return on_real_engines(arguments)
    except EngineMissing as error:
        print(f"meum: the tests of storage were not run again on PostgreSQL and Redis: {error}", file=sys.stderr)
        return 1


def on_real_engines(arguments: list[str]) -> int:
    """Run the tests marked `storage` on an empty PostgreSQL and Redis; return pytest's exit status."""
    with ExitStack() as engines:
        database, queue = engines.enter_context(postgres()), engines.enter_context(redis())
        settings = {"DATABASE_URL": database, "REDIS_URL": queue.cache_url, "BROKER_URL": queue.broker_url}
        print("\nmeum: again on PostgreSQL and Redis", flush=True)
        status = run_pytest(["-m", "storage", *arguments], settings)
    return 0 if status == NOTHING_SELECTED else status


def run_pytest(arguments: list[str], settings: Mapping[str, str] | None = None) -> int:
    """Run pytest in a process of its own with a folder that is removed afterwards; return its exit status."""
    workers = str(min(os.cpu_count() or 1, 8))
    command = [sys.executable, "-m", "pytest", "--numprocesses", workers, *arguments]
    passed_on = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
    with tempfile.TemporaryDirectory(prefix="meum-tests-") as folder:
        environment = {**passed_on, "VAR_DIR": folder, **(settings or {})}
        with subprocess.Popen(command, env=environment) as pytest:
            try:
                return pytest.wait()
            except BaseException:
                pytest.terminate()
                raise


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
