"""Every write of nutrition: the diary, foods of people's own, and meals saved under a name."""

from nutrition.services.copied_foods import copy_foods, drop_unused_foods
from nutrition.services.copying import copy_meals
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
from nutrition.services.saved_meals import correct_saved_meal, log_saved_meal, save_meal

__all__ = [
    "MOST_ITEMS",
    "add_items",
    "copy_foods",
    "copy_meals",
    "correct_drink",
    "correct_item",
    "correct_meal",
    "correct_own_food",
    "correct_saved_meal",
    "drop_unused_foods",
    "log_drink",
    "log_meal",
    "log_saved_meal",
    "remove_item",
    "save_meal",
    "teach_food",
]
