"""What was probably meant by a word or name that nothing is called: slips of the fingers, of the ear and of the eye."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import islice, product

from rapidfuzz import process
from rapidfuzz.distance import OSA, Indel

from nutrition.catalogue.naming import has_han
from nutrition.catalogue.wording import SYNONYMS, misread, searchable
from nutrition.reading.sounds import voiced

_MENDED_FROM = 4
_TWO_SLIPS_FROM = 8
_BEGUN_FROM = 3
_MOST_WORDS = 2
_MOST_TEXTS = 4
_MOST_SOUNDS = 20
# Signs that a name may have more than what was typed.
_MOST_MORE = 1
# Two names of three signs that differ in the sound of one share two thirds.
_LEAST_SOUND = 0.66


class Mender:
    """Hold the Latin words of all names and the Chinese names as they sound, by their lengths."""

    def __init__(self, texts: Sequence[str]) -> None:
        """Take the searchable names."""
        counts = Counter(word for text in texts for word in text.split(" ") if word.isascii() and word.isalpha())
        counts.update(SYNONYMS)
        self._words = sorted(counts)
        grouped: defaultdict[int, list[str]] = defaultdict(list)
        for word in sorted(counts, key=lambda word: (-counts[word], word)):
            grouped[len(word)].append(word)
        self._words_by_length = dict(grouped)
        voices: defaultdict[int, list[str]] = defaultdict(list)
        self._voiced_places: defaultdict[int, array[int]] = defaultdict(lambda: array("i"))
        for place, text in enumerate(texts):
            if has_han(text):
                voices[len(text)].append(voiced(text))
                self._voiced_places[len(text)].append(place)
        self._voices = dict(voices)

    def mended(self, text: str) -> list[str]:
        """Return what a text may be with its misspelt Latin words put right, or a sign that looks like another."""
        choices = [self._choices(word) for word in text.split(" ")]
        mended = [" ".join(words) for words in islice(product(*choices), _MOST_TEXTS)]
        return [searchable(other) for other in (*mended, *misread(text)) if other != text]

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

    def _choices(self, word: str) -> list[str]:
        """Return the words that a Latin word may be meant for; itself where it is known or the beginning of one."""
        if len(word) < _MENDED_FROM or not (word.isascii() and word.isalpha()) or self._is_begun(word):
            return [word]
        slips = 2 if len(word) >= _TWO_SLIPS_FROM else 1
        near = [
            (distance, -length, place, other)
            for length in range(len(word) - slips, len(word) + slips + 1)
            for other, distance, place in process.extract(
                word, self._words_by_length.get(length, ()), scorer=OSA.distance, score_cutoff=slips, limit=None
            )
            if other[0] == word[0] or other[:2] == word[1::-1]
        ]
        return [other for *_, other in sorted(near)[:_MOST_WORDS]] or [word]

    def _is_begun(self, word: str) -> bool:
        """Tell whether a word is one of ours, or what one of ours begins with."""
        place = bisect_left(self._words, word)
        return place < len(self._words) and self._words[place].startswith(word)
