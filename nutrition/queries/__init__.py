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
    "Sitting",
    "Understanding",
    "UnderstoodDrink",
    "UnderstoodItem",
    "day_summaries",
    "day_summary",
    "food_versions",
    "meal_summaries",
    "meal_summary",
    "understand_meal",
    "visible_drinks",
    "visible_meals",
]
