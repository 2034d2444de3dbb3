"""Which handler does which job; each app registers its own in its `tasks` module."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from typing import TypeVar

from django.conf import settings
from django.utils.module_loading import autodiscover_modules

from meum.kernel.queues import Queue

Effect = Callable[[], object]
Work = Callable[..., Effect | None]
W = TypeVar("W", bound=Work)


@dataclass(frozen=True, kw_only=True)
class Handler:
    """How one kind of job is done: by whom, in which queue, for how long at most, how often by itself."""

    name: str
    work: Work
    queue: Queue
    lease: timedelta
    every: timedelta | None


_handlers: dict[str, Handler] = {}


def handler(
    name: str,
    *,
    queue: Queue | str = Queue.DEFAULT,
    lease_seconds: int | None = None,
    every: timedelta | None = None,
) -> Callable[[W], W]:
    """Register the decorated function for jobs called `name`, as app.verb.

    The function does what is slow or outside, with no transaction open, and returns its effect: a callable without
    arguments that stores the result, called in one transaction with the job's `done`; or None when there is nothing
    to store. It may be called again after a crash, so what it does outside must bear repetition. It accepts keywords
    it does not know, so that an old worker outlives a new caller. `lease_seconds`, the longest it may take, is
    JOB_LEASE_SECONDS by default; with `every` the sweeper plans one job each period.

    Raises ValueError when the name is taken or the function does not accept unknown keywords.
    """

    def register(work: W) -> W:
        if _handlers.get(name) is not None:
            raise ValueError(f"two handlers are called {name}")
        if all(
            parameter.kind is not parameter.VAR_KEYWORD for parameter in inspect.signature(work).parameters.values()
        ):
            raise ValueError(f"the handler {name} must accept keywords it does not know")
        lease = timedelta(seconds=lease_seconds or settings.JOB_LEASE_SECONDS)
        _handlers[name] = Handler(name=name, work=work, queue=Queue(queue), lease=lease, every=every)
        return work

    return register


@cache
def handlers() -> Mapping[str, Handler]:
    """Return every handler by name, once the `tasks` module of each app was imported."""
    autodiscover_modules("tasks")
    return _handlers


def handler_of(name: str) -> Handler | None:
    """Return the handler of a name, or None when no app has one."""
    return handlers().get(name)
