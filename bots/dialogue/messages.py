"""What comes into the conversation and what goes out of it, whatever the channel."""

from __future__ import annotations

import hashlib
import unicodedata
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from bots.dialogue.questions import Choice, Question

MOST_LINES = 5
MOST_WORDS = 2000
"""Characters of one message; a longer one is answered with a request for a shorter one."""


class Event(StrEnum):
    """Something that happened without words."""

    JOINED = "joined"
    PHOTO = "photo"
    VOICE = "voice"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, kw_only=True)
class Incoming:
    """Hold one message: its words or its event, the key that makes it the same when it comes again, and its clock."""

    message_id: str
    at: datetime
    text: str = ""
    event: Event | None = None

    def __post_init__(self) -> None:
        """Clean what a database or a person's screen could not take; shorten a foreign key to a fixed length."""
        object.__setattr__(self, "text", storable(self.text))
        object.__setattr__(self, "message_id", short_key(self.message_id))

    @property
    def is_too_long(self) -> bool:
        """Tell whether the text is longer than what is read."""
        return len(self.text) > MOST_WORDS


@dataclass(frozen=True)
class Reply:
    """Hold one answer: at most five lines, the choices it offers, and the question that it opens.

    `is_kept` is False for an answer that would tell what the person said where nothing may be stored; `ends_consent`
    marks the answer to a withdrawal, which tells nothing of it and is kept.
    """

    lines: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()
    pending: Question | None = None
    is_kept: bool = True
    ends_consent: bool = field(default=False, compare=False)

    def __post_init__(self) -> None:
        """Refuse an answer that is too long to be read at a glance."""
        if len(self.lines) > MOST_LINES:
            raise ValueError("a reply has at most five lines")

    @property
    def text(self) -> str:
        """Return lines and choices as plain text; choices side by side where five lines would not hold them."""
        shown = tuple(map(str, self.choices))
        has_room = len(self.lines) + len(shown) <= MOST_LINES
        return "\n".join((*self.lines, *(shown if has_room else ("   ".join(shown),))))

    def as_json(self) -> dict[str, Any]:
        """Return what is stored of a reply."""
        return {"lines": list(self.lines), "choices": [[choice.key, choice.label] for choice in self.choices]}

    @classmethod
    def from_json(cls, stored: dict[str, Any] | None) -> Reply:
        """Return a stored reply; the empty one for None."""
        if stored is None:
            return cls()
        return cls(tuple(stored["lines"]), tuple(Choice(key, label) for key, label in stored["choices"]))


def asking(*lines: str, question: Question) -> Reply:
    """Return a reply that ends with a question."""
    return Reply(lines, question.choices, question)


def storable(text: str) -> str:
    """Return `text` without control characters other than line breaks and tabs, and without lone surrogates."""
    if text.isascii() and text.isprintable():
        return text.strip()
    return "".join(char for char in text if char in "\n\t" or unicodedata.category(char) not in ("Cc", "Cs")).strip()


def short_key(key: str) -> str:
    """Return a key of at most 64 plain characters; longer or stranger ones as their SHA-256."""
    if len(key) <= 64 and key.isascii() and key.isprintable():
        return key
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()
