"""What a person must not or does not want to be offered, checked: an unknown word is an error, never left out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wishes:
    """What suggestions heed: allergens and single foods, a diet, conditions, and keys of foods not liked.

    `allergens` are keys of `ALLERGENS`; `foods` are the names of single foods a person reacts to, in small letters.
    """

    allergens: frozenset[str] = frozenset()
    diet: str | None = None
    conditions: frozenset[str] = frozenset()
    dislikes: frozenset[str] = frozenset()
    foods: frozenset[str] = frozenset()


def parse_wishes(
    *,
    allergens: Iterable[str] = (),
    diet: str | None = None,
    conditions: Iterable[str] = (),
    dislikes: Iterable[str] = (),
) -> Wishes:
    """Return the wishes that words tell; raise ValueError naming the first that nobody knows."""
    raise NotImplementedError
