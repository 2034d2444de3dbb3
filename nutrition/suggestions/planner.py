"""Meals for a person: the menu, targets, wishes and what was eaten become a question to the optimiser.

A meal has one staple and something with protein, or a dish that is both, and vegetables; breakfast takes what is eaten
at breakfast. It should bring its share of what the day still lacks, by the meals that are still to come.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

import numpy as np

from meum.language.times import MealSlot
from nutrition.catalogue.nutrients import SIZE, position_of
from nutrition.domain.targets import Bound, DayTargets
from nutrition.suggestions.menu import Cuisine, MenuFood, Role, menu
from nutrition.suggestions.optimiser import Choice, binding, mended, options
from nutrition.suggestions.problem import Aims, Count, Floats, Problem
from nutrition.suggestions.pruning import pruned
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
SNACK_SHARE = 0.1
_ENERGY_SLACK = 0.1
_LEAST_SHARE, _MOST_SHARE = 0.5, 1.3
"""A meal brings so much of its ordinary share at least and at most: nobody is told to skip one, or to eat at dinner
what was perhaps only not logged."""
_LEAST_KCAL = 5
"""A cup of less is welcome and mends nothing, so it is not suggested."""
_MOST_FOODS = 5
_NO_REASON = frozenset({ENERGY, "FAT"})
"""Nobody eats a meal for these."""
_STEPS_A_PORTION = 2
_MOST_STEPS = {Role.STAPLE: 4, Role.PROTEIN: 4, Role.VEGETABLE: 4, Role.MIXED: 3}
_MOST_STEPS_OF_OTHERS = 2
_KEPT_OF_EACH = 5
_ORDER = (
    Role.STAPLE,
    Role.MIXED,
    Role.PROTEIN,
    Role.VEGETABLE,
    Role.SOUP,
    Role.DAIRY,
    Role.DRINK,
    Role.FRUIT,
    Role.NUT,
    Role.SNACK,
)
"""How the parts of a meal are told."""
_DISHES = frozenset({Role.PROTEIN, Role.MIXED, Role.VEGETABLE, Role.SOUP})
_AGAIN = 0.02
"""What eating a food once more in the same days counts against it."""


@dataclass(frozen=True, kw_only=True)
class Situation:
    """Who is to eat what: targets of a day, the amounts eaten of each nutrient (SIZE,), the meal, those after it.

    `had` counts the foods of these days by key; `most_times` bounds them. `liked` says by key how much better a food
    is than one with the same nutrients, in the unit of the deviation; below 0 worse.
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
        """Return the part of what is still to be eaten that this meal brings."""
        own = _share_of(self.slot)
        return own / (own + sum(map(_share_of, self.later)))


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
    """One meal that fits: its foods, what they add up to (SIZE,), what it mends first, whether none better exists."""

    servings: tuple[Serving, ...]
    amounts: Floats
    gains: tuple[Gain, ...]
    is_best: bool


def offers(of: Situation, *, seconds: float, how_many: int = 3) -> list[Offer]:
    """Return up to three meals, the best first, that differ in two foods; none where nothing fits.

    Raises TimeoutError where nothing was found in time.
    """
    foods = allowed(of)
    if not foods:
        return []
    problem = _problem(of, foods)
    kept = np.flatnonzero(pruned(problem, each=_KEPT_OF_EACH))
    smaller = problem.only(kept)
    if not all(count.members.any() or not count.fewest for count in smaller.counts):
        return []
    few = [foods[at] for at in kept]
    return [_offer(of, few, smaller, choice) for choice in options(smaller, how_many=how_many, seconds=seconds)]


def allowed(of: Situation) -> list[MenuFood]:
    """Return the foods of the menu that suit the meal and the kitchen, and that no rule refuses."""
    kitchen = {Cuisine.BOTH, Cuisine.CN if of.targets.body.region == "CN" else Cuisine.WESTERN}
    return [
        food
        for food in menu()
        if of.slot in food.slots
        and food.cuisine in kitchen
        and food.amount(ENERGY) * food.served_g / 100 >= _LEAST_KCAL
        and of.had.get(food.key, 0) < of.most_times
        and refusal(food, of.wishes) is None
    ]


def missing_parts(of: Situation, *, seconds: float) -> list[str]:
    """Return the parts of a meal for which nothing is left, or which bind: staple, protein, vegetable ..."""
    foods = allowed(of)
    problem = _problem(of, foods)
    absent = [count.name for count in problem.counts if count.fewest and not count.members.any()]
    return absent or binding(problem, seconds=seconds)


def day_of_meals(first: Situation, *, seconds: float) -> Iterator[list[tuple[MealSlot, Offer]]]:
    """Yield up to three days: each begins with another first meal, and goes on with the best of each later one."""
    for begun in offers(first, seconds=seconds):
        yield [(first.slot, begun), *_rest(_after(first, begun), seconds=seconds)]


def _rest(of: Situation | None, *, seconds: float) -> Iterator[tuple[MealSlot, Offer]]:
    while of is not None:
        found = offers(of, seconds=seconds, how_many=1)
        if not found:
            return
        yield of.slot, found[0]
        of = _after(of, found[0])


def _after(of: Situation, offer: Offer) -> Situation | None:
    """Return the next meal of the day, with this one eaten."""
    if not of.later:
        return None
    had = Counter(of.had)
    had.update(serving.food.key for serving in offer.servings)
    return replace(of, slot=of.later[0], later=of.later[1:], eaten=of.eaten + offer.amounts, had=had)


def week_of_days(first: Situation, *, days: int, seconds: float) -> Iterator[list[tuple[MealSlot, Offer]]]:
    """Yield the days of a plan, each with its meals; no food comes more than three times."""
    of = replace(first, most_times=3)
    for _ in range(days):
        had = Counter(of.had)
        meals = list(_rest(of, seconds=seconds))
        had.update(serving.food.key for _, offer in meals for serving in offer.servings)
        of = replace(of, had=had)
        yield meals


def _share_of(slot: MealSlot) -> float:
    return SHARES.get(slot, SNACK_SHARE)


@cache
def _per_step() -> dict[str, Floats]:
    """Return what one step of each food of the menu brings, (SIZE,); what is not known brings nothing."""
    return {
        food.key: np.nan_to_num(food.nutrients.amounts.astype(float)) * food.served_g / 100 / _STEPS_A_PORTION
        for food in menu()
    }


def _problem(of: Situation, foods: Sequence[MenuFood]) -> Problem:
    steps = np.array([_per_step()[food.key] for food in foods]).reshape(len(foods), SIZE).T
    bonus = np.array([of.liked.get(food.key, 0.0) - _AGAIN * of.had.get(food.key, 0) for food in foods])
    most = np.array([_MOST_STEPS.get(food.role, _MOST_STEPS_OF_OTHERS) for food in foods], dtype=np.int64)
    return Problem(_aims(of, steps), tuple(_counts(of.slot, foods)), most, bonus)


def _tags(targets: DayTargets) -> list[str]:
    return [tag for tag in WEIGHTS if tag == ENERGY or tag in targets.bounds]


def _aims(of: Situation, steps: Floats) -> Aims:
    tags = _tags(of.targets)
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
    ordinary, eaten = _share_of(of.slot), float(of.eaten[position_of(tag)])
    if tag == ENERGY:
        assert of.targets.energy_kcal is not None  # whoever asks has told height, weight and activity
        day = of.targets.energy_kcal.mid
        wanted = float(np.clip((day - eaten) * of.share, day * ordinary * _LEAST_SHARE, day * ordinary * _MOST_SHARE))
        return wanted * (1 - _ENERGY_SLACK), wanted * (1 + _ENERGY_SLACK), day
    bound: Bound = of.targets.bounds[tag]
    low = -np.inf
    if bound.low is not None:
        low = min(max(0.0, bound.low - eaten) * of.share, bound.low * ordinary * _MOST_SHARE)
    high = np.inf
    if bound.high is not None:
        high = max((bound.high - eaten) * of.share, bound.high * ordinary * _LEAST_SHARE, low)
    return low, high, bound.low or bound.high or 1.0


def _counts(slot: MealSlot, foods: Sequence[MenuFood]) -> Iterator[Count]:
    """Yield how many foods of each kind belong to the meal."""

    def count(name: str, roles: Collection[Role], fewest: int, most: int) -> Count:
        return Count(name, np.array([food.role in roles for food in foods], dtype=bool), fewest, most)

    if slot not in SHARES:
        yield count("snack", (Role.FRUIT, Role.DAIRY, Role.NUT), 1, 2)
        yield count("other", set(Role) - {Role.FRUIT, Role.DAIRY, Role.NUT}, 0, 0)
        return
    yield count("staple", (Role.STAPLE, Role.MIXED), 1, 1)
    if slot is MealSlot.BREAKFAST:
        yield count("protein", (Role.PROTEIN, Role.DAIRY, Role.MIXED, Role.NUT), 1, 2)
        yield count("vegetable", (Role.VEGETABLE,), 0, 1)
    else:
        yield count("protein", (Role.PROTEIN, Role.MIXED), 1, 2)
        yield count("vegetable", (Role.VEGETABLE,), 1, 2)
    yield count("foods", tuple(Role), 2, _MOST_FOODS)
    yield count("beside", (Role.SOUP, Role.DRINK, Role.FRUIT, Role.NUT, Role.SNACK), 0, 2)
    for role in (Role.SOUP, Role.DRINK, Role.FRUIT, Role.NUT, Role.DAIRY):
        yield count(role.value, (role,), 0, 1)
    yield count("sweet", (Role.SNACK,), 0, 0)


def _offer(of: Situation, foods: Sequence[MenuFood], problem: Problem, choice: Choice) -> Offer:
    servings = [Serving(food=foods[at], portions=steps / _STEPS_A_PORTION) for at, steps in choice.steps.items()]
    amounts = np.sum([_per_step()[foods[at].key] * steps for at, steps in choice.steps.items()], axis=0)
    tags = _tags(of.targets)
    gains = [tags[each.aim] for each in mended(problem, choice, at_least=0.05) if tags[each.aim] not in _NO_REASON]
    return Offer(
        servings=tuple(sorted(servings, key=lambda each: _ORDER.index(each.food.role))),
        amounts=amounts,
        gains=tuple(_gain(of, tag, amounts) for tag in gains),
        is_best=choice.is_best,
    )


def _gain(of: Situation, tag: str, amounts: Floats) -> Gain:
    at = position_of(tag)
    lacked = max(0.0, (of.targets.bounds[tag].low or 0.0) - float(of.eaten[at]))
    return Gain(tag=tag, lacked=lacked, brings=float(amounts[at]))
