"""From what the net says to what a person is told: dishes, a group of dishes, no food, or "I don't know this one"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from nutrition.vision.card import Card, Rules
from nutrition.vision.pixels import VIEW_WEIGHTS

MOST_DISHES = 6
_LEAST_APART = {2: 0.8}
_LEAST_APART_OF_MORE = 0.68
"""How far apart the parts of a photo must be, 0..1: of photos of one dish one in 20 is (halves), in 50 (more)."""

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
    """What one photo shows: the verdict, the likeliest dishes and groups, best first, and how probably it is food.

    Where it `has_several` dishes beside each other, the dishes are the likeliest of all its parts.
    """

    verdict: Verdict
    dishes: tuple[Candidate, ...]
    groups: tuple[Candidate, ...]
    food_probability: float
    has_several: bool = False


def dish_probabilities(logits: NDArray[np.float32], rules: Rules) -> Floats:
    """Return (N, codes) calibrated probabilities from the logits (N, views, codes); the first views may do alone."""
    weights = VIEW_WEIGHTS[: logits.shape[1]]
    mean = np.average(logits.astype(np.float64), axis=1, weights=weights) / rules.temperature
    chances = np.exp(mean - mean.max(1, keepdims=True))
    return np.asarray(chances / chances.sum(1, keepdims=True))


def food_probabilities(logits: NDArray[np.float32]) -> Floats:
    """Return (N,) how probably each photo shows food, from the logits (N, views)."""
    return np.asarray(1 / (1 + np.exp(-np.average(logits.astype(np.float64), axis=1, weights=VIEW_WEIGHTS))))


def answer_of(chances: Floats, food: float, card: Card, group_of: Mapping[str, str]) -> Answer:
    """Return the answer to one photo from the probabilities of its dishes (codes,) and of food.

    Candidates are there even where the verdict is that nothing is known: the person may see the right one.
    """
    dishes = _best(chances, card.codes)
    groups = _groups(chances, card.codes, group_of)
    return Answer(_verdict(dishes, groups, food, card.rules), dishes, groups, food)


def with_cells(answer: Answer, whole: Floats, cells: Floats, card: Card) -> Answer:
    """Return the answer with the dishes of all parts of a photo where these show several dishes.

    `whole` are the probabilities (codes,) of the photo, `cells` those (N, codes) of its parts, 2 to 4.
    """
    if _apart(cells) < _LEAST_APART.get(len(cells), _LEAST_APART_OF_MORE):
        return answer
    dishes = _best(np.maximum(whole, cells.max(0)), card.codes)
    is_sure = dishes[0].probability >= card.rules.least_dish
    verdict = Verdict.DISH if is_sure else Verdict.UNKNOWN
    return replace(answer, verdict=verdict, dishes=dishes, has_several=True)


def _apart(cells: Floats) -> float:
    """Return how much the parts tell of different dishes, 0..1: the information that the part gives of the dish.

    Jensen-Shannon divergence (Lin 1991), as a share of the most that so many parts can have.
    """
    return float((_entropy(cells.mean(0)) - _entropy(cells).mean()) / np.log(len(cells)))


def _entropy(chances: Floats) -> Floats:
    return np.asarray(-(chances * np.log(np.maximum(chances, 1e-12))).sum(-1))


def _best(chances: Floats, codes: Sequence[str]) -> tuple[Candidate, ...]:
    best = np.argsort(-chances, kind="stable")[:MOST_DISHES]
    return tuple(Candidate(codes[place], float(chances[place])) for place in best)


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
