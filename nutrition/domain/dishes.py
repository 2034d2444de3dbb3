"""What an engine says of a photo: food or not, known or not, and which dishes it may be; pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from meum.domain.intervals import Interval

MOST_OFFERED, MOST_OF_SEVERAL = 3, 6
"""So many dishes are offered of a photo, and of one on which several dishes stand."""


class Finding(StrEnum):
    """What came of looking at a photo."""

    DISHES = "dishes"
    """One of the dishes named is likely."""
    UNSURE = "unsure"
    """Food, and none of the dishes named is likely; they and the group are guesses."""
    NOT_FOOD = "not_food"
    UNREADABLE = "unreadable"
    """The photo could not be fetched or opened."""
    UNAVAILABLE = "unavailable"
    """Nobody could look at it: no engine, or one that is broken."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """Hold one dish that a photo may show: the engine's code, the key of its food in the catalogue, 0..1.

    An engine that sees how much there is tells the `grams`.
    """

    code: str
    food: str
    probability: float
    grams: Interval | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DishGroup:
    """Hold a kind of dish, such as noodle soup, by the engine's code and in both languages."""

    code: str = ""
    zh: str = ""
    en: str = ""


NO_GROUP = DishGroup()


@dataclass(frozen=True, slots=True, kw_only=True)
class Imprint:
    """Hold how a photo looks to an engine: a vector (float16, length 1, as bytes), comparable within one `embedder`.

    `commonness` is how near it is to the average looks of the dishes that the engine knows, as a soft greatest cosine.
    """

    embedder: str
    vector: bytes
    commonness: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognition:
    """Hold what an engine saw: the likeliest dish first, probabilities calibrated; the group where one is likely.

    Where dishes stand beside each other, `has_several`, each guess is about one of them. An engine that can tell photos
    apart beyond its own dishes gives the `imprint` of this one.
    """

    is_food: bool
    is_known: bool
    guesses: tuple[Guess, ...] = ()
    group: DishGroup = NO_GROUP
    imprint: Imprint | None = None
    has_several: bool = False

    @property
    def finding(self) -> Finding:
        """Return what to say of it."""
        if not self.is_food:
            return Finding.NOT_FOOD
        return Finding.DISHES if self.is_known and self.guesses else Finding.UNSURE


def with_alternatives(seen: Recognition, other: Recognition) -> Recognition:
    """Return what one engine saw, behind it what another one did: to choose from where the first named one dish.

    How the photo looks is told by whichever of them tells it.
    """
    others = () if seen.has_several else _behind(seen.guesses[0], other.guesses)
    return replace(seen, guesses=(*seen.guesses, *others), imprint=seen.imprint or other.imprint)


def _behind(first: Guess, others: tuple[Guess, ...]) -> tuple[Guess, ...]:
    """Return the guesses that share what the first one leaves."""
    left = 1 - first.probability
    return tuple(replace(guess, probability=guess.probability * left) for guess in others if guess.food != first.food)
