"""Whatever is killed, and whenever: each job's effect is stored once, on a folder broker and on Redis."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import cache
from pathlib import Path
from uuid import uuid4

import pytest
from django.conf import settings

from tests.faults.rig import BROKERS, Rig, rig_with

pytestmark = pytest.mark.storage

BEFORE_COMMIT = ("before_claim", "after_claim", "in_handler", "in_effect")
AFTER_COMMIT = ("after_commit", "before_return")


@pytest.fixture(scope="session")
def rigs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Rig]]:
    """Return what starts the processes on a broker, once each, in whatever order tests come."""
    with ExitStack() as stack:

        @cache
        def start(broker: str) -> Rig:
            folder = tmp_path_factory.mktemp(broker)
            return stack.enter_context(rig_with(broker, folder=folder, database_url=settings.DATABASE_URL))

        yield start


@pytest.fixture(params=BROKERS)
def rig(request: pytest.FixtureRequest, rigs: Callable[[str], Rig]) -> Rig:
    """Return running processes on each broker in turn."""
    return rigs(request.param)


@pytest.fixture
def line() -> str:
    """Return a line that no other test stores."""
    return uuid4().hex


def kill(rig: Rig, victim: str, *, pool_process: int) -> None:
    """Kill the process that runs the job, or the whole worker, and start another one."""
    if victim == "worker":
        rig.kill("worker")
        rig.start_worker()
    else:
        os.kill(pool_process, signal.SIGKILL)


def recover(rig: Rig, job_id: str) -> None:
    """Let the lease run out and the sweeper come by, and wait for the job."""
    rig.let_the_sweeper_come()
    rig.wait_for(f"finished {job_id}")


@pytest.mark.parametrize("victim", ["pool process", "worker"])
@pytest.mark.parametrize("stage", BEFORE_COMMIT)
def test_killed_before_the_commit_a_job_is_done_once_by_the_next(rig: Rig, line: str, stage: str, victim: str) -> None:
    with rig.barriers.armed(stage, line):
        job_id = rig.ask("enqueue", line)
        pool_process = int(rig.wait_for(f"reached {stage}"))
    kill(rig, victim, pool_process=pool_process)
    assert rig.ask("look", line)[2] == 0

    recover(rig, job_id)

    assert rig.ask("look", line) == ["done", 1 if stage == "before_claim" else 2, 1]


@pytest.mark.parametrize("victim", ["pool process", "worker"])
@pytest.mark.parametrize("stage", AFTER_COMMIT)
def test_killed_after_the_commit_a_job_is_not_done_again(rig: Rig, line: str, stage: str, victim: str) -> None:
    with rig.barriers.armed(stage, line):
        rig.ask("enqueue", line)
        pool_process = int(rig.wait_for(f"reached {stage}"))
    kill(rig, victim, pool_process=pool_process)

    rig.let_the_sweeper_come()
    rig.wait_for(f"finished {rig.ask('enqueue', f'{line}-next')}")

    assert rig.ask("look", line) == ["done", 1, 1]
    assert rig.ask("look", f"{line}-next") == ["done", 1, 1]


def test_messages_that_a_killed_worker_had_taken_are_not_lost(rig: Rig, line: str) -> None:
    lines = [f"{line}-{number}" for number in range(6)]
    with rig.barriers.armed("in_handler", line):
        jobs = [rig.ask("enqueue", each) for each in lines]
        for _pool_process in range(2):
            rig.wait_for("reached in_handler")
    rig.kill("worker")

    rig.let_the_sweeper_come()
    rig.start_worker()
    waiting = set(jobs)
    while waiting:
        waiting.discard(rig.wait_for("finished"))

    assert [rig.ask("look", each)[::2] for each in lines] == [["done", 1]] * 6


def test_who_was_overtaken_stores_nothing(rig: Rig, line: str) -> None:
    with rig.barriers.armed("in_handler", line):
        job_id = rig.ask("enqueue", line)
        rig.wait_for("reached in_handler")
    recover(rig, job_id)

    rig.barriers.let_go()
    rig.wait_for(f"finished {job_id}")

    assert rig.ask("look", line) == ["done", 2, 1]


def test_a_web_process_killed_before_it_told_a_worker_loses_nothing(rig: Rig, line: str) -> None:
    with rig.barriers.armed("before_wake", line):
        rig.start_asking("enqueue", line)
        rig.barriers.wait_for("reached before_wake")
    rig.kill("front")
    rig.start_front()

    recover(rig, rig.ask("enqueue", line))

    assert rig.ask("look", line) == ["done", 1, 1]


def test_with_redis_away_a_job_is_accepted_and_done_later(tmp_path: Path, line: str) -> None:
    # A rig of its own: who found Redis away leaves it alone for a while.
    with rig_with("redis", folder=tmp_path, database_url=settings.DATABASE_URL) as rig:
        rig.kill("redis")
        job_id = rig.ask("enqueue", line)
        rig.start_redis()

        recover(rig, job_id)

        assert rig.ask("look", line) == ["done", 1, 1]
