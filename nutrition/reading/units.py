"""The words of a run as a phrase weighs them: their stems, how much each says, and what stands before it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from meum.language.lexicon import stem_of
from nutrition.reading.lexicon import MealLexicon
from nutrition.reading.matters import NO_FOODS
from nutrition.reading.ornaments import ORNAMENTS
from nutrition.reading.phrase_names import words_of
from nutrition.reading.pieces import Piece, Sized, Unknown, Water, Word
from nutrition.reading.synonyms import is_saying

_MANNER, _SIZE, _ORNAMENT = 0.6, 0.3, 0.1
_LONGEST_SAYING = 3

_DRESSING = re.compile(r"[a-z-]{3,}(?:ly|ing|ed|ful|ous|some|ness|ency|ation|ment|worthy)")

Linked = tuple[Piece, str | None]


@dataclass(frozen=True, slots=True)
class Unit:
    """One word of a run, or a saying of several: hot dog, caffeine free.

    `weight` is how much it counts, `link` the joint before it or None; what dresses a food is no food alone.
    """

    piece: Piece
    stems: tuple[str, ...]
    weight: float
    link: str | None
    is_dress: bool
    is_mended: bool

    @property
    def is_water(self) -> bool:
        """Tell whether it is the word for water."""
        return isinstance(self.piece, Water)


def units_of(text: str, words: Sequence[Linked], lexicon: MealLexicon) -> list[Unit]:
    """Return the units of a run's words, sayings put together."""
    return [_unit(text, piece, link, lexicon) for piece, link in _sayings_joined(text, words)]


def _sayings_joined(text: str, words: Sequence[Linked]) -> Iterator[Linked]:
    at = 0
    while at < len(words):
        last = next((end for end in range(at + _LONGEST_SAYING - 1, at, -1) if _is_saying(text, words, at, end)), at)
        piece, link = words[at]
        yield (Unknown(piece.start, words[last][0].end), link) if last > at else (piece, link)
        at = last + 1


def _is_saying(text: str, words: Sequence[Linked], first: int, last: int) -> bool:
    if last >= len(words) or any(link is not None for _, link in words[first + 1 : last + 1]):
        return False
    return is_saying(text[words[first][0].start : words[last][0].end])


def _unit(text: str, piece: Piece, link: str | None, lexicon: MealLexicon) -> Unit:
    word = text[piece.start : piece.end]
    is_ornament = word in ORNAMENTS or _only_dresses(word, lexicon)
    stems = words_of(word) if is_ornament or stem_of(word) in NO_FOODS else _mended(word, lexicon)
    weight = _MANNER if isinstance(piece, Word) else _SIZE if isinstance(piece, Sized) else 1.0
    says_nothing = is_ornament or (weight < 1 and not any(map(lexicon.phrases.knows, stems)))
    return Unit(
        piece=piece,
        stems=tuple(stems),
        weight=_ORNAMENT if says_nothing else weight,
        link=link,
        is_dress=is_ornament or isinstance(piece, Word | Sized),
        is_mended=stems != words_of(word),
    )


def _only_dresses(word: str, lexicon: MealLexicon) -> bool:
    """Tell whether a word that no table has is made as words for how things are: drenched, gloriously, crispness."""
    stems = words_of(word)
    return bool(_DRESSING.fullmatch(word)) and not any(
        lexicon.phrases.knows(stem) or lexicon.spelling.word(stem) for stem in stems
    )


def _mended(word: str, lexicon: MealLexicon) -> list[str]:
    """Return the stems of a word as the tables know it, mended where they know none such."""
    return [stem if lexicon.phrases.knows(stem) else lexicon.spelling.word(stem) or stem for stem in words_of(word)]
