"""What a person ate before, by how its photos looked, blended with what an engine sees on a new one; pure.

A dish that is remembered stands for its examples together: their mean. How much it weighs depends on how near the new
photo is to it, how near that is to the dishes which the engine knows anyway, and how many examples there are. The
figures were fitted and chosen on half of the dishes that a net had never seen; the decision record tells how.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import exp

import numpy as np
from numpy.typing import NDArray

from nutrition.domain.dishes import NO_GROUP, Guess, Imprint, Recognition

MOST_GUESSES = 6
LEAST_SURE = 0.5
"""From this probability on a dish that was remembered is named, as one that the engine knows."""
_NEAR, _COMMON, _FEW, _NONE = 27.0, -30.0, 1.8, -1.0
# Less common than this is hardly a photo of food; being odd alone makes it like nothing that was eaten.
_LEAST_COMMON = 0.55
_LATEST = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One photo of before: the keys of the foods that it showed, and its vector (float16, length 1, as bytes)."""

    foods: tuple[str, ...]
    vector: bytes


def blended(seen: Recognition, examples: Sequence[Example]) -> Recognition:
    """Return what a photo shows, with what was remembered counted in; `examples` of one embedder, the latest first.

    Each food has odds against "none of these"; the engine's dishes share what is left for that. A remembered dish that
    the engine does not know has no code.
    """
    if seen.imprint is None or not examples:
        return seen
    odds = _odds(seen.imprint, examples)
    whole = 1 + sum(odds.values())
    chances: defaultdict[str, float] = defaultdict(float, {food: each / whole for food, each in odds.items()})
    for guess in seen.guesses:
        chances[guess.food] += guess.probability / whole
    known = {guess.food: guess for guess in reversed(seen.guesses)}
    best = sorted(chances.items(), key=lambda told: -told[1])[:MOST_GUESSES]
    guesses = tuple(_guess(known.get(food), food, chance) for food, chance in best)
    return _told(seen, guesses, odds)


def _guess(known: Guess | None, food: str, chance: float) -> Guess:
    return replace(known, probability=chance) if known else Guess(code="", food=food, probability=chance)


def _told(seen: Recognition, guesses: tuple[Guess, ...], odds: Mapping[str, float]) -> Recognition:
    first = guesses[0]
    is_same = bool(seen.guesses) and first.food == seen.guesses[0].food
    is_known = (seen.is_known and is_same) or (first.food in odds and first.probability >= LEAST_SURE)
    return replace(seen, guesses=guesses, is_known=is_known, group=NO_GROUP if is_known else seen.group)


def _odds(imprint: Imprint, examples: Sequence[Example]) -> dict[str, float]:
    """Return how much likelier than none of them each remembered food is."""
    here = _floats(imprint.vector)
    common = _COMMON * max(imprint.commonness, _LEAST_COMMON)
    return {
        food: exp(_NEAR * _nearness(here, vectors) + common + _FEW / len(vectors) + _NONE)
        for food, vectors in _by_food(examples).items()
    }


def _by_food(examples: Sequence[Example]) -> dict[str, list[NDArray[np.float32]]]:
    """Return the latest vectors of each food."""
    found: defaultdict[str, list[NDArray[np.float32]]] = defaultdict(list)
    for example in examples:
        vector = _floats(example.vector)
        for food in example.foods:
            if len(found[food]) < _LATEST:
                found[food].append(vector)
    return dict(found)


def _nearness(here: NDArray[np.float32], vectors: Sequence[NDArray[np.float32]]) -> float:
    """Return the cosine between a photo and the mean of some."""
    mean = np.mean(vectors, axis=0)
    return float(here @ mean / np.linalg.norm(mean))


def _floats(vector: bytes) -> NDArray[np.float32]:
    return np.frombuffer(vector, np.float16).astype(np.float32)
