"""Makers of what a person eats, drinks and teaches; each goes through its service."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from meum.domain.intervals import Interval
from meum.journal.models import Door
from meum.people.models import Person
from nutrition import services
from nutrition.domain.drafts import MealItemDraft
from nutrition.domain.own_foods import Label
from nutrition.models import Drink, Food, Meal, OwnFood
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


def make_own_food(
    *, person: Person, name: str = "我的能量棒", kcal: float = 190, grams: float = 45, unit: str = ""
) -> OwnFood:
    """Teach a food by the energy of its portion."""
    return services.teach_food(
        person=person,
        author=person,
        door=Door.WEB,
        at=NOON,
        name=name,
        label=Label(amounts={"ENERC_KCAL": kcal}, is_per_portion=True),
        portion_unit=unit,
        portion_grams=Interval.exact(grams),
    )


def make_own_dish(
    *, person: Person, name: str = "我的奶昔", parts: Mapping[Food, float], cooked_grams: float | None = None
) -> OwnFood:
    """Teach a dish by its parts in grams."""
    items = [
        MealItemDraft(food_version_id=food.current_id, grams=Interval.exact(grams)) for food, grams in parts.items()
    ]
    return services.teach_food(
        person=person, author=person, door=Door.WEB, at=NOON, name=name, items=items, cooked_grams=cooked_grams
    )
