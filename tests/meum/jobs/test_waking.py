"""A broker that is away costs one request a second, not each."""

from __future__ import annotations

import pytest
from kombu.exceptions import OperationalError

from meum.jobs.models import Job
from meum.jobs.waking import SILENT_SECONDS, Bell


class Broker:
    """Keep what it was sent; fail while it is away."""

    def __init__(self) -> None:
        self.is_away = False
        self.asked = 0
        self.sent: list[Job] = []

    def publish(self, job: Job) -> None:
        self.asked += 1
        if self.is_away:
            raise OperationalError("connection refused")
        self.sent.append(job)


class Clock:
    """Count seconds when told to."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def broker() -> Broker:
    """Return a broker that answers."""
    return Broker()


def test_a_broker_that_is_away_is_left_alone_for_a_while(broker: Broker) -> None:
    bell = Bell(publish=broker.publish, clock=Clock())
    broker.is_away = True

    for _ in range(5):
        bell(Job(name="tests.store"))

    assert broker.asked == 1


def test_a_broker_that_came_back_is_told_again(broker: Broker) -> None:
    clock, job = Clock(), Job(name="tests.store")
    bell = Bell(publish=broker.publish, clock=clock)
    broker.is_away = True
    bell(job)

    broker.is_away, clock.now = False, SILENT_SECONDS
    bell(job)

    assert broker.sent == [job]


def test_an_error_of_our_own_is_not_hidden() -> None:
    def publish(job: Job) -> None:
        raise TypeError

    with pytest.raises(TypeError):
        Bell(publish=publish)(Job(name="tests.store"))
