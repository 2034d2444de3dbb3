"""All meals of a day as one question: what a breakfast leaves open, a dinner may mend.

The day is aimed at as a whole: the targets, an energy near that of the goal, and the densities by which the Healthy
Eating Index counts (HEI-2020, Shams-White and others 2023), as the foods know their pattern equivalents.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from meum.language.times import MealSlot
from nutrition.catalogue.nutrients import position_of
from nutrition.catalogue.patterns import POSITIONS
from nutrition.suggestions.meals import (
    ENERGY,
    EVERY_DAY,
    STEPS_A_PORTION,
    WEIGHTS,
    Situation,
    costs_of,
    counts_of,
    matrix_of,
    share_of,
    tags_of,
)
from nutrition.suggestions.menu import MenuFood, menu
from nutrition.suggestions.problem import Aims, Count, Floats, Problem

_ENERGY_SLACK = 0.03
_MEAL_SLACK = 0.2
"""A meal may bring so much more or less than its part of the day's energy."""
_MEAL_WEIGHT = 1.0
_DENSITY_WEIGHT = 0.6
_AT_LEAST: Mapping[tuple[str, ...], float] = {
    ("f_total",): 0.8,
    ("f_citmlb", "f_other"): 0.4,
    ("v_total", "v_legumes"): 1.1,
    ("v_drkgr", "v_legumes"): 0.2,
    ("g_whole",): 1.5,
    ("d_total",): 1.3,
    ("pf_mps_total", "pf_eggs", "pf_nutsds", "pf_soy", "pf_legumes"): 2.5,
    ("pf_seafd_hi", "pf_seafd_low", "pf_nutsds", "pf_soy", "pf_legumes"): 0.8,
}
"""Pattern equivalents (cup or ounce equivalents) per 1000 kcal that get full points."""
_AT_MOST: Mapping[tuple[str, ...], float] = {("g_refined",): 1.8}
_FAT_RATIO = 2.5
_SATURATED_SHARE = 0.08
_SODIUM_MG = 1100.0
_KCAL_PER_GRAM_OF_FAT = 9.0


def day_problem(of: Situation, foods: Sequence[tuple[MealSlot, MenuFood]]) -> Problem:
    """Return the question for the meals that are to come; `foods` has each food once for every meal it may be in."""
    plain = [food for _, food in foods]
    aims = [*_targets(of, plain), *_meals(of, foods), *(_densities(of, plain) if not of.eaten.any() else ())]
    amounts, low, high, weight, target = zip(*aims, strict=True)
    return Problem(
        Aims(np.array(amounts), np.array(low), np.array(high), np.array(weight), np.array(target)),
        tuple(_counts(foods)),
        *costs_of(of, plain),
        _alike(foods),
    )


_Aim = tuple[Floats, float, float, float, float]
"""What a step of each food adds (foods,), the bounds, the weight, and what a deviation is divided by."""


def _targets(of: Situation, foods: Sequence[MenuFood]) -> Iterator[_Aim]:
    steps = matrix_of(foods)
    for tag in tags_of(of.targets):
        at = position_of(tag)
        eaten = float(of.eaten[at])
        if tag == ENERGY:
            left = max(0.0, of.day_kcal - eaten)
            yield steps[at], left * (1 - _ENERGY_SLACK), left * (1 + _ENERGY_SLACK), WEIGHTS[tag], of.day_kcal
            continue
        bound = of.targets.bounds[tag]
        low = -np.inf if bound.low is None else max(0.0, bound.low - eaten)
        high = np.inf if bound.high is None else max(bound.high - eaten, low, 0.0)
        yield steps[at], low, high, WEIGHTS[tag], bound.low or bound.high or 1.0


def _meals(of: Situation, foods: Sequence[tuple[MealSlot, MenuFood]]) -> Iterator[_Aim]:
    """Yield: each meal has about its part of the energy."""
    kcal = matrix_of([food for _, food in foods])[position_of(ENERGY)]
    left = max(0.0, of.day_kcal - float(of.eaten[position_of(ENERGY)]))
    slots = (of.slot, *of.later)
    whole = sum(map(share_of, slots))
    for slot in slots:
        own = np.array([each is slot for each, _ in foods])
        wanted = left * share_of(slot) / whole
        yield kcal * own, wanted * (1 - _MEAL_SLACK), wanted * (1 + _MEAL_SLACK), _MEAL_WEIGHT, of.day_kcal


def _densities(of: Situation, foods: Sequence[MenuFood]) -> Iterator[_Aim]:
    """Yield what is wanted by energy: linear, as what is wanted of a food's own energy is taken from what it has."""
    steps, patterns = matrix_of(foods), np.array([_patterns()[food.key] for food in foods]).T
    kcal = steps[position_of(ENERGY)] / 1000
    day = of.day_kcal / 1000
    for tags, density in _AT_LEAST.items():
        yield _summed(patterns, tags) - density * kcal, 0.0, np.inf, _DENSITY_WEIGHT, density * day
    for tags, density in _AT_MOST.items():
        yield _summed(patterns, tags) - density * kcal, -np.inf, 0.0, _DENSITY_WEIGHT, density * day
    saturated = steps[position_of("FASAT")]
    unsaturated = steps[position_of("FAMS")] + steps[position_of("FAPU")]
    most = _SATURATED_SHARE * of.day_kcal / _KCAL_PER_GRAM_OF_FAT
    yield unsaturated - _FAT_RATIO * saturated, 0.0, np.inf, _DENSITY_WEIGHT, _FAT_RATIO * most
    yield saturated, -np.inf, most, _DENSITY_WEIGHT, most
    yield steps[position_of("NA")], -np.inf, _SODIUM_MG * day, _DENSITY_WEIGHT, _SODIUM_MG * day


def _summed(patterns: Floats, tags: Sequence[str]) -> Floats:
    summed: Floats = patterns[[POSITIONS[tag] for tag in tags]].sum(axis=0)
    return summed


@cache
def _patterns() -> dict[str, Floats]:
    """Return the pattern equivalents of one step of each food of the menu."""
    return {food.key: food.patterns * food.served_g / 100 / STEPS_A_PORTION for food in menu()}


def _counts(foods: Sequence[tuple[MealSlot, MenuFood]]) -> Iterator[Count]:
    """Yield what belongs to each meal."""
    places = {slot: np.array([at for at, (each, _) in enumerate(foods) if each is slot]) for slot, _ in foods}
    for slot, own in places.items():
        for count in counts_of(slot, [foods[at][1] for at in own]):
            members = np.zeros(len(foods), dtype=bool)
            members[own[count.members]] = True
            yield Count(f"{slot.value}: {count.name}", members, count.fewest, count.most)


def _alike(foods: Sequence[tuple[MealSlot, MenuFood]]) -> NDArray[np.int64]:
    """Return a number for each food: a dish has the same at lunch as at dinner, what is eaten every day has two."""
    numbers: dict[str, int] = {}
    alike = np.arange(len(foods))
    for at, (_, food) in enumerate(foods):
        if food.role not in EVERY_DAY:
            alike[at] = numbers.setdefault(food.key, at)
    return alike
