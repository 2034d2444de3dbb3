"""Reads of the diary that more than one door needs, and the catalogue's reads that other apps may call."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import models
from django.db.models import Prefetch

from meum.domain.intervals import Interval
from meum.domain.languages import Lang, name_in
from meum.domain.nutrients import NutrientTotals, Portion, totals_of
from meum.journal.queries import in_order
from meum.kernel.prepared import Prepared
from meum.people.models import Person
from nutrition.catalogue import bare_energy
from nutrition.catalogue.nutrients import SIZE
from nutrition.catalogue.queries import BULK_OF_VERSION, food_vectors
from nutrition.domain.drafts import NO_MACROS, Macros, MealItemDraft
from nutrition.models.catalogue import FoodVersion
from nutrition.models.diary import Drink, FoodAmount, Meal, MealItem, WeighedFood


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemSummary:
    """One item of a meal as it is shown; `portion` holds its vector per 100 g and its grams.

    `is_own` marks a food that the person taught, which is on no page of the catalogue.
    """

    id: UUID
    food_id: UUID
    food_version_id: UUID
    name_zh: str
    name_en: str
    quantity: float | None
    measure: str
    is_amount_assumed: bool
    words: str
    portion: Portion
    macros: Macros = NO_MACROS
    is_own: bool = False

    @property
    def draft(self) -> MealItemDraft:
        """Return the item as it would be stored again."""
        return MealItemDraft(
            food_version_id=self.food_version_id,
            grams=self.grams,
            quantity=self.quantity,
            measure=self.measure,
            is_amount_assumed=self.is_amount_assumed,
            words=self.words,
            macros=self.macros,
        )

    @property
    def is_bare_energy(self) -> bool:
        """Tell whether only its energy was told, so that its grams mean nothing."""
        return self.food_id == bare_energy.FOOD_ID

    @property
    def energy_kcal(self) -> Interval | None:
        """Return the energy told, None of anything but bare energy."""
        return self.grams if self.is_bare_energy else None

    @property
    def grams(self) -> Interval:
        """Return the edible grams."""
        return self.portion.grams

    def name(self, lang: Lang) -> str:
        """Return the food's name in a language, in the other one where there is none."""
        return name_in(lang, zh=self.name_zh, en=self.name_en)

    def totals(self) -> NutrientTotals:
        """Return what the item counts to."""
        return totals_of([self.portion], size=SIZE)


@dataclass(frozen=True, slots=True, kw_only=True)
class MealSummary:
    """One meal with what it counts to."""

    id: UUID
    revision: int
    at: datetime
    day: date
    utc_offset_minutes: int
    door: str
    evidence: str
    slot: str
    words: str
    items: tuple[ItemSummary, ...]
    totals: NutrientTotals


@dataclass(frozen=True, slots=True, kw_only=True)
class DaySummary:
    """What a person ate and drank on one day, and what it counts to."""

    day: date
    meals: tuple[MealSummary, ...]
    drinks: tuple[Drink, ...]
    totals: NutrientTotals

    @property
    def portions(self) -> list[Portion]:
        """Return every amount that was eaten or drunk."""
        return _portions(self.meals, self.drinks)

    @property
    def water_ml(self) -> Interval:
        """Return what was drunk by volume."""
        return sum((drink.volume for drink in self.drinks), Interval.exact(0))

    @property
    def revisions(self) -> list[tuple[UUID, int]]:
        """Return which revision of which entry this was made from; equal lists mean equal summaries."""
        entries: list[MealSummary | Drink] = [*self.meals, *self.drinks]
        return [(entry.id, entry.revision) for entry in entries]


def visible_meals(*, owner: Person) -> models.QuerySet[Meal]:
    """Return a person's meals with their items and food names, in three queries however many there are."""
    return Meal.objects.filter(person=owner, deleted_at=None).prefetch_related(_items_with_names())


def visible_drinks(*, owner: Person) -> models.QuerySet[Drink]:
    """Return a person's drinks with their food's name."""
    return Drink.objects.filter(person=owner, deleted_at=None).select_related("food_version").defer(*BULK_OF_VERSION)


def _items_with_names() -> Prefetch[str, models.QuerySet[MealItem], str]:
    rows = MealItem.objects.select_related("food_version").defer(*BULK_OF_VERSION).order_by("position")
    return Prefetch("items", queryset=rows)


_MEALS = Prepared(
    lambda person, since, until: Meal.objects.filter(person_id=person, deleted_at=None, day__gte=since, day__lte=until)
)
_ITEMS = Prepared(
    lambda person, since, until: (
        MealItem.objects.filter(
            meal__person_id=person, meal__deleted_at=None, meal__day__gte=since, meal__day__lte=until
        )
        .select_related("food_version")
        .defer(*BULK_OF_VERSION)
    )
)
_DRINKS = Prepared(
    lambda person, since, until: (
        Drink.objects.filter(person_id=person, deleted_at=None, day__gte=since, day__lte=until)
        .select_related("food_version")
        .defer(*BULK_OF_VERSION)
    )
)


def meal_summaries(meals: Iterable[Meal]) -> list[MealSummary]:
    """Return meals, fetched by `visible_meals`, with what each counts to."""
    meals = list(meals)
    # All at once, so that a cold cache costs one query however many meals there are.
    food_vectors({row.food_version_id for meal in meals for row in meal.items.all()})
    return [_meal_summary(meal, list(meal.items.all())) for meal in meals]


def _summaries_with_items(meals: Sequence[Meal], found: Iterable[MealItem]) -> list[MealSummary]:
    """Return meals with their items, sorted plainly: a day is asked for too often for a prefetch."""
    rows: defaultdict[UUID, list[MealItem]] = defaultdict(list)
    for row in found:
        rows[row.meal_id].append(row)
    food_vectors({row.food_version_id for of_meal in rows.values() for row in of_meal})
    return [_meal_summary(meal, sorted(rows[meal.pk], key=lambda row: row.position)) for meal in meals]


def meal_summary(*, owner: Person, meal_id: UUID) -> MealSummary | None:
    """Return one meal of a person with what it counts to, or None."""
    return next(iter(meal_summaries(visible_meals(owner=owner).filter(pk=meal_id))), None)


def day_summary(*, person: Person, day: date) -> DaySummary:
    """Return what a person ate and drank on one of their days, with intervals and coverage."""
    return day_summaries(person=person, since=day, until=day)[0]


def day_summaries(*, person: Person, since: date, until: date) -> list[DaySummary]:
    """Return a summary for each day from `since` to `until`, both included, in a constant number of queries."""
    meals = in_order(_MEALS.rows(person=person.pk, since=since, until=until))
    eaten = _summaries_with_items(meals, _ITEMS.rows(person=person.pk, since=since, until=until) if meals else ())
    drinks = in_order(_DRINKS.rows(person=person.pk, since=since, until=until))
    food_vectors({drink.food_version_id for drink in drinks})
    days = [date.fromordinal(number) for number in range(since.toordinal(), until.toordinal() + 1)]
    return [
        _day(day, [meal for meal in eaten if meal.day == day], [drink for drink in drinks if drink.day == day])
        for day in days
    ]


def _day(day: date, meals: Sequence[MealSummary], drinks: Sequence[Drink]) -> DaySummary:
    return DaySummary(
        day=day,
        meals=tuple(meals),
        drinks=tuple(drinks),
        totals=totals_of(_portions(meals, drinks), size=SIZE),
    )


def _portions(meals: Sequence[MealSummary], drinks: Sequence[Drink]) -> list[Portion]:
    return [item.portion for meal in meals for item in meal.items] + _drunk(drinks)


def _drunk(drinks: Sequence[Drink]) -> list[Portion]:
    """Return drinks as portions; what is counted by volume alone is as dense as water, within the estimate."""
    vectors = food_vectors({drink.food_version_id for drink in drinks})
    return [Portion(vectors[drink.food_version_id], drink.volume) for drink in drinks]


def _meal_summary(meal: Meal, rows: Sequence[MealItem]) -> MealSummary:
    items = item_summaries(rows)
    return MealSummary(
        id=meal.pk,
        revision=meal.revision,
        at=meal.at,
        day=meal.day,
        utc_offset_minutes=meal.utc_offset_minutes,
        door=meal.door,
        evidence=meal.evidence,
        slot=meal.slot,
        words=meal.words,
        items=items,
        totals=totals_of([item.portion for item in items], size=SIZE),
    )


def item_summaries(rows: Sequence[FoodAmount]) -> tuple[ItemSummary, ...]:
    """Return foods with amounts, of a meal or saved, as they are shown; one query for vectors that are not kept."""
    vectors = food_vectors({row.food_version_id for row in rows})
    return tuple(
        item_summary(row, bare_energy.portion_of(vectors[row.food_version_id], row.grams, row.macros), row.macros)
        for row in rows
    )


def item_summary(row: WeighedFood, portion: Portion, macros: Macros = NO_MACROS) -> ItemSummary:
    """Return a row of a meal or of a dish as it is shown."""
    version: FoodVersion = row.food_version
    return ItemSummary(
        id=row.pk,
        food_id=version.food_id,
        food_version_id=version.pk,
        name_zh=version.name_zh,
        name_en=version.name_en,
        quantity=row.quantity,
        measure=row.measure,
        is_amount_assumed=row.is_amount_assumed,
        words=row.words,
        portion=portion,
        macros=macros,
        is_own=version.origin == FoodVersion.Origin.TAUGHT,
    )


def food_versions(*, version_ids: Collection[UUID]) -> list[FoodVersion]:
    """Return food versions with their nutrients, those of them that exist, in the order of names; in one query."""
    versions = FoodVersion.objects.filter(pk__in=version_ids) if version_ids else []
    return sorted(versions, key=lambda version: (version.name_en, version.name_zh, version.pk))
