"""Access tokens: the old family, where each call kills the token before, and the stable one."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field

from tests.wxsim.clock import Clock

LIFE, GRACE = 7200.0, 300.0
MOST_FORCED, BETWEEN_FORCED = 20, 30.0
MALFORMED, NOT_LATEST, EXPIRED, MISSING = 40014, 40001, 42001, 41001
DAY = 86400.0


@dataclass
class Token:
    """Hold one token: whose, of which family, until when, and when a newer one makes it invalid."""

    value: str
    app_id: str
    family: str
    expires_at: float
    is_killed_at: float = float("inf")


@dataclass(frozen=True)
class Fetch:
    """Hold one fetch of a token that gave one out; `is_early` when the one before was good for longer yet."""

    at: float
    app_id: str
    family: str
    is_early: bool


@dataclass
class Tokens:
    """Give tokens out and judge those that come back."""

    clock: Clock
    _all: dict[str, Token] = field(default_factory=dict)
    _current: dict[tuple[str, str], Token] = field(default_factory=dict)
    _forced: dict[str, list[float]] = field(default_factory=dict)
    _fetches: list[Fetch] = field(default_factory=list)

    def plain(self, app_id: str) -> tuple[str, int]:
        """Return a new token of the old family with its seconds; the one before lives for five minutes more."""
        before = self._current.get((app_id, "plain"))
        self._note(app_id, "plain", is_early=self._is_good(before))
        if before is not None:
            before.is_killed_at = min(before.is_killed_at, self.clock.now() + GRACE)
        return self._issue(app_id, "plain"), int(LIFE)

    def stable(self, app_id: str, *, is_forced: bool) -> tuple[str, int]:
        """Return the stable token with its seconds: the same one until five minutes before its end."""
        before = self._current.get((app_id, "stable"))
        may_force = is_forced and self._may_force(app_id)
        self._note(app_id, "stable", is_early=self._is_good(before) and not may_force)
        if before is not None and self._is_good(before) and not may_force:
            return before.value, int(before.expires_at - self.clock.now())
        if before is not None and may_force:
            before.is_killed_at = self.clock.now()
        return self._issue(app_id, "stable"), int(LIFE)

    def fault_of(self, value: str) -> int:
        """Return 0 for a token that is good now, or the error code of one that is not."""
        if not value:
            return MISSING
        if len(value) < 16:
            return MALFORMED
        token = self._all.get(value)
        if token is None or token.is_killed_at <= self.clock.now():
            return NOT_LATEST
        return EXPIRED if token.expires_at <= self.clock.now() else 0

    def owner_of(self, value: str) -> str:
        """Return the AppID of a token, an empty text for one that was never given out."""
        token = self._all.get(value)
        return token.app_id if token else ""

    def family_of(self, value: str) -> str:
        """Return the family of a token, an empty text for one that was never given out."""
        token = self._all.get(value)
        return token.family if token else ""

    def expire_now(self, app_id: str = "") -> None:
        """End the tokens in use, as if their two hours were over (42001)."""
        for token in self._in_use(app_id):
            token.expires_at = self.clock.now()

    def kill(self, app_id: str = "") -> None:
        """Make the tokens in use invalid, as if another system had fetched a newer one (40001)."""
        for token in self._in_use(app_id):
            token.is_killed_at = self.clock.now()

    def fetches(self, app_id: str = "") -> tuple[Fetch, ...]:
        """Return every fetch that was answered with a token, in order."""
        return tuple(fetch for fetch in self._fetches if not app_id or fetch.app_id == app_id)

    def values(self) -> tuple[str, ...]:
        """Return every token that was ever given out."""
        return tuple(self._all)

    def _in_use(self, app_id: str) -> list[Token]:
        return [token for (owner, _), token in self._current.items() if not app_id or owner == app_id]

    def _is_good(self, token: Token | None) -> bool:
        return (
            token is not None and token.expires_at - self.clock.now() > GRACE and token.is_killed_at > self.clock.now()
        )

    def _may_force(self, app_id: str) -> bool:
        now = self.clock.now()
        times = [at for at in self._forced.get(app_id, []) if now - at < DAY]
        may = len(times) < MOST_FORCED and (not times or now - times[-1] >= BETWEEN_FORCED)
        self._forced[app_id] = [*times, now] if may else times
        return may

    def _note(self, app_id: str, family: str, *, is_early: bool) -> None:
        self._fetches.append(Fetch(self.clock.now(), app_id, family, is_early))

    def _issue(self, app_id: str, family: str) -> str:
        value = f"{secrets.randbelow(90) + 10}_{secrets.token_urlsafe(112)}"
        token = Token(value, app_id, family, self.clock.now() + LIFE)
        self._all[value] = self._current[app_id, family] = token
        return value
