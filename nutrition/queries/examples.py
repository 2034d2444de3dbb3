"""Confirmed photos to learn from: of those who agreed to it alone, with the dishes as they stand now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from meum.files.models import PrivateFile
from meum.journal.models import Purpose
from meum.journal.queries import has_consent
from nutrition.models.diary import MealItem
from nutrition.models.photos import MealPhoto, PhotoState


@dataclass(frozen=True, slots=True, kw_only=True)
class ExampleFood:
    """One food that a photo shows, by its key in the catalogue, with the grams that were logged."""

    key: str
    grams: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One photo with what it shows, and what it was taken for: codes of the engine, the likeliest first.

    In their probabilities the person's own meals are counted in, where these were remembered.
    """

    photo: PrivateFile
    foods: tuple[ExampleFood, ...]
    seen: tuple[tuple[str, float], ...]
    engine: str
    engine_version: str


def training_examples() -> Iterator[Example]:
    """Yield every example, the earliest first; a meal that was deleted or corrected since counts as it is now.

    Of several photos of one meal each has the foods that were chosen for it. Foods of people's own are left out.
    """
    rows = MealPhoto.objects.filter(state=PhotoState.CONFIRMED, meal__deleted_at=None)
    rows = rows.exclude(example_consent=None).exclude(file=None).select_related("file", "person", "meal")
    for photo in rows.order_by("pk").iterator(chunk_size=200):
        # The agreement may have been withdrawn a moment ago.
        if photo.file is None or not has_consent(person=photo.person, purpose=Purpose.IMPROVEMENT):
            continue
        foods = _foods_of(photo)
        if foods:
            yield Example(
                photo=photo.file,
                foods=tuple(foods),
                seen=tuple(photo.candidates.exclude(code="").order_by("position").values_list("code", "probability")),
                engine=photo.engine,
                engine_version=photo.engine_version,
            )


def _foods_of(photo: MealPhoto) -> Sequence[ExampleFood]:
    items = MealItem.objects.filter(meal=photo.meal, food_version__food__owner=None).order_by("position")
    if MealPhoto.objects.filter(meal=photo.meal).count() > 1:
        items = items.filter(food_version__in=photo.candidates.filter(is_chosen=True).values("food_version"))
    return [
        ExampleFood(key=key, grams=grams) for key, grams in items.values_list("food_version__food__key", "grams_mid")
    ]
