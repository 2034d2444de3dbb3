"""How much of what a day lacks suggestions mend, whether they break a rule, and what days and weeks amount to.

The violation of a day is the sum over energy and 25 nutrients of weight x max(0, low - x, x - high) / target, with the
weights and bounds of the planner; what is unknown of a food counts as nothing. Suggestions stand beside what a person
really ate next, and beside foods added one at a time, each with the portion that lowers the violation most, of the same
foods under the same rules.
"""

from __future__ import annotations

import random
import statistics
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, islice

import numpy as np

from bench.eaters import Eater, bodies, surveyed
from bench.places import Place
from bench.reports import SEED, Figure, Report, interval_of
from meum.language.times import MealSlot
from nutrition.catalogue.nutrients import SIZE, position_of
from nutrition.catalogue.patterns import POSITIONS
from nutrition.domain.targets import Body, DayTargets, Sex, day_targets, with_conditions
from nutrition.suggestions.meals import (
    ENERGY,
    EVERY_DAY,
    STEPS_A_PORTION,
    WEIGHTS,
    Situation,
    allowed,
    counts_of,
    meal_problem,
    per_step,
    tags_of,
)
from nutrition.suggestions.menu import MenuFood, menu
from nutrition.suggestions.planner import Day, Offer, Serving, days, offers, week_of_days
from nutrition.suggestions.problem import Floats, Problem
from nutrition.suggestions.rules import refusal
from nutrition.suggestions.wishes import CONDITIONS, DIETS, Wishes, parse_wishes
from nutrition.targets.tables import reference_intakes

MADE_UP, STRICT, DAYS, WEEKS = 500, 350, 60, 15
_ENERGY_SLACK = 0.1
_ALLERGENS = (
    *("peanut", "tree_nut", "milk", "egg", "fish", "crustaceans", "molluscs", "soy", "wheat", "sesame", "shellfish"),
    *("buckwheat", "芒果", "celery"),
)
_SLOTS = (MealSlot.BREAKFAST, MealSlot.LUNCH, MealSlot.DINNER)
_COVERAGE = 0.8
# The Healthy Eating Index 2020: points, the density per 1000 kcal that gets all of them, and the one that gets none.
_DENSITIES: tuple[tuple[float, tuple[str, ...], float, float], ...] = (
    (5, ("f_total",), 0.8, 0),
    (5, ("f_citmlb", "f_other"), 0.4, 0),
    (5, ("v_total", "v_legumes"), 1.1, 0),
    (5, ("v_drkgr", "v_legumes"), 0.2, 0),
    (10, ("g_whole",), 1.5, 0),
    (10, ("d_total",), 1.3, 0),
    (5, ("pf_mps_total", "pf_eggs", "pf_nutsds", "pf_soy", "pf_legumes"), 2.5, 0),
    (5, ("pf_seafd_hi", "pf_seafd_low", "pf_nutsds", "pf_soy", "pf_legumes"), 0.8, 0),
    (10, ("g_refined",), 1.8, 4.3),
)
_SUGAR_KCAL = 16.0


def suggestions(report: Report, place: Place) -> None:
    """Judge next meals, rules, days and weeks."""
    chance = random.Random(SEED)  # noqa: S311  # a fixed seed, so that a run can be repeated
    recalled = surveyed()
    if recalled:
        _next_meals(report, "recalls", recalled)
    _next_meals(report, "made up", [_made_up(body, chance) for body in islice(bodies(chance), MADE_UP)])
    _rules(report, chance)
    _days(report, chance)
    _weeks(report, chance)


@dataclass(frozen=True)
class _Outcome:
    """What remains of the violation of one day after what was suggested, eaten, and added food by food."""

    suggested: float
    eaten: float
    greedy: float


def _next_meals(report: Report, who: str, eaters: Sequence[Eater]) -> None:
    found = [_outcome(eater) for eater in eaters]
    _cut(report, f"{who}: violation cut beside what was eaten", found, lambda each: each.eaten, least=0.6)
    _cut(report, f"{who}: violation cut beside foods added one by one", found, lambda each: each.greedy, least=0.4)
    report.sample(f"{who}: violation left after the meal suggested", [each.suggested for each in found])


def _cut(
    report: Report, name: str, found: Sequence[_Outcome], beside: Callable[[_Outcome], float], *, least: float
) -> None:
    def cut(outcomes: Sequence[_Outcome]) -> float:
        return 1 - sum(each.suggested for each in outcomes) / sum(map(beside, outcomes))

    low, high = interval_of(found, cut)
    report.add(Figure(name=name, value=cut(found), n=len(found), low=low, high=high, least=least))


def _outcome(eater: Eater) -> _Outcome:
    of = _situation(day_targets(eater.body, reference_intakes()), MealSlot.DINNER, eaten=eater.eaten)
    foods = allowed(of)
    one_by_one = added_one_by_one(meal_problem(of, foods))
    return _Outcome(
        violation(of.targets, eater.eaten + offers(of, how_many=1)[0].amounts),
        violation(of.targets, eater.eaten + eater.ate_next),
        violation(of.targets, eater.eaten + _amounts(foods, one_by_one)),
    )


def _made_up(body: Body, chance: random.Random) -> Eater:
    """Return somebody who ate foods of breakfast and lunch by chance, and has some for dinner next."""
    of = _situation(day_targets(body, reference_intakes()), MealSlot.DINNER)
    before = sum((_by_chance(of, slot, chance) for slot in _SLOTS[:2]), np.zeros(SIZE))
    return Eater(body=of.targets.body, eaten=before, ate_next=_by_chance(of, MealSlot.DINNER, chance))


def _by_chance(of: Situation, slot: MealSlot, chance: random.Random) -> Floats:
    """Return what a meal of a staple, something with protein and a vegetable, drawn by chance, adds up to."""
    foods = allowed(of, slot)
    counts = [count for count in counts_of(slot, foods) if count.name in ("staple", "protein", "vegetable")]
    drawn = {chance.choice(np.flatnonzero(count.members).tolist()) for count in counts if count.members.any()}
    return _amounts(foods, {at: chance.choice((1, 2, 2, 2, 3)) for at in drawn})


def _amounts(foods: Sequence[MenuFood], steps: dict[int, int]) -> Floats:
    return sum((per_step()[foods[at].key] * count for at, count in steps.items()), np.zeros(SIZE))


def _situation(
    targets: DayTargets, slot: MealSlot, *, wishes: Wishes | None = None, eaten: Floats | None = None
) -> Situation:
    later = _SLOTS[_SLOTS.index(slot) + 1 :] if slot in _SLOTS else ()
    eaten = np.zeros(SIZE) if eaten is None else eaten
    return Situation(targets=targets, wishes=wishes or Wishes(), slot=slot, later=later, eaten=eaten, had={})


def violation(targets: DayTargets, total: Floats) -> float:
    """Return how far a day is from its targets."""
    return sum(WEIGHTS[tag] * _deviation(targets, tag, float(total[position_of(tag)])) for tag in tags_of(targets))


def _deviation(targets: DayTargets, tag: str, amount: float) -> float:
    """Return how far an amount lies outside its bounds, as a share of the target."""
    if tag == ENERGY:
        assert targets.energy_kcal is not None  # every body here has all figures
        goal = targets.energy_kcal.mid
        return max(0.0, abs(amount - goal) - _ENERGY_SLACK * goal) / goal
    bound = targets.bounds[tag]
    low, high = bound.low or 0.0, np.inf if bound.high is None else bound.high
    return float(max(0.0, low - amount, amount - high)) / (bound.low or bound.high or 1.0)


def added_one_by_one(problem: Problem) -> dict[int, int]:
    """Return the foods of whoever adds the one that helps most, until none helps and the meal has all its parts."""
    steps: dict[int, int] = {}
    total = np.zeros(len(problem.aims.low))
    left = problem.aims.violation(total)
    while (better := min(_additions(problem, steps, total), default=None)) is not None:
        cost, food, count, is_needed = better
        if cost >= left and not is_needed:
            break
        steps[food] = count
        total = total + problem.aims.amounts[:, food] * count
        left = cost
    return steps


def _additions(problem: Problem, steps: dict[int, int], total: Floats) -> Iterator[tuple[float, int, int, bool]]:
    """Yield each food that there is room for with the steps that lower the violation most; needed ones alone last."""
    taken = list(steps)
    there = [count.members[taken].sum() for count in problem.counts]
    room = np.all(
        [~count.members | (had < count.most) for count, had in zip(problem.counts, there, strict=True)], axis=0
    )
    room[taken] = False
    needed = [count for count, had in zip(problem.counts, there, strict=True) if had < count.fewest]
    full = next((had for count, had in zip(problem.counts, there, strict=True) if count.name == "foods"), 0)
    is_short = len(needed) >= 5 - full
    wanted = room & np.any([count.members for count in needed], axis=0) if needed and is_short else room
    for food in np.flatnonzero(wanted):
        costs = [
            problem.aims.violation(total + problem.aims.amounts[:, food] * count)
            for count in range(1, int(problem.most_steps[food]) + 1)
        ]
        best = int(np.argmin(costs))
        yield costs[best], int(food), best + 1, bool(needed)


def _rules(report: Report, chance: random.Random) -> None:
    """Ask for meals under rules drawn by chance, and hold each food against them."""
    found, apart, whole, broken, servings = [], [], [], 0, 0
    for body in islice(bodies(chance), STRICT):
        wishes = _wishes(chance, is_woman=body.sex is Sex.FEMALE)
        goal = chance.choice(("lose", "maintain", "gain"))
        targets = day_targets(body, reference_intakes(), goal=goal, conditions=wishes.conditions)
        of = _situation(with_conditions(targets, wishes.conditions), chance.choice(_SLOTS), wishes=wishes)
        options = offers(of)
        found.append(float(bool(options)))
        apart += [float(len(_keys(one) ^ _keys(other)) >= 2) for one, other in combinations(options, 2)]
        whole += [float(_is_whole(of.slot, option)) for option in options]
        for serving in (serving for option in options for serving in option.servings):
            servings += 1
            broken += refusal(serving.food, wishes) is not None
    report.count("foods that break a rule", broken)
    report.count("foods held against rules", servings, most=None)
    report.sample("questions with rules by chance that nothing fits", [1 - each for each in found])
    report.sample("pairs of options that differ in two foods", apart, least=1.0)
    report.sample("meals that have what belongs to them", whole, least=1.0)
    report.count("foods of the menu that a rule lets pass against its own facts", _let_pass())


def _wishes(chance: random.Random, *, is_woman: bool) -> Wishes:
    expecting = {"pregnant", "pregnant_1", "pregnant_2", "pregnant_3", "breastfeeding"}
    conditions = [each for each in CONDITIONS if each != "minors" and (is_woman or each not in expecting)]
    return parse_wishes(
        allergens=chance.sample(_ALLERGENS, chance.choice((0, 1, 1, 2, 3))),
        diet=chance.choice((None, None, *DIETS)),
        conditions=chance.sample(conditions, chance.choice((0, 1, 1, 2))),
    )


def _let_pass() -> int:
    """Count foods that a single rule lets pass although their allergens or pattern equivalents speak against it."""
    meat = ("pf_meat", "pf_curedmeat", "pf_organ", "pf_poult", "pf_seafd_hi", "pf_seafd_low")
    forbidden = {"vegetarian": meat, "vegan": (*meat, "pf_eggs", "d_total"), "pescatarian": meat[:4]}
    found = 0
    for food in menu():
        for diet, tags in forbidden.items():
            holds = any(food.patterns[POSITIONS[tag]] > 0 for tag in tags)
            found += holds and refusal(food, parse_wishes(diet=diet)) is None
        for allergen in food.allergens.contains:
            found += refusal(food, parse_wishes(allergens=[allergen])) is None
    return found


def _keys(offer: Offer) -> set[str]:
    return {serving.food.key for serving in offer.servings}


def _is_whole(slot: MealSlot, offer: Offer) -> bool:
    foods = [serving.food for serving in offer.servings]
    counts = counts_of(slot, foods)
    # Where nothing with protein is left, a breakfast is told without.
    is_free = slot is MealSlot.BREAKFAST
    return all(
        count.members.sum() <= count.most
        and (count.members.sum() >= count.fewest or (is_free and count.name == "protein"))
        for count in counts
    )


def _days(report: Report, chance: random.Random) -> None:
    """Plan days, and hold them against energy, the shares of it, and every goal that is known well enough."""
    near, inside, reached = [], [], []
    for body in islice(bodies(chance), DAYS):
        targets = day_targets(body, reference_intakes())
        day = days(_situation(targets, MealSlot.BREAKFAST), how_many=1)[0]
        total, known = _day_total(day), _coverage(day)
        near.append(float(_deviation_of_energy(targets, total) <= 0.05))
        inside.append(float(_is_inside_shares(targets, total)))
        for tag, bound in targets.bounds.items():
            if bound.low and known[position_of(tag)] > _COVERAGE:
                reached.append(float(total[position_of(tag)] >= 0.95 * bound.low))
    report.sample("days within 5 % of their energy", near, least=0.95)
    report.sample("days whose fat and protein lie inside their shares of energy", inside, least=0.95)
    report.sample("goals of known nutrients reached to 95 %", reached, least=0.95)


def _deviation_of_energy(targets: DayTargets, total: Floats) -> float:
    assert targets.energy_kcal is not None  # every body here has all figures
    return abs(float(total[position_of(ENERGY)]) / targets.energy_kcal.mid - 1)


def _is_inside_shares(targets: DayTargets, total: Floats) -> bool:
    """Tell whether fat and protein lie between the ends of their ranges, as far as the region has them."""
    bounds = [(tag, targets.bounds[tag]) for tag in ("FAT", "PROCNT") if tag in targets.bounds]
    return all(
        (bound.low is None or total[position_of(tag)] >= 0.98 * bound.low)
        and (bound.high is None or total[position_of(tag)] <= 1.02 * bound.high)
        for tag, bound in bounds
    )


def _servings(day: Day) -> Iterator[Serving]:
    return (serving for _, offer in day for serving in offer.servings)


def _day_total(day: Day) -> Floats:
    return sum((offer.amounts for _, offer in day), np.zeros(SIZE))


def _coverage(day: Day) -> Floats:
    """Return the share of the grams that have a figure, for each nutrient: float64 (SIZE,)."""
    grams = sum(serving.grams for serving in _servings(day))
    known = sum(
        (serving.grams * ~np.isnan(serving.food.nutrients.amounts) for serving in _servings(day)), np.zeros(SIZE)
    )
    return known / grams


def _weeks(report: Report, chance: random.Random) -> None:
    """Plan weeks; score them as one, as single days overstate what is eaten seldom."""
    scores, repeats, kinds = [], [], []
    for body in islice(bodies(chance), WEEKS):
        targets = day_targets(body, reference_intakes())
        week = list(week_of_days(_situation(targets, MealSlot.BREAKFAST), how_many=7))
        servings = [serving for day in week for serving in _servings(day)]
        scores.append(hei_2020(servings))
        dishes = Counter(serving.food.key for serving in servings if serving.food.role not in EVERY_DAY)
        repeats.append(max(dishes.values()))
        kinds.append(len({serving.food.key for serving in servings}))
    report.sample("Healthy Eating Index 2020 of weeks", scores, least=85)
    report.count("most times that a week has one dish", max(repeats), most=3)
    report.add(Figure(name="fewest foods of a week", value=min(kinds), n=len(kinds), least=25))
    report.add(Figure(name="foods of a week", value=statistics.fmean(kinds), n=len(kinds)))


def hei_2020(servings: Sequence[Serving]) -> float:
    """Return the Healthy Eating Index 2020 of foods, 0..100 (Shams-White and others 2023)."""
    steps = [(serving.food, serving.portions * STEPS_A_PORTION) for serving in servings]
    amounts = sum((per_step()[food.key] * count for food, count in steps), np.zeros(SIZE))
    patterns = sum(
        (food.patterns * serving.grams / 100 for serving in servings for food in [serving.food]), np.zeros(37)
    )
    kcal = float(amounts[position_of(ENERGY)])
    points = 0.0
    for most, tags, best, worst in _DENSITIES:
        points += most * _part(sum(patterns[POSITIONS[tag]] for tag in tags) / kcal * 1000, best, worst)
    saturated = float(amounts[position_of("FASAT")])
    unsaturated = float(amounts[position_of("FAMS")] + amounts[position_of("FAPU")])
    points += 10 * _part(unsaturated / saturated, 2.5, 1.2)
    points += 10 * _part(float(amounts[position_of("NA")]) / kcal, 1.1, 2.0)
    points += 10 * _part(patterns[POSITIONS["add_sugars"]] * _SUGAR_KCAL / kcal * 100, 6.5, 26)
    return points + 10 * _part(saturated * 9 / kcal * 100, 8, 16)


def _part(value: float, best: float, worst: float) -> float:
    """Return the share of the points between the worst value, which gets none, and the best, which gets all."""
    return float(min(1.0, max(0.0, (value - worst) / (best - worst))))
