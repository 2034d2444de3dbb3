"""Every write of the diary: meals and drinks."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from meum.domain.intervals import Interval
from meum.journal.models import Door, Evidence, new_id
from meum.journal.services import Recording, recording
from meum.kernel.errors import Invalid, NotFound
from meum.people.models import Person
from nutrition.catalogue import bare_energy
from nutrition.catalogue.queries import check_may_log, is_drink
from nutrition.domain.drafts import MealItemDraft
from nutrition.domain.slots import slot_of
from nutrition.models.diary import MOST_GRAMS, MOST_ML, Drink, FoodAmount, Meal, MealItem, MealSlot, WeighedFood

W = TypeVar("W", bound=WeighedFood)

MOST_ITEMS = 60


def log_meal(
    *,
    person: Person,
    author: Person,
    door: Door,
    at: datetime,
    items: Sequence[MealItemDraft],
    slot: str = "",
    words: str = "",
    evidence: Evidence = Evidence.FORM,
    source_id: UUID | None = None,
    entry_id: UUID | None = None,
) -> Meal:
    """Store one meal; return it. Without a slot the person's local time decides which meal it was.

    `source_id` is the photo that it was made from. Raises ConsentMissing without consent to health records, Invalid
    for no items or impossible grams, NotFound for an unknown food version, Conflict when `entry_id` holds another meal.
    """
    rows = item_rows(MealItem, items, person=person)
    meal = Meal(
        id=entry_id or new_id(),
        at=at,
        slot=known_slot(slot) if slot else slot_of(person.clock.local(at).time()),
        words=words,
        evidence=evidence,
        source_id=source_id,
    )
    with recording(person=person, author=author, door=door) as changes:
        return changes.create(meal, items=rows)


def correct_meal(
    *,
    person: Person,
    author: Person,
    door: Door,
    meal_id: UUID,
    revision: int | None = None,
    at: datetime | None = None,
    slot: str | None = None,
    items: Sequence[MealItemDraft] | None = None,
) -> Meal:
    """Change what is given of a meal; `items` replaces all of them. Return the meal.

    Raises as `log_meal` does, NotFound for an unknown meal, Stale when `revision` is not the latest.
    """
    rows = None if items is None else item_rows(MealItem, items, person=person)
    with recording(person=person, author=author, door=door) as changes:
        meal = changes.fetch(Meal, meal_id, revision=revision)
        meal.at = at or meal.at
        meal.slot = meal.slot if slot is None else known_slot(slot)
        return changes.update(meal, items=rows)


def correct_item(
    *,
    person: Person,
    author: Person,
    door: Door,
    meal_id: UUID,
    number: int,
    grams: Interval,
    revision: int | None = None,
) -> Meal:
    """Change the grams, of bare energy the kcal, of the item with a number (1 is the first) of a meal; return the meal.

    Raises NotFound when the meal or the item is not there, Invalid for impossible grams or less energy than its
    macronutrients hold, Stale when `revision` is not the latest.
    """
    _check_grams(grams)
    with recording(person=person, author=author, door=door) as changes:
        meal, rows = _fetch_with_items(changes, meal_id, number, revision)
        row = rows[number - 1]
        row.grams_low, row.grams_mid, row.grams_high = grams.low, grams.mid, grams.high
        row.quantity, row.measure = None, ""
        if row.food_version_id == bare_energy.VERSION_ID:
            told = bare_energy.energy_draft(kcal=grams, macros=row.macros)
            row.quantity, row.measure = told.quantity, told.measure
        row.is_amount_assumed = False
        return changes.update(meal, items=rows)


def remove_item(
    *, person: Person, author: Person, door: Door, meal_id: UUID, number: int, revision: int | None = None
) -> Meal:
    """Take the item with a number (1 is the first) out of a meal; without its last item the meal is deleted.

    Raises NotFound when the meal or the item is not there, Stale when `revision` is not the latest.
    """
    with recording(person=person, author=author, door=door) as changes:
        meal, rows = _fetch_with_items(changes, meal_id, number, revision)
        rows.pop(number - 1)
        return changes.update(meal, items=rows) if rows else changes.delete(meal)


def add_items(*, person: Person, author: Person, door: Door, meal_id: UUID, items: Sequence[MealItemDraft]) -> Meal:
    """Put more items to the end of a meal; return the meal.

    Raises NotFound for an unknown meal or food version, Invalid for impossible grams or too many items.
    """
    more = item_rows(MealItem, items, person=person)
    with recording(person=person, author=author, door=door) as changes:
        meal = changes.fetch(Meal, meal_id)
        rows = [*meal.items.order_by("position"), *more]
        if len(rows) > MOST_ITEMS:
            raise Invalid("too_many_items", "a meal holds at most 60 items", field="items", most=MOST_ITEMS)
        return changes.update(meal, items=rows)


def log_drink(
    *,
    person: Person,
    author: Person,
    door: Door,
    at: datetime,
    food_version_id: UUID,
    volume_ml: Interval,
    words: str = "",
    evidence: Evidence = Evidence.FORM,
    entry_id: UUID | None = None,
) -> Drink:
    """Store one drink counted by its volume; return it. Raises as `log_meal` does, Invalid for what is not drunk."""
    _check_drunk(food_version_id, person)
    drink = Drink(id=entry_id or new_id(), at=at, food_version_id=food_version_id, words=words, evidence=evidence)
    _set_volume(drink, volume_ml)
    with recording(person=person, author=author, door=door) as changes:
        return changes.create(drink)


def correct_drink(
    *,
    person: Person,
    author: Person,
    door: Door,
    drink_id: UUID,
    revision: int | None = None,
    at: datetime | None = None,
    food_version_id: UUID | None = None,
    volume_ml: Interval | None = None,
) -> Drink:
    """Change what is given of a drink; return it. Raises as `correct_meal` does."""
    if food_version_id is not None:
        _check_drunk(food_version_id, person)
    with recording(person=person, author=author, door=door) as changes:
        drink = changes.fetch(Drink, drink_id, revision=revision)
        drink.at = at or drink.at
        drink.food_version_id = food_version_id or drink.food_version_id
        _set_volume(drink, volume_ml or drink.volume)
        return changes.update(drink)


def item_rows(model: type[W], items: Sequence[MealItemDraft], *, person: Person) -> list[W]:
    """Return drafts as rows of a person's meal or dish, not yet stored.

    Raises Invalid for none, too many or impossible grams, NotFound for a version that the person may not log.
    """
    if not items:
        raise Invalid("no_items", "a meal needs at least one item", field="items")
    if len(items) > MOST_ITEMS:
        raise Invalid("too_many_items", "a meal holds at most 60 items", field="items", most=MOST_ITEMS)
    for item in items:
        _check_grams(item.grams)
    # Before anything is locked.
    check_may_log(version_ids={item.food_version_id for item in items}, person=person)
    return [_item_row(model, item) for item in items]


def _item_row(model: type[W], item: MealItemDraft) -> W:
    row = model(
        food_version_id=item.food_version_id,
        grams_low=item.grams.low,
        grams_mid=item.grams.mid,
        grams_high=item.grams.high,
        quantity=item.quantity,
        measure=item.measure,
        is_amount_assumed=item.is_amount_assumed,
        words=item.words,
    )
    if isinstance(row, FoodAmount):
        row.protein_g, row.carbohydrate_g = item.macros.protein_g, item.macros.carbohydrate_g
        row.fat_g = item.macros.fat_g
    return row


def _check_grams(grams: Interval) -> None:
    if not (grams.low >= 0 and 0 < grams.mid <= MOST_GRAMS and grams.high <= MOST_GRAMS * 2):
        raise Invalid(
            "impossible_grams", "an item weighs more than 0 and at most 5000 g", field="grams", most=MOST_GRAMS
        )


def _check_drunk(food_version_id: UUID, person: Person) -> None:
    check_may_log(version_ids=[food_version_id], person=person)
    if not is_drink(food_version_id):
        raise Invalid("not_a_drink", "this food is not a drink", field="food_version_id")


def _set_volume(drink: Drink, volume_ml: Interval) -> None:
    if not (volume_ml.low >= 0 and 0 < volume_ml.mid <= MOST_ML and volume_ml.high <= MOST_ML * 2):
        raise Invalid(
            "impossible_volume", "a drink has more than 0 and at most 5000 ml", field="volume_ml", most=MOST_ML
        )
    drink.ml_low, drink.ml_mid, drink.ml_high = volume_ml.low, volume_ml.mid, volume_ml.high


def known_slot(slot: str) -> str:
    """Return the name of a meal of the day; raise Invalid for any other word."""
    if slot not in MealSlot.values:
        raise Invalid("unknown_slot", "a slot is breakfast, lunch, dinner or snack", field="slot")
    return slot


def _fetch_with_items(
    changes: Recording, meal_id: UUID, number: int, revision: int | None
) -> tuple[Meal, list[MealItem]]:
    meal = changes.fetch(Meal, meal_id, revision=revision)
    rows = list(meal.items.order_by("position"))
    if not 1 <= number <= len(rows):
        raise NotFound("no_such_item", "the meal has no item of this number", most=len(rows))
    return meal, rows
