"""People who have WeChat: who follows, and what each of them saw on the phone, in order."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Bubble:
    """Hold one thing in a conversation: said by the person (`mine`) or shown to them; `at` in seconds since 1970.

    `source` tells how it came: "phone", "reply" (passive), "customer", "template", "notice" or "fault".
    """

    mine: bool
    kind: str
    text: str
    at: float
    source: str
    media_id: str = ""


@dataclass
class Person:
    """Hold one WeChat user."""

    name: str
    is_following: bool = False
    followed_at: float = 0.0
    came_by: str = ""
    came_scene: str = ""
    has_blocked: bool = False
    has_messages_off: bool = False
    notice_credits: dict[str, int] = field(default_factory=dict)
    bubbles: list[Bubble] = field(default_factory=list)

    @property
    def union_id(self) -> str:
        """Return the id that all accounts of one owner see."""
        return "o6" + _letters(f"union {self.name}", 26)

    def open_id(self, app_id: str) -> str:
        """Return the id by which one account knows the person: 28 letters."""
        return "o" + _letters(f"{app_id} {self.name}", 27)


def _letters(of: str, count: int) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(of.encode()).digest()).decode()[:count]
