"""Reads of the meals that a person saved under a name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import models
from django.db.models import Prefetch

from meum.domain.nutrients import NutrientTotals, totals_of
from meum.kernel.prepared import Prepared
from meum.people.models import Person
from nutrition.catalogue.nutrients import SIZE
from nutrition.catalogue.queries import BULK_OF_VERSION, food_vectors
from nutrition.models.saved import SavedMeal, SavedMealItem
from nutrition.queries.diary import ItemSummary, item_summaries

_KEYS = Prepared(
    lambda person: SavedMeal.objects.filter(person_id=person, deleted_at=None).values_list("key", flat=True)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedMealSummary:
    """A saved meal with what it counts to."""

    id: UUID
    revision: int
    at: datetime
    day: date
    utc_offset_minutes: int
    door: str
    evidence: str
    words: str
    name: str
    key: str
    slot: str
    items: tuple[ItemSummary, ...]
    totals: NutrientTotals


def visible_saved_meals(*, owner: Person) -> models.QuerySet[SavedMeal]:
    """Return a person's saved meals with their items and food names, in three queries however many there are."""
    rows = SavedMealItem.objects.select_related("food_version").defer(*BULK_OF_VERSION).order_by("position")
    return SavedMeal.objects.filter(person=owner, deleted_at=None).prefetch_related(Prefetch("items", queryset=rows))


def saved_meal_summaries(meals: Iterable[SavedMeal]) -> list[SavedMealSummary]:
    """Return saved meals, fetched by `visible_saved_meals`, with what each counts to."""
    meals = list(meals)
    # All at once, so that a cold cache costs one query however many meals there are.
    food_vectors({row.food_version_id for meal in meals for row in meal.items.all()})
    return [_summary(meal) for meal in meals]


def saved_meals(*, person: Person) -> list[SavedMealSummary]:
    """Return what a person saved, the one saved first at the beginning."""
    return saved_meal_summaries(visible_saved_meals(owner=person).order_by("at", "id"))


def saved_keys(*, person: Person) -> frozenset[str]:
    """Return the plain names of what a person saved; one small query."""
    return frozenset(_KEYS.rows(person=person.pk))


def saved_meal_named(*, person: Person, key: str, slot: str = "") -> SavedMealSummary | None:
    """Return the saved meal of a plain name: the one for the slot, else one for any, else the latest of that name."""
    named = [meal for meal in saved_meals(person=person) if meal.key == key]
    for wanted in (slot, ""):
        for meal in named:
            if meal.slot == wanted:
                return meal
    return named[-1] if named else None


def _summary(meal: SavedMeal) -> SavedMealSummary:
    items = item_summaries(list(meal.items.all()))
    return SavedMealSummary(
        id=meal.pk,
        revision=meal.revision,
        at=meal.at,
        day=meal.day,
        utc_offset_minutes=meal.utc_offset_minutes,
        door=meal.door,
        evidence=meal.evidence,
        words=meal.words,
        name=meal.name,
        key=meal.key,
        slot=meal.slot,
        items=items,
        totals=totals_of([item.portion for item in items], size=SIZE),
    )
