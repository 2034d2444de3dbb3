"""Which meal of the day a clock time belongs to, when nobody said."""

from __future__ import annotations

from datetime import time
from enum import StrEnum


class Slot(StrEnum):
    """A meal of the day."""

    BREAKFAST = "breakfast"
    LUNCH = "lunch"
    DINNER = "dinner"
    SNACK = "snack"


# Upper ends, exclusive; what lies between the meals, and the night, is a snack.
_ENDS = (
    (time(4), Slot.SNACK),
    (time(10), Slot.BREAKFAST),
    (time(11), Slot.SNACK),
    (time(14), Slot.LUNCH),
    (time(17), Slot.SNACK),
    (time(20, 30), Slot.DINNER),
)


def slot_of(clock: time) -> Slot:
    """Return the meal that is usual at a local clock time."""
    return next((slot for end, slot in _ENDS if clock < end), Slot.SNACK)
