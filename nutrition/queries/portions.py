"""How much of a food one portion is: by its household measures, and by what the person ate of it before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from uuid import UUID

from meum.domain.intervals import Interval
from meum.people.models import Person
from nutrition.catalogue.queries import portions_of
from nutrition.domain.portion_estimates import first_portion, next_portion
from nutrition.models.catalogue import Portion
from nutrition.models.diary import MealItem
from nutrition.models.own_foods import OwnFood
from nutrition.reading.portions import SERVING

_LATEST = 12
"""Amounts of one food that tell what a person usually eats of it; older ones tell of another time."""
_SHARED = frozenset({"盘", "锅", "煲", "plate"})


def usual_portions(*, person: Person, food_ids: Collection[UUID]) -> dict[UUID, Interval]:
    """Return the grams of one portion of each food, in three queries.

    The portion of a food of their own is what they told it to be, until they told other amounts of it. Else the
    household measure counts, or a usual serving of anything, and all the less the more amounts the person told.
    """
    told, own, measures = _told(person, food_ids), _own(person, food_ids), portions_of(food_ids)
    return {food_id: _usual_of(measures.get(food_id, ()), told[food_id], own.get(food_id)) for food_id in food_ids}


def table_portions(*, food_ids: Collection[UUID]) -> dict[UUID, Interval]:
    """Return the grams of one portion of each food, whoever eats it, in one query."""
    return {food_id: first_portion(measure) for food_id, measure in household_measures(food_ids=food_ids).items()}


def household_measures(*, food_ids: Collection[UUID]) -> dict[UUID, Interval]:
    """Return the grams of the measure that each food is usually served in, as the table has them; in one query."""
    measures = portions_of(food_ids)
    return {food_id: _measured(measures.get(food_id, ())) for food_id in food_ids}


def is_shared(*, food_id: UUID) -> bool:
    """Tell whether a dish is put on the table for several people, as its household measure says."""
    usual = _usual(portions_of([food_id]).get(food_id, ()))
    return usual is not None and usual.unit in _SHARED


def _told(person: Person, food_ids: Collection[UUID]) -> defaultdict[UUID, list[Interval]]:
    """Return the grams that the person told of each food, the latest first; what was assumed tells nothing."""
    items = MealItem.objects.filter(meal__person=person, meal__deleted_at=None, food_version__food__in=food_ids)
    rows = items.filter(is_amount_assumed=False, grams_low__gt=0)
    found: defaultdict[UUID, list[Interval]] = defaultdict(list)
    told = rows.order_by("-meal__at", "-pk").values_list("food_version__food", "grams_low", "grams_mid", "grams_high")
    for food_id, low, mid, high in told[:500]:
        found[food_id].append(Interval(low, mid, high))
    return found


def _own(person: Person, food_ids: Collection[UUID]) -> Mapping[UUID, Interval]:
    """Return the grams of a portion of those foods that are the person's own, where they told it."""
    foods = OwnFood.objects.filter(person=person, deleted_at=None, food_version__food__in=food_ids)
    portions = {own.food_version.food_id: own.portion_grams for own in foods.select_related("food_version")}
    return {food_id: grams for food_id, grams in portions.items() if grams is not None}


def _usual_of(measures: Sequence[Portion], told: Sequence[Interval], own: Interval | None) -> Interval:
    if own and not told:
        return own
    return next_portion(own or _measured(measures), told[:_LATEST])


def _measured(measures: Sequence[Portion]) -> Interval:
    usual = _usual(measures)
    return usual.grams if usual else SERVING


def _usual(measures: Sequence[Portion]) -> Portion | None:
    return next((each for each in measures if each.is_default), next(iter(measures), None))
