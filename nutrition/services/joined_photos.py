"""Kept photos of one account that go into another account of the same person with their meals, and back."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from uuid import UUID

from meum.files.services import hand_over
from meum.journal.models import Consent, Purpose
from meum.journal.queries import has_consent
from meum.journal.recording import consent_in_force
from meum.people.models import Person
from nutrition.models.diary import Meal
from nutrition.models.photos import MealPhoto
from nutrition.services.memories import forget_memory, remembers
from nutrition.services.photos import end_example


def carry_photos(*, giver: Person, taker: Person, copies: Mapping[UUID, UUID]) -> None:
    """Give kept photos to another account, in the caller's transaction; `copies` has its meals by those copied.

    Only what the other account's own agreements allow goes along. The file itself goes, and no second picture is made:
    the store lies outside the transaction.
    """
    keeps = has_consent(person=taker, purpose=Purpose.PHOTOS_KEPT)
    learns = consent_in_force(person=taker, purpose=Purpose.IMPROVEMENT)
    for photo in MealPhoto.objects.filter(person=giver).exclude(file=None).order_by("pk"):
        is_allowed = keeps or (photo.example_consent_id is not None and learns is not None)
        meal_id = copies.get(photo.meal_id) if photo.meal_id else None
        if is_allowed and meal_id is not None:
            _give(photo, taker, meal_id=meal_id, learns=learns)


def take_photos_back(*, giver: Person, taker: Person, copies: Collection[UUID]) -> None:
    """Give photos of copied meals back to the account that they came from, in the caller's transaction."""
    learns = consent_in_force(person=giver, purpose=Purpose.IMPROVEMENT)
    for photo in MealPhoto.objects.filter(person=taker).exclude(meal=None).select_related("meal").order_by("pk"):
        if photo.meal is not None and photo.meal_id in copies:
            # A copy names the same source as the meal that it was made of.
            meal = Meal.objects.filter(person=giver, source_id=photo.meal.source_id).first()
            _give(photo, giver, meal_id=meal.pk if meal else None, learns=learns)


def _give(photo: MealPhoto, owner: Person, *, meal_id: UUID | None, learns: Consent | None) -> None:
    """Let a photo be of another account; an example to learn from stays one by an agreement of that account alone."""
    is_example = photo.example_consent_id is not None and learns is not None
    if not is_example:
        end_example(photo)
    if not remembers(owner):
        forget_memory(photo)
    MealPhoto.objects.filter(pk=photo.pk).update(
        person=owner, meal_id=meal_id, example_consent=learns if is_example else None
    )
    if photo.file_id is not None:
        hand_over(file_id=photo.file_id, to=owner)
