"""Make a meal of a photo: of dishes that it may show, of foods that were chosen instead, or of a sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from meum.domain.intervals import Interval
from meum.journal.models import Door
from meum.kernel.errors import Conflict, Invalid
from meum.people.models import Person
from nutrition.choosing import ChosenFood, item_drafts
from nutrition.domain.drafts import MealItemDraft
from nutrition.models.diary import Meal
from nutrition.models.photos import PhotoState
from nutrition.queries import Candidate, PhotoSummary, photo_summary, understand_meal
from nutrition.services import confirm_photos


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenDish:
    """One dish by its number among the candidates, and how much: grams, or a number of portions, or one portion."""

    number: int
    grams: Interval | None = None
    portions: float | None = None


def log_photo(
    *,
    person: Person,
    author: Person,
    door: Door,
    photo_id: UUID,
    dishes: Sequence[ChosenDish] = (),
    items: Sequence[ChosenFood] = (),
    text: str = "",
    slot: str = "",
    entry_id: UUID | None = None,
) -> Meal:
    """Log what a photo shows, eaten when it was sent, told in one of three ways; return the meal.

    A photo that is confirmed already keeps its meal, which is returned. Raises Conflict where that was deleted, Invalid
    unless it is told in just one way, for a number that was not offered, and for a sentence without food; and what
    `confirm_photos` raises.
    """
    photo = photo_summary(owner=person, photo_id=photo_id)
    if photo.state == PhotoState.CONFIRMED:
        return _meal_of(photo)
    if sum(map(bool, (dishes, items, text))) != 1:
        raise Invalid("photo_not_told", "tell dishes, items or a text, one of them", field="dishes")
    offered = {candidate.number: candidate for candidate in photo.candidates}
    return confirm_photos(
        person=person,
        author=author,
        door=door,
        photo_ids=[photo_id],
        items=_drafts(person, photo, offered, dishes, items, text),
        chosen=[offered[dish.number].id for dish in dishes],
        slot=slot,
        words=text,
        entry_id=entry_id,
    )


def _meal_of(photo: PhotoSummary) -> Meal:
    meal = Meal.objects.filter(pk=photo.meal_id, deleted_at=None).first() if photo.meal_id else None
    if meal is None:
        # A confirmation may arrive late, from a phone that was offline: it must not bring back what was deleted since.
        raise Conflict("photo_meal_deleted", "the meal of this photo was deleted")
    return meal


def _drafts(
    person: Person,
    photo: PhotoSummary,
    offered: Mapping[int, Candidate],
    dishes: Sequence[ChosenDish],
    items: Sequence[ChosenFood],
    text: str,
) -> list[MealItemDraft]:
    if dishes:
        return [_draft(offered, dish, position) for position, dish in enumerate(dishes)]
    if items:
        return item_drafts(chosen=items, person=person)
    understood = understand_meal(text=text, at=photo.sent_at, counted_by=person.clock, person=person)
    if not understood.items:
        raise Invalid("nothing_understood", "no food was found in the sentence", field="text")
    return [item.draft for item in understood.items]


def _draft(offered: Mapping[int, Candidate], dish: ChosenDish, position: int) -> MealItemDraft:
    candidate = offered.get(dish.number)
    if candidate is None:
        raise Invalid("no_such_dish", "the photo has no candidate of this number", field=f"dishes/{position}/number")
    if dish.grams is not None and dish.portions is not None:
        raise Invalid("amount_told_twice", "give grams or portions", field=f"dishes/{position}/grams")
    if dish.grams is not None:
        return replace(candidate.draft, grams=dish.grams, quantity=None, measure="", is_amount_assumed=False)
    if dish.portions is not None:
        return replace(candidate.draft.scaled(dish.portions), is_amount_assumed=False)
    return candidate.draft
