"""Find the food that a descriptive English phrase means, by how much of the phrase and of the food's name agree.

"Thin-crust pepperoni pizza from the cafeteria" stands in no table, but most of its words stand in "Pizza with pepperoni,
from school lunch, thin crust". Every name of every food is one entry. An entry is scored by the share of what was said
that it holds (weighted by how rare each word is), the share of itself that was said, whether the heads agree, and how
often the food is eaten.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from meum.language.lexicon import stem_of
from nutrition.reading.synonyms import SAME, canonical

_WORD = re.compile(r"\d+(?:\.\d+)?%?|[^\W\d_]+(?:'[a-z]+)?")
_BRACKETS = re.compile(r"\(([^()]*)\)")
# What tables add where they were not told, and what sorts their rows: it names nothing.
_UNTOLD = re.compile(r"\bns as to [^,;()]*|\bnfs\b|\bns\b|\bnot further specified\b|\ball types\b|\bany type\b")
_TAIL = re.compile(r"\b(?:with|w/|from|made|in|on|without|topped|over|for|as|served|containing|including)\b")
_STOP = frozenset(
    "a an the of and or with w from made in on to for as at by it is are my some other type types style kind n s"
    " over served include including into type flavor flavored flavour".split()
)
_UNREADY = re.compile(
    r"\b(?:dry|dried|uncooked|unprepared|powder|powdered|mix|concentrate|condensed|not reconstituted|undiluted|raw|dehydrated)\b"
)
_INFANT = re.compile(r"\b(?:baby|infant|strained|junior|toddler|formula|gerber|graduates)\b")
_INFANT_SAID = re.compile(r"\b(?:infant|strained|junior|toddler|formula|gerber|graduate)\b")


@dataclass(frozen=True, slots=True)
class PhraseName:
    """One name of a food as its table spells it.

    `prior` (0..100) says how often the food is eaten; `penalty` (0..1) is taken off where the food is not meant
    unless the words say so; a food of an `is_alias` name is shown under another one.
    """

    food: str
    text: str
    prior: int
    penalty: float = 0.0
    is_unready: bool = False


@dataclass(frozen=True, slots=True)
class PhraseHit:
    """A food found: `score` to compare with others, and the share (0..1) of the weight of the words it explains."""

    food: str
    score: float
    explained: float
    used: float
    head: bool
    """Whether the thing that was said is the thing that the food is, or the other way round."""
    stems: frozenset[str]
    """Those of the words said that the name holds."""


@dataclass(frozen=True, slots=True)
class Term:
    """One word of a phrase: its canonical stem and how much it counts (1 for the thing, less for how it is)."""

    stem: str
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class _Entry:
    food: int
    terms: tuple[Term, ...]
    heads: frozenset[str]
    kinds: frozenset[str]
    noun: str
    prior: float
    penalty: float
    unready: bool
    infant: bool
    marks: frozenset[str]


SORTING_HEADS = frozenset(
    "fish nuts seeds mollusks crustaceans beverages beverage snacks candies cereals alcoholic spices".split()
)


def words_of(text: str) -> list[str]:
    """Return the canonical stems of a text, without the words that name nothing."""
    stems = [stem_of(match.group()) for match in _WORD.finditer(canonical(text.lower()))]
    return [SAME.get(stem, stem) for stem in stems if stem not in _STOP and (len(stem) > 1 or stem.isdigit())]


def terms_of(text: str) -> list[Term]:
    """Return the terms of a phrase as somebody says it: what follows "with", "from" and the like counts less."""
    plain = canonical(text.lower())
    tail = _TAIL.search(plain)
    cut = tail.start() if tail and tail.start() > 0 else len(plain)
    return [*(Term(word) for word in words_of(plain[:cut])), *(Term(word, 0.5) for word in words_of(plain[cut:]))]


def _entry(name: PhraseName, place: int) -> _Entry:
    brand, _, rest = name.text.partition(",")
    # Tables begin with the maker in capitals: what it is follows.
    own = f"{rest} ({brand})" if rest and brand.isupper() and len(brand) > 3 else name.text
    text = _UNTOLD.sub(" ", own.lower())
    inside = " ".join(match[1] for match in _BRACKETS.finditer(text))
    head, *kinds = _BRACKETS.sub(" ", text).split(",")
    if head.strip() in SORTING_HEADS and kinds:
        kinds, head = [*kinds[1:], head], kinds[0]
    tail = _TAIL.search(head)
    main = head[: tail.start()] if tail and tail.start() > 0 else head
    main_words = words_of(main)
    weights: dict[str, float] = {}
    for words, weight in (
        (main_words, 1.0),
        (words_of(head[len(main) :]), 0.6),
        (words_of(" ".join(kinds)), 0.45),
        (words_of(inside), 0.4),
    ):
        for word in words:
            weights.setdefault(word, weight)
    heads = frozenset(main_words) | frozenset(words_of(inside))
    return _Entry(
        food=place,
        terms=tuple(Term(word, weight) for word, weight in weights.items()),
        heads=heads,
        kinds=frozenset(words_of(_TAIL.split(kinds[0])[0])) if kinds else frozenset(),
        noun=main_words[-1] if main_words else "",
        prior=name.prior / 100,
        penalty=name.penalty - (0.03 if "nfs" in name.text.lower() else 0.0),
        unready=name.is_unready,
        infant=bool(_INFANT.search(text)),
        marks=MARKS & weights.keys(),
    )


_MEAL_PAIR = re.compile(r"\b(?:\w+ snacks?|(?:breakfast|lunch|dinner|snack) (?!with\b|and\b|or\b|for\b|in\b|at\b)\w+)\b")


def _holds(ordered: NDArray[np.int32], value: int) -> bool:
    at = int(np.searchsorted(ordered, value))
    return at < len(ordered) and int(ordered[at]) == value


class PhraseIndex:
    """Hold all names of all foods; never changed, so threads may share it."""

    def __init__(self, names: Iterable[PhraseName]) -> None:
        """Index the names."""
        self.foods: list[str] = []
        places: dict[str, int] = {}
        entries: list[_Entry] = []
        entries_text: list[str] = []
        for name in names:
            place = places.setdefault(name.food, len(places))
            if place == len(self.foods):
                self.foods.append(name.food)
            entry = _entry(name, place)
            entries_text.append(name.text.lower())
            if entry.terms:
                entries.append(entry)
        self.pairs = frozenset(
            pair for name in entries_text for pair in _MEAL_PAIR.findall(name) 
        )
        self._terms: dict[str, int] = {}
        owners: list[list[int]] = []
        shares: list[list[float]] = []
        is_head: list[list[float]] = []
        for at, entry in enumerate(entries):
            for term in entry.terms:
                number = self._terms.setdefault(term.stem, len(self._terms))
                if number == len(owners):
                    owners.append([])
                    shares.append([])
                    is_head.append([])
                owners[number].append(at)
                shares[number].append(term.weight)
                is_head[number].append(1.0 if term.stem in entry.heads else KIND if term.stem in entry.kinds else 0.0)
        self._owners = [np.array(each, dtype=np.int32) for each in owners]
        self._shares = [np.array(each, dtype=np.float32) for each in shares]
        self._is_head = [np.array(each, dtype=np.float32) for each in is_head]
        df = np.array([len(set(entries[a].food for a in each)) for each in owners])
        self.counts = {stem: int(df[number]) for stem, number in self._terms.items()}
        self._idf = np.log1p(len(places) / df).astype(np.float32)
        self._food = np.array([e.food for e in entries], dtype=np.int32)
        self._noun = np.array([self._terms.get(e.noun, -1) for e in entries], dtype=np.int32)
        self._prior = np.array([e.prior for e in entries], dtype=np.float32)
        self._penalty = np.array([e.penalty for e in entries], dtype=np.float32)
        self._marks: dict[str, NDArray[np.int32]] = {
            mark: np.array([at for at, e in enumerate(entries) if mark in e.marks], dtype=np.int32) for mark in MARKS
        }
        self._unready = np.array([e.unready for e in entries], dtype=bool)
        self._infant = np.array([e.infant for e in entries], dtype=bool)
        self._total = np.array(
            [sum(t.weight * float(self._idf[self._terms[t.stem]]) for t in e.terms) for e in entries], dtype=np.float32
        )

    def __len__(self) -> int:
        return len(self._food)

    def knows(self, stem: str) -> bool:
        """Tell whether a stem stands in any name."""
        return SAME.get(stem, stem) in self._terms

    def rarity(self, stem: str) -> float:
        number = self._terms.get(stem)
        return float(self._idf[number]) if number is not None else UNHEARD

    def find(
        self, terms: Sequence[Term], *, limit: int, owns: Callable[[str], bool] | None = None
    ) -> list[PhraseHit]:
        """Return the foods that fit the terms best, best first."""
        weights: dict[str, float] = {}
        for term in terms:
            weights[term.stem] = max(weights.get(term.stem, 0.0), term.weight)
        known = [(stem, self._terms[stem]) for stem in weights if stem in self._terms]
        if not known:
            return []
        asked = sum(weight * self.rarity(stem) for stem, weight in weights.items())
        size = len(self._food)
        got = np.zeros(size, dtype=np.float32)
        used = np.zeros(size, dtype=np.float32)
        noun_said = np.zeros(size, dtype=bool)
        head_stem = next((t.stem for t in reversed(terms) if t.weight >= 1.0), None)
        head_hit = np.zeros(size, dtype=np.float32)
        for stem, number in known:
            owners = self._owners[number]
            idf = float(self._idf[number])
            got[owners] += weights[stem] * idf
            used[owners] += self._shares[number] * idf
            noun_said[owners] |= self._noun[owners] == number
            if stem == head_stem:
                head_hit[owners] = np.maximum(head_hit[owners], self._is_head[number])
        hits = np.flatnonzero(got > 0)
        explained = got[hits] / asked
        own = used[hits] / self._total[hits]
        words = " ".join(weights)
        score = (
            W["q"] * explained
            + W["n"] * own
            + W["h"] * head_hit[hits]
            + W["d"] * np.maximum(noun_said[hits], KIND * (head_hit[hits] >= KIND) * (head_hit[hits] < 1))
            + W["p"] * self._prior[hits]
            - self._penalty[hits]
        )
        if not _UNREADY.search(words):
            score -= W["u"] * self._unready[hits]
        marked = np.zeros(size, dtype=np.float32)
        for mark, owners in self._marks.items():
            if mark not in weights:
                marked[owners] = W["m"]
        score -= marked[hits]
        if not _INFANT_SAID.search(words):
            score -= W["i"] * self._infant[hits]
        order = np.argsort(-score, kind="stable")[:60]
        found: dict[str, PhraseHit] = {}
        for at in order:
            entry = hits[at]
            food = self.foods[self._food[entry]]
            bonus = W["o"] if owns and owns(food) else 0.0
            held = frozenset(stem for stem, number in known if _holds(self._owners[number], entry))
            hit = PhraseHit(
                food,
                float(score[at]) + bonus,
                float(explained[at]),
                float(own[at]),
                bool(head_hit[entry] > 0 or noun_said[entry]),
                held,
            )
            if food not in found or hit.score > found[food].score:
                found[food] = hit
        return sorted(found.values(), key=lambda h: -h.score)[:limit]


KIND = 0.7
"""How much a head counts that is not the thing but its kind: the root beer of "Soft drink, root beer"."""
UNHEARD = 4.0
"""How rare a word that stands in no name counts as."""

W = {"q": 0.8, "n": 0.2, "h": 0.1, "d": 0.15, "p": 0.15, "u": 0.12, "i": 0.4, "o": 0.05, "m": 0.06}
MARKS = frozenset(
    "decaffeinated diet sugarfree fatfree lowfat reducedfat light low reduced glutenfree imitation meatless unsweetened dehydrated".split()
)
"""What makes a food another than the usual one, so that it is meant only where it is said."""
