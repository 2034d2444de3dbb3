"""Reads of nutrition that other apps and doors may call."""

from nutrition.queries.diary import (
    DaySummary,
    ItemSummary,
    MealSummary,
    day_summaries,
    day_summary,
    food_versions,
    meal_summaries,
    meal_summary,
    visible_drinks,
    visible_meals,
)
from nutrition.queries.own_foods import (
    OwnFoodSummary,
    own_food_as_food,
    own_food_named,
    own_food_summaries,
    own_food_summary,
    own_foods_in_use,
    visible_own_foods,
)
from nutrition.queries.understanding import (
    FoodChoice,
    Sitting,
    Understanding,
    UnderstoodDrink,
    UnderstoodItem,
    understand_meal,
)

__all__ = [
    "DaySummary",
    "FoodChoice",
    "ItemSummary",
    "MealSummary",
    "OwnFoodSummary",
    "Sitting",
    "Understanding",
    "UnderstoodDrink",
    "UnderstoodItem",
    "day_summaries",
    "day_summary",
    "food_versions",
    "meal_summaries",
    "meal_summary",
    "own_food_as_food",
    "own_food_named",
    "own_food_summaries",
    "own_food_summary",
    "own_foods_in_use",
    "understand_meal",
    "visible_drinks",
    "visible_meals",
    "visible_own_foods",
]
