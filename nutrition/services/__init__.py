"""Every write of nutrition: the diary, and foods of people's own."""

from nutrition.services.diary import (
    MOST_ITEMS,
    add_items,
    correct_drink,
    correct_item,
    correct_meal,
    log_drink,
    log_meal,
    remove_item,
)
from nutrition.services.own_foods import correct_own_food, teach_food

__all__ = [
    "MOST_ITEMS",
    "add_items",
    "correct_drink",
    "correct_item",
    "correct_meal",
    "correct_own_food",
    "log_drink",
    "log_meal",
    "remove_item",
    "teach_food",
]
