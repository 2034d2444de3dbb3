"""Words for activities, as the reader of sentences needs them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from meum.language.lexicon import Lexicon, Line, Match


@dataclass(frozen=True, slots=True)
class ActivityWord:
    """Hold one phrase for a Compendium code; `needs_amount` where it says something else without one (跑, "ride")."""

    phrase: str
    code: str
    needs_amount: bool


class ActivityLexicon:
    """Hold the phrases for activities; never changed after it is made."""

    __slots__ = ("_words",)

    def __init__(self, words: Iterable[ActivityWord]) -> None:
        """Take the words; of two with one phrase the first stays."""
        self._words = Lexicon((word.phrase, word) for word in words)

    def __len__(self) -> int:
        """Return how many phrases there are."""
        return len(self._words)

    def find(self, line: Line) -> tuple[Match[ActivityWord], ...]:
        """Return the longest phrases in a line from left to right, none overlapping."""
        return self._words.scan(line)
