"""What comes into the conversation and what goes out of it, whatever the channel."""

from __future__ import annotations

import hashlib
import unicodedata
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from bots.dialogue.questions import Choice, Question

MOST_LINES = 5
MOST_WORDS = 2000
"""Characters of one message; a longer one is answered with a request for a shorter one."""


class Event(StrEnum):
    """Something that happened without words."""

    JOINED = "joined"
    LEFT = "left"
    SCANNED = "scanned"
    CLICKED = "clicked"
    REVOKED = "revoked"
    CANCELLED = "cancelled"
    PHOTO = "photo"
    VOICE = "voice"
    VIDEO = "video"
    FILE = "file"
    LINK = "link"
    LOCATION = "location"
    STICKER = "sticker"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, kw_only=True)
class SentPhoto:
    """Say where a photo is: stored already under an id, or to be fetched by the channel, which seals how.

    Of several photos of one form each has the `session` and its number in it; the last one is answered for all.
    """

    photo_id: UUID | None = None
    sealed: bytes | None = None
    session: UUID | None = None
    number: int = 1
    is_last: bool = True


@dataclass(frozen=True, kw_only=True)
class Incoming:
    """Hold one message: its words or its event, the key that makes it the same when it comes again, and its clock.

    `argument` is what an event is about: the scene of a code for who joined by it or scanned it, the key of a menu
    entry, the numbers of what was revoked. `is_return` is set when the sender had left until then.
    """

    message_id: str
    at: datetime
    text: str = ""
    event: Event | None = None
    argument: str = ""
    is_return: bool = False
    photo: SentPhoto | None = None
    sender: UUID | None = None

    def __post_init__(self) -> None:
        """Clean what a database or a person's screen could not take; shorten a foreign key to a fixed length."""
        object.__setattr__(self, "text", storable(self.text))
        object.__setattr__(self, "argument", storable(self.argument))
        object.__setattr__(self, "message_id", short_key(self.message_id))

    @property
    def is_too_long(self) -> bool:
        """Tell whether the text is longer than what is read."""
        return len(self.text) > MOST_WORDS


@dataclass(frozen=True)
class Reply:
    """Hold one answer: at most five lines, the choices it offers, and the question that it opens.

    `is_kept` is False for an answer that would tell what the person said where nothing may be stored; `ends_consent`
    marks the answer to a withdrawal, which tells nothing of it and is kept. With `is_later` a job makes the answer, and
    the lines are what is shown until then. One that `yields` is left out where an answer that waited is delivered.
    `picture` is the id of a report that is being drawn: a channel that shows pictures shows it once it is there.
    """

    lines: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()
    pending: Question | None = None
    is_kept: bool = True
    ends_consent: bool = field(default=False, compare=False)
    is_later: bool = field(default=False, compare=False)
    yields: bool = field(default=False, compare=False)
    picture: UUID | None = None

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
        stored = {"lines": list(self.lines), "choices": [[choice.key, choice.label] for choice in self.choices]}
        stored |= {name: True for name in ("is_later", "yields") if getattr(self, name)}
        return stored | ({"picture": self.picture.hex} if self.picture else {})

    @classmethod
    def from_json(cls, stored: dict[str, Any] | None) -> Reply:
        """Return a stored reply; the empty one for None."""
        if stored is None:
            return cls()
        choices = tuple(Choice(key, label) for key, label in stored["choices"])
        is_later, yields = (bool(stored.get(name)) for name in ("is_later", "yields"))
        picture = UUID(stored["picture"]) if "picture" in stored else None
        return cls(tuple(stored["lines"]), choices, is_later=is_later, yields=yields, picture=picture)


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
