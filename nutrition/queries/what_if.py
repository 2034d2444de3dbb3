"""What a food would do to a day before it is eaten: whether a rule forbids it, what it brings, what suits better."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from meum.domain.intervals import Interval
from meum.domain.nutrients import Portion, totals_of
from meum.people.models import Person
from nutrition.catalogue.nutrients import SIZE, Nutrient, nutrient, position_of
from nutrition.domain.adequacy import Standing, standing_of
from nutrition.queries.diary import day_summary
from nutrition.queries.targets import planning_targets
from nutrition.queries.understanding import UnderstoodItem
from nutrition.queries.wishes import told_wishes, wishes_of
from nutrition.suggestions.cookbook import facts_by_key
from nutrition.suggestions.menu import MenuFood, menu
from nutrition.suggestions.rules import UNKNOWN, Refusal, refusal
from nutrition.suggestions.wishes import Wishes

_ENERGY = position_of("ENERC_KCAL")
_ALIKE = 0.4
"""A swap has so much more or less energy at most, as a share."""
_LESS = 0.7
"""A swap has at most this share of what there would be too much of."""


@dataclass(frozen=True, kw_only=True)
class Above:
    """A nutrient of which the day would have too much, in its unit."""

    nutrient: Nutrient
    amount: float
    limit: float


@dataclass(frozen=True, kw_only=True)
class WhatIf:
    """The day with the foods eaten: kcal and the goal, what would be above its limit, and a food that suits better.

    `refused` are the foods that a rule of the person forbids, each with the reason.
    """

    refused: tuple[tuple[UnderstoodItem, Refusal], ...]
    energy_kcal: Interval
    goal_kcal: float
    above: tuple[Above, ...]
    swap: MenuFood | None


def refused_of(*, person: Person, items: Iterable[UnderstoodItem]) -> tuple[tuple[UnderstoodItem, Refusal], ...]:
    """Return the foods that a rule of a person forbids; one of unknown make is refused to who told an allergy."""
    wishes = wishes_of(told_wishes(person=person))
    if wishes == Wishes():
        return ()
    return tuple((item, found) for item in items if (found := _refusal(item, wishes)) is not None)


def _refusal(item: UnderstoodItem, wishes: Wishes) -> Refusal | None:
    facts = facts_by_key().get(item.food.key)
    if facts is not None:
        return refusal(facts, wishes)
    return Refusal("allergy", *UNKNOWN) if wishes.allergens or wishes.foods else None


def what_if(*, person: Person, day: date, items: Sequence[UnderstoodItem]) -> WhatIf:
    """Return what a day would be with foods eaten beside what is logged; raises what `targets_of` does."""
    targets, _ = planning_targets(person=person, day=day)
    assert targets.energy_kcal is not None  # planning targets have one
    eaten = day_summary(person=person, day=day).portions
    after = totals_of([*eaten, *(item.portion for item in items)], size=SIZE)
    above = []
    for tag, bound in targets.bounds.items():
        at = position_of(tag)
        known = standing_of(after.interval(at), coverage=float(after.coverage[at]), bound=bound)
        if known is Standing.HIGH and bound.high is not None and _brings(items, at):
            above.append(Above(nutrient=nutrient(tag), amount=after.interval(at).mid, limit=bound.high))
    above.sort(key=lambda each: -each.amount / each.limit)
    return WhatIf(
        refused=refused_of(person=person, items=items),
        energy_kcal=after.interval(_ENERGY),
        goal_kcal=targets.energy_kcal.mid,
        above=tuple(above),
        swap=_swap(person, items, above) if above and len(items) == 1 else None,
    )


def _brings(items: Iterable[UnderstoodItem], position: int) -> bool:
    """Tell whether foods bring a nutrient at all: what was too much before is not their fault."""
    return float(totals_of([item.portion for item in items], size=SIZE).mid[position]) > 0


def _swap(person: Person, items: Sequence[UnderstoodItem], above: Sequence[Above]) -> MenuFood | None:
    """Return the food of the same kind that brings least of what there would be too much of, if it brings much less."""
    now = _amounts(items[0].portion)
    known = next((food for food in menu() if food.key == items[0].food.key), None)
    if known is None or not now[_ENERGY]:
        return None
    wishes, places = wishes_of(told_wishes(person=person)), [each.nutrient.position for each in above]
    limits = np.array([each.limit for each in above])

    def burden(food: MenuFood) -> float:
        return float((np.nan_to_num(food.nutrients.amounts)[places] * food.served_g / 100 / limits).sum())

    like = [
        food
        for food in menu()
        if food.role is known.role
        and food.slots & known.slots
        and food.cuisine is known.cuisine
        and abs(food.amount("ENERC_KCAL") * food.served_g / 100 / now[_ENERGY] - 1) <= _ALIKE
        and refusal(food, wishes) is None
    ]
    best = min(like, key=burden, default=None)
    return best if best is not None and burden(best) <= _LESS * float((now[places] / limits).sum()) else None


def _amounts(portion: Portion) -> NDArray[np.float64]:
    return totals_of([portion], size=SIZE).mid
