"""The pieces that a meal sentence is cut into; each knows its place `text[start:end]`."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

from meum.language.measures import Measure, Size
from meum.language.quantities import Quantity
from meum.language.times import Moment
from nutrition.reading.lexicon import Candidate
from nutrition.reading.words import Role


@dataclass(frozen=True, slots=True)
class Food:
    """A food of the lexicon; `quality` (0..1) falls where the words fit it less than letter by letter."""

    start: int
    end: int
    candidates: tuple[Candidate, ...]
    key: str
    quality: float = 1.0


@dataclass(frozen=True, slots=True)
class Water:
    """Plain water."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with or without a measure; `is_negative` where a minus stands before it."""

    start: int
    end: int
    quantity: Quantity
    is_negative: bool = False


@dataclass(frozen=True, slots=True)
class Counter:
    """A measure without a number that follows a food; `is_many` where it is told as several: "bread slices"."""

    start: int
    end: int
    measure: Measure
    is_many: bool = False


@dataclass(frozen=True, slots=True)
class Sized:
    """A size said of a food: "large fries"."""

    start: int
    end: int
    size: Size


@dataclass(frozen=True, slots=True)
class Word:
    """A word that is no food."""

    start: int
    end: int
    role: Role


@dataclass(frozen=True, slots=True)
class Timed:
    """A time told."""

    start: int
    end: int
    moment: Moment


@dataclass(frozen=True, slots=True)
class Break:
    """Punctuation between foods."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Unknown:
    """Words that nothing here knows."""

    start: int
    end: int


Piece = Food | Water | Amount | Counter | Sized | Word | Timed | Break | Unknown


@dataclass(frozen=True, slots=True)
class Spans:
    """Hold stretches of a text that are taken."""

    taken: tuple[tuple[int, int], ...]

    def touch(self, start: int, end: int) -> bool:
        """Tell whether any taken stretch shares a character with `text[start:end]`."""
        return any(begin < end and start < stop for begin, stop in self.taken)

    def without(self, places: Collection[int]) -> Spans:
        """Return those of the stretches in which none of the places lies."""
        return Spans(tuple((start, end) for start, end in self.taken if not any(start <= at < end for at in places)))

    def blanked(self, text: str, mark: str) -> str:
        """Return the text, as long as before, with one mark for every character that is taken."""
        for start, end in self.taken:
            text = text[:start] + mark * (end - start) + text[end:]
        return text


def spans_of(pieces: list[Piece], wanted: Callable[[Piece], bool] = lambda piece: True) -> Spans:
    """Return the places of the wanted pieces."""
    return Spans(tuple((piece.start, piece.end) for piece in pieces if wanted(piece)))
