"""An inverted index over food names: 1- and 2-grams of Chinese, padded 3-grams of Latin words, then a closer look.

Built once and never changed, so threads share it. It holds names as they are compared (`wording.searchable`) and knows
foods by their place in the list it was built from.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import filterfalse, groupby, islice, product
from operator import attrgetter
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz

from nutrition.catalogue.mending import Mender
from nutrition.catalogue.naming import folded, has_han
from nutrition.catalogue.wording import kind_in_other, parts_of, searchable
from nutrition.domain.foods import NameKind
from nutrition.reading.sounds import is_pinyin, lettered

_LOOKED_AT = 200
_LONGEST_QUERY = 80
# Of a name that shares less than this of what was asked nothing more is expected than chance.
_LEAST_OF_CHINESE = 0.34
_LEAST_OF_WORDS = 0.5
_LEAST_OF_STRANGE_WORD = 0.7
# A name all of which was asked may share less.
_LEAST_OF_MORE = 0.2
# What a food must hold of each part of a query in two languages.
_LEAST_OF_PART = 0.6
_ENTRY_BITS = 32
_PRIOR_SHARE = 0.2
_MENDED = 0.9
_BY_SOUND = 0.85
_TRANSLATED = 0.95
_BOTH = 0.85
# A name of one language alone may hold next to all of a query in two and yet miss what matters.
_ONE_PART = 0.6
_INITIALS = 0.86
_EACH_FOOD = 0.01
_MOST_FOODS = 4
_NO_CHINESE = 0.9
_EVERYDAY_ALIAS = 0.88
_WHOLE = 0.99
_LEAST_WRITTEN = 0.5
_TWO = 2
# The state in which tables tell a food plain, and what is left of the weight of a name without it.
_PLAIN = " raw"
_BARE = 0.9
_EVERYDAY = 0.89
_MOST_READINGS = 4
_MOST_NAMES = 3


class IndexedName(NamedTuple):
    """A folded name to index: its food's place in the caller's list, its weight and that food's prior, both 0..100."""

    text: str
    food: int
    weight: int
    prior: int
    kind: NameKind = NameKind.NAME


@dataclass(frozen=True, slots=True)
class NameHit:
    """A food found: its place, how well it fits (0..1) and the name that was found."""

    food: int
    score: float
    matched: str


class _Fit(NamedTuple):
    """Names that fit a reading: their places and how well, 0..1."""

    entries: NDArray[np.int64]
    scores: NDArray[np.float64]


def grams_of(text: str) -> Iterator[str]:
    """Yield the grams of a searchable text: each Chinese sign, each two in a row, and 3-grams of padded Latin words."""
    for word in text.split(" "):
        for is_han, signs in groupby(word, has_han):
            run = "".join(signs)
            if is_han:
                yield from run
                yield from (run[at : at + 2] for at in range(len(run) - 1))
            else:
                padded = f"^{run}$"
                yield from (padded[at : at + 3] for at in range(len(padded) - 2))


class NameIndex:
    """Find foods by what somebody typed."""

    def __init__(self, names: Iterable[IndexedName]) -> None:
        """Index the names, those of one food in a row; of equal names of a food the first stays."""
        self._texts: list[str] = []
        self._initials: dict[str, array[int]] = {}
        words: Counter[str] = Counter()
        foods, weights, priors, starts = array("i"), array("f"), array("f"), array("q")
        for food, own in groupby(names, key=attrgetter("food")):
            start = len(self._texts)
            abbreviations: list[str] = []
            for text, name in _distinct(own, abbreviations, words):
                self._texts.append(text)
                foods.append(food)
                weights.append(_weight_of(name))
                priors.append(name.prior / 100)
            if start < len(self._texts):
                starts.append(start)
            self._abbreviate(abbreviations, start)
        self._foods, self._weights, self._priors = np.array(foods), np.array(weights), np.array(priors)
        self._starts_of_foods = np.array(starts, dtype=np.int64)
        self._has_chinese = self._foods_with_chinese()
        self._index()
        self._by_text = array("i", sorted(range(len(self._texts)), key=self._texts.__getitem__))
        self._mender = Mender(self._texts, words)

    def __len__(self) -> int:
        """Return how many names are indexed."""
        return len(self._texts)

    def _abbreviate(self, abbreviations: Iterable[str], start: int) -> None:
        """Note for the initials of a food which of its names they most likely stand for; of equals the first."""
        for letters in abbreviations:
            own = range(start, len(self._texts))
            likely = [place for place in own if len(self._texts[place]) == len(letters) and has_han(self._texts[place])]
            if likely:
                best = max(likely, key=lambda place: fuzz.ratio(letters, lettered(self._texts[place])))
                self._initials.setdefault(letters, array("i")).append(best)

    def _foods_with_chinese(self) -> NDArray[np.bool_]:
        """Return for each name whether its food has a Chinese one."""
        if not self._texts:
            return np.zeros(0, dtype=bool)
        names = np.fromiter(map(has_han, self._texts), dtype=bool, count=len(self._texts))
        sizes = np.diff(self._starts_of_foods, append=len(self._texts))
        return np.repeat(np.logical_or.reduceat(names, self._starts_of_foods), sizes)

    def _index(self) -> None:
        """Lay the postings of all grams end to end in one array; `_places` says where those of a gram begin."""
        self._places: dict[str, int] = {}
        pairs = array("q")
        for entry, text in enumerate(self._texts):
            # Gram and entry in one number: sorting it sorts both, in place, at half the memory of two columns.
            pairs.extend(self._place(gram) << _ENTRY_BITS | entry for gram in set(grams_of(text)))
        sorted_pairs = np.frombuffer(pairs, dtype=np.int64) if pairs else np.array([], dtype=np.int64)
        sorted_pairs.sort()
        self._postings = (sorted_pairs & ((1 << _ENTRY_BITS) - 1)).astype(np.int32)
        counts = np.bincount(sorted_pairs >> _ENTRY_BITS, minlength=len(self._places))
        self._starts = np.concatenate(([0], np.cumsum(counts)))
        self._rarity = np.log1p(len(self._texts) / np.maximum(counts, 1)).astype(np.float32)
        self._sizes = np.bincount(
            self._postings, weights=np.repeat(self._rarity, counts), minlength=len(self._texts)
        ).astype(np.float32)

    def _place(self, gram: str) -> int:
        return self._places.setdefault(gram, len(self._places))

    def search(self, query: str, *, limit: int) -> list[NameHit]:
        """Return at most `limit` foods, best first; ties go to the food that comes first in the list."""
        typed = folded(query[:_LONGEST_QUERY])
        text = searchable(typed)
        if not text or not self._texts:
            return []
        parts = parts_of(text)
        is_name = next(self._called(text), None) is not None
        fits = [self._fit(text, share=1.0 if is_name or len(parts) == 1 else _ONE_PART), self._by_initials(typed)]
        fits += [self._fit(other, share=_TRANSLATED) for other in self._otherwise(typed, parts)]
        if len(parts) > 1:
            fits.append(self._both(parts))
        if not is_name:
            fits += [self._fit(other, share=_MENDED) for other in self._mender.mended(typed)[:_MOST_READINGS]]
            fits.append(self._by_sound(text))
        return self._best(fits, limit, is_chinese=has_han(text))

    def _otherwise(self, typed: str, parts: Sequence[str]) -> list[str]:
        """Return how else a text may be written: pinyin without blanks, all in one of the languages it mixes."""
        words = typed.split(" ")
        if len(words) > 1 and all(map(is_pinyin, words)):
            return [searchable("".join(words))]
        if len(parts) < _TWO:
            return []
        english = product(*([part] if not has_han(part) else self._named_otherwise(part) for part in parts))
        chinese = product(*([part] if has_han(part) else self._named_otherwise(part) for part in parts))
        return [
            *islice((" ".join(words) for words in english), _MOST_READINGS),
            *islice(("".join(signs) for signs in chinese), _MOST_READINGS),
        ]

    def _named_otherwise(self, part: str) -> list[str]:
        """Return what everyday foods of a name are called in the other language, and words for kinds of food."""
        found = list(kind_in_other(part))
        for entry in self._called(part):
            if self._priors[entry] >= _EVERYDAY:
                others = (name for name in self._names_of(entry) if has_han(name) != has_han(part))
                found += islice(filterfalse(is_pinyin, others), _MOST_NAMES)
        return list(dict.fromkeys(found))

    def _called(self, text: str) -> Iterator[int]:
        """Yield the places of the names that are exactly a text."""
        at = bisect_left(self._by_text, text, key=self._texts.__getitem__)
        while at < len(self._by_text) and self._texts[self._by_text[at]] == text:
            yield self._by_text[at]
            at += 1

    def _names_of(self, entry: int) -> list[str]:
        """Return all names of the food that has a name."""
        at = int(np.searchsorted(self._starts_of_foods, entry, side="right"))
        ends = self._starts_of_foods[at] if at < len(self._starts_of_foods) else len(self._texts)
        return self._texts[self._starts_of_foods[at - 1] : ends]

    def _shared(self, text: str) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return for every name the share of a text that is found in it, and the share of it that the text uses."""
        grams = set(grams_of(text))
        places = [self._places[gram] for gram in grams if gram in self._places]
        slices = [self._postings[self._starts[place] : self._starts[place + 1]] for place in places]
        if not slices:
            return np.zeros(len(self._texts)), np.zeros(len(self._texts))
        weights = np.repeat(self._rarity[places], [len(part) for part in slices])
        shared = np.bincount(np.concatenate(slices), weights=weights, minlength=len(self._texts))
        unseen = (len(grams) - len(places)) * float(self._rarity.max())
        return shared / (float(self._rarity[places].sum()) + unseen), shared / self._sizes

    def _fit(self, text: str, *, share: float) -> _Fit:
        """Return the names that fit a text best, with scores that are `share` of what they fit."""
        asked, used = self._shared(text)
        rough = 0.7 * asked + 0.3 * used + _PRIOR_SHARE * self._priors * asked
        is_whole = (used > _WHOLE) & (asked >= _LEAST_OF_MORE) if len(text) > _TWO else False
        rough[~(is_whole | (asked >= self._least_share(text)))] = 0
        entries = _largest(rough, _LOOKED_AT)
        asked, used = asked[entries], used[entries]
        likeness = np.array([_likeness(text, self._texts[entry]) for entry in entries])
        fit = 0.4 * asked + 0.2 * used + 0.4 * likeness
        return self._scored(entries, fit * share, asked * share)

    def _least_share(self, text: str) -> float:
        """Return how much of a text a name must share: three letters of one strange word (qqqq) are no food."""
        if has_han(text):
            return _LEAST_OF_CHINESE
        return _LEAST_OF_WORDS if " " in text or self._mender.is_begun(text) else _LEAST_OF_STRANGE_WORD

    def _scored(self, entries: NDArray[np.int64], fit: NDArray[np.float64], held: NDArray[np.float64]) -> _Fit:
        """Return names with their scores: how well they fit, and how plain the food is that holds what was asked."""
        scores = (1 - _PRIOR_SHARE) * fit * self._weights[entries] + _PRIOR_SHARE * self._priors[entries] * held**2
        return _Fit(entries, scores)

    def _by_initials(self, typed: str) -> _Fit:
        """Return the Chinese names that typed letters are the initials of, those first that more foods have."""
        entries = np.array(self._initials.get(typed, ()), dtype=np.int64)
        foods = (len(list(islice(self._called(self._texts[entry]), _MOST_FOODS))) for entry in entries)
        fit = np.fromiter((_INITIALS + _EACH_FOOD * count for count in foods), dtype=np.float64, count=len(entries))
        return self._scored(entries, fit, np.ones(len(entries)))

    def _by_sound(self, text: str) -> _Fit:
        """Return Chinese names that sound much like a text and share a sign with it, or sound just like it."""
        found = self._mender.sounding_like(text) if has_han(text) and len(text) >= _TWO else []
        kept = []
        for entry, likeness in found:
            written = fuzz.ratio(text, self._texts[entry]) / 100
            if likeness == 1.0 or written >= _LEAST_WRITTEN:
                kept.append((entry, likeness * (1 + written) / 2, likeness))
        entries = np.array([entry for entry, _, _ in kept], dtype=np.int64)
        fit, held = (np.array([row[column] for row in kept], dtype=np.float64) for column in (1, 2))
        return self._scored(entries, fit * _BY_SOUND, held * _BY_SOUND)

    def _both(self, parts: Sequence[str]) -> _Fit:
        """Return foods, by their first names, whose names hold all parts of a text, each part in any of them."""
        fit = np.ones(len(self._starts_of_foods))
        for part in parts:
            asked, used = self._shared(part)
            part_fit = np.where(asked >= _LEAST_OF_PART, 0.7 * asked + 0.3 * used, 0.0) * self._weights
            fit = np.minimum(fit, np.maximum.reduceat(part_fit, self._starts_of_foods))
        places = _largest(fit, _LOOKED_AT)
        return self._scored(self._starts_of_foods[places], fit[places] * _BOTH, np.full(len(places), _BOTH))

    def _best(self, fits: Sequence[_Fit], limit: int, *, is_chinese: bool) -> list[NameHit]:
        entries = np.concatenate([fit.entries for fit in fits])
        scores = np.concatenate([fit.scores for fit in fits])
        if is_chinese:
            scores *= np.where(self._has_chinese[entries], 1, _NO_CHINESE)
        found: dict[int, NameHit] = {}
        ranked: Sequence[int] = np.lexsort((self._foods[entries], -scores)).tolist()
        for place in ranked:
            entry = entries[place]
            food = int(self._foods[entry])
            found.setdefault(food, NameHit(food, round(float(scores[place]), 4), self._texts[entry]))
            if len(found) == limit:
                break
        return list(found.values())


def _distinct(
    names: Iterable[IndexedName], abbreviations: list[str], words: Counter[str]
) -> Iterator[tuple[str, IndexedName]]:
    """Yield the names of one food by their searchable texts, each once, and count their words.

    Initials go to the abbreviations instead. What is called "X, raw" is called X as well, if less so.
    """
    seen: set[str] = set()
    for name in names:
        if name.kind is NameKind.INITIALS:
            abbreviations.append(name.text)
            continue
        words.update(name.text.split(" "))
        text = searchable(name.text)
        bare = text.removesuffix(_PLAIN)
        for one, weight in ((text, name.weight), (bare, round(name.weight * _BARE))):
            if one and one not in seen:
                seen.add(one)
                yield one, name._replace(weight=weight)


def _weight_of(name: IndexedName) -> float:
    """Return what a name counts, 0..1: other names of everyday foods are before the own names of foods like them."""
    is_everyday = name.kind is not NameKind.PINYIN and name.prior >= _EVERYDAY * 100
    return max(name.weight / 100, _EVERYDAY_ALIAS if is_everyday else 0)


def _largest(values: NDArray[np.float64], most: int) -> NDArray[np.int64]:
    """Return the places of the largest values above 0, at most so many, largest first; of equals the first."""
    above = np.flatnonzero(values > 0)
    return above[np.argsort(-values[above], kind="stable")[:most]]


def _likeness(text: str, name: str) -> float:
    """Return how like two texts are, 0..1; words in another order ("raw spinach") count a little less."""
    straight = fuzz.ratio(text, name)
    return max(straight, 0.95 * fuzz.token_sort_ratio(text, name) if " " in text else 0.0) / 100
