"""From what the net says to what a person is told: dishes, a group of dishes, no food, or "I don't know this one"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from nutrition.vision.card import Card, Rules
from nutrition.vision.pixels import VIEW_WEIGHTS

MOST_DISHES = 5

Floats = NDArray[np.float64]


class Verdict(StrEnum):
    """How much the photo told."""

    NOT_FOOD = "not_food"
    DISH = "dish"
    GROUP = "group"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A dish or a group by its code, and how probable it is (0..1)."""

    code: str
    probability: float


@dataclass(frozen=True, slots=True)
class Answer:
    """What one photo shows: the verdict, the likeliest dishes and groups, best first, and how probably it is food."""

    verdict: Verdict
    dishes: tuple[Candidate, ...]
    groups: tuple[Candidate, ...]
    food_probability: float


def dish_probabilities(logits: NDArray[np.float32], rules: Rules) -> Floats:
    """Return (N, codes) calibrated probabilities from the logits (N, views, codes)."""
    mean = np.average(logits.astype(np.float64), axis=1, weights=VIEW_WEIGHTS) / rules.temperature
    chances = np.exp(mean - mean.max(1, keepdims=True))
    return np.asarray(chances / chances.sum(1, keepdims=True))


def food_probabilities(logits: NDArray[np.float32]) -> Floats:
    """Return (N,) how probably each photo shows food, from the logits (N, views)."""
    return np.asarray(1 / (1 + np.exp(-np.average(logits.astype(np.float64), axis=1, weights=VIEW_WEIGHTS))))


def answer_of(chances: Floats, food: float, card: Card, group_of: Mapping[str, str]) -> Answer:
    """Return the answer to one photo from the probabilities of its dishes (codes,) and of food.

    Candidates are there even where the verdict is that nothing is known: the person may see the right one.
    """
    best = np.argsort(-chances, kind="stable")[:MOST_DISHES]
    dishes = tuple(Candidate(card.codes[place], float(chances[place])) for place in best)
    groups = _groups(chances, card.codes, group_of)
    return Answer(_verdict(dishes, groups, food, card.rules), dishes, groups, food)


def _groups(chances: Floats, codes: Sequence[str], group_of: Mapping[str, str]) -> tuple[Candidate, ...]:
    sums: dict[str, float] = defaultdict(float)
    for code, chance in zip(codes, chances.tolist(), strict=True):
        # Dishes that an operator taught have no group of ours.
        if code in group_of:
            sums[group_of[code]] += chance
    best = sorted(sums.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST_DISHES]
    return tuple(Candidate(code, chance) for code, chance in best)


def _verdict(dishes: Sequence[Candidate], groups: Sequence[Candidate], food: float, rules: Rules) -> Verdict:
    if food < rules.least_food:
        return Verdict.NOT_FOOD
    if dishes[0].probability >= rules.least_dish:
        return Verdict.DISH
    if groups and groups[0].probability >= rules.least_group:
        return Verdict.GROUP
    return Verdict.UNKNOWN
