"""Find the words of a large dictionary in a text: longest match, for Chinese by sign and for Latin by word stem."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Generic, TypeVar

from meum.language.scripts import is_han, simplified

T = TypeVar("T")

# Figures and letters part (7up = 7 up), each Chinese sign stands alone, an apostrophe stays inside its word.
_TOKEN = re.compile(r"\d+(?:\.\d+)?%?|[\u3400-\u4dbf\u4e00-\u9fff〇]|(?:(?![\u3400-\u9fff〇])[^\W\d_])+(?:'[a-z]+)?")
_SOFT_GAP = re.compile(r"[\s'\-_.·・]*|&")
_BREAK = "|"
_IRREGULAR = MappingProxyType(
    {
        "loaves": "loaf",
        "leaves": "leaf",
        "halves": "half",
        "knives": "knife",
        "calves": "calf",
        "children": "child",
        "geese": "goose",
        "mice": "mouse",
    }
)
_KEEPS_S = ("ss", "us")
_DROPS_E = ("che", "she", "xe", "sse", "zze")


@dataclass(frozen=True, slots=True)
class Token:
    """Hold one word or Chinese sign: its stem, and where it stands in the text."""

    stem: str
    start: int
    end: int
    is_han: bool


@dataclass(frozen=True, slots=True)
class Line:
    """Hold a cleaned text cut into tokens, with the key of any run of them at hand.

    `spans[i]` is where token i stands in `canonical`, which has a bar where no phrase may cross (comma, bracket).
    """

    text: str
    tokens: tuple[Token, ...]
    canonical: str
    spans: tuple[tuple[int, int], ...]

    def key(self, first: int, last: int) -> str:
        """Return the lexicon key of the tokens from `first` to `last`, both included."""
        return self.canonical[self.spans[first][0] : self.spans[last][1]]


@dataclass(frozen=True, slots=True)
class Match(Generic[T]):
    """Hold one phrase found: its value, its tokens from `first` to `last`, its place `text[start:end]`."""

    value: T
    key: str
    first: int
    last: int
    start: int
    end: int


def line_of(text: str) -> Line:
    """Cut a cleaned text into tokens."""
    return _line(text, _tokens(text))


def _line(text: str, tokens: Iterable[Token]) -> Line:
    kept: list[Token] = []
    spans: list[tuple[int, int]] = []
    canonical, length = [], 0
    for token in tokens:
        joint = _joint(text, kept[-1], token) if kept else ""
        canonical += [joint, token.stem]
        spans.append((length + len(joint), length + len(joint) + len(token.stem)))
        length = spans[-1][1]
        kept.append(token)
    return Line(text, tuple(kept), "".join(canonical), tuple(spans))


def key_of(phrase: str) -> str:
    """Return the key under which a phrase is kept: cleaned, stemmed, punctuation dropped; "" for one without words."""
    return line_of(simplified(phrase).replace(",", " ")).canonical.replace(_BREAK, " ").strip()


@lru_cache(maxsize=65536)
def stem_of(word: str) -> str:
    """Return a form that singular and plural share, accents dropped; made to be compared, not to be shown."""
    if not word.isascii():
        word = "".join(char for char in unicodedata.normalize("NFKD", word) if not unicodedata.combining(char))
    word = word.removesuffix("'s").replace("'", "")
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if len(word) > 3 and word.endswith("s") and not word.endswith(_KEEPS_S):
        word = word[:-1]
    if word.endswith(("oe", *_DROPS_E)) and len(word) > 3:
        word = word[:-1]
    return word[:-2] + "y" if word.endswith("ie") and len(word) > 2 else word


class Lexicon(Generic[T]):
    """Hold phrases with a value each; never changed after it is made, so threads may share it.

    Phrases are cleaned and stemmed on the way in; of two phrases with one key the first stays.
    """

    __slots__ = ("_entries", "_lengths")

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        """Take (phrase, value) pairs; pairs whose phrase has no words are passed over."""
        table: dict[str, T] = {}
        lengths: dict[str, set[int]] = {}
        for phrase, value in entries:
            line = line_of(simplified(phrase).replace(",", " "))
            if line.tokens:
                table.setdefault(line.canonical.replace(_BREAK, " "), value)
                lengths.setdefault(line.tokens[0].stem, set()).add(len(line.tokens))
        self._entries: Mapping[str, T] = MappingProxyType(table)
        self._lengths: Mapping[str, tuple[int, ...]] = MappingProxyType(
            {stem: tuple(sorted(counts, reverse=True)) for stem, counts in lengths.items()}
        )

    def __len__(self) -> int:
        """Return how many phrases there are."""
        return len(self._entries)

    def __iter__(self) -> Iterator[str]:
        """Return the keys of all phrases."""
        return iter(self._entries)

    def get(self, key: str) -> T | None:
        """Return the value of a key made by `key_of` or `Line.key`, or None."""
        return self._entries.get(key)

    def at(self, line: Line, first: int) -> Match[T] | None:
        """Return the longest phrase that begins at token `first`, or None."""
        return next(self.all_at(line, first), None)

    def all_at(self, line: Line, first: int) -> Iterator[Match[T]]:
        """Return every phrase that begins at token `first`, longest first."""
        for count in self._lengths.get(line.tokens[first].stem, ()):
            last = first + count - 1
            if last < len(line.tokens):
                key = line.key(first, last)
                if key in self._entries:
                    place = line.tokens[first].start, line.tokens[last].end
                    yield Match(self._entries[key], key, first, last, *place)

    def scan(self, line: Line) -> tuple[Match[T], ...]:
        """Return the longest matches from left to right, none overlapping."""
        found: list[Match[T]] = []
        at = 0
        while at < len(line.tokens):
            match = self.at(line, at)
            if match:
                found.append(match)
            at = match.last + 1 if match else at + 1
        return tuple(found)


def _tokens(text: str) -> Iterator[Token]:
    for match in _TOKEN.finditer(text):
        word = match.group()
        han = is_han(word[0])
        yield Token(word if han or word[0].isdigit() else stem_of(word), match.start(), match.end(), han)


def _joint(text: str, before: Token, token: Token) -> str:
    """Return what stands between two tokens in a key: a bar for a break, a blank between Latin words, else nothing."""
    gap = _SOFT_GAP.fullmatch(text, before.end, token.start)
    if gap is None or "\n" in gap.group():
        return _BREAK
    return "" if before.is_han or token.is_han else " "
