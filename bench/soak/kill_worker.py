"""Kill workers and the processes in their pool at random for a minute, on both brokers and both databases.

Jobs come all the while, each of which stores one line. Afterwards every line must be there once. A job that happens to
be killed three times is parked, as it should be; an operator's `run_again` then finishes it.
"""

from __future__ import annotations

import os
import random
import signal
import tempfile
import time
from contextlib import nullcontext, suppress
from pathlib import Path

import psutil

from bench.reports import SEED, Report
from ops.engines import postgres
from tests.faults.rig import BROKERS, Rig, rig_with

SECONDS = 60
PAUSE_BETWEEN_JOBS = 0.03
# Far below the default, so that a minute holds many leases that run out.
LEASE_SECONDS = 2
PATIENCE_SECONDS = 120


def run(report: Report) -> None:
    """Run all four pairs; SOAK_SECONDS shortens each for a try."""
    seconds = float(os.environ.get("SOAK_SECONDS", SECONDS))
    for broker in BROKERS:
        for database in (nullcontext("sqlite://"), postgres()):
            with database as url, tempfile.TemporaryDirectory(prefix="meum-soak-") as folder:
                name = f"{broker}, {url.partition(':')[0]}"
                with rig_with(broker, folder=Path(folder), database_url=url, lease_seconds=LEASE_SECONDS) as rig:
                    rig.start_beat()
                    _soak(report, name, rig, seconds)


def _soak(report: Report, name: str, rig: Rig, seconds: float) -> None:
    draw = random.Random(SEED)  # noqa: S311  # a fixed seed, so that a run can be repeated
    lines: list[str] = []
    kills = 0
    ends_at = time.monotonic() + seconds
    while time.monotonic() < ends_at:
        _enqueue_for(rig, lines, seconds=draw.uniform(0.1, 1.5))
        kills += _kill_something(rig, draw)
    parked = _finish(rig)
    stored = rig.ask("times_stored")
    report.count(f"{name}: jobs", len(lines), most=None)
    report.count(f"{name}: processes killed", kills, most=None)
    report.count(f"{name}: jobs parked and run again", parked, most=None)
    report.count(f"{name}: effects lost", sum(line not in stored for line in lines))
    report.count(f"{name}: effects stored twice", sum(times > 1 for times in stored.values()))


def _enqueue_for(rig: Rig, lines: list[str], *, seconds: float) -> None:
    ends_at = time.monotonic() + seconds
    while time.monotonic() < ends_at:
        lines.append(f"line-{len(lines)}")
        rig.ask("enqueue", lines[-1], "ledger.write_slowly")
        rig.barriers.drop_events()
        time.sleep(PAUSE_BETWEEN_JOBS)


def _kill_something(rig: Rig, draw: random.Random) -> int:
    """Kill the whole worker once in four times, else one process of its pool; return how many were killed."""
    pool = psutil.Process(rig.id_of("worker")).children()
    if draw.random() < 0.25 or not pool:
        rig.kill("worker")
        rig.start_worker()
    else:
        with suppress(ProcessLookupError):
            os.kill(draw.choice(pool).pid, signal.SIGKILL)
    return 1


def _finish(rig: Rig) -> int:
    """Wait until every job is done, running parked ones again; return how many were parked."""
    parked = 0
    gives_up_at = time.monotonic() + PATIENCE_SECONDS
    while rig.ask("unfinished") and time.monotonic() < gives_up_at:
        parked += rig.ask("run_parked_again")
        rig.barriers.drop_events()
        time.sleep(0.5)
    return parked
