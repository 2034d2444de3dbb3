"""The addresses of foods, meals and drinks, below /api/v1/."""

from typing import Any
from uuid import UUID

from django.urls import URLPattern, path

from meum.people.api.entries import EntryKind, entry_routes
from nutrition import queries, services
from nutrition.api.serializers import DrinkSerializer, MealSerializer
from nutrition.api.views import FoodDetail, FoodList, MealList, NutrientList, UnderstandView
from nutrition.models.diary import Drink, Meal


def _correct_meal(*, entry_id: UUID, **told: Any) -> Meal:
    return services.correct_meal(meal_id=entry_id, **told)


def _correct_drink(*, entry_id: UUID, **told: Any) -> Drink:
    return services.correct_drink(drink_id=entry_id, **told)


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

urlpatterns: list[URLPattern] = [
    *entry_routes(MEALS, list_view=MealList),
    *entry_routes(DRINKS),
    path("meals/understand", UnderstandView.as_view()),
    path("foods", FoodList.as_view()),
    path("foods/<uuid:food_id>", FoodDetail.as_view()),
    path("nutrients", NutrientList.as_view()),
]
