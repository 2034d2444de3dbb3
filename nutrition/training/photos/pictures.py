"""The photos of a folder in memory, with what each shows, in numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from nutrition.training.photos.drawn import drawn_pictures
from nutrition.training.photos.manifest import (
    FIT,
    NON_FOOD,
    Photo,
    Pixels,
    codes_by_source,
    codes_to_learn,
    decoded,
)

DRAWN_SOURCE = "drawn"
NO_DISH = -1
_NON_FOOD_SHARE = 0.06
_BALANCE = -0.5


@dataclass(frozen=True)
class Pictures:
    """Hold N photos: their pixels, the number of their dish (-1 where it is none to learn) and of their source."""

    photos: list[Photo]
    pixels: list[Pixels]
    codes: list[str]
    sources: list[str]
    dish: NDArray[np.int64]
    source: NDArray[np.int64]

    def of_part(self, *parts: str) -> NDArray[np.int64]:
        """Return the places of the photos of some parts."""
        return np.flatnonzero([photo.part in parts for photo in self.photos])

    def known_by_source(self) -> NDArray[np.bool_]:
        """Return (sources, codes): whether a source has photos of a dish to fit on."""
        found = codes_by_source(self.photos)
        return np.array([[code in found.get(source, ()) for code in self.codes] for source in self.sources])


def load(folder: Path, photos: Sequence[Photo], *, drawn: int, seed: int) -> Pictures:
    """Decode all photos once and add pictures that we draw; about 0.1 MB of memory each."""
    draw = np.random.default_rng(seed)
    pages = [Photo(DRAWN_SOURCE, str(number), NON_FOOD, str(number), FIT) for number in range(drawn)]
    pixels = [*decoded(folder, photos), *drawn_pictures(drawn, draw)]
    every = [*photos, *pages]
    codes = codes_to_learn(every)
    sources = sorted({photo.source for photo in every})
    numbers = {code: number for number, code in enumerate(codes)}
    return Pictures(
        photos=every,
        pixels=pixels,
        codes=codes,
        sources=sources,
        dish=np.array([numbers.get(photo.code, NO_DISH) for photo in every]),
        source=np.array([sources.index(photo.source) for photo in every]),
    )


def chances(dish: NDArray[np.int64]) -> NDArray[np.float64]:
    """Return how often each photo is drawn: dishes by the root of how many they have, no food by its own share."""
    is_food = dish != NO_DISH
    counts = np.bincount(dish[is_food])
    weights = np.zeros(len(dish))
    weights[is_food] = counts[dish[is_food]].astype(float) ** _BALANCE
    if is_food.all():
        return weights / weights.sum()
    weights[is_food] *= (1 - _NON_FOOD_SHARE) / weights[is_food].sum()
    weights[~is_food] = _NON_FOOD_SHARE / (~is_food).sum()
    return weights
