"""Makers of what a person eats and drinks; each goes through its service."""

from __future__ import annotations

from datetime import UTC, datetime

from meum.domain.intervals import Interval
from meum.journal.models import Door
from meum.people.models import Person
from nutrition import services
from nutrition.domain.drafts import MealItemDraft
from nutrition.models import Drink, Food, Meal
from tests.factories.nutrition import make_food

NOON = datetime(2026, 11, 20, 4, 0, tzinfo=UTC)  # 12:00 in Shanghai


def make_meal(
    *,
    person: Person,
    food: Food | None = None,
    grams: Interval | None = None,
    at: datetime = NOON,
    slot: str = "",
    words: str = "",
) -> Meal:
    """Log a meal of 100 g of one food."""
    food = food or make_food()
    item = MealItemDraft(food_version_id=food.current_id, grams=grams or Interval.exact(100))
    return services.log_meal(person=person, author=person, door=Door.WEB, at=at, items=[item], slot=slot, words=words)


def make_drink(*, person: Person, food: Food | None = None, ml: float = 250, at: datetime = NOON) -> Drink:
    """Log a glass of something."""
    food = food or make_food(name_en="water", nutrients={"ENERC_KCAL": 0}, is_drink=True)
    return services.log_drink(
        person=person,
        author=person,
        door=Door.WEB,
        at=at,
        food_version_id=food.current_id,
        volume_ml=Interval.exact(ml),
    )
