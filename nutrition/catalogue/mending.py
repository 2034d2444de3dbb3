"""What was probably meant by a word or name that nothing is called: slips of the fingers, of the ear and of the eye."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from heapq import nsmallest
from itertools import islice, product

from rapidfuzz import process
from rapidfuzz.distance import OSA, Indel

from meum.language.lexicon import stem_of
from nutrition.catalogue.naming import has_han
from nutrition.catalogue.wording import SYNONYMS, misread, searchable
from nutrition.reading.sounds import is_pinyin, voiced

_MENDED_FROM = 4
_TWO_SLIPS_FROM = 8
_SHORTEST_PART = 3
# Names that hold a word before it is taken for half of another.
_LEAST_NAMES = 3
_MOST_WORDS = 2
_MOST_TEXTS = 4
_MOST_SOUNDS = 20
# Signs that a name may have more than what was typed.
_MOST_MORE = 1
# Two names of three signs that differ in the sound of one share two thirds.
_LEAST_SOUND = 0.66


class Mender:
    """Hold the Latin words of all names and the Chinese names as they sound, by their lengths."""

    def __init__(self, texts: Sequence[str], words: Mapping[str, int]) -> None:
        """Take the searchable names, and the words of all names as they are written with how many names hold each."""
        self._counts = {word: count for word, count in words.items() if count >= _LEAST_NAMES}
        self._words = sorted(filter(_is_latin, {*words, *SYNONYMS}))
        grouped: defaultdict[int, list[str]] = defaultdict(list)
        for word in self._words:
            grouped[len(word)].append(word)
        self._words_by_length = dict(grouped)
        voices: defaultdict[int, list[str]] = defaultdict(list)
        self._voiced_places: defaultdict[int, array[int]] = defaultdict(lambda: array("i"))
        for place, text in enumerate(texts):
            if has_han(text):
                voices[len(text)].append(voiced(text))
                self._voiced_places[len(text)].append(place)
        self._voices = dict(voices)

    def mended(self, typed: str) -> list[str]:
        """Return, searchable, what may be meant: misspelt Latin words put right, a sign for one that looks like it."""
        choices = [self._choices(word) for word in typed.split(" ")]
        mended = [" ".join(words) for words in islice(product(*choices), _MOST_TEXTS)]
        return [searchable(other) for other in (*mended, *misread(typed)) if other != typed]

    def sounding_like(self, text: str) -> list[tuple[int, float]]:
        """Return the places of Chinese names that sound much like a text, and how like they are to the ear, 0..1."""
        sound = voiced(text)
        found = []
        for length in range(len(text) - 1, len(text) + _MOST_MORE + 1):
            alike = process.extract(
                sound,
                self._voices.get(length, ()),
                scorer=Indel.normalized_similarity,
                limit=_MOST_SOUNDS,
                score_cutoff=_LEAST_SOUND,
            )
            found += [(self._voiced_places[length][place], likeness) for _, likeness, place in alike]
        return found

    def is_begun(self, word: str) -> bool:
        """Tell whether a word is what one of ours begins with."""
        place = bisect_left(self._words, word)
        return place < len(self._words) and self._words[place].startswith(word)

    def _choices(self, word: str) -> list[str]:
        """Return the words that a Latin word may be meant for; first itself where one of ours begins so."""
        if len(word) < _MENDED_FROM or not _is_latin(word) or self._is_known(word) or self._is_known(stem_of(word)):
            return [word]
        is_begun = self.is_begun(word)
        # Whole syllables of pinyin are no slip: another name is always a letter away.
        if is_begun and is_pinyin(word):
            return [word]
        meant = [*self._near(word), *self._parted(word)]
        return [word, *meant] if is_begun or not meant else meant

    def _near(self, word: str) -> list[str]:
        """Return the few words that are fewest slips away from a word, commonest first; they begin alike."""
        slips = 2 if len(word) >= _TWO_SLIPS_FROM else 1
        near = (
            (distance, -self._counts.get(other, 1), other)
            for length in range(len(word) - slips, len(word) + slips + 1)
            for other, distance, _ in process.extract(
                word, self._words_by_length.get(length, ()), scorer=OSA.distance, score_cutoff=slips, limit=None
            )
            if other[0] == word[0] or other[:2] == word[1::-1]
        )
        return [other for *_, other in nsmallest(_MOST_WORDS, near)]

    def _parted(self, word: str) -> list[str]:
        """Return the two words that were typed as one (boiledegg), those that most names hold."""
        cuts = ((word[:at], word[at:]) for at in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1))
        known = [
            (min(self._counts[part] for part in cut), cut) for cut in cuts if all(part in self._counts for part in cut)
        ]
        return [" ".join(max(known)[1])] if known else []

    def _is_known(self, word: str) -> bool:
        place = bisect_left(self._words, word)
        return place < len(self._words) and self._words[place] == word


def _is_latin(word: str) -> bool:
    return word.isascii() and word.isalpha()
