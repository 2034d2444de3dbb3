"""What the reader must know of a catalogue: names to foods, and what portions of them weigh."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field, replace
from functools import cached_property
from types import MappingProxyType
from typing import cast

from meum.domain.intervals import Interval
from meum.language.lexicon import Lexicon
from meum.language.measures import Size, measure_named, size_at
from meum.language.scripts import simplified
from nutrition.reading.phrases import PhraseIndex
from nutrition.reading.spelling import Spelling

MOST_CANDIDATES = 5
"""Foods kept of one name: the one that is taken and four to choose from instead."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Name one food that a word may mean; `weight` (above 0) says how often, compared with the others of that word."""

    food: str
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class FoodFacts:
    """Hold what the reader needs to weigh one food.

    `portions` maps `portion_key(unit)` to the grams of one such unit; `serving` is the usual amount of a meal in
    grams; `density` is grams in a millilitre; `is_drink` tells that it is drunk, so that a cup of it is a glass;
    `is_own` that the person who eats it told its serving; `one` is the unit of a bare count.
    """

    portions: Mapping[str, Interval] = field(default_factory=lambda: MappingProxyType({}))
    serving: Interval | None = None
    density: Interval | None = None
    is_drink: bool = False
    is_own: bool = False
    one: str = "个"

    def in_english(self) -> FoodFacts:
        """Return what an English speaker means by a serving and by one of it, where the table has words for these."""
        return replace(self, serving=self.portions.get("serving", self.serving), one="each")


class MealLexicon:
    """Hold the names of a catalogue and the weights of its portions; never changed, so threads may share one."""

    def __init__(
        self,
        *,
        names: Iterable[tuple[str, Sequence[Candidate]]],
        foods: Mapping[str, FoodFacts],
        generic: Mapping[str, Interval],
        phrases: PhraseIndex | None = None,
        sounds: Mapping[str, Sequence[Candidate]] = MappingProxyType({}),
    ) -> None:
        """Take (name, candidates) pairs in Chinese and English, facts by food key, and portions of any food.

        Candidates of a name that comes more than once are put together, heaviest first. A food without facts is
        weighed by the generic portions. Raises ValueError for a name whose candidates weigh nothing.
        """
        self.names: Lexicon[tuple[Candidate, ...]] = Lexicon(_gathered(names).items())
        self.foods = foods
        self.generic = generic
        self.phrases = phrases or PhraseIndex([])
        self.sounds = sounds
        self.own: Lexicon[tuple[Candidate, ...]] = _NO_NAMES
        self._shared: MealLexicon | None = None

    def with_own(self, names: Iterable[tuple[str, str]], foods: Mapping[str, FoodFacts]) -> MealLexicon:
        """Return this lexicon with one person's own (name, food) pairs before all others, and the facts of these foods.

        All else is shared, so that it costs as little as these names. Of two equal names the first stays.
        """
        overlaid = copy(self)
        overlaid._shared = self._shared or self
        overlaid.own = Lexicon((name, (Candidate(food),)) for name, food in names)
        overlaid.foods = ChainMap(dict(foods), cast("dict[str, FoodFacts]", self.foods))
        return overlaid

    @cached_property
    def spelling(self) -> Spelling:
        """Return the index that mends misspelt names; made when first needed."""
        return self._shared.spelling if self._shared else Spelling(self.names, self.phrases.counts)

    def facts(self, food: str) -> FoodFacts:
        """Return what is known of a food; empty facts for one that has none."""
        return self.foods.get(food, _NO_FACTS)


_NO_FACTS = FoodFacts()
_NO_NAMES: Lexicon[tuple[Candidate, ...]] = Lexicon(())


def portion_key(unit: str) -> str:
    """Return the key under which a portion is kept, from a unit as a table spells it.

    "slices" and "slice" give "slice", 听 gives 罐, 大碗 gives "碗/large", "large" alone gives "piece/large"; words
    that are no known measure stay as they are.
    """
    plain = simplified(unit).strip()
    if (measure := measure_named(plain)) is not None:
        return measure.word
    sized = size_at(plain, 0)
    if sized is None:
        return plain
    size, end = sized
    rest = plain[end:].strip()
    inner = measure_named(rest) if rest else None
    return sized_key(inner.word if inner else rest or "piece", size)


def sized_key(unit: str, size: Size) -> str:
    """Return the key of a unit of a named size."""
    return f"{unit}/{size.value}"


def _gathered(names: Iterable[tuple[str, Sequence[Candidate]]]) -> dict[str, tuple[Candidate, ...]]:
    """Put the candidates of equal names together, one entry a food, heaviest first."""
    table: dict[str, dict[str, float]] = {}
    for name, candidates in names:
        weights = table.setdefault(simplified(name), {})
        for candidate in candidates:
            if not candidate.weight > 0:
                raise ValueError("a candidate needs a weight above 0")
            weights[candidate.food] = max(candidate.weight, weights.get(candidate.food, 0.0))
    return {name: _heaviest(weights) for name, weights in table.items() if weights}


def _heaviest(weights: dict[str, float]) -> tuple[Candidate, ...]:
    # Equal weights are put in the order of the keys, so that every process reads alike.
    ranked = sorted(weights.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(Candidate(food, weight) for food, weight in ranked[:MOST_CANDIDATES])
