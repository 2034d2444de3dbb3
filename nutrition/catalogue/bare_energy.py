"""What was told in kilocalories alone: an amount of a food of which 1 g holds 1 kcal and nothing else is known.

Its grams are a way to count and are never shown to people; see docs/decisions.
"""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from meum.domain.intervals import Interval
from meum.domain.nutrients import NutrientVector, Portion
from meum.kernel.errors import Invalid
from nutrition.catalogue.nutrients import position_of, vector_of
from nutrition.domain.drafts import Macros, MealItemDraft
from nutrition.domain.foods import FoodGroup, Grade
from nutrition.models.catalogue import TOLD_SOURCE, CatalogueSource, Food, FoodVersion

FOOD_ID = UUID("6d65756d-0000-4000-8000-6b63616c0001")
VERSION_ID = UUID("6d65756d-0000-4000-8000-6b63616c0002")
MEASURE = "kcal"
MOST_KCAL = 5000
_SLACK = 1.1
"""Macronutrients may hold so many times the energy told: both are rounded by whoever tells them."""
_SLACK_KCAL = 10


def energy_draft(*, kcal: Interval, macros: Macros | None = None, words: str = "") -> MealItemDraft:
    """Return bare energy as an item of a meal, its food made where this is the first.

    Raises Invalid `impossible_energy` for nothing or more than 5000 kcal, `macros_beyond_energy` where the
    macronutrients told hold more energy than was told.
    """
    macros = macros or Macros()
    if not (kcal.low >= 0 and 0 < kcal.mid <= MOST_KCAL and kcal.high <= MOST_KCAL * 2):
        raise Invalid(
            "impossible_energy", "more than 0 and at most 5000 kcal at a time", field="energy_kcal", most=MOST_KCAL
        )
    if macros.least_kcal > kcal.high * _SLACK + _SLACK_KCAL:
        raise Invalid("macros_beyond_energy", "the macronutrients hold more energy than was told", field="energy_kcal")
    _make_food()
    return MealItemDraft(
        food_version_id=VERSION_ID, grams=kcal, quantity=kcal.mid, measure=MEASURE, words=words, macros=macros
    )


def portion_of(vector: NutrientVector, grams: Interval, macros: Macros) -> Portion:
    """Return an amount of a food with what was told of its macronutrients in place of what the food knows."""
    if not macros.told:
        return Portion(vector, grams)
    amounts = vector.amounts.copy()
    for tagname, told in macros.told.items():
        amounts[position_of(tagname)] = told / grams.mid * 100
    return Portion(NutrientVector(amounts, vector.trace), grams)


def _make_food() -> None:
    """Make the food once; of two processes that do so at once one finds the rows of the other."""
    if FoodVersion.objects.filter(pk=VERSION_ID).exists():
        return
    source = CatalogueSource(
        name=TOLD_SOURCE, title="Energy told by people", edition="1", licence="none needed: a definition", foods=1
    )
    food = Food(
        pk=FOOD_ID,
        key="told:energy",
        source=source,
        group=FoodGroup.DISH,
        prior=0,
        is_listed=False,
        current_id=VERSION_ID,
    )
    version = FoodVersion(
        pk=VERSION_ID,
        food=food,
        number=1,
        name_zh="能量",
        name_en="Energy",
        grade=Grade.C.value,
        grade_reasons="hardly_known",
        nutrients=vector_of({"ENERC_KCAL": 100.0}).to_bytes(),
        edition="1",
        provenance="1 g stands for 1 kcal that a person told; nothing else is known of it",
    )
    with transaction.atomic():
        CatalogueSource.objects.bulk_create([source], ignore_conflicts=True)
        Food.objects.bulk_create([food], ignore_conflicts=True)
        FoodVersion.objects.bulk_create([version], ignore_conflicts=True)
