"""How well a served bundle does on each part and source of the photos; `make evaluate` asks the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from nutrition.training.photos.figures import Bools, Floats
from nutrition.training.photos.manifest import NON_FOOD, Photo, Pixels
from nutrition.vision.answers import dish_probabilities, food_probabilities
from nutrition.vision.classifier import Classifier, Outputs
from nutrition.vision.pixels import views_of

_PHOTOS_AT_ONCE = 16
NO_CODE = -1


@dataclass(frozen=True, slots=True)
class Judged:
    """Hold what a bundle says of N photos: probabilities of dishes (N, codes) and of food (N,), and the true code.

    `truth` is -1 where the bundle does not know the code.
    """

    photos: list[Photo]
    chances: Floats
    food: Floats
    truth: NDArray[np.int64]

    @property
    def is_dish(self) -> Bools:
        """Tell which photos show a dish that the bundle knows."""
        return self.truth != NO_CODE

    @property
    def is_food(self) -> Bools:
        """Tell which photos show food."""
        return np.array([photo.code != NON_FOOD for photo in self.photos])

    def where(self, chosen: Bools) -> Judged:
        """Return some of the photos."""
        photos = [photo for photo, is_chosen in zip(self.photos, chosen, strict=True) if is_chosen]
        return Judged(photos, self.chances[chosen], self.food[chosen], self.truth[chosen])

    def by_source(self) -> Iterator[tuple[str, Judged]]:
        """Yield the photos of dishes that the bundle knows, source after source."""
        known = self.where(self.is_dish)
        sources = np.array([photo.source for photo in known.photos])
        yield from ((source, known.where(sources == source)) for source in sorted(set(sources.tolist())))


def judged(classifier: Classifier, photos: Sequence[Photo], pixels: Iterator[Pixels]) -> Judged:
    """Look at photos as serving does; `pixels` are theirs, in the same order."""
    outputs = outputs_of(classifier, pixels)
    numbers = {code: number for number, code in enumerate(classifier.card.codes)}
    return Judged(
        photos=list(photos),
        chances=dish_probabilities(outputs.dishes, classifier.card.rules),
        food=food_probabilities(outputs.food),
        truth=np.array([numbers.get(photo.code, NO_CODE) for photo in photos]),
    )


def outputs_of(classifier: Classifier, pixels: Iterator[Pixels]) -> Outputs:
    """Return what the model says of photos, looked at as serving does."""
    side = classifier.card.side
    said: list[Outputs] = []
    views = []
    for each in pixels:
        views.append(views_of(Image.fromarray(each), side))
        if len(views) == _PHOTOS_AT_ONCE:
            said.append(classifier.outputs(np.stack(views)))
            views = []
    if views:
        said.append(classifier.outputs(np.stack(views)))
    return Outputs(
        dishes=np.concatenate([each.dishes for each in said]),
        food=np.concatenate([each.food for each in said]),
        embedding=np.concatenate([each.embedding for each in said]),
    )
