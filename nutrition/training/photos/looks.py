"""What the dishes of a bundle look like on average: whether a photo is nearer to a past meal is told beside these."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from nutrition.training.photos.judging import outputs_of
from nutrition.training.photos.manifest import FIT, Photo, decoded
from nutrition.vision.card import CARD_FILE, Card, read_card, write_card
from nutrition.vision.classifier import Classifier
from nutrition.vision.looks import Looks, write_looks

MOST_PHOTOS = 16
"""Photos of one dish that its look is the mean of; more of them moved it little."""


def add_looks(folder: Path, data: Path, photos: Sequence[Photo]) -> Card:
    """Write the looks of a bundle's dishes beside its model; return the card that says so.

    Raises ValueError when there is no photo of a dish, or no card; OSError when a file cannot be read.
    """
    looks = looks_of(Classifier(folder), data, photos)
    card = replace(read_card(folder / CARD_FILE), looks_sha256=write_looks(folder, looks))
    write_card(folder / CARD_FILE, card)
    return card


def looks_of(classifier: Classifier, data: Path, photos: Sequence[Photo]) -> Looks:
    """Return the mean embedding of each code of a bundle, on photos that it was fitted to.

    Raises ValueError when there is no photo of a code.
    """
    drawn = _drawn(photos, classifier.card.codes)
    embedding = outputs_of(classifier, decoded(data, drawn)).embedding
    codes = np.array([photo.code for photo in drawn])
    means = np.stack([embedding[codes == code].mean(0) for code in classifier.card.codes])
    return (means / np.linalg.norm(means, axis=1, keepdims=True)).astype(np.float16)


def _drawn(photos: Sequence[Photo], codes: Sequence[str]) -> list[Photo]:
    """Return at most 16 photos of each code, the same ones every time."""
    of_code: defaultdict[str, list[Photo]] = defaultdict(list)
    for photo in sorted((each for each in photos if each.part == FIT), key=_drawing):
        of_code[photo.code].append(photo)
    missing = [code for code in codes if code not in of_code]
    if missing:
        raise ValueError(f"there is no photo to fit on of {missing[0]}")
    drawn = [photo for code in codes for photo in of_code[code][:MOST_PHOTOS]]
    return sorted(drawn, key=lambda photo: (photo.source, photo.file))


def _drawing(photo: Photo) -> bytes:
    return hashlib.sha256(f"{photo.source}/{photo.file}".encode()).digest()
