"""Take English names apart: what the thing is, what kind of it, with what, and how it counts when somebody says so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from meum.language.lexicon import stem_of
from nutrition.reading.synonyms import SAME, canonical

# How much a word counts by where it stands in a name: the thing, what comes with it, its kinds, words in brackets.
_THING, _WITH, _KIND, _BRACKET = 1.0, 0.6, 0.45, 0.4
_SAID_WITH = 0.5
"""How much a word counts that is said after "with", "from" and the like."""

_WORD = re.compile(r"\d+(?:\.\d+)?%?|[^\W\d_]+(?:'[a-z]+)?")
_BRACKETS = re.compile(r"\(([^()]*)\)")
# What tables add where nobody told: it names nothing.
_UNTOLD = re.compile(
    r"\bns as to [^,;()]*|\bnfs\b|\bns\b|\ball types\b|\bany (?:type|kind|part|source|flavor|color|fat)\b|"
    r"\bcaffeine containing\b"
)
_TAIL = re.compile(r"\b(?:with|w/|from|made|in|on|without|topped|over|for|as|served|containing|including)\b")
_STOP = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "and",
        "or",
        "with",
        "w",
        "from",
        "made",
        "in",
        "on",
        "to",
        "for",
        "as",
        "at",
        "by",
        "it",
        "is",
        "are",
        "my",
        "some",
        "other",
        "type",
        "types",
        "style",
        "kind",
        "over",
        "served",
        "include",
        "including",
        "into",
        "flavor",
        "flavored",
        "flavour",
    ]
)
_SORTING_HEADS = frozenset(
    [
        "fish",
        "nuts",
        "seeds",
        "mollusks",
        "crustaceans",
        "beverages",
        "beverage",
        "snacks",
        "candies",
        "cereals",
        "alcoholic",
        "spices",
    ]
)
_INFANT = re.compile(r"\b(?:baby|infant|strained|junior|toddler|formula|gerber|graduates)\b")
_PAIR = re.compile(r"\w (?:and|&) \w")
_SHORTEST_BRAND = 4

MARKS = frozenset(
    [
        "decaffeinated",
        "diet",
        "sugarfree",
        "fatfree",
        "lowfat",
        "reducedfat",
        "light",
        "low",
        "reduced",
        "glutenfree",
        "imitation",
        "meatless",
        "unsweetened",
        "dehydrated",
    ]
)
"""What makes a food another than the usual one, so that it is meant only where it is said."""


@dataclass(frozen=True, slots=True)
class PhraseName:
    """One name of a food as its table spells it.

    `prior` (0..1) says how often the food is eaten, `penalty` (0..1) how much less than others the name is trusted;
    an unready food is dry, raw or a powder where people mean it cooked; `whole` (0..1) is how much likelier the food is
    where the name, and nothing else, was said.
    """

    food: str
    text: str
    prior: float
    penalty: float = 0.0
    is_unready: bool = False
    whole: float = 0.0


@dataclass(frozen=True, slots=True)
class Term:
    """One word of a phrase: its canonical stem and how much it counts (1 for the thing, less for how it is).

    What comes with the thing, or is in it, `is_beside` it.
    """

    stem: str
    weight: float = 1.0
    is_beside: bool = False


@dataclass(frozen=True, slots=True)
class NameParts:
    """A name taken apart: its terms, the words of the thing and of its kind, and its last noun.

    A pair names two things, so that neither alone means it: beans and brown rice.
    """

    terms: tuple[Term, ...]
    thing: frozenset[str]
    kind: frozenset[str]
    noun: str
    marks: frozenset[str]
    is_infant: bool
    is_pair: bool


def words_of(text: str) -> list[str]:
    """Return the canonical stems of a text in lower case, without the words that name nothing."""
    stems = (stem_of(match.group()) for match in _WORD.finditer(canonical(text)))
    return [SAME.get(stem, stem) for stem in stems if stem not in _STOP and (len(stem) > 1 or stem.isdigit())]


def terms_of(text: str) -> list[Term]:
    """Return the terms of a phrase as somebody types it: what follows "with", "from" and the like counts less."""
    plain = canonical(text.lower())
    main = _before_tail(plain)
    rest = plain[len(main) :]
    return [
        *(Term(word) for word in words_of(main)),
        *(Term(word, _SAID_WITH, is_beside=True) for word in words_of(rest)),
    ]


def parts_of(name: str) -> NameParts:
    """Return the parts of a table's name such as "Soup, tomato, canned (Campbell's), prepared with milk"."""
    text = _UNTOLD.sub(" ", _without_maker(name).lower())
    inside = words_of(" ".join(match[1] for match in _BRACKETS.finditer(text)))
    head, *kinds = [part.strip() for part in _BRACKETS.sub(" ", text).split(",")]
    if head in _SORTING_HEADS and kinds:
        head, kinds = kinds[0], [*kinds[1:], head]
    main = _before_tail(head)
    thing = words_of(main)
    weights: dict[str, float] = {}
    for words, weight in (
        (thing, _THING),
        (words_of(head[len(main) :]), _WITH),
        (words_of(" ".join(kinds)), _KIND),
        (inside, _BRACKET),
    ):
        for word in words:
            weights.setdefault(word, weight)
    return NameParts(
        terms=tuple(Term(word, weight) for word, weight in weights.items()),
        thing=frozenset(thing),
        kind=frozenset([*inside, *(words_of(_before_tail(kinds[0])) if kinds else [])]),
        noun=thing[-1] if thing else "",
        marks=MARKS & weights.keys(),
        is_infant=bool(_INFANT.search(text)),
        is_pair=_PAIR.search(main) is not None,
    )


def meal_pairs(name: str) -> Iterator[str]:
    """Yield the pairs of words of a name of which one tells a meal elsewhere: "corn snacks", "breakfast tart"."""
    yield from _MEAL_PAIR.findall(name.lower())


_MEAL_PAIR = re.compile(
    r"\b(?:\w+ snacks?|(?:breakfast|lunch|dinner|snack) (?!with\b|and\b|or\b|for\b|in\b|at\b)\w+)\b"
)


def _without_maker(name: str) -> str:
    """Put the maker, with whose capitals some tables begin, behind in brackets."""
    maker, _, rest = name.partition(",")
    is_maker = rest and maker.isupper() and len(maker) >= _SHORTEST_BRAND
    return f"{rest} ({maker})" if is_maker else name


def _before_tail(text: str) -> str:
    """Return what stands before "with", "from" and the like; all of it where nothing does."""
    tail = _TAIL.search(text)
    return text[: tail.start()] if tail and text[: tail.start()].strip() else text
