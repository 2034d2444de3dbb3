"""What belongs in a meal and what it should bring: a situation becomes a question to the search.

A meal has one staple and something with protein, or a dish that is both, and vegetables; breakfast takes what is eaten
at breakfast. It should bring its share of what the day still lacks, by the meals that are still to come.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

import numpy as np

from meum.language.times import MealSlot
from nutrition.catalogue.nutrients import SIZE, position_of
from nutrition.domain.foods import FoodGroup
from nutrition.domain.targets import Bound, DayTargets
from nutrition.suggestions.menu import Cuisine, MenuFood, Role, menu
from nutrition.suggestions.problem import Aims, Count, Floats, Problem
from nutrition.suggestions.rules import refusal
from nutrition.suggestions.wishes import Wishes

ENERGY = "ENERC_KCAL"
WEIGHTS: Mapping[str, float] = {
    ENERGY: 4.0,
    "PROCNT": 2.0,
    "FAT": 1.0,
    "FASAT": 1.0,
    "FIBTG": 1.5,
    "NA": 1.5,
    **dict.fromkeys(("CA", "FE", "ZN", "MG", "K", "VITA_RAE", "VITC", "FOLDFE", "THIA", "RIBF"), 1.0),
    **dict.fromkeys(("P", "CU", "SE", "MN", "VITB6A", "VITB12", "VITD", "TOCPHA", "VITK1", "CHOLN"), 0.5),
}
"""How much a deviation from each target counts, as a share of the target (own choice, fixed before measuring)."""
SHARES: Mapping[MealSlot, float] = {MealSlot.BREAKFAST: 0.28, MealSlot.LUNCH: 0.37, MealSlot.DINNER: 0.35}
"""The part of a day's energy in each meal: the middles of the Chinese dietary guideline of 2022."""
STEPS_A_PORTION = 2
EVERY_DAY = frozenset({Role.STAPLE, Role.DAIRY, Role.FRUIT, Role.NUT, Role.DRINK})
"""What people eat day after day."""
_SNACK_SHARE = 0.1
_ENERGY_SLACK = 0.1
_LEAST_SHARE, _MOST_SHARE = 0.5, 2.0
"""A meal brings so much of its ordinary energy at least and at most: nobody is told to skip one, or to make up for a
whole day at once."""
_LEAST_OF_A_LIMIT = 0.3
"""Where a limit is used up, a meal may still bring so much of an ordinary share: no meal is free of salt."""
_LEAST_KCAL = 5
"""A cup of less is welcome and mends nothing, so it is not suggested."""
_MOST_FOODS = 5
_AGAIN = 0.02
"""What eating a food once more in the same days counts against it."""
_EACH_FOOD = 0.01
_PLAIN = 0.02
"""What a plain ingredient counts against a dish: people eat spinach with garlic rather than spinach."""
_ROOT = 0.05
"""What a sweet potato counts against rice, bread and noodles."""
_STEP_COSTS: Mapping[Role, tuple[float, ...]] = {
    Role.STAPLE: (0.015, 0.0, 0.01, 0.03),
    Role.MIXED: (0.03, 0.0, 0.04),
    Role.PROTEIN: (0.03, 0.0, 0.04, 0.1),
    Role.VEGETABLE: (0.02, 0.0, 0.03, 0.08),
}
_STEP_COSTS_OF_OTHERS = (0.03, 0.0)
"""What half a portion, one, one and a half and two count against a food: people serve whole ones."""


@dataclass(frozen=True, kw_only=True)
class Situation:
    """Who is to eat what: targets of a day, the amounts eaten of each nutrient (SIZE,), the meal, those after it.

    `had` counts the foods of these days by key; `most_times` bounds those that are not eaten every day. `liked` says
    by key how much better a food is than one with the same nutrients, in the unit of the deviation; below 0 worse.
    """

    targets: DayTargets
    wishes: Wishes
    slot: MealSlot
    later: tuple[MealSlot, ...] = ()
    eaten: Floats
    had: Mapping[str, int]
    most_times: int = 1
    liked: Mapping[str, float] = field(default_factory=dict)

    @property
    def share(self) -> float:
        """Return the part of what is still to be eaten that this meal brings.

        On a day of which nothing is logged it is the ordinary part of a day: meals that were not logged were eaten.
        """
        own = share_of(self.slot)
        is_blank = not self.eaten[position_of(ENERGY)] > 0
        return own if is_blank else own / (own + sum(map(share_of, self.later)))

    @property
    def day_kcal(self) -> float:
        """Return the energy of a day."""
        assert self.targets.energy_kcal is not None  # whoever asks has told height, weight and activity
        return self.targets.energy_kcal.mid


def share_of(slot: MealSlot) -> float:
    """Return the part of a day's energy in a meal."""
    return SHARES.get(slot, _SNACK_SHARE)


def tags_of(targets: DayTargets) -> list[str]:
    """Return what is aimed at, in the order of the aims."""
    return [tag for tag in WEIGHTS if tag == ENERGY or tag in targets.bounds]


def allowed(of: Situation, slot: MealSlot | None = None) -> list[MenuFood]:
    """Return the foods of the menu that suit a meal and the kitchen, and that no rule refuses.

    Where the own kitchen has nothing left for a part of the meal, the foods of the other one may stand in.
    """
    slot = slot or of.slot
    fitting = [food for food in menu() if slot in food.slots and _suits(food, of)]
    home = {Cuisine.BOTH, Cuisine.CN if of.targets.body.region == "CN" else Cuisine.WESTERN}
    own = [food for food in fitting if food.cuisine in home]
    is_whole = all(count.members.any() for count in counts_of(slot, own) if count.fewest)
    return own if is_whole else fitting


def _suits(food: MenuFood, of: Situation) -> bool:
    is_new = food.role in EVERY_DAY or of.had.get(food.key, 0) < of.most_times
    counts = food.amount(ENERGY) * food.served_g / 100 >= _LEAST_KCAL
    return is_new and counts and refusal(food, of.wishes) is None


@cache
def per_step() -> dict[str, Floats]:
    """Return what one step of each food of the menu brings, (SIZE,); what is not known brings nothing."""
    return {
        food.key: np.nan_to_num(food.nutrients.amounts.astype(float)) * food.served_g / 100 / STEPS_A_PORTION
        for food in menu()
    }


def meal_problem(of: Situation, foods: Sequence[MenuFood]) -> Problem:
    """Return the question for one meal."""
    return Problem(_aims(of, matrix_of(foods)), tuple(counts_of(of.slot, foods)), *costs_of(of, foods))


def matrix_of(foods: Sequence[MenuFood]) -> Floats:
    """Return what one step of each food brings: float64 (SIZE, foods)."""
    steps: Floats = np.array([per_step()[food.key] for food in foods]).reshape(len(foods), SIZE).T
    return steps


def costs_of(of: Situation, foods: Sequence[MenuFood]) -> tuple[np.ndarray, Floats]:
    """Return the most steps of each food, and how unwelcome each is in each number of steps."""
    rows = [_STEP_COSTS.get(food.role, _STEP_COSTS_OF_OTHERS) for food in foods]
    most = np.array([len(row) for row in rows], dtype=np.int64)
    costs = np.full((len(foods), max(map(len, _STEP_COSTS.values()))), np.inf)
    for at, (food, row) in enumerate(zip(foods, rows, strict=True)):
        own = _EACH_FOOD + _AGAIN * of.had.get(food.key, 0) + _odd(food)
        # Half of what is liked is liked half as much.
        whole = np.minimum(1.0, np.arange(1, len(row) + 1) / STEPS_A_PORTION)
        costs[at, : len(row)] = np.array(row) + own - of.liked.get(food.key, 0.0) * whole
    return most, costs


def _odd(food: MenuFood) -> float:
    """Return what a food counts against one that people rather eat in its place."""
    if food.role is Role.STAPLE:
        return _ROOT if food.group is FoodGroup.TUBER else 0.0
    return _PLAIN if food.role in (Role.PROTEIN, Role.VEGETABLE) and food.group is not FoodGroup.DISH else 0.0


def _aims(of: Situation, steps: Floats) -> Aims:
    tags = tags_of(of.targets)
    bounds = [_bounds(of, tag) for tag in tags]
    return Aims(
        amounts=steps[[position_of(tag) for tag in tags]],
        low=np.array([low for low, _, _ in bounds]),
        high=np.array([high for _, high, _ in bounds]),
        weight=np.array([WEIGHTS[tag] for tag in tags]),
        target=np.array([target for _, _, target in bounds]),
    )


def _bounds(of: Situation, tag: str) -> tuple[float, float, float]:
    """Return what the meal should bring of one nutrient, at least and at most, and the day's goal."""
    ordinary, eaten = share_of(of.slot), float(of.eaten[position_of(tag)])
    if tag == ENERGY:
        day = of.day_kcal
        wanted = float(np.clip((day - eaten) * of.share, day * ordinary * _LEAST_SHARE, day * ordinary * _MOST_SHARE))
        return wanted * (1 - _ENERGY_SLACK), wanted * (1 + _ENERGY_SLACK), day
    bound: Bound = of.targets.bounds[tag]
    low = -np.inf if bound.low is None else max(0.0, bound.low - eaten) * of.share
    high = np.inf
    if bound.high is not None:
        high = max((bound.high - eaten) * of.share, bound.high * ordinary * _LEAST_OF_A_LIMIT, low)
    return low, high, bound.low or bound.high or 1.0


def counts_of(slot: MealSlot, foods: Sequence[MenuFood]) -> Iterator[Count]:
    """Yield how many foods of each kind belong to the meal."""

    def count(name: str, roles: Collection[Role], fewest: int, most: int) -> Count:
        return Count(name, np.array([food.role in roles for food in foods], dtype=bool), fewest, most)

    if slot not in SHARES:
        yield count("snack", (Role.FRUIT, Role.DAIRY, Role.NUT), 1, 2)
        yield count("other", set(Role) - {Role.FRUIT, Role.DAIRY, Role.NUT}, 0, 0)
        return
    yield count("staple", (Role.STAPLE, Role.MIXED), 1, 1)
    if slot is MealSlot.BREAKFAST:
        protein = count("protein", (Role.PROTEIN, Role.DAIRY, Role.MIXED, Role.NUT), 1, 2)
        # Without eggs, milk, soy and nuts a breakfast is still one.
        yield protein if protein.members.any() else replace(protein, fewest=0)
        yield count("vegetable", (Role.VEGETABLE,), 0, 1)
    else:
        yield count("protein", (Role.PROTEIN, Role.MIXED), 1, 2)
        yield count("vegetable", (Role.VEGETABLE,), 1, 2)
    yield count("foods", tuple(Role), 2, _MOST_FOODS)
    yield count("beside", (Role.SOUP, Role.DRINK, Role.FRUIT, Role.NUT, Role.SNACK), 0, 2)
    for role in (Role.SOUP, Role.DRINK, Role.FRUIT, Role.NUT, Role.DAIRY):
        yield count(role.value, (role,), 0, 1)
    yield count("sweet", (Role.SNACK,), 0, 0)
