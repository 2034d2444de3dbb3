"""The addresses of foods, meals and drinks, below /api/v1/."""

from typing import Any
from uuid import UUID

from django.urls import URLPattern, path

from meum.people.api.entries import EntryKind, entry_routes
from nutrition import queries, saving, services
from nutrition.api.diary import EatenNutrients, MealCopies, SavedMealLogs
from nutrition.api.serializers import DrinkSerializer, MealSerializer, SavedMealSerializer
from nutrition.api.views import FoodDetail, FoodList, MealList, NutrientList, UnderstandView
from nutrition.models.diary import Drink, Meal
from nutrition.models.saved import SavedMeal


def _correct_meal(*, entry_id: UUID, **told: Any) -> Meal:
    return services.correct_meal(meal_id=entry_id, **told)


def _correct_drink(*, entry_id: UUID, **told: Any) -> Drink:
    return services.correct_drink(drink_id=entry_id, **told)


def _correct_saved_meal(*, entry_id: UUID, **told: Any) -> SavedMeal:
    return saving.correct_saved_meal(saved_meal_id=entry_id, **told)


MEALS = EntryKind(
    one="meal",
    many="meals",
    model=Meal,
    serializer=MealSerializer,
    visible=queries.visible_meals,
    log=services.log_meal,
    correct=_correct_meal,
    shown=queries.meal_summaries,
)
DRINKS = EntryKind(
    one="drink",
    many="drinks",
    model=Drink,
    serializer=DrinkSerializer,
    visible=queries.visible_drinks,
    log=services.log_drink,
    correct=_correct_drink,
)

SAVED_MEALS = EntryKind(
    one="saved_meal",
    many="saved_meals",
    model=SavedMeal,
    serializer=SavedMealSerializer,
    visible=queries.visible_saved_meals,
    log=saving.save_meal,
    correct=_correct_saved_meal,
    shown=queries.saved_meal_summaries,
)

urlpatterns: list[URLPattern] = [
    *entry_routes(MEALS, list_view=MealList),
    *entry_routes(DRINKS),
    *entry_routes(SAVED_MEALS),
    path("saved-meals/<uuid:entry_id>/log", SavedMealLogs.as_view()),
    path("meals/copy", MealCopies.as_view()),
    path("nutrients/eaten", EatenNutrients.as_view()),
    path("meals/understand", UnderstandView.as_view()),
    path("foods", FoodList.as_view()),
    path("foods/<uuid:food_id>", FoodDetail.as_view()),
    path("nutrients", NutrientList.as_view()),
]
