"""What a person ate before, to be logged again: meals of a day, and what is eaten most often."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

from meum.domain.nutrients import NutrientVector
from meum.people.models import Person
from nutrition.catalogue import bare_energy
from nutrition.catalogue.queries import BULK, BULK_OF_VERSION, food_vectors
from nutrition.domain.drafts import MealItemDraft
from nutrition.models.catalogue import Food, FoodVersion
from nutrition.models.diary import Meal, MealSlot
from nutrition.models.own_foods import OwnFood
from nutrition.queries.diary import ItemSummary, MealSummary, day_summaries, day_summary
from nutrition.queries.understanding import FoodChoice, UnderstoodItem

USUAL_DAYS = 30
"""Days before today in which what is eaten most often is looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierMeal:
    """What was eaten in one meal of a day, of all rows of that meal together."""

    slot: str
    items: tuple[ItemSummary, ...]

    @property
    def drafts(self) -> list[MealItemDraft]:
        """Return the items as they would be stored again."""
        return [item.draft for item in self.items]

    @property
    def food_ids(self) -> frozenset[UUID]:
        """Return which foods it holds."""
        return frozenset(item.food_id for item in self.items)


@dataclass(frozen=True, slots=True, kw_only=True)
class FrequentMeal:
    """A meal that was eaten on so many days, as it was the latest time."""

    meal: EarlierMeal
    days: int


def earlier_meals(*, person: Person, day: date, slot: str = "") -> list[EarlierMeal]:
    """Return what a person ate on a day, the meals in the order of the day; of a slot that one alone."""
    return [meal for meal in _by_slot(day_summary(person=person, day=day).meals) if slot in ("", meal.slot)]


def latest_day_with_meals(*, person: Person, until: date) -> date | None:
    """Return the latest day up to one on which a person logged a meal, or None."""
    rows = Meal.objects.filter(person=person, deleted_at=None, day__lte=until)
    return rows.order_by("-day").values_list("day", flat=True).first()


def frequent_meals(*, person: Person, slot: str, today: date, most: int = 3) -> list[FrequentMeal]:
    """Return the meals of a slot eaten on most of the last 30 days, those of the same foods counted as one."""
    days = day_summaries(person=person, since=today - timedelta(days=USUAL_DAYS), until=today)
    counted: dict[frozenset[UUID], FrequentMeal] = {}
    for summary in days:
        for meal in _by_slot(summary.meals):
            if meal.slot == slot:
                before = counted.pop(meal.food_ids, None)
                counted[meal.food_ids] = FrequentMeal(meal=meal, days=1 + (before.days if before else 0))
    # The latest stands last: of equally frequent ones it is offered first.
    latest_first = list(reversed(counted.values()))
    latest_first.sort(key=lambda frequent: -frequent.days)
    return latest_first[:most]


def _by_slot(meals: Iterable[MealSummary]) -> list[EarlierMeal]:
    found: dict[str, tuple[ItemSummary, ...]] = {}
    for meal in meals:
        found[meal.slot] = (*found.get(meal.slot, ()), *meal.items)
    order = list(MealSlot.values)
    return [EarlierMeal(slot=slot, items=found[slot]) for slot in sorted(found, key=order.index)]


def items_again(drafts: Sequence[MealItemDraft]) -> tuple[UnderstoodItem, ...]:
    """Return drafts as items of a new meal, in three queries at most: of each food the version that is in use now.

    A copy is a new log: it counts by what is known now, as if the same had been told again. A food of one's own that
    was forgotten counts as it was last.
    """
    wanted = {draft.food_version_id for draft in drafts}
    rows = FoodVersion.objects.filter(pk__in=wanted).select_related("food__current")
    foods = {version.pk: version.food for version in rows.defer(*BULK, *(f"food__current__{name}" for name in BULK))}
    in_use = _versions_in_use(foods.values())
    vectors = food_vectors({version.pk for version in in_use.values()})
    told = ((draft, foods[draft.food_version_id]) for draft in drafts)
    return tuple(_item_again(draft, food, in_use[food.pk], vectors) for draft, food in told)


def _versions_in_use(foods: Collection[Food]) -> dict[UUID, FoodVersion]:
    """Return the version that serves new entries by the id of the food; of own foods their rows tell it."""
    found = {food.pk: food.current for food in foods}
    taught = {food.pk for food in foods if food.owner_id}
    if taught:
        rows = OwnFood.objects.filter(pk__in=taught).select_related("food_version")
        found |= {own.pk: own.food_version for own in rows.defer(*BULK_OF_VERSION)}
    return found


def _item_again(
    draft: MealItemDraft, food: Food, version: FoodVersion, vectors: Mapping[UUID, NutrientVector]
) -> UnderstoodItem:
    draft = replace(draft, food_version_id=version.pk)
    return UnderstoodItem(
        food=FoodChoice(
            food_id=food.pk,
            food_version_id=version.pk,
            key=food.key,
            name_zh=version.name_zh,
            name_en=version.name_en,
        ),
        draft=draft,
        portion=bare_energy.portion_of(vectors[version.pk], draft.grams, draft.macros),
        alternatives=(),
        confidence=1.0,
    )
