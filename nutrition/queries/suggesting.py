"""What a person could eat next: diary, targets and wishes become a situation, and that becomes up to three meals."""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db.models import Count

from meum.domain.intervals import Interval
from meum.kernel.errors import Unavailable
from meum.language.times import MealSlot
from meum.people.models import Person
from nutrition.catalogue.nutrients import position_of
from nutrition.models.diary import MealItem
from nutrition.queries.diary import DaySummary, day_summary
from nutrition.queries.targets import planning_targets
from nutrition.queries.wishes import told_wishes, wishes_of
from nutrition.suggestions.meals import EVERY_DAY, Situation
from nutrition.suggestions.menu import MenuFood, menu
from nutrition.suggestions.named import foods_named, shares_named
from nutrition.suggestions.planner import Day, Offer, missing_parts, offers, week_of_days

MAINS = (MealSlot.BREAKFAST, MealSlot.LUNCH, MealSlot.DINNER)
_SECONDS_TO_EXPLAIN = 2.0
_HIDES_ENERGY = "eating_disorder_history"
_ENERGY = position_of("ENERC_KCAL")
_ENDS = {MealSlot.BREAKFAST: time(10), MealSlot.LUNCH: time(14), MealSlot.DINNER: time(20, 30)}
"""Until when a meal is still to come, local time."""
_TASTE_DAYS, _FRESH_DAYS = 42, 1
_TASTE, _MOST_TIMES = 0.02, 4
_AT_HAND, _NOT_AT_HAND = 1.0, 0.3
"""How welcome a dish is that is made of what is at hand alone, and how little one that needs none of it."""
_CHANCE = 0.08
"""By so much at most one food comes before another by the day alone, so that tomorrow is not like today."""
_REFUSED = 99


@dataclass(frozen=True, kw_only=True)
class MealAdvice:
    """Up to three meals for one slot of a day, the best first; `absent` names what binds where there is none.

    `energy_left` is what the day's goal leaves by its best figure, in kcal; `is_usual_size` says that height, weight,
    age or activity were not told; `is_energy_hidden` that energy is better not spoken of.
    """

    day: date
    slot: MealSlot
    offers: tuple[Offer, ...]
    absent: tuple[str, ...]
    energy_left: float
    is_usual_size: bool
    is_energy_hidden: bool


@dataclass(frozen=True, kw_only=True)
class DayPlan:
    """The meals of a day that are still to come, planned together; none where nothing fits.

    `energy_total` is the best figure of what was eaten and what is planned, `energy_goal` that of the goal, in kcal.
    `is_usual_size` and `is_energy_hidden` are those of `MealAdvice`.
    """

    day: date
    meals: Day
    energy_total: float
    energy_goal: float
    is_usual_size: bool
    is_energy_hidden: bool


@dataclass(frozen=True, kw_only=True)
class EnergyLeft:
    """The energy of a day, in kcal: its goal, what was eaten, and what the best figures leave, below 0 nothing.

    `is_usual_size` and `is_energy_hidden` are those of `MealAdvice`.
    """

    goal: Interval
    eaten: Interval
    left: float
    is_usual_size: bool
    is_energy_hidden: bool


def energy_left(*, person: Person, day: date) -> EnergyLeft:
    """Return how much of a day's energy is left; raises what `targets_of` does."""
    targets, is_usual_size = planning_targets(person=person, day=day)
    assert targets.energy_kcal is not None  # planning targets have one
    eaten = day_summary(person=person, day=day).totals.interval(_ENERGY)
    return EnergyLeft(
        goal=targets.energy_kcal,
        eaten=eaten,
        left=targets.energy_kcal.mid - eaten.mid,
        is_usual_size=is_usual_size,
        is_energy_hidden=_HIDES_ENERGY in told_wishes(person=person).conditions,
    )


def next_meal(
    *,
    person: Person,
    at: datetime,
    slot: MealSlot | None = None,
    days_ahead: int = 0,
    without: Collection[str] = (),
    refused: Collection[str] = (),
    at_hand: Collection[str] = (),
) -> MealAdvice:
    """Return what could be eaten: for the next meal, or for the one that is asked for, up to some days ahead.

    `without` and `at_hand` are words for foods to leave out and to use up, `refused` keys of foods already turned down.
    Raises what `targets_of` does, ValueError for words that name no food, Unavailable where nothing was found in time.
    """
    day = person.clock.day_of(at) + timedelta(days=days_ahead)
    eaten = day_summary(person=person, day=day)
    slot, later = _meals_to_come(eaten, person.clock.local(at).time() if not days_ahead else time(4), slot)
    targets, is_usual_size = planning_targets(person=person, day=day)
    told = told_wishes(person=person)
    of = Situation(
        targets=targets,
        wishes=wishes_of(told),
        slot=slot,
        later=later,
        eaten=eaten.totals.mid,
        had=_had(person, day, refused=[*refused, *foods_named(without)]),
        liked=_liked(person, day, at_hand=shares_named(at_hand)),
    )
    found = offers(of)
    try:
        absent = [] if found else missing_parts(of, seconds=_SECONDS_TO_EXPLAIN)
    except TimeoutError as error:
        raise Unavailable("no_suggestion_in_time", "no meal was found in time; please ask again") from error
    assert targets.energy_kcal is not None  # planning targets have one
    return MealAdvice(
        day=day,
        slot=slot,
        offers=tuple(found),
        absent=tuple(absent),
        energy_left=targets.energy_kcal.mid - float(eaten.totals.mid[_ENERGY]),
        is_usual_size=is_usual_size,
        is_energy_hidden=_HIDES_ENERGY in told.conditions,
    )


def day_plan(*, person: Person, at: datetime, days_ahead: int = 0, refused: Collection[str] = ()) -> DayPlan:
    """Return the main meals that are to come on a day; tomorrow's where none is left today.

    `refused` are keys of foods already turned down. Raises what `targets_of` does.
    """
    day = person.clock.day_of(at) + timedelta(days=days_ahead)
    eaten = day_summary(person=person, day=day)
    first, later = _meals_to_come(eaten, person.clock.local(at).time() if not days_ahead else time(4), None)
    if first not in MAINS and not days_ahead:
        return day_plan(person=person, at=at, days_ahead=1, refused=refused)
    targets, is_usual_size = planning_targets(person=person, day=day)
    told = told_wishes(person=person)
    of = Situation(
        targets=targets,
        wishes=wishes_of(told),
        slot=first,
        later=later,
        eaten=eaten.totals.mid,
        had=_had(person, day, refused=refused),
        liked=_liked(person, day, at_hand={}),
    )
    meals = next(week_of_days(of, how_many=1), [])
    assert targets.energy_kcal is not None  # planning targets have one
    return DayPlan(
        day=day,
        meals=meals,
        energy_total=float(of.eaten[_ENERGY]) + sum(float(offer.amounts[_ENERGY]) for _, offer in meals),
        energy_goal=targets.energy_kcal.mid,
        is_usual_size=is_usual_size,
        is_energy_hidden=_HIDES_ENERGY in told.conditions,
    )


def _meals_to_come(eaten: DaySummary, clock: time, asked: MealSlot | None) -> tuple[MealSlot, tuple[MealSlot, ...]]:
    """Return the meal to suggest, and those after it that are still to come and not logged yet."""
    logged = {meal.slot for meal in eaten.meals}
    to_come = [slot for slot in MAINS if slot not in logged and time(4) <= clock < _ENDS[slot]]
    slot = asked or (to_come[0] if to_come else MealSlot.SNACK)
    if slot in MAINS:
        to_come = [each for each in MAINS[MAINS.index(slot) + 1 :] if each not in logged]
    return slot, tuple(to_come)


def _had(person: Person, day: date, *, refused: Collection[str]) -> dict[str, int]:
    """Count what was eaten today and the day before, but for what is eaten every day; what is refused is out."""
    counted = _counted(person, since=day - timedelta(days=_FRESH_DAYS), until=day)
    once = [food for food in menu() if food.role not in EVERY_DAY and food.food_id in counted]
    return {food.key: counted[food.food_id] for food in once} | dict.fromkeys(refused, _REFUSED)


def _liked(person: Person, day: date, *, at_hand: Mapping[str, float]) -> dict[str, float]:
    """Return how welcome each food of the menu is: what is at hand, what was eaten often, and a little chance."""
    counted = _counted(person, since=day - timedelta(days=_TASTE_DAYS), until=day)
    return {
        food.key: _TASTE * min(counted[food.food_id], _MOST_TIMES)
        + (_handy(food, at_hand) if at_hand else 0.0)
        + _CHANCE * _by_chance(f"{person.pk} {day} {food.key}")
        for food in menu()
    }


def _handy(food: MenuFood, at_hand: Mapping[str, float]) -> float:
    share = at_hand.get(food.key, 0.0)
    needs_more = share == 0 and food.role not in EVERY_DAY
    return _AT_HAND * share - _NOT_AT_HAND * needs_more


def _counted(person: Person, *, since: date, until: date) -> Counter[UUID]:
    """Return how many times each food was logged."""
    rows = MealItem.objects.filter(meal__person=person, meal__deleted_at=None, meal__day__range=(since, until))
    found = rows.values("food_version__food_id").annotate(times=Count("pk"))
    return Counter({row["food_version__food_id"]: row["times"] for row in found})


def _by_chance(words: str) -> float:
    """Return a number from 0 to 1 that is the same for the same words."""
    return zlib.crc32(words.encode()) / 2**32
