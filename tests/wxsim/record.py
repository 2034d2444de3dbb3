"""What happened between the two sides, as dictionaries and JSON lines, with the secrets masked."""

from __future__ import annotations

import hashlib
import json
import re
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

SECRET_NAMES = frozenset(
    {"access_token", "secret", "appsecret", "js_code", "code", "session_key", "token", "aes_key", "refresh_token"}
    | {"signature", "msg_signature", "encrypt", "encrypteddata", "phonenumber", "purephonenumber"}
)
_IN_TEXT = re.compile(
    rf'(?P<name>"?\b(?:{"|".join(sorted(SECRET_NAMES))})"?\s*[=:]\s*"?)(?P<value>[^"&\s,}}]+)', re.IGNORECASE
)


def mask(value: str) -> str:
    """Return a mark that is equal for equal values and tells nothing else."""
    return f"***{hashlib.sha256(value.encode()).hexdigest()[:6]}" if value else ""


def masked(value: Any, name: str = "") -> Any:
    """Return data with each secret replaced, at any depth."""
    if isinstance(value, Mapping):
        return {key: masked(part, str(key)) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [masked(part, name) for part in value]
    if isinstance(value, str):
        return mask(value) if name.casefold() in SECRET_NAMES else masked_text(value)
    return value


def masked_text(text: str) -> str:
    """Return a text with the values of secrets in addresses and JSON replaced."""
    return _IN_TEXT.sub(lambda found: found["name"] + mask(found["value"]), text)


@dataclass(frozen=True)
class Call:
    """Hold one call of the API; times are real seconds of one counter, for what ran side by side."""

    path: str
    method: str
    status: int
    errcode: int
    started: float
    ended: float
    open_id: str
    body: Any
    app_id: str
    family: str
    is_faulty: bool
    is_escaped: bool
    at: float


@dataclass
class Record:
    """Keep every entry in order, and write it to a file when there is one."""

    path: Path | None = None
    lines: list[dict[str, Any]] = field(default_factory=list)
    _calls: list[Call] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def add(self, kind: str, at: float, **facts: Any) -> None:
        """Add one entry, masked."""
        entry = {"kind": kind, "at": round(at, 3), **masked(facts)}
        with self._lock:
            self.lines.append({"number": len(self.lines) + 1, **entry})
            if self.path is not None:
                with self.path.open("a", encoding="utf-8") as file:
                    file.write(json.dumps(self.lines[-1], ensure_ascii=False) + "\n")

    def add_call(self, call: Call, query: Mapping[str, str]) -> None:
        """Add one call of the API."""
        facts = {"path": call.path, "method": call.method, "status": call.status, "errcode": call.errcode}
        took = round(call.ended - call.started, 4)
        self.add("call", call.at, **facts, seconds=took, query=dict(query), body=call.body, is_faulty=call.is_faulty)
        with self._lock:
            self._calls.append(call)

    def calls(self, path: str = "") -> tuple[Call, ...]:
        """Return the calls of the API whose path begins so, in the order in which they ended."""
        with self._lock:
            return tuple(call for call in self._calls if call.path.startswith(path))

    def of_kind(self, kind: str = "") -> list[dict[str, Any]]:
        """Return the entries of one kind, or all."""
        with self._lock:
            return [line for line in self.lines if kind in ("", line["kind"])]
