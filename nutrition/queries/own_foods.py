"""Reads of foods that people taught for themselves."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import models
from django.db.models import Prefetch

from meum.domain.intervals import Interval
from meum.domain.nutrients import NutrientTotals, NutrientVector, Portion, totals_of
from meum.kernel.prepared import Prepared
from meum.language.lexicon import key_of
from meum.people.models import Person
from nutrition.catalogue.nutrients import SIZE
from nutrition.catalogue.queries import BULK_OF_VERSION, NamedVersion, food_vectors
from nutrition.models.catalogue import Food
from nutrition.models.own_foods import OwnFood, OwnFoodItem
from nutrition.queries.diary import ItemSummary, item_summary

HUNDRED_GRAMS = Interval.exact(100)
_IN_USE = Prepared(lambda person: _of(person).order_by("pk"))


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnFoodSummary:
    """One own food with its parts; `totals` are of a portion, of 100 g where none was told."""

    id: UUID
    revision: int
    at: datetime
    day: date
    utc_offset_minutes: int
    door: str
    evidence: str
    words: str
    name: str
    food_version_id: UUID
    portion_unit: str
    portion_grams: Interval | None
    cooked_grams: float | None
    portions: float
    gtin: str
    items: tuple[ItemSummary, ...]
    totals: NutrientTotals


def visible_own_foods(*, owner: Person) -> models.QuerySet[OwnFood]:
    """Return a person's own foods that stand, with their versions and parts."""
    parts = OwnFoodItem.objects.select_related("food_version").defer(*BULK_OF_VERSION).order_by("position")
    return _standing(owner).prefetch_related(Prefetch("items", queryset=parts))


def own_foods_in_use(*, person: Person) -> list[OwnFood]:
    """Return a person's own foods that stand, with the names of their versions, in one query; the oldest first."""
    return _IN_USE.rows(person=person.pk)


def own_food_named(*, person: Person, name: str) -> OwnFood | None:
    """Return a person's own food of a name, told with or without 我的 and "my", or None."""
    key = key_of(name)
    short = key.removeprefix("我的").removeprefix("my ")
    found = {food.key: food for food in _standing(person).filter(key__in={key, short, f"我的{short}", f"my {short}"})}
    return found.get(key) or next(iter(found.values()), None)


def own_food_summaries(foods: Sequence[OwnFood]) -> list[OwnFoodSummary]:
    """Return own foods, fetched by `visible_own_foods`, with what they count to."""
    parts = {food.pk: list(food.items.all()) for food in foods}
    ids = {food.food_version_id for food in foods} | {row.food_version_id for rows in parts.values() for row in rows}
    vectors = food_vectors(ids)
    return [_summary(food, parts[food.pk], vectors) for food in foods]


def _summary(food: OwnFood, rows: Sequence[OwnFoodItem], vectors: Mapping[UUID, NutrientVector]) -> OwnFoodSummary:
    eaten = Portion(vectors[food.food_version_id], food.portion_grams or HUNDRED_GRAMS)
    return OwnFoodSummary(
        id=food.pk,
        revision=food.revision,
        at=food.at,
        day=food.day,
        utc_offset_minutes=food.utc_offset_minutes,
        door=food.door,
        evidence=food.evidence,
        words=food.words,
        name=food.name,
        food_version_id=food.food_version_id,
        portion_unit=food.portion_unit,
        portion_grams=food.portion_grams,
        cooked_grams=food.cooked_grams,
        portions=food.portions,
        gtin=food.gtin,
        items=tuple(item_summary(row, Portion(vectors[row.food_version_id], row.grams)) for row in rows),
        totals=totals_of([eaten], size=SIZE),
    )


def own_food_summary(*, owner: Person, own_food_id: UUID) -> OwnFoodSummary | None:
    """Return one own food of a person with what it counts to, or None."""
    return next(iter(own_food_summaries(list(visible_own_foods(owner=owner).filter(pk=own_food_id)))), None)


def own_food_as_food(*, person: Person, food_id: UUID) -> Food | None:
    """Return a person's own food in the form of a food of the catalogue: its version in use, its portion; or None."""
    own = (
        OwnFood.objects.filter(person=person, deleted_at=None, pk=food_id).select_related("food_version__food").first()
    )
    if own is None:
        return None
    food = own.food_version.food
    food.current = own.food_version
    # The portion is a part of the own food's row; the relation is filled as a prefetch would.
    food._prefetched_objects_cache = {"portions": own.household_portions}  # type: ignore[attr-defined]  # as Django names it
    return food


def own_versions_named(*, person: Person, keys: Collection[str]) -> dict[str, NamedVersion]:
    """Return the version in use of each own food of a person by the key of the food; others are left out."""
    own = OwnFood.objects.filter(person=person, deleted_at=None, food_version__food__key__in=keys)
    names = ("food_version__name_zh", "food_version__name_en")
    rows = own.values_list("food_version__food__key", "food_version", "food_version__food", *names)
    return {key: NamedVersion(*told) for key, *told in rows}


def _standing(owner: Person) -> models.QuerySet[OwnFood]:
    return _of(owner.pk)


def _of(owner_id: UUID) -> models.QuerySet[OwnFood]:
    rows = OwnFood.objects.filter(person_id=owner_id, deleted_at=None)
    return rows.select_related("food_version").defer(*BULK_OF_VERSION)
