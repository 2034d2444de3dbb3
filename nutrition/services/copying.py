"""Log again what was eaten on an earlier day."""

from __future__ import annotations

from datetime import date, datetime

from meum.journal.models import Door
from meum.journal.services import recording
from meum.kernel.errors import Invalid, NotFound
from meum.language.times import MealSlot
from meum.people.models import Person
from nutrition.domain.slots import eaten_at
from nutrition.models.diary import Meal
from nutrition.queries.repeating import earlier_meals, items_again
from nutrition.services.diary import known_slot, log_meal


def copy_meals(
    *,
    person: Person,
    author: Person,
    door: Door,
    from_day: date,
    to_day: date,
    now: datetime,
    from_slot: str = "",
    to_slot: str = "",
) -> list[Meal]:
    """Log the meals of a day, or one of them, again on another day, as one group; return the new meals.

    Each keeps its slot unless `to_slot` tells another one, and is dated to the usual hour of its slot, never after
    `now`. Raises Invalid for a day to come or a day copied onto itself, NotFound `nothing_to_copy`, and as `log_meal`.
    """
    offset = (to_day - person.clock.day_of(now)).days
    if offset > 0:
        raise Invalid("in_future", "only what was eaten is logged", field="to_day")
    if from_day == to_day and to_slot in ("", from_slot):
        raise Invalid("same_day", "a meal is copied to another day or slot", field="to_day")
    to_slot = known_slot(to_slot) if to_slot else ""
    meals = earlier_meals(person=person, day=from_day, slot=known_slot(from_slot) if from_slot else "")
    if not meals:
        raise NotFound("nothing_to_copy", "no such meal was logged on that day")
    with recording(person=person, author=author, door=door):
        return [
            log_meal(
                person=person,
                author=author,
                door=door,
                at=eaten_at(
                    slot=MealSlot(to_slot or meal.slot),
                    day_offset=offset,
                    clock=None,
                    now=now,
                    counted_by=person.clock,
                ),
                slot=to_slot or meal.slot,
                items=[item.draft for item in items_again(meal.drafts)],
            )
            for meal in meals
        ]
