"""What a person must not or does not want to eat, as suggestions heed it."""

from __future__ import annotations

from meum.people.models import Person
from nutrition.models.wishes import EatingWishes
from nutrition.suggestions.named import foods_named
from nutrition.suggestions.wishes import Wishes, parse_wishes


def told_wishes(*, person: Person) -> EatingWishes:
    """Return what was told; where nothing was, an empty one that is not stored and has revision 0."""
    return EatingWishes.objects.filter(person=person, deleted_at=None).first() or EatingWishes(revision=0)


def wishes_of(told: EatingWishes) -> Wishes:
    """Return what was told with every word looked up.

    Raises ValueError for a word that was known once and is no longer: rather no suggestion than one that ignores it.
    """
    return parse_wishes(
        allergens=told.allergies,
        diet=told.diet or None,
        conditions=told.conditions,
        dislikes=foods_named(told.dislikes),
    )
