"""Requests that are held open until an answer is there: so many in a process, so long, and not a moment longer."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.conf import settings

_PLATFORM_WAITS = 10 / 9
"""Five seconds where the limit is four and a half."""
_LOOKS = 20
"""How often an answer is looked for while a request is held."""


class Places:
    """Count the requests that are held in this process."""

    def __init__(self) -> None:
        """Begin with none."""
        self._lock = threading.Lock()
        self._taken = 0

    @property
    def taken(self) -> int:
        """Return how many are held now."""
        return self._taken

    @contextmanager
    def taking(self) -> Iterator[bool]:
        """Take a place for the time of the context; tell whether there was one."""
        has_one = self._take()
        try:
            yield has_one
        finally:
            if has_one:
                with self._lock:
                    self._taken -= 1

    def _take(self) -> bool:
        with self._lock:
            if self._taken >= settings.WECHAT_HELD_REQUESTS:
                return False
            self._taken += 1
            return True


PLACES = Places()

AT_ONCE = 4
"""So many requests of a process compute at once; more would only take turns at Python's lock, at a price each time."""
AT_WORK = threading.BoundedSemaphore(AT_ONCE)
_LONGEST_WAIT = 1.0
"""Seconds: those at work may wait for a lock of the database, and nobody else's message for them."""


class Patience:
    """Know how long one request may still be held, by a clock that nobody sets, and whether it is one `AT_WORK`."""

    def __init__(self, *, late_seconds: float = 0.0) -> None:
        """Begin now, or as much earlier as the request has waited already."""
        self._started = time.monotonic() - late_seconds
        self._limit = settings.WECHAT_HOLD_MILLISECONDS / 1000
        self._is_at_work = False

    @contextmanager
    def computing(self) -> Iterator[None]:
        """Be one of those at work for the time of the context, but for the times of waiting in it."""
        self._begin()
        try:
            yield
        finally:
            self._end()

    @property
    def is_over(self) -> bool:
        """Tell whether an answer would come too late."""
        return time.monotonic() - self._started >= self._limit

    @property
    def is_in_vain(self) -> bool:
        """Tell whether the platform has given this request up, so that nothing it is told is heard."""
        return time.monotonic() - self._started >= self._limit * _PLATFORM_WAITS

    def wait_for(self, is_there: Callable[[], bool], *, looks: int = _LOOKS) -> bool:
        """Wait until something is there, up to the limit; tell whether it came."""
        while not self.is_over:
            if is_there():
                return True
            self._rest(self._limit / looks)
        return False

    def outlast_the_platform(self) -> None:
        """Wait until the platform has given this request up, so that it tries once more."""
        self._rest(max(0.0, self._started + self._limit * 1.2 - time.monotonic()))

    def _rest(self, seconds: float) -> None:
        self._end()
        try:
            time.sleep(seconds)
        finally:
            self._begin()

    def _begin(self) -> None:
        self._is_at_work = AT_WORK.acquire(timeout=_LONGEST_WAIT)

    def _end(self) -> None:
        if self._is_at_work:
            self._is_at_work = False
            AT_WORK.release()
