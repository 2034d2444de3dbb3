"""The folder broker hands over whole messages and survives what a crash leaves."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from kombu import Connection
from kombu.simple import SimpleQueue

from meum.celery import configuration


@pytest.fixture
def queue(tmp_path: Path) -> Iterator[SimpleQueue]:
    """Return a queue in a folder of its own, under a name of its own: kombu remembers names across folders."""
    told = configuration(broker_url="", redis_url="", var_dir=tmp_path)
    with (
        Connection(told["broker_url"], transport_options=told["broker_transport_options"]) as connection,
        connection.SimpleQueue(tmp_path.name) as queue,
    ):
        yield queue


def test_messages_come_whole_and_in_order(queue: SimpleQueue) -> None:
    for word in ("one", "two"):
        queue.put({"word": word})

    assert [queue.get(timeout=1).payload["word"] for _ in range(2)] == ["one", "two"]


@pytest.mark.parametrize("left", ["", "{", "null and void"])
def test_a_half_written_message_is_dropped(queue: SimpleQueue, tmp_path: Path, left: str) -> None:
    (tmp_path / f"broker/messages/{0:020}_killed.{tmp_path.name}.msg").write_text(left)
    queue.put({"word": "whole"})

    assert queue.get(timeout=5).payload == {"word": "whole"}
    assert list((tmp_path / "broker/messages").iterdir()) == []


def test_a_message_that_is_being_written_is_not_seen(queue: SimpleQueue, tmp_path: Path) -> None:
    (tmp_path / "broker/messages/0_started.draft").write_text("{")

    with pytest.raises(queue.Empty):
        queue.get(block=False)
