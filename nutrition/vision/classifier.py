"""The classifier at work: one ONNX model, read when the first photo comes, by worker processes alone."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any

import numpy as np
from django.conf import settings
from numpy.typing import NDArray
from PIL.Image import Image

from meum.files.photos import opened
from meum.kernel.errors import Unavailable
from nutrition.vision.answers import Answer, Verdict, answer_of, dish_probabilities, food_probabilities, with_cells
from nutrition.vision.card import CARD_FILE, MODEL_FILE, Card, read_card
from nutrition.vision.dishes import Dish, dishes
from nutrition.vision.looks import Looks, commonness, read_looks
from nutrition.vision.pixels import Views, cells_of, views_of

SHIPPED = Path(__file__).resolve().parent / "bundle"
# JPEG decodes at a half, a quarter or an eighth for little; twice the side is kept, so that shrinking stays clean.
_DECODED = 2


@dataclass(frozen=True, slots=True)
class Seen:
    """What a photo shows, and its embedding: float32 (1280,), length 1, comparable within one `embedder`.

    `commonness` is how near the embedding is to the average looks of the dishes known, None where these are not there.
    """

    answer: Answer
    embedding: NDArray[np.float32]
    embedder: str
    commonness: float | None


@dataclass(frozen=True, slots=True)
class Outputs:
    """What the model says of N photos: dishes (N, views, codes) and food (N, views) as logits, embedding (N, 1280)."""

    dishes: NDArray[np.float32]
    food: NDArray[np.float32]
    embedding: NDArray[np.float32]


class Classifier:
    """A bundle, its checksum verified, ready to look at photos; safe to use from several threads.

    `dishes` are by code; those that only an operator's bundle knows have a name, but neither group nor food. `looks`
    are how they look on average, None in a bundle without.
    """

    def __init__(self, folder: Path) -> None:
        """Read the bundle. Raises Unavailable when a part of it is missing, altered or not for this program."""
        self.card = _card(folder / CARD_FILE)
        self._session = _session(folder / MODEL_FILE, self.card)
        self.looks = _looks(folder, self.card)
        taught = {code: Dish(code, zh, en, "", "") for code, (zh, en) in self.card.names.items()}
        self.dishes: Mapping[str, Dish] = {**taught, **dishes()}
        self._group_of = {dish.code: dish.group for dish in dishes().values()}

    def look(self, content: bytes) -> Seen:
        """Return what a photo shows; the same photo gives the same answer.

        Raises Invalid when the bytes are no whole JPEG, PNG, WebP or HEIC picture, or one of too many pixels.
        """
        picture = opened(content, side=_DECODED * self.card.side)
        outputs = self.outputs(views_of(picture, self.card.side)[None])
        chances = dish_probabilities(outputs.dishes, self.card.rules)[0]
        food = float(food_probabilities(outputs.food)[0])
        answer = answer_of(chances, food, self.card, self._group_of)
        if answer.verdict is not Verdict.NOT_FOOD:
            answer = with_cells(answer, chances, self._cells(picture), self.card)
        embedding = outputs.embedding[0]
        common = None if self.looks is None else commonness(embedding, self.looks)
        return Seen(answer, embedding, self.card.embedder, common)

    def _cells(self, picture: Image) -> NDArray[np.float64]:
        """Return the probabilities (N, codes) of the parts of a photo."""
        return dish_probabilities(self.outputs(cells_of(picture, self.card.side)[:, None]).dishes, self.card.rules)

    def outputs(self, views: Views) -> Outputs:
        """Return what the model says of photos, (N, views, 3, side, side); the embedding is that of the first view."""
        count, many = views.shape[:2]
        dishes_said, food, embedding = self._session.run(None, {"pixels": views.reshape(-1, *views.shape[2:])})
        return Outputs(
            dishes=dishes_said.reshape(count, many, -1),
            food=food.reshape(count, many),
            embedding=embedding.reshape(count, many, -1)[:, 0],
        )


_READING = Lock()


def classifier() -> Classifier:
    """Return the classifier that this installation serves; the first call reads it. Raises Unavailable."""
    # Two threads that meet here would otherwise both hold a model.
    with _READING:
        return _read(Path(settings.FOOD_CLASSIFIER) if settings.FOOD_CLASSIFIER else SHIPPED)


@cache
def _read(folder: Path) -> Classifier:
    return Classifier(folder)


def _card(path: Path) -> Card:
    try:
        return read_card(path)
    except OSError as error:
        raise Unavailable("photo_model_missing", f"there is no {path.name} where the model should be") from error
    except ValueError as error:
        raise Unavailable("photo_model_altered", str(error)) from error


def _looks(folder: Path, card: Card) -> Looks | None:
    if not card.looks_sha256:
        return None
    try:
        return read_looks(folder, card.looks_sha256)
    except OSError as error:
        raise Unavailable("photo_model_missing", "the looks of the dishes are not beside the model") from error
    except ValueError as error:
        raise Unavailable("photo_model_altered", str(error)) from error


def _session(path: Path, card: Card) -> Any:
    """Return the session of ONNX Runtime, whose class is not named so that nothing imports it before."""
    from onnxruntime import InferenceSession, SessionOptions

    try:
        model = path.read_bytes()
    except OSError as error:
        raise Unavailable("photo_model_missing", f"there is no {path.name} where the model should be") from error
    if hashlib.sha256(model).hexdigest() != card.sha256:
        raise Unavailable("photo_model_altered", f"{path.name} is not the file that its card was written for")
    options = SessionOptions()
    # Workers are many; each looks at one photo at a time, on one core.
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return InferenceSession(model, options, providers=["CPUExecutionProvider"])
