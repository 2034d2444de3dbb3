"""What the nutrition app stores."""

from nutrition.models.catalogue import CatalogueSource, Food, FoodName, FoodVersion, Portion
from nutrition.models.diary import Drink, Meal, MealItem, MealSlot
from nutrition.models.saved import SavedMeal, SavedMealItem

__all__ = [
    "CatalogueSource",
    "Drink",
    "Food",
    "FoodName",
    "FoodVersion",
    "Meal",
    "MealItem",
    "MealSlot",
    "Portion",
    "SavedMeal",
    "SavedMealItem",
]
