"""Reads of how meals looked, for photos to be compared with: a person's own ones, and dishes that were shown to all."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from uuid import UUID

from meum.people.models import Person
from nutrition.domain.memories import Example
from nutrition.models.catalogue import TOLD_SOURCE
from nutrition.models.diary import MealItem
from nutrition.models.photos import DishExample, MealPhoto, PhotoCandidate, PhotoMemory, PhotoState

MOST = 2000
"""Photos of one person that are compared with; a new one takes a hundredth of a second then."""


def own_examples(*, person: Person, embedder: str) -> list[Example]:
    """Return what a person's confirmed photos showed, the latest first, with each meal as it stands now.

    Of several photos of one meal each has the foods that were chosen for it. Four queries at most.
    """
    rows = PhotoMemory.objects.filter(photo__person=person, photo__state=PhotoState.CONFIRMED, embedder=embedder)
    rows = rows.filter(photo__meal__deleted_at=None).exclude(photo__meal=None).order_by("-photo")
    found = list(rows.values_list("photo", "photo__meal", "vector")[:MOST])
    foods = _foods_of({photo_id: meal_id for photo_id, meal_id, _ in found})
    return [Example(foods=foods[photo_id], vector=bytes(vector)) for photo_id, _, vector in found if foods[photo_id]]


def shown_examples(*, embedder: str) -> list[Example]:
    """Return the dishes that were shown to all, the latest first."""
    rows = DishExample.objects.filter(embedder=embedder).order_by("-pk").values_list("food__key", "vector")
    return [Example(foods=(key,), vector=bytes(vector)) for key, vector in rows]


def _foods_of(meals: Mapping[UUID, UUID]) -> dict[UUID, tuple[str, ...]]:
    """Return the keys of the foods of each photo, by the photo's meal."""
    items = _items_of(meals.values())
    photos = Counter(MealPhoto.objects.filter(meal__in=set(meals.values())).values_list("meal", flat=True))
    shared = [photo_id for photo_id, meal_id in meals.items() if photos[meal_id] > 1]
    chosen = set(
        PhotoCandidate.objects.filter(photo__in=shared, is_chosen=True).values_list("photo", "food_version__food__key")
    )
    return {
        photo_id: tuple(key for key in items[meal_id] if photos[meal_id] == 1 or (photo_id, key) in chosen)
        for photo_id, meal_id in meals.items()
    }


def _items_of(meal_ids: Iterable[UUID]) -> Mapping[UUID, Collection[str]]:
    """Return the keys of the foods of each meal, without what stands for bare energy."""
    rows = MealItem.objects.filter(meal__in=set(meal_ids)).exclude(food_version__food__source=TOLD_SOURCE)
    found: defaultdict[UUID, dict[str, None]] = defaultdict(dict)
    for meal_id, key in rows.order_by("position").values_list("meal", "food_version__food__key"):
        found[meal_id][key] = None
    return found
