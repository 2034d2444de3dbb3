"""Find the food that a descriptive English phrase means, by how much of the phrase and of the food's name agree.

"Thin-crust pepperoni pizza from the cafeteria" stands in no table, but most of its words stand in "Pizza with
pepperoni, from school lunch, thin crust". Every name of every food is an entry. It is scored by the share of what was
said that it holds (weighted by how rare each word is), the share of itself that was said, whether both mean the same
thing, and how often the food is eaten.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from nutrition.reading.phrase_names import MARKS, NameParts, PhraseName, Term, meal_pairs, parts_of

# Weights of what makes a score; set by hand, then on the tuning half of the development sentences.
_EXPLAINED, _USED, _SAME_THING, _SAME_NOUN, _EATEN = 0.8, 0.2, 0.1, 0.15, 0.15
_UNREADY_COST, _INFANT_COST, _MARK_COST, _OWNS = 0.12, 0.4, 0.06, 0.05
_PAIR_COST, _BESIDE_COST, _BESIDE_NAMED = 0.4, 0.5, 0.03
_PAIR_TOLD = 1.1
_KIND_SHARE = 0.7
"""How much a kind counts for the thing: the root beer of "Soft drink, root beer"."""
_NAMED_BY_KIND, _NAMED_BY_ONE_WORD = 0.4, 0.9
"""Share of a name that must be said where its noun is not: "tomato" for "Soup, tomato" is too little."""
_PLAIN_BONUS = 0.03
_UNHEARD = 4.0
"""How rare a word that stands in no name counts as."""
_ALL = 0.999
"""Share of a phrase or a name from which on it counts as all of it."""
_LOOKED_AT = 24
_NO_WORD = -2

UNREADY = re.compile(
    r"\b(?:dry|dried|uncooked|unprepared|powder|powdered|mix|concentrate|condensed|not reconstituted|undiluted|raw|"
    r"dehydrated)\b"
)
"""Words of a food that is not eaten as it is; said, they mean just that food."""
_INFANT_SAID = frozenset({"infant", "strained", "junior", "toddler", "formula", "gerber", "graduate"})

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class PhraseHit:
    """A food found: `score` to compare with others; shares (0..1) of what was said and of the name that agree.

    `explained` counts every word said, `named` only those that name things, `used` the words of the name.

    `is_same` tells whether the thing that was said is the thing that the food is; `stems` are the words that agree;
    `is_pair` tells that the name names two things: bacon and eggs.
    """

    food: str
    score: float
    explained: float
    named: float
    used: float
    is_same: bool
    stems: frozenset[str]
    is_pair: bool = False


@dataclass(frozen=True, slots=True)
class _Asked:
    """A phrase as the index knows it: how much each word counts, their numbers, the thing, what is not beside it."""

    said: Mapping[str, float]
    known: Mapping[str, int]
    thing: str
    main: frozenset[int]


class PhraseIndex:
    """Hold all names of all foods; never changed, so threads may share it."""

    def __init__(self, names: Iterable[PhraseName]) -> None:
        """Index the names; of a food with several each is an entry."""
        self.foods: list[str] = []
        places: dict[str, int] = {}
        pairs: set[str] = set()
        entries: list[tuple[int, PhraseName, NameParts]] = []
        for name in names:
            place = places.setdefault(name.food, len(places))
            if place == len(self.foods):
                self.foods.append(name.food)
            pairs.update(meal_pairs(name.text))
            parts = parts_of(name.text)
            if parts.terms:
                entries.append((place, name, parts))
        self.meal_pairs = frozenset(pairs)
        self._take(entries)

    def _take(self, entries: Sequence[tuple[int, PhraseName, NameParts]]) -> None:
        """Lay out the entries as arrays: a column for each property, and for each word the entries that hold it."""
        self._numbers: dict[str, int] = {}
        columns: list[tuple[array[int], array[float], array[float]]] = []
        for at, (_, _, parts) in enumerate(entries):
            for term in parts.terms:
                number = self._numbers.setdefault(term.stem, len(self._numbers))
                if number == len(columns):
                    columns.append((array("i"), array("f"), array("f")))
                owners, shares, things = columns[number]
                owners.append(at)
                shares.append(term.weight)
                things.append(1.0 if term.stem in parts.thing else _KIND_SHARE * (term.stem in parts.kind))
        self._owners = [np.frombuffer(owners, dtype=np.int32) for owners, _, _ in columns]
        self._shares = [np.frombuffer(shares, dtype=np.float32) for _, shares, _ in columns]
        self._things = [np.frombuffer(things, dtype=np.float32) for _, _, things in columns]
        self._food = np.array([place for place, _, _ in entries], dtype=np.int32)
        counts = [len(np.unique(self._food[owners])) for owners in self._owners]
        self.counts: Mapping[str, int] = MappingProxyType(dict(zip(self._numbers, counts, strict=True)))
        self._rarity = np.log1p(len(self.foods) / np.maximum(counts, 1)).astype(np.float32)
        self._noun = self._column(self._numbers.get(parts.noun, -1) for _, _, parts in entries).astype(np.int32)
        self._own = self._column(
            sum(term.weight * self.rarity(term.stem) for term in parts.terms) for _, _, parts in entries
        )
        self._standing = self._column(
            _EATEN * name.prior - name.penalty + _PLAIN_BONUS * ("NFS" in name.text) for _, name, _ in entries
        )
        self._unready = self._column(_UNREADY_COST * name.is_unready for _, name, _ in entries)
        self._whole = self._column(name.whole for _, name, _ in entries)
        self._infant = self._column(_INFANT_COST * parts.is_infant for _, _, parts in entries)
        self._pair = self._column(_PAIR_COST * parts.is_pair for _, _, parts in entries)
        self._marked = {
            mark: np.array([at for at, (_, _, parts) in enumerate(entries) if mark in parts.marks], dtype=np.int32)
            for mark in MARKS
        }

    @staticmethod
    def _column(values: Iterable[float]) -> Floats:
        return np.fromiter(values, dtype=np.float32)

    def __len__(self) -> int:
        """Return how many names are indexed."""
        return len(self._food)

    def knows(self, stem: str) -> bool:
        """Tell whether a canonical stem stands in any name."""
        return stem in self._numbers

    def rarity(self, stem: str) -> float:
        """Return how much a stem says: the rarer it is among the foods, the more."""
        number = self._numbers.get(stem)
        return _UNHEARD if number is None else float(self._rarity[number])

    def find(self, terms: Sequence[Term], *, limit: int, owns: Callable[[str], bool] | None = None) -> list[PhraseHit]:
        """Return the foods that fit the terms best, best first.

        `owns` tells whether a food is counted in the unit that was told; such a food is a little likelier.
        """
        said: dict[str, float] = {}
        for term in terms:
            said[term.stem] = max(said.get(term.stem, 0.0), term.weight)
        known = {stem: self._numbers[stem] for stem in said if stem in self._numbers}
        if not known:
            return []
        thing = next((term.stem for term in reversed(terms) if term.weight >= 1.0), "")
        main = frozenset(known[term.stem] for term in terms if term.stem in known and not term.is_beside)
        return self._best(_Asked(said, known, thing, main), limit=limit, owns=owns)

    def _best(self, asked: _Asked, *, limit: int, owns: Callable[[str], bool] | None) -> list[PhraseHit]:
        said, known, thing = asked.said, asked.known, asked.thing
        entries, got, used, same = self._agreeing(said, known, thing)
        explained = got / sum(weight * self.rarity(stem) for stem, weight in said.items())
        own = used / self._own[entries]
        is_noun = self._noun[entries] == known.get(thing, _NO_WORD)
        is_said = np.isin(self._noun[entries], list(asked.main))
        noun = np.maximum(is_noun, np.where(((same > 0) & (same < 1)) | is_said, _KIND_SHARE, 0))
        score = _EXPLAINED * explained + _USED * own + _SAME_THING * same + _SAME_NOUN * noun + self._standing[entries]
        score += self._whole[entries] * (np.minimum(explained, own) > _ALL) * is_noun
        score -= self._doubts(said)[entries] + self._pair[entries] * (_PAIR_TOLD - own)
        # Pancakes with syrup are no pancake syrup.
        score -= _BESIDE_COST * np.isin(self._noun[entries], list(set(known.values()) - asked.main))
        score -= _BESIDE_NAMED * self._beside(asked)[entries]
        found: dict[str, PhraseHit] = {}
        order = self._order(score)
        for at in order:
            place = self._food[entries[at]]
            food = self.foods[place]
            total = float(score[at]) + (_OWNS if owns and owns(food) else 0.0)
            if food not in found or total > found[food].score:
                stems = frozenset(stem for stem, number in known.items() if _holds(self._owners[number], entries[at]))
                least = _NAMED_BY_KIND if len(said) > 1 else _NAMED_BY_ONE_WORD
                is_same = bool(is_noun[at] or ((same[at] > 0 or is_said[at]) and own[at] >= least))
                named = self._named(said, stems)
                is_pair = any(self._pair[entries[each]] > 0 for each in order if self._food[entries[each]] == place)
                shares = float(explained[at]), named, float(own[at])
                found[food] = PhraseHit(food, total, *shares, is_same, stems, is_pair)
        return sorted(found.values(), key=lambda hit: -hit.score)[:limit]

    def _beside(self, asked: _Asked) -> Floats:
        """Return for each entry the words that are the thing of it, but were said beside: tea with milk, milk tea."""
        beside = np.zeros(len(self._food), dtype=np.float32)
        for number in asked.known.values():
            if number not in asked.main:
                beside[self._owners[number]] += self._shares[number] >= 1.0
        return beside

    def _named(self, said: Mapping[str, float], held: frozenset[str]) -> float:
        """Return the share of the words that name things which a name holds; of all words where none names a thing."""
        things = [stem for stem, weight in said.items() if weight >= 1.0] or list(said)
        return sum(self.rarity(stem) for stem in things if stem in held) / sum(map(self.rarity, things))

    def _agreeing(
        self, said: Mapping[str, float], known: Mapping[str, int], thing: str
    ) -> tuple[NDArray[np.int64], Floats, Floats, Floats]:
        """Return the entries that hold a word said, with what they explain, what of them is used, and same things."""
        size = len(self._food)
        got, used, same = (np.zeros(size, dtype=np.float32) for _ in range(3))
        for stem, number in known.items():
            owners, rarity = self._owners[number], float(self._rarity[number])
            got[owners] += said[stem] * rarity
            used[owners] += self._shares[number] * rarity
            if stem == thing:
                same[owners] = self._things[number]
        entries = np.flatnonzero(got > 0)
        return entries, got[entries], used[entries], same[entries]

    def _doubts(self, said: Mapping[str, float]) -> Floats:
        """Return what is taken off each entry for saying more than was said: raw, for babies, decaffeinated."""
        doubts = np.zeros(len(self._food), dtype=np.float32)
        for mark, owners in self._marked.items():
            if mark not in said:
                doubts[owners] = _MARK_COST
        if not UNREADY.search(" ".join(said)):
            doubts += self._unready
        if not _INFANT_SAID & said.keys():
            doubts += self._infant
        return doubts

    @staticmethod
    def _order(score: Floats) -> NDArray[np.int64]:
        """Return the places of the best scores, best first; equal ones in the order of the entries."""
        if len(score) > _LOOKED_AT:
            least = np.partition(score, -_LOOKED_AT)[-_LOOKED_AT]
            best = np.flatnonzero(score >= least)
        else:
            best = np.arange(len(score))
        order: NDArray[np.int64] = best[np.argsort(-score[best], kind="stable")]
        # Many entries may tie for the last place: only those are cut, never the best.
        return order[: 2 * _LOOKED_AT]


def _holds(ordered: NDArray[np.int32], value: int) -> bool:
    at = int(np.searchsorted(ordered, value))
    return at < len(ordered) and int(ordered[at]) == value
