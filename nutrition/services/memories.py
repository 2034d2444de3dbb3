"""Every write of how meals look: of a person's own photos, and of dishes that a nutritionist shows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from hashlib import sha256

from django.conf import settings
from django.db import transaction
from django.db.models import Q

from meum.journal.models import Purpose
from meum.journal.queries import has_consent
from meum.kernel.errors import Invalid, NotFound, Unavailable
from meum.people.models import Person
from nutrition.domain.dishes import Imprint, Recognition
from nutrition.domain.memories import blended
from nutrition.models.catalogue import Food
from nutrition.models.photos import DishExample, MealPhoto, PhotoMemory, PhotoState
from nutrition.queries.memories import own_examples, shown_examples
from nutrition.vision.engines import engine_in_use

_PURPOSE = Purpose.PERSONAL_PHOTO_MEMORY


def recall(*, photo: MealPhoto, seen: Recognition) -> Recognition:
    """Return what a photo shows with what is remembered counted in, in the caller's transaction.

    Of who agreed to it the photo is remembered too; until it is confirmed that tells nothing, and goes with it.
    """
    if seen.imprint is None or not seen.is_food:
        return seen
    examples = shown_examples(embedder=seen.imprint.embedder)
    if remembers(photo.person):
        examples = [*own_examples(person=photo.person, embedder=seen.imprint.embedder), *examples]
        _remember(photo, seen.imprint)
    return blended(seen, examples)


def _remember(photo: MealPhoto, imprint: Imprint) -> None:
    told = {"embedder": imprint.embedder, "vector": imprint.vector}
    PhotoMemory.objects.update_or_create(photo=photo, defaults=told)


def remembers(person: Person) -> bool:
    """Tell whether a person agreed to have their dishes remembered."""
    return has_consent(person=person, purpose=_PURPOSE)


def forget_withdrawn_memories(person: Person) -> None:
    """Delete how the meals of a person look, in the transaction of a withdrawal, unless they still agree to it."""
    if not (has_consent(person=person, purpose=Purpose.HEALTH_RECORDS) and remembers(person)):
        forget_memories(person)


def forget_memories(person: Person) -> None:
    """Delete how the meals of a person look, in the caller's transaction."""
    PhotoMemory.objects.filter(photo__person=person).delete()


def forget_memory(photo: MealPhoto) -> None:
    """Delete how one photo looks."""
    PhotoMemory.objects.filter(photo=photo).delete()


def forget_deleted_meals(*, now: datetime) -> int:
    """Delete how meals looked that were deleted so long ago that no undo brings them back; return how many."""
    is_gone = Q(photo__meal=None) | Q(photo__meal__deleted_at__lt=now - timedelta(days=settings.UNDO_DAYS))
    return PhotoMemory.objects.filter(is_gone, photo__state=PhotoState.CONFIRMED).delete()[0]


def show_dish(*, key: str, photos: Sequence[bytes]) -> int:
    """Let everybody's photos be compared with some of a dish of the catalogue; return how many there are of it now.

    The photos are looked at and not kept; the same one shown twice counts once. Raises NotFound for an unknown food,
    Invalid where a photo shows no food, Unavailable where no engine can tell photos apart; then none of them counts.
    Not to be called in a transaction, and by no process that answers people: it loads the engine.
    """
    food = Food.objects.filter(key=key, owner=None).first()
    if food is None:
        raise NotFound("unknown_food", "there is no such food")
    imprints = [_imprint_of(photo) for photo in photos]
    with transaction.atomic():
        for imprint in imprints:
            digest = sha256(imprint.vector).hexdigest()
            told = {"food": food, "embedder": imprint.embedder, "digest": digest}
            DishExample.objects.get_or_create(**told, defaults={"vector": imprint.vector})
    return DishExample.objects.filter(food=food, embedder__in={imprint.embedder for imprint in imprints}).count()


def _imprint_of(photo: bytes) -> Imprint:
    seen = engine_in_use().look(photo)
    if not seen.is_food:
        raise Invalid("photo_shows_no_food", "a photo shows no food", field="photos")
    if seen.imprint is None:
        raise Unavailable("photos_unavailable", "the engine tells no photos apart")
    return seen.imprint
