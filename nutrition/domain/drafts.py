"""What is about to be stored of a meal, before it has a row."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from meum.domain.intervals import Interval


@dataclass(frozen=True, slots=True, kw_only=True)
class MealItemDraft:
    """One food of a meal to store: which version of it, and how many grams of edible part.

    `quantity` and `measure` are as told (2, 个); `words` is the piece of text it was read from.
    """

    food_version_id: UUID
    grams: Interval
    quantity: float | None = None
    measure: str = ""
    is_amount_assumed: bool = False
    words: str = ""
