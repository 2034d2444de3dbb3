"""What goes wrong on purpose: rules that match a push or a call and name what happens to it."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass, field

PUSH_FAULTS = frozenset(
    {"dup", "dup_parallel", "drop_first_ack", "skew", "bad_signature", "bad_msg_signature", "no_signature"}
    | {"downgrade", "compat_mismatch", "wrong_appid", "wrong_gh_id", "big_body", "slow_body", "same_nonce", "old_key"}
    | {
        "from_elsewhere",
        "doctype",
        "xxe",
        "bomb",
        "deep",
        "siblings",
        "dup_element",
        "json_body",
        "gzip_body",
        "bad_utf8",
    }
    | {"inside"}
)
HOSTILE = PUSH_FAULTS - {"dup", "dup_parallel", "drop_first_ack", "same_nonce", "old_key", "skew", "compat_mismatch"}
"""Pushes that the real platform never makes: they are tried once and nobody's phone shows the answer."""

FORGED = frozenset({"bad_signature", "bad_msg_signature", "no_signature", "downgrade", "wrong_appid"})
"""Pushes that must not be taken."""

API_FAULTS = frozenset(
    {"delay", "hang", "reset", "http", "html200", "truncate", "errcode", "token_expire_now", "token_kill_other"}
    | {"ip_not_whitelisted", "quota_zero", "pic_404", "pic_redirect_private", "pic_bomb", "not_an_image"}
)


@dataclass
class Rule:
    """Hold one fault with what it matches; `times` 0 means for ever, `nth` the first match that it strikes."""

    name: str
    value: float
    path: str
    open_id: str
    times: int
    nth: int
    probability: float
    seen: int = 0
    struck: int = 0


@dataclass
class Faults:
    """Keep the rules and say which of them strike."""

    seed: int = 7
    _push: list[Rule] = field(default_factory=list)
    _api: list[Rule] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Make chance repeatable."""
        self._random = random.Random(self.seed)

    def push(
        self, name: str, value: float = 1, *, times: int = 1, nth: int = 1, open_id: str = "", probability: float = 1.0
    ) -> None:
        """Let a fault strike pushes to come; raises ValueError for one that is not known."""
        check_push_faults({name: value})
        self._push.append(Rule(name, value, "", open_id, times, nth, probability))

    def api(
        self,
        name: str,
        value: float = 0,
        *,
        path: str = "",
        times: int = 1,
        nth: int = 1,
        open_id: str = "",
        probability: float = 1.0,
    ) -> None:
        """Let a fault strike calls to come whose path begins so; raises ValueError for one that is not known."""
        if name not in API_FAULTS:
            raise ValueError(f"no such fault of the API: {name}")
        self._api.append(Rule(name, value, path, open_id, times, nth, probability))

    def clear(self) -> None:
        """Let nothing go wrong any more."""
        self._push.clear()
        self._api.clear()

    def of_push(self, open_id: str) -> dict[str, float]:
        """Return the faults that strike a push now."""
        return {rule.name: rule.value for rule in self._push if self._strikes(rule, "", open_id)}

    def of_call(self, path: str, open_id: str) -> dict[str, float]:
        """Return the faults that strike a call now."""
        return {rule.name: rule.value for rule in self._api if self._strikes(rule, path, open_id)}

    def _strikes(self, rule: Rule, path: str, open_id: str) -> bool:
        if not path.startswith(rule.path) or (rule.open_id and rule.open_id != open_id):
            return False
        rule.seen += 1
        is_used_up = rule.times and rule.struck >= rule.times
        if rule.seen < rule.nth or is_used_up or self._random.random() > rule.probability:
            return False
        rule.struck += 1
        return True


def check_push_faults(faults: Mapping[str, float]) -> None:
    """Raise ValueError when a fault of a push is not known."""
    unknown = set(faults) - PUSH_FAULTS
    if unknown:
        raise ValueError(f"no such fault of a push: {', '.join(sorted(unknown))}")
