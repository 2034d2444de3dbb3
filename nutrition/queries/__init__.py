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
from nutrition.queries.eating import Eating, Index, eating_of
from nutrition.queries.expenditure import expenditure_of
from nutrition.queries.groups import DayPatterns, day_patterns
from nutrition.queries.guidelines import DayGuidelines, StepStanding, day_guidelines
from nutrition.queries.kinds import DayKinds, day_kinds
from nutrition.queries.own_foods import (
    OwnFoodSummary,
    own_food_as_food,
    own_food_named,
    own_food_summaries,
    own_food_summary,
    own_foods_in_use,
    visible_own_foods,
)
from nutrition.queries.packets import PacketSummary, packet_summary
from nutrition.queries.photos import (
    Candidate,
    PhotoSummary,
    energy_of,
    photo_summaries,
    photo_summary,
    photos_of_session,
    visible_photos,
)
from nutrition.queries.portions import is_shared, usual_portions
from nutrition.queries.ranges import RangeSummary, mean_of, range_summary
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
from nutrition.queries.suggesting import EnergyLeft, MealAdvice, energy_left, next_meal
from nutrition.queries.targets import DayStanding, NutrientStanding, day_standing, targets_of
from nutrition.queries.understanding import (
    FoodChoice,
    Sitting,
    Understanding,
    UnderstoodDrink,
    UnderstoodItem,
    understand_meal,
)
from nutrition.queries.what_if import Above, WhatIf, refused_of, what_if
from nutrition.queries.wishes import told_wishes, wishes_of

__all__ = [
    "USUAL_DAYS",
    "Above",
    "Candidate",
    "DayGuidelines",
    "DayKinds",
    "DayPatterns",
    "DayStanding",
    "DaySummary",
    "EarlierMeal",
    "Eating",
    "EnergyLeft",
    "FoodChoice",
    "FrequentMeal",
    "Index",
    "ItemSummary",
    "MealAdvice",
    "MealSummary",
    "NutrientStanding",
    "OwnFoodSummary",
    "PacketSummary",
    "PhotoSummary",
    "RangeSummary",
    "SavedMealSummary",
    "Sitting",
    "StepStanding",
    "Understanding",
    "UnderstoodDrink",
    "UnderstoodItem",
    "WhatIf",
    "day_guidelines",
    "day_kinds",
    "day_patterns",
    "day_standing",
    "day_summaries",
    "day_summary",
    "earlier_meals",
    "eating_of",
    "energy_left",
    "energy_of",
    "expenditure_of",
    "food_versions",
    "frequent_meals",
    "is_shared",
    "items_again",
    "latest_day_with_meals",
    "meal_summaries",
    "meal_summary",
    "mean_of",
    "next_meal",
    "own_food_as_food",
    "own_food_named",
    "own_food_summaries",
    "own_food_summary",
    "own_foods_in_use",
    "packet_summary",
    "photo_summaries",
    "photo_summary",
    "photos_of_session",
    "range_summary",
    "refused_of",
    "saved_keys",
    "saved_meal_named",
    "saved_meal_summaries",
    "saved_meals",
    "targets_of",
    "told_wishes",
    "understand_meal",
    "usual_portions",
    "visible_drinks",
    "visible_meals",
    "visible_own_foods",
    "visible_photos",
    "visible_saved_meals",
    "what_if",
    "wishes_of",
]
