"""Whether all dishes of a photo with several are among those offered, on trays composed of photos never trained on.

A tray is made of two to four squares of different dishes beside each other, four of them half the time two above two.
"""

from __future__ import annotations

import io
import random
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from bench.photos import data_folder
from bench.places import Place
from bench.reports import SEED, Report

if TYPE_CHECKING:
    from PIL.Image import Image

    from nutrition.training.photos.manifest import Photo

TRAYS = 300
SIDE = 256
BAR = 0.5


def photos_trays(report: Report, place: Place) -> None:
    """Tell how often all dishes of a tray are among six, and how often one dish is taken for several."""
    data = data_folder()
    if data is None:
        return
    from PIL.Image import fromarray

    from nutrition.domain.dishes import MOST_OF_SEVERAL, MOST_OFFERED
    from nutrition.training.photos.manifest import NON_FOOD, VALIDATE, decoded, read_photos
    from nutrition.vision.classifier import SHIPPED, Classifier

    classifier = Classifier(SHIPPED)
    known = [photo for photo in read_photos(data) if photo.part == VALIDATE and photo.code != NON_FOOD]
    pictures = [fromarray(pixels) for pixels in decoded(data, known)]
    found: dict[int, list[float]] = {2: [], 3: [], 4: []}
    for drawn, is_row in _trays(known):
        answer = classifier.look(_jpeg(_tray([pictures[place] for place in drawn], is_row=is_row))).answer
        offered = {dish.code for dish in answer.dishes[: MOST_OF_SEVERAL if answer.has_several else MOST_OFFERED]}
        found[len(drawn)].append(float({known[place].code for place in drawn} <= offered))
    report.sample("all dishes of a tray among six", [value for values in found.values() for value in values], least=BAR)
    for count, values in found.items():
        report.sample(f"all dishes of a tray among six, {count} dishes", values)
    taken = [float(classifier.look(_jpeg(picture)).answer.has_several) for picture in pictures]
    report.sample("one dish taken for several", taken)


def _trays(photos: Sequence[Photo]) -> Iterator[tuple[list[int], bool]]:
    """Yield the places of the photos of each tray, all of different dishes, and whether they stand in a row."""
    chance = random.Random(SEED)  # noqa: S311  # which photos are drawn is no secret
    for _ in range(TRAYS):
        count = chance.choice((2, 3, 4))
        drawn: list[int] = []
        while len({photos[place].code for place in drawn}) < count:
            drawn = chance.sample(range(len(photos)), count)
        yield drawn, count < 4 or chance.random() < 0.5


def _tray(pictures: Sequence[Image], *, is_row: bool) -> Image:
    from PIL import Image, ImageOps

    across = len(pictures) if is_row else 2
    tray = Image.new("RGB", (SIDE * across, SIDE * -(-len(pictures) // across)))
    for place, picture in enumerate(pictures):
        tray.paste(ImageOps.fit(picture, (SIDE, SIDE)), (SIDE * (place % across), SIDE * (place // across)))
    return tray


def _jpeg(picture: Image) -> bytes:
    written = io.BytesIO()
    picture.save(written, "JPEG", quality=90)
    return written.getvalue()
