"""Move what was logged to another day or another meal of the day."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from uuid import UUID

from meum.journal.models import Door, new_id
from meum.journal.services import Recording, recording
from meum.kernel.errors import Invalid, NotFound
from meum.language.times import MealSlot
from meum.people.models import Person
from nutrition.domain.slots import eaten_at
from nutrition.models.diary import Drink, Meal, MealItem
from nutrition.services.diary import known_slot


def move_meal(
    *,
    person: Person,
    author: Person,
    door: Door,
    meal_id: UUID,
    now: datetime,
    to_day: date | None = None,
    to_slot: str = "",
    item_ids: Collection[UUID] = (),
    revision: int | None = None,
) -> Meal:
    """Move a meal, or those of its items alone, to another day or slot; return the meal that holds them now.

    What is not told stays as it was. A whole meal stays the entry it is; single items become a meal of their own with
    the words of the first. The new time is the usual hour of the slot, never after `now`. Raises Invalid `in_future`
    for a day to come, `same_place` where nothing would change, NotFound when the meal or an item is not there, Stale
    when `revision` is not the latest.
    """
    with recording(person=person, author=author, door=door) as changes:
        meal = changes.fetch(Meal, meal_id, revision=revision)
        day, slot = to_day or meal.day, known_slot(to_slot) if to_slot else meal.slot
        if (day, slot) == (meal.day, meal.slot):
            raise Invalid("same_place", "it is logged there already", field="to_day")
        at = _usual_hour(person, day, slot, now)
        rows = list(meal.items.order_by("position"))
        moved = [row for row in rows if row.pk in item_ids]
        if len(moved) != len(set(item_ids)):
            raise NotFound("not_found", "the meal has no such item")
        if len(moved) in (0, len(rows)):
            meal.at, meal.slot = at, slot
            return changes.update(meal)
        changes.update(meal, items=[row for row in rows if row not in moved])
        return _apart(changes, meal, moved, at=at, slot=slot)


def move_drink(
    *,
    person: Person,
    author: Person,
    door: Door,
    drink_id: UUID,
    to_day: date,
    now: datetime,
    revision: int | None = None,
) -> Drink:
    """Move a drink to another day, to its hour of the day but never after `now`; return it.

    Raises as `move_meal` does.
    """
    with recording(person=person, author=author, door=door) as changes:
        drink = changes.fetch(Drink, drink_id, revision=revision)
        if to_day == drink.day:
            raise Invalid("same_place", "it is logged there already", field="to_day")
        drink.at = eaten_at(
            slot=None,
            day_offset=_offset(person, to_day, now),
            clock=person.clock.local(drink.at).time(),
            now=now,
            counted_by=person.clock,
        )
        return changes.update(drink)


def _apart(changes: Recording, meal: Meal, moved: list[MealItem], *, at: datetime, slot: str) -> Meal:
    """Store items of a meal as a meal of their own, under new ids: an undo puts those of before back."""
    for row in moved:
        row.pk = new_id()
    other = Meal(id=new_id(), at=at, slot=slot, words=meal.words, evidence=meal.evidence)
    return changes.create(other, items=moved)


def _usual_hour(person: Person, day: date, slot: str, now: datetime) -> datetime:
    offset = _offset(person, day, now)
    return eaten_at(slot=MealSlot(slot), day_offset=offset, clock=None, now=now, counted_by=person.clock)


def _offset(person: Person, day: date, now: datetime) -> int:
    """Return a day counted from today; raise Invalid for one to come."""
    offset = (day - person.clock.day_of(now)).days
    if offset > 0:
        raise Invalid("in_future", "only what was eaten is logged", field="to_day")
    return offset
