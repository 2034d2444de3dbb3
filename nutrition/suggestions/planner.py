"""Meals, days and weeks for a person: up to three of each, the best first, with what they mend."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from meum.language.times import MealSlot
from nutrition.catalogue.nutrients import position_of
from nutrition.domain.targets import DayTargets
from nutrition.suggestions.exact import binding
from nutrition.suggestions.meals import (
    ENERGY,
    EVERY_DAY,
    STEPS_A_PORTION,
    WEIGHTS,
    Situation,
    allowed,
    meal_problem,
    per_step,
)
from nutrition.suggestions.menu import MenuFood, Role
from nutrition.suggestions.problem import Floats
from nutrition.suggestions.search import options
from nutrition.suggestions.whole_days import day_problem

_NO_REASON = frozenset({ENERGY, "FAT"})
"""Nobody eats a meal for these."""
_LEAST_GAIN = 0.05
"""Of the goal: less is not worth a word."""
_ORDER = tuple(Role)
"""How the parts of a meal are told."""
_DISHES = frozenset(Role) - EVERY_DAY - {Role.SNACK}
_TRIES_A_DAY = 4
_TIMES_A_WEEK = (1, 3, 99)
_APART_OF_DAYS = 6
"""So many foods of a day are not in another one that is offered beside it."""


@dataclass(frozen=True, kw_only=True)
class Serving:
    """A food with its amount: `portions` of its household measure."""

    food: MenuFood
    portions: float

    @property
    def grams(self) -> float:
        """Return the grams of the edible part."""
        return self.portions * self.food.served_g

    @property
    def is_dish(self) -> bool:
        """Tell whether it makes the meal what it is, as bread, milk and fruit beside it do not."""
        return self.food.role in _DISHES


@dataclass(frozen=True, kw_only=True)
class Gain:
    """A nutrient of which the day lacks `lacked`, and what this meal brings of it, in its unit."""

    tag: str
    lacked: float
    brings: float


@dataclass(frozen=True, kw_only=True)
class Offer:
    """One meal that fits: its foods, what they add up to (SIZE,), and what it mends first."""

    servings: tuple[Serving, ...]
    amounts: Floats
    gains: tuple[Gain, ...]


Day = list[tuple[MealSlot, Offer]]


def offers(of: Situation, *, how_many: int = 3) -> list[Offer]:
    """Return up to three meals, the best first, that differ in two foods; none where nothing fits."""
    foods = allowed(of)
    if not foods:
        return []
    return [_offer(of, foods, choice.steps) for choice in options(meal_problem(of, foods), how_many=how_many)]


def missing_parts(of: Situation, *, seconds: float) -> list[str]:
    """Return the parts of a meal for which nothing is left, or which bind: staple, protein, vegetable ...

    Raises TimeoutError where that is not known in time.
    """
    problem = meal_problem(of, allowed(of))
    absent = [count.name for count in problem.counts if count.fewest and not count.members.any()]
    return absent or binding(problem, seconds=seconds)


def days(of: Situation, *, how_many: int = 3) -> list[Day]:
    """Return up to three days with all their meals, planned together; none where one of them cannot be made."""
    slots = (of.slot, *of.later)
    foods = [(slot, food) for slot in slots for food in allowed(of, slot)]
    if {slot for slot, _ in foods} != set(slots):
        return []
    found = options(day_problem(of, foods), how_many=how_many, tries=_TRIES_A_DAY, apart=_APART_OF_DAYS)
    return [_day(of, slots, foods, choice.steps) for choice in found]


def week_of_days(of: Situation, *, how_many: int) -> Iterator[Day]:
    """Yield the days of a plan, each with its meals, until nothing fits.

    A dish comes once, three times where rules leave few, and more often before a day would stay empty.
    """
    for _ in range(how_many):
        found = next(filter(None, (days(replace(of, most_times=times), how_many=1) for times in _TIMES_A_WEEK)), None)
        if found is None:
            return
        had = Counter(of.had)
        had.update(serving.food.key for _, offer in found[0] for serving in offer.servings)
        of = replace(of, had=had)
        yield found[0]


def _day(
    of: Situation, slots: Sequence[MealSlot], foods: Sequence[tuple[MealSlot, MenuFood]], steps: Mapping[int, int]
) -> Day:
    day: Day = []
    for slot in slots:
        own = {at: count for at, count in steps.items() if foods[at][0] is slot}
        offer = _offer(of, [food for _, food in foods], own)
        of = replace(of, eaten=of.eaten + offer.amounts)
        day.append((slot, offer))
    return day


def _offer(of: Situation, foods: Sequence[MenuFood], steps: Mapping[int, int]) -> Offer:
    servings = [Serving(food=foods[at], portions=count / STEPS_A_PORTION) for at, count in steps.items()]
    amounts: Floats = np.sum([per_step()[foods[at].key] * count for at, count in steps.items()], axis=0)
    return Offer(
        servings=tuple(sorted(servings, key=lambda each: _ORDER.index(each.food.role))),
        amounts=amounts,
        gains=_gains(of.targets, of.eaten, amounts),
    )


def _gains(targets: DayTargets, eaten: Floats, amounts: Floats) -> tuple[Gain, ...]:
    """Return the nutrients of which the day lacks something and the meal brings it, those that count most first."""
    found: list[tuple[float, Gain]] = []
    for tag, bound in targets.bounds.items():
        at = position_of(tag)
        lacked = (bound.low or 0.0) - float(eaten[at])
        if tag in WEIGHTS and tag not in _NO_REASON and bound.low and lacked > 0:
            share = min(lacked, float(amounts[at])) / bound.low
            found.append((WEIGHTS[tag] * share, Gain(tag=tag, lacked=lacked, brings=float(amounts[at]))))
    ordered = sorted(found, key=lambda each: -each[0])
    return tuple(gain for worth, gain in ordered if worth >= _LEAST_GAIN * WEIGHTS[gain.tag])
