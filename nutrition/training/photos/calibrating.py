"""The rules by which figures become answers, fitted on photos that training did not see."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from nutrition.vision.answers import dish_probabilities
from nutrition.vision.card import Rules

_TEMPERATURES = np.geomspace(0.02, 5, 120)
_FOOD_REFUSED = 0.02
_LEAST_DISH, _LEAST_GROUP = 0.5, 0.6


def rules_for(dishes: NDArray[np.float32], truth: NDArray[np.int64], food: NDArray[np.float64]) -> Rules:
    """Return the rules for logits (N, views, codes) of photos of known dishes, and how probably each is food (N,).

    The temperature is the likeliest one. The bound of food is where 2 % of photos of food fall below it: photos without
    food are so few in training that most of them score well below food, if rarely below a half.
    """
    return Rules(
        temperature=_temperature(dishes, truth),
        least_food=round(float(np.quantile(food, _FOOD_REFUSED)), 4),
        least_dish=_LEAST_DISH,
        least_group=_LEAST_GROUP,
    )


def _temperature(dishes: NDArray[np.float32], truth: NDArray[np.int64]) -> float:
    losses = [_surprise(dishes, truth, temperature) for temperature in _TEMPERATURES.tolist()]
    return round(float(_TEMPERATURES[int(np.argmin(losses))]), 4)


def _surprise(dishes: NDArray[np.float32], truth: NDArray[np.int64], temperature: float) -> float:
    rules = Rules(temperature=temperature, least_food=0, least_dish=0, least_group=0)
    chances = dish_probabilities(dishes, rules)
    return float(-np.log(chances[np.arange(len(truth)), truth] + 1e-12).mean())
