"""The addresses of foods, meals, drinks, photos and own foods, below /api/v1/."""

from typing import Any
from uuid import UUID

from django.urls import URLPattern, path

from meum.journal.snapshots import kind_of
from meum.people.api.entries import EntryKind, Followed, entry_routes, followed
from nutrition import queries, services
from nutrition.api.diary import EatenNutrients, MealCopies, MealMoves, SavedMealLogs, SavedMealSerializer
from nutrition.api.own_foods import OwnFoodSerializer
from nutrition.api.packets import PacketDetail, PacketKeeping, PacketList
from nutrition.api.photos import PhotoConfirmation, PhotoDetail, PhotoList
from nutrition.api.serializers import DrinkSerializer, MealSerializer
from nutrition.api.suggestions import Suggestions
from nutrition.api.targets import ExpenditureView, Targets
from nutrition.api.views import FoodDetail, FoodList, MealList, NutrientList, UnderstandView
from nutrition.api.wishes import WishesView, current_wishes
from nutrition.choosing import item_drafts
from nutrition.models.diary import Drink, Meal
from nutrition.models.own_foods import OwnFood
from nutrition.models.saved import SavedMeal
from nutrition.models.wishes import EatingWishes


def _log_meal(**told: Any) -> Meal:
    return services.log_meal(**_with_drafts(told))


def _correct_meal(*, entry_id: UUID, **told: Any) -> Meal:
    return services.correct_meal(meal_id=entry_id, **_with_drafts(told))


def _teach_food(**told: Any) -> OwnFood:
    return services.teach_food(**_with_drafts(told))


def _correct_own_food(*, entry_id: UUID, **told: Any) -> OwnFood:
    return services.correct_own_food(own_food_id=entry_id, **_with_drafts(told))


def _save_meal(**told: Any) -> SavedMeal:
    return services.save_meal(**_with_drafts(told))


def _correct_saved_meal(*, entry_id: UUID, **told: Any) -> SavedMeal:
    return services.correct_saved_meal(saved_meal_id=entry_id, **_with_drafts(told))


def _with_drafts(told: dict[str, Any]) -> dict[str, Any]:
    """Return what a service takes, the foods chosen for items looked up."""
    if "items" not in told:
        return told
    return {**told, "items": item_drafts(chosen=told["items"], person=told["person"])}


def _correct_drink(*, entry_id: UUID, **told: Any) -> Drink:
    return services.correct_drink(drink_id=entry_id, **told)


MEALS = EntryKind(
    one="meal",
    many="meals",
    model=Meal,
    serializer=MealSerializer,
    visible=queries.visible_meals,
    log=_log_meal,
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

OWN_FOODS = EntryKind(
    one="own_food",
    many="own_foods",
    model=OwnFood,
    serializer=OwnFoodSerializer,
    visible=queries.visible_own_foods,
    log=_teach_food,
    correct=_correct_own_food,
    shown=queries.own_food_summaries,
)

SAVED_MEALS = EntryKind(
    one="saved_meal",
    many="saved_meals",
    model=SavedMeal,
    serializer=SavedMealSerializer,
    visible=queries.visible_saved_meals,
    log=_save_meal,
    correct=_correct_saved_meal,
    shown=queries.saved_meal_summaries,
)

followed[kind_of(EatingWishes)] = Followed(name="wishes", current=current_wishes)

urlpatterns: list[URLPattern] = [
    *entry_routes(MEALS, list_view=MealList),
    *entry_routes(DRINKS),
    *entry_routes(OWN_FOODS),
    *entry_routes(SAVED_MEALS),
    path("saved-meals/<uuid:entry_id>/log", SavedMealLogs.as_view()),
    path("meals/copy", MealCopies.as_view()),
    path("meals/<uuid:entry_id>/move", MealMoves.as_view()),
    path("nutrients/eaten", EatenNutrients.as_view()),
    path("targets", Targets.as_view()),
    path("expenditure", ExpenditureView.as_view()),
    path("wishes", WishesView.as_view()),
    path("suggestions", Suggestions.as_view()),
    path("photos", PhotoList.as_view()),
    path("photos/<uuid:photo_id>", PhotoDetail.as_view()),
    path("photos/<uuid:photo_id>/confirm", PhotoConfirmation.as_view()),
    path("meals/understand", UnderstandView.as_view()),
    path("foods", FoodList.as_view()),
    path("foods/<uuid:food_id>", FoodDetail.as_view()),
    path("packets", PacketList.as_view()),
    path("packets/<uuid:entry_id>", PacketDetail.as_view()),
    path("packets/<uuid:entry_id>/keep", PacketKeeping.as_view()),
    path("nutrients", NutrientList.as_view()),
]
