"""What the nutrition app stores."""

from nutrition.models.catalogue import OWN_SOURCE, CatalogueSource, Food, FoodName, FoodVersion, Portion
from nutrition.models.diary import Drink, Meal, MealItem, MealSlot
from nutrition.models.outside_looks import OutsideDay, OutsideDayOfPerson
from nutrition.models.own_foods import OwnFood, OwnFoodItem
from nutrition.models.packets import Packet, PacketState
from nutrition.models.photos import (
    MOST_IN_SESSION,
    DishExample,
    MealPhoto,
    PhotoCandidate,
    PhotoMemory,
    PhotoState,
)
from nutrition.models.saved import SavedMeal, SavedMealItem
from nutrition.models.wishes import EatingWishes, Goal

__all__ = [
    "MOST_IN_SESSION",
    "OWN_SOURCE",
    "CatalogueSource",
    "DishExample",
    "Drink",
    "EatingWishes",
    "Food",
    "FoodName",
    "FoodVersion",
    "Goal",
    "Meal",
    "MealItem",
    "MealPhoto",
    "MealSlot",
    "OutsideDay",
    "OutsideDayOfPerson",
    "OwnFood",
    "OwnFoodItem",
    "Packet",
    "PacketState",
    "PhotoCandidate",
    "PhotoMemory",
    "PhotoState",
    "Portion",
    "SavedMeal",
    "SavedMealItem",
]
