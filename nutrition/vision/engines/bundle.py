"""The classifier that is shipped with Meum, or the bundle that an operator trained (FOOD_CLASSIFIER)."""

from __future__ import annotations

import numpy as np

from meum.kernel.errors import Unavailable
from nutrition.domain.dishes import NO_GROUP, DishGroup, Guess, Imprint, Recognition
from nutrition.vision.answers import Answer, Verdict
from nutrition.vision.classifier import Classifier, Seen, classifier
from nutrition.vision.dishes import groups
from nutrition.vision.engines.base import Engine


class BundleEngine:
    """Look at photos with a bundle; its version is the beginning of the model's checksum."""

    name = "bundle"

    def __init__(self, model: Classifier) -> None:
        """Take a bundle that was read."""
        self._model = model

    @property
    def version(self) -> str:
        """Return what tells this model apart from others."""
        return self._model.card.sha256[:16]

    def look(self, photo: bytes) -> Recognition:
        """Return what is on a photo."""
        seen = self._model.look(photo)
        answer = seen.answer
        return Recognition(
            is_food=answer.verdict is not Verdict.NOT_FOOD,
            is_known=answer.verdict is Verdict.DISH,
            guesses=self._guesses(answer),
            group=_group(answer),
            imprint=_imprint(seen),
            has_several=answer.has_several,
        )

    def _guesses(self, answer: Answer) -> tuple[Guess, ...]:
        """Return the dishes that have a food in the catalogue."""
        known = self._model.dishes
        return tuple(
            Guess(code=dish.code, food=known[dish.code].food, probability=dish.probability)
            for dish in answer.dishes
            if known[dish.code].food
        )


def _group(answer: Answer) -> DishGroup:
    """Return the likeliest group where the answer is one."""
    if answer.verdict is not Verdict.GROUP:
        return NO_GROUP
    group = groups()[answer.groups[0].code]
    return DishGroup(code=group.code, zh=group.zh, en=group.en)


def _imprint(seen: Seen) -> Imprint | None:
    """Return how the photo looks, where the bundle can tell how common that is."""
    if seen.commonness is None:
        return None
    vector = seen.embedding.astype(np.float16).tobytes()
    return Imprint(embedder=seen.embedder, vector=vector, commonness=seen.commonness)


def shipped_bundle() -> Engine:
    """Return the classifier, read at the first call.

    Raises Unavailable where it is missing or altered, or where what runs it is not installed.
    """
    try:
        return BundleEngine(classifier())
    except ImportError as error:
        raise Unavailable("photos_unavailable", "ONNX Runtime is not installed") from error
