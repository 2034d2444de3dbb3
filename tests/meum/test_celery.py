"""Celery only wakes workers: it acknowledges early, keeps no results and tries nothing again by itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from meum.celery import SWEEP_TASK, configuration
from meum.kernel.queues import Queue


def test_without_a_server_messages_lie_in_a_folder(tmp_path: Path) -> None:
    told = configuration(broker_url="", redis_url="", var_dir=tmp_path)

    assert told["broker_url"] == "folder://localhost"
    assert told["broker_transport_options"]["polling_interval"] == 0.02
    assert (tmp_path / "broker/messages").is_dir()


@pytest.mark.parametrize(
    ("broker_url", "redis_url", "used"),
    [
        ("", "redis://r:6379/1", "redis://r:6379/1"),
        ("", "unix:///run/redis.sock?db=2", "redis+socket:///run/redis.sock?virtual_host=2"),
        ("", "unix:///run/redis.sock", "redis+socket:///run/redis.sock?virtual_host=0"),
        ("amqp://rabbit//", "redis://r:6379/1", "amqp://rabbit//"),
    ],
)
def test_the_broker_is_the_one_named_first(tmp_path: Path, broker_url: str, redis_url: str, used: str) -> None:
    told = configuration(broker_url=broker_url, redis_url=redis_url, var_dir=tmp_path)

    assert told["broker_url"] == used
    assert not (tmp_path / "broker").exists()


def test_redis_brings_lost_messages_back_within_minutes(tmp_path: Path) -> None:
    told = configuration(broker_url="redis://r", redis_url="", var_dir=tmp_path)["broker_transport_options"]

    assert (told["visibility_timeout"], told["unacked_restore_interval"], told["unacked_restore_throttle"]) == (
        60,
        5,
        1,
    )


def test_messages_are_acknowledged_early_and_leave_no_results(tmp_path: Path) -> None:
    told = configuration(broker_url="", redis_url="", var_dir=tmp_path)

    assert (told["task_acks_late"], told["result_backend"], told["task_publish_retry"]) == (False, None, False)


def test_every_queue_of_jobs_is_one_of_celery(tmp_path: Path) -> None:
    told = configuration(broker_url="", redis_url="", var_dir=tmp_path)

    assert {queue.name for queue in told["task_queues"]} == set(Queue.values)
    assert told["task_default_queue"] == Queue.DEFAULT


def test_beat_does_nothing_but_wake_the_sweeper(tmp_path: Path) -> None:
    told = configuration(broker_url="", redis_url="", var_dir=tmp_path)

    assert [entry["task"] for entry in told["beat_schedule"].values()] == [SWEEP_TASK]
