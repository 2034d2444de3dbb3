"""An inverted index over food names: 1- and 2-grams of Chinese, padded 3-grams of Latin words, then a closer look.

Built once and never changed, so threads share it. It holds names as they are compared (`naming.folded`), with Latin
words as stems, and knows foods by their place in the list it was built from.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from meum.language.lexicon import stem_of
from nutrition.catalogue.naming import folded, has_han

_LOOKED_AT = 200
_LONGEST_QUERY = 80
# Of a name that shares less than this of what was asked nothing more is expected than chance.
_LEAST_SHARE = 0.34
_LEAST_FUZZY = 78.0
_LEAST_LIKE = 0.7
# A best hit below this may be a misspelling of something else.
_SURE = 0.6
_ENTRY_BITS = 32
_PRIOR_SHARE = 0.2


class IndexedName(NamedTuple):
    """A folded name to index: its food's place in the caller's list, its weight and that food's prior, both 0..100."""

    text: str
    food: int
    weight: int
    prior: int


@dataclass(frozen=True, slots=True)
class NameHit:
    """A food found: its place, how well it fits (0..1) and the name that was found."""

    food: int
    score: float
    matched: str


def searchable(text: str) -> str:
    """Return a folded text as the index compares it: Latin words as stems."""
    return " ".join(map(stem_of, text.split(" "))) if text else ""


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
        foods, weights, priors = array("i"), array("f"), array("f")
        for food, own in groupby(names, key=attrgetter("food")):
            texts: set[str] = set()
            for name in own:
                text = searchable(name.text)
                if text and text not in texts:
                    texts.add(text)
                    self._texts.append(text)
                    foods.append(food)
                    weights.append(name.weight / 100)
                    priors.append(name.prior / 100)
        self._foods, self._weights, self._priors = np.array(foods), np.array(weights), np.array(priors)
        self._index()

    def __len__(self) -> int:
        """Return how many names are indexed."""
        return len(self._texts)

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
        text = searchable(folded(query[:_LONGEST_QUERY]))
        if not text or not self._texts:
            return []
        entries, asked, used = self._shared(text)
        scores = self._scores(text, entries, asked, used)
        if not len(scores) or scores.max() < _SURE:
            near, likeness = self._nearly(text)
            entries = np.concatenate((entries, near))
            scores = np.concatenate((scores, self._scores(text, near, likeness, likeness)))
        return self._best(scores, entries, limit)

    def _shared(self, text: str) -> tuple[NDArray[np.int64], NDArray[np.float64], NDArray[np.float64]]:
        """Return the names that share most with a text, the share of the text found in each, and of each used."""
        grams = set(grams_of(text))
        places = [self._places[gram] for gram in grams if gram in self._places]
        slices = [self._postings[self._starts[place] : self._starts[place + 1]] for place in places]
        if not slices:
            nothing = np.array([], dtype=np.float64)
            return np.array([], dtype=np.int64), nothing, nothing
        weights = np.repeat(self._rarity[places], [len(part) for part in slices])
        shared = np.bincount(np.concatenate(slices), weights=weights, minlength=len(self._texts))
        unseen = (len(grams) - len(places)) * float(self._rarity.max())
        asked = shared / (float(self._rarity[places].sum()) + unseen)
        used = shared / self._sizes
        rough = 0.7 * asked + 0.3 * used + _PRIOR_SHARE * self._priors
        rough[asked < _LEAST_SHARE] = 0
        entries = np.argsort(-rough, kind="stable")[:_LOOKED_AT]
        entries = entries[rough[entries] > 0]
        return entries, asked[entries], used[entries]

    def _nearly(self, text: str) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
        """Return names that a few slips make of the text, or that hold most of it, and how like they are.

        A swap of two letters breaks every gram of a short word, so this looks at all names; some 10 ms.
        """
        slips = process.extract(text, self._texts, scorer=OSA.normalized_similarity, limit=20, score_cutoff=_LEAST_LIKE)
        parts = process.extract(text, self._texts, scorer=fuzz.partial_ratio, limit=20, score_cutoff=_LEAST_FUZZY)
        found = {place: likeness / 200 for _, likeness, place in parts} | {place: share for _, share, place in slips}
        return np.array(list(found), dtype=np.int64), np.array(list(found.values()), dtype=np.float64) ** 2

    def _scores(
        self,
        text: str,
        entries: NDArray[np.int64],
        asked: NDArray[np.float64],
        used: NDArray[np.float64],
    ) -> NDArray[np.float64]:
        """Return how well each name fits: shares of both sides, likeness of the texts, and how plain the food is."""
        likeness = np.array([self._likeness(text, self._texts[entry]) for entry in entries])
        fit = 0.4 * asked + 0.2 * used + 0.4 * likeness
        return np.asarray(
            (1 - _PRIOR_SHARE) * fit * self._weights[entries] + _PRIOR_SHARE * self._priors[entries], dtype=np.float64
        )

    @staticmethod
    def _likeness(text: str, name: str) -> float:
        """Return how like two texts are, 0..1; words in another order ("raw spinach") count a little less."""
        straight = fuzz.ratio(text, name)
        return max(straight, 0.95 * fuzz.token_sort_ratio(text, name) if " " in text else 0.0) / 100

    def _best(self, scores: NDArray[np.float64], entries: NDArray[np.int64], limit: int) -> list[NameHit]:
        found: dict[int, NameHit] = {}
        ranked: Sequence[int] = np.lexsort((self._foods[entries], -scores)).tolist()
        for place in ranked:
            entry = entries[place]
            food = int(self._foods[entry])
            found.setdefault(food, NameHit(food, round(float(scores[place]), 4), self._texts[entry]))
            if len(found) == limit:
                break
        return list(found.values())
