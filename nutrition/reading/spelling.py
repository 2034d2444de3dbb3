"""Mend misspelt food names, and rather leave a word unknown than take it for another food."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz.distance import OSA

from meum.language.scripts import is_han

SHORTEST_WORD = 5
"""Letters below which a Latin word is not mended: too many short words are one letter apart."""
LONGEST_NAME = 8
"""Chinese signs above which a name is not searched by sound."""
_TWO_SLIPS_FROM = 8


class Spelling:
    """Hold the words of a lexicon's names by first letter and length, and its Chinese names by their sound."""

    def __init__(self, keys: Iterable[str]) -> None:
        """Take the keys of a lexicon."""
        words: defaultdict[tuple[str, int], set[str]] = defaultdict(set)
        sounds: defaultdict[str, list[str]] = defaultdict(list)
        for key in keys:
            if all(map(is_han, key)):
                if 2 <= len(key) <= LONGEST_NAME:
                    sounds[_sound(key)].append(key)
            else:
                for word in filter(str.isalpha, key.split(" ")):
                    words[word[0], len(word)].add(word)
        self._words = {place: tuple(sorted(group)) for place, group in words.items()}
        self._sounds = dict(sounds)

    def word(self, stem: str) -> str | None:
        """Return the one known word that a Latin stem misspells, or None.

        One slip (a letter more, less, other, or two swapped) is forgiven from 5 letters on, two from 8; the first
        letter must be right, and no second word may be as near.
        """
        if len(stem) < SHORTEST_WORD or not stem.isalpha():
            return None
        slips = 2 if len(stem) >= _TWO_SLIPS_FROM else 1
        near = [(OSA.distance(stem, word, score_cutoff=slips), word) for word in self._nearby(stem, slips)]
        within = sorted(pair for pair in near if pair[0] <= slips)
        if not within or (len(within) > 1 and within[0][0] == within[1][0]):
            return None
        return within[0][1]

    def sound_alike(self, run: str) -> str | None:
        """Return the one name that sounds like a run of Chinese signs (番茄炒旦), or None.

        Input methods make such slips; a name of two signs must share one of them.
        """
        if not 2 <= len(run) <= LONGEST_NAME:
            return None
        names = [name for name in self._sounds.get(_sound(run), ()) if _shares_enough(run, name)]
        return names[0] if len(names) == 1 else None

    def _nearby(self, stem: str, slips: int) -> Iterable[str]:
        for length in range(len(stem) - slips, len(stem) + slips + 1):
            yield from self._words.get((stem[0], length), ())


def _shares_enough(run: str, name: str) -> bool:
    same = sum(one == other for one, other in zip(run, name, strict=True))
    return same * 2 >= len(name)


def _sound(run: str) -> str:
    return " ".join(map(_syllable, run))


@lru_cache(maxsize=16384)
def _syllable(sign: str) -> str:
    # Imported when first needed: most processes never mend a Chinese name.
    from pypinyin import Style, lazy_pinyin

    syllable: str = lazy_pinyin(sign, style=Style.NORMAL)[0]
    return syllable
