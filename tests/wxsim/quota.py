"""How many customer messages an account may send a person, and how often each API may be called in a day."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from tests.wxsim.clock import Clock

HOUR = 3600.0
SCENES = {
    "message": (5, 48 * HOUR),
    "click": (3, 60.0),
    "subscribe": (3, 60.0),
    "scan": (3, 60.0),
}
"""What a person's action allows: so many messages, for so many seconds."""

WINDOW_CLOSED, NONE_LEFT, DAY_IS_OVER = 45015, 45047, 45009


@dataclass
class Window:
    """Hold what is left of one person's latest actions."""

    remaining: int
    expires_at: float


class Quota:
    """Keep the ledger of customer messages and the daily counts of calls."""

    def __init__(self, clock: Clock) -> None:
        """Begin with nothing allowed."""
        self._clock = clock
        self._windows: dict[str, Window] = {}
        self._calls: Counter[tuple[str, str, int]] = Counter()
        self.daily_limits: dict[str, int] = {}

    def open(self, open_id: str, scene: str) -> None:
        """Note an action: what is left rises to the scene's most, the end moves to the later one."""
        most, seconds = SCENES[scene]
        before = self._windows.get(open_id)
        is_open = before is not None and before.expires_at > self._clock.now()
        left = before.remaining if before and is_open else 0
        end = before.expires_at if before and is_open else 0.0
        self._windows[open_id] = Window(max(left, most), max(end, self._clock.now() + seconds))

    def spend(self, open_id: str) -> int:
        """Take one message out; return 0, or the error code that forbids it."""
        window = self._windows.get(open_id)
        if window is None or window.expires_at <= self._clock.now():
            return WINDOW_CLOSED
        if window.remaining <= 0:
            return NONE_LEFT
        window.remaining -= 1
        return 0

    def close(self, open_id: str) -> None:
        """Forget what was allowed, as when a person leaves."""
        self._windows.pop(open_id, None)

    def is_open(self, open_id: str) -> bool:
        """Tell whether a person has acted lately enough."""
        window = self._windows.get(open_id)
        return window is not None and window.expires_at > self._clock.now()

    def remaining(self, open_id: str) -> int:
        """Return how many customer messages may still go to a person now."""
        return self._windows[open_id].remaining if self.is_open(open_id) else 0

    def count_call(self, app_id: str, path: str) -> int:
        """Count one call of today, in China's time; return 0, or the error code once the day's limit is passed."""
        day = int((self._clock.now() + 8 * HOUR) // (24 * HOUR))
        self._calls[app_id, path, day] += 1
        limit = self.daily_limits.get(path)
        return DAY_IS_OVER if limit is not None and self._calls[app_id, path, day] > limit else 0

    def used_today(self, app_id: str, path: str) -> int:
        """Return how often a path was called today."""
        day = int((self._clock.now() + 8 * HOUR) // (24 * HOUR))
        return self._calls[app_id, path, day]
