"""Which meal a clock time belongs to when nobody said, and when a meal was when only its name was said."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from meum.domain.days import DayClock, instant_of
from meum.language.times import MealSlot

# Upper ends, exclusive; what lies between the meals, and the night, is a snack.
_ENDS = (
    (time(4), MealSlot.SNACK),
    (time(10), MealSlot.BREAKFAST),
    (time(11), MealSlot.SNACK),
    (time(14), MealSlot.LUNCH),
    (time(17), MealSlot.SNACK),
    (time(20, 30), MealSlot.DINNER),
)
_USUAL = {
    MealSlot.BREAKFAST: time(8),
    MealSlot.LUNCH: time(12, 30),
    MealSlot.SNACK: time(15, 30),
    MealSlot.DINNER: time(18, 30),
}


def slot_of(clock: time) -> MealSlot:
    """Return the meal that is usual at a local clock time."""
    return next((slot for end, slot in _ENDS if clock < end), MealSlot.SNACK)


def eaten_at(
    *, slot: MealSlot | None, day_offset: int | None, clock: time | None, now: datetime, counted_by: DayClock
) -> datetime:
    """Return the instant, never after `now`, at which something was eaten, from what was said of the time.

    `day_offset` counts the person's own days from today; a clock time without a day is the latest one that has
    passed. A meal named without a time was at its usual hour, or just now if that is still to come.
    """
    today = counted_by.day_of(now)
    said = clock or (_USUAL[slot] if slot is not None and slot is not slot_of(counted_by.local(now).time()) else None)
    if said is None:
        return now + timedelta(days=min(day_offset or 0, 0))
    day = today + timedelta(days=day_offset or 0)
    at = instant_of(day, said, zone=counted_by.zone, boundary_hour=counted_by.boundary_hour)
    if at > now and clock is not None and day_offset is None:
        # The same hour of the day before, not 24 hours ago: on the day of a clock change these differ.
        at = instant_of(day - timedelta(days=1), said, zone=counted_by.zone, boundary_hour=counted_by.boundary_hour)
    return min(at, now)
