"""Mend misspelt food names, and rather leave a word unknown than take it for another food."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from rapidfuzz.distance import OSA

from meum.language.scripts import is_han
from nutrition.reading.sounds import voiced

SHORTEST_WORD = 5
"""Letters below which a Latin word is not mended: too many short words are one letter apart."""
LONGEST_NAME = 8
"""Chinese signs above which a name is not searched by sound."""
_TWO_SLIPS_FROM = 8
_FAR_RARER = 4
_LEAST_NAMES = 3
"""Names that must hold a short word before another is taken for a slip of it."""


class Spelling:
    """Hold the words of a lexicon's names by first letter and length, and its Chinese names by their sound."""

    def __init__(self, names: Iterable[str], words: Mapping[str, int]) -> None:
        """Take the Chinese names of a lexicon, and the stems of Latin words with how many names hold each."""
        self._counts = words
        grouped: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
        for word in words:
            if not word.isalpha() or (len(word) <= SHORTEST_WORD and words[word] < _LEAST_NAMES):
                continue
            grouped[word[0], len(word)].append(word)
        sounds: defaultdict[str, list[str]] = defaultdict(list)
        for name in names:
            if 2 <= len(name) <= LONGEST_NAME and all(map(is_han, name)):
                sounds[voiced(name)].append(name)
        self._words = {place: tuple(sorted(group)) for place, group in grouped.items()}
        self._sounds = dict(sounds)

    def word(self, stem: str) -> str | None:
        """Return the one known word that a Latin stem misspells, or None.

        One slip (a letter more, less, other, or two swapped) is forgiven from 5 letters on, two from 8; the first
        letter must be right, and no second word may be as near unless it is far rarer.
        """
        if len(stem) < SHORTEST_WORD or not stem.isalpha():
            return None
        slips = 2 if len(stem) >= _TWO_SLIPS_FROM else 1
        near = [(OSA.distance(stem, word, score_cutoff=slips), word) for word in self._nearby(stem, slips)]
        within = sorted((slip, -self._counts[word], word) for slip, word in near if slip <= slips)
        if not within or (len(within) > 1 and _is_doubtful(within[0], within[1])):
            return None
        return within[0][2]

    def sound_alike(self, run: str) -> str | None:
        """Return the one name that sounds like a run of Chinese signs (番茄炒旦), or None.

        Input methods make such slips; a name of two signs must share one of them.
        """
        if not 2 <= len(run) <= LONGEST_NAME:
            return None
        names = [name for name in self._sounds.get(voiced(run), ()) if _shares_enough(run, name)]
        return names[0] if len(names) == 1 else None

    def _nearby(self, stem: str, slips: int) -> Iterable[str]:
        for length in range(len(stem) - slips, len(stem) + slips + 1):
            yield from self._words.get((stem[0], length), ())


def is_slip(words: str, name: str) -> bool:
    """Tell whether words, in one case and script with a name, are most likely meant for it: 酸辣份, "brocoli", 夹馍.

    Few signs and short words are next to some name by chance: of them only what sounds alike or ends it counts.
    """
    if not words or not name:
        return False
    if all(map(is_han, words)):
        return len(words) > 1 and (voiced(words) == voiced(name) or name[1:] == words or _is_near(words, name, 3))
    return len(words) >= SHORTEST_WORD and words[0] == name[0] and _is_near(words, name, _TWO_SLIPS_FROM // 2)


def _is_near(words: str, name: str, letters: int) -> bool:
    """Tell whether two names differ by one slip for so many letters at most, and by two in all."""
    slips = min(2, len(words) // letters)
    return OSA.distance(words, name, score_cutoff=slips) <= slips


def _is_doubtful(first: tuple[int, int, str], second: tuple[int, int, str]) -> bool:
    return first[0] == second[0] and first[1] > second[1] * _FAR_RARER


def _shares_enough(run: str, name: str) -> bool:
    same = sum(one == other for one, other in zip(run, name, strict=True))
    return same * 2 >= len(name)
