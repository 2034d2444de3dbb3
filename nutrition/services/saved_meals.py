"""Every write of saved meals: keep one under a name, change it, log it again; to forget one is to remove the entry."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from meum.journal.models import Door, Evidence, new_id
from meum.journal.services import recording
from meum.kernel.errors import Invalid, NotFound
from meum.language.scripts import clean
from meum.people.models import Person
from nutrition.domain.drafts import MealItemDraft
from nutrition.models.diary import Meal
from nutrition.models.saved import MOST_NAME_LETTERS, SavedMeal, SavedMealItem
from nutrition.queries.repeating import items_again
from nutrition.queries.saved import saved_meal_summaries, visible_saved_meals
from nutrition.services.diary import item_rows, known_slot, log_meal

MOST_SAVED = 100


def save_meal(
    *,
    person: Person,
    author: Person,
    door: Door,
    name: str,
    items: Sequence[MealItemDraft],
    at: datetime,
    slot: str = "",
    words: str = "",
    evidence: Evidence = Evidence.FORM,
    entry_id: UUID | None = None,
) -> SavedMeal:
    """Keep a list of foods under a name, in place of what the name meant before for that slot; return it.

    An `entry_id` is that of a new one: the same told again under it changes nothing. Raises ConsentMissing without
    consent to health records, Invalid for a name that cannot be used, no items or too many saved meals, NotFound for
    an unknown food version, Conflict when `entry_id` holds another meal.
    """
    rows = item_rows(SavedMealItem, items, person=person)
    key = _key(name)
    slot = known_slot(slot) if slot else ""
    with recording(person=person, author=author, door=door) as changes:
        own = SavedMeal.objects.filter(person=person, deleted_at=None)
        before = own.filter(key=key, slot=slot).first()
        if before is not None and entry_id is None:
            saved = changes.fetch(SavedMeal, before.pk)
            saved.name, saved.words = name.strip(), words
            return changes.update(saved, items=rows)
        if before is not None and before.pk != entry_id:
            raise Invalid("name_in_use", "another saved meal has this name", field="name")
        saved = SavedMeal(
            id=entry_id or new_id(), at=at, name=name.strip(), key=key, slot=slot, words=words, evidence=evidence
        )
        if own.exclude(pk=saved.pk).count() >= MOST_SAVED:
            raise Invalid("too_many_saved_meals", "there are 100 saved meals already", field="name", most=MOST_SAVED)
        return changes.create(saved, items=rows)


def correct_saved_meal(
    *,
    person: Person,
    author: Person,
    door: Door,
    saved_meal_id: UUID,
    revision: int | None = None,
    at: datetime | None = None,
    name: str | None = None,
    slot: str | None = None,
    items: Sequence[MealItemDraft] | None = None,
) -> SavedMeal:
    """Change what is given of a saved meal; `items` replaces all of them. Return it.

    Raises as `save_meal` does, NotFound for an unknown saved meal, Stale when `revision` is not the latest.
    """
    rows = None if items is None else item_rows(SavedMealItem, items, person=person)
    with recording(person=person, author=author, door=door) as changes:
        saved = changes.fetch(SavedMeal, saved_meal_id, revision=revision)
        saved.at = at or saved.at
        if name is not None:
            saved.name, saved.key = name.strip(), _key(name)
        if slot is not None:
            saved.slot = known_slot(slot) if slot else ""
        others = SavedMeal.objects.filter(person=person, deleted_at=None, key=saved.key, slot=saved.slot)
        if others.exclude(pk=saved.pk).exists():
            raise Invalid("name_in_use", "another saved meal has this name", field="name")
        return changes.update(saved, items=rows)


def log_saved_meal(
    *,
    person: Person,
    author: Person,
    door: Door,
    saved_meal_id: UUID,
    at: datetime,
    slot: str = "",
    times: float = 1.0,
    entry_id: UUID | None = None,
) -> Meal:
    """Log a saved meal, so many times as much of it; return the meal. Foods are taken as they are known now.

    Raises NotFound for an unknown saved meal, Invalid for an impossible amount, and as `log_meal` does.
    """
    if times <= 0:
        raise Invalid("invalid_value", "a saved meal is logged more than 0 times", field="times")
    found = visible_saved_meals(owner=person).filter(pk=saved_meal_id)
    for saved in saved_meal_summaries(found):
        return log_meal(
            person=person,
            author=author,
            door=door,
            at=at,
            slot=slot or saved.slot,
            items=[item.draft for item in items_again([item.draft.scaled(times) for item in saved.items])],
            words=saved.name,
            entry_id=entry_id,
        )
    raise NotFound("not_found", "no such entry of this person")


def _key(name: str) -> str:
    """Return a name in its plain form; raise Invalid for one without letters or too long."""
    key = " ".join(clean(name).text.split())
    if not any(char.isalnum() for char in key):
        raise Invalid("saved_meal_without_name", "a saved meal needs a name", field="name")
    if len(key) > MOST_NAME_LETTERS or len(name.strip()) > MOST_NAME_LETTERS:
        raise Invalid("name_too_long", "a name has at most 40 letters", field="name", most=MOST_NAME_LETTERS)
    return key
