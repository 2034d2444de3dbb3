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
from nutrition.queries.ranges import RangeSummary, range_summary
from nutrition.queries.repeating import (
    USUAL_DAYS,
    EarlierMeal,
    FrequentMeal,
    earlier_meals,
    frequent_meals,
    items_again,
    latest_day_with_meals,
)
from nutrition.queries.saved import (
    SavedMealSummary,
    saved_keys,
    saved_meal_named,
    saved_meal_summaries,
    saved_meals,
    visible_saved_meals,
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
    "USUAL_DAYS",
    "DaySummary",
    "EarlierMeal",
    "FoodChoice",
    "FrequentMeal",
    "ItemSummary",
    "MealSummary",
    "RangeSummary",
    "SavedMealSummary",
    "Sitting",
    "Understanding",
    "UnderstoodDrink",
    "UnderstoodItem",
    "day_summaries",
    "day_summary",
    "earlier_meals",
    "food_versions",
    "frequent_meals",
    "items_again",
    "latest_day_with_meals",
    "meal_summaries",
    "meal_summary",
    "range_summary",
    "saved_keys",
    "saved_meal_named",
    "saved_meal_summaries",
    "saved_meals",
    "understand_meal",
    "visible_drinks",
    "visible_meals",
    "visible_saved_meals",
]
