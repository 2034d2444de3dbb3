"""An engine that sees on photos what a test tells it to see."""

from __future__ import annotations

import numpy as np

from meum.kernel.errors import Unavailable
from nutrition.domain.dishes import NO_GROUP, DishGroup, Guess, Imprint, Recognition

NOT_FOOD = Recognition(is_food=False, is_known=False)
NOODLE_SOUP = DishGroup(code="noodle_soup", zh="汤面", en="noodle soup")


class ToldEngine:
    """See one recognition after the other, the last of them again and again; count the looks."""

    name, version = "told", "1"

    def __init__(self) -> None:
        self.looks = 0
        self._told: list[Recognition] = []

    def sees(self, *told: Recognition) -> None:
        """Say what is on the next photos."""
        self._told = list(told)

    def look(self, photo: bytes) -> Recognition:
        assert photo.startswith(b"\xff\xd8\xff")
        self.looks += 1
        if not self._told:
            raise Unavailable("photos_unavailable", "nothing was told")
        return self._told.pop(0) if len(self._told) > 1 else self._told[0]


def looks(degrees: float, *, embedder: str = "eye-1") -> Imprint:
    """Return how a photo looks in a world of two directions: alike are those of about the same angle."""
    angle = np.radians(degrees)
    vector = np.array([np.cos(angle), np.sin(angle)]).astype(np.float16)
    return Imprint(embedder=embedder, vector=vector.tobytes(), commonness=0.8)


def dishes(
    *keys: str,
    is_known: bool = True,
    group: DishGroup = NO_GROUP,
    imprint: Imprint | None = None,
    has_several: bool = False,
) -> Recognition:
    """Return what shows these foods of the catalogue, the first of them most likely."""
    guesses = tuple(
        Guess(code=key.partition(":")[2], food=key, probability=0.6 / 2**place) for place, key in enumerate(keys)
    )
    return Recognition(
        is_food=True, is_known=is_known, guesses=guesses, group=group, imprint=imprint, has_several=has_several
    )
