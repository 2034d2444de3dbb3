"""Photos of 12 megapixels: drawn into a folder, or looked at as the worker does, with seconds and MB as JSON."""

from __future__ import annotations

import json
import random
import sys
import time
from dataclasses import replace
from pathlib import Path

import psutil

PHOTOS = 12
SIZE = (4032, 3024)
_COLOURS = ((210, 50, 30), (240, 200, 60), (90, 140, 50))
_PIECES = 2000


def main(task: str, folder: Path) -> int:
    """Draw photos into a folder, or look at those in it; a process of its own each, as drawing takes memory too."""
    if task == "draw":
        for number in range(PHOTOS + 1):
            _draw(folder / f"{number:02}.jpg", random.Random(number))  # noqa: S311  # what is drawn is no secret
    else:
        print(json.dumps(_look(folder)))
    return 0


def _draw(path: Path, chance: random.Random) -> None:
    """Draw a plate of something cut small, a quarter as large as the photo, then enlarged."""
    from PIL import Image, ImageDraw, ImageFilter

    width, height = SIZE[0] // 4, SIZE[1] // 4
    photo = Image.new("RGB", (width, height), (240, 240, 240))
    draw = ImageDraw.Draw(photo)
    draw.ellipse((width * 0.12, 0, width * 0.87, height * 0.99), fill=(245, 245, 240))
    for _ in range(_PIECES):
        x, y = chance.gauss(width / 2, width * 0.11), chance.gauss(height / 2, height * 0.11)
        wide = chance.uniform(0.004, 0.015) * width
        colour = tuple(round(min(255, max(0, chance.gauss(value, 25)))) for value in chance.choice(_COLOURS))
        draw.ellipse((x - wide, y - wide * chance.uniform(0.3, 1), x + wide, y + wide / 2), fill=colour)
    sharp = photo.filter(ImageFilter.GaussianBlur(0.8)).resize(SIZE)
    noise = Image.effect_noise(SIZE, 20).convert("RGB")
    Image.blend(sharp, noise, 0.05).save(path, "JPEG", quality=88)


def _look(folder: Path) -> dict[str, float | list[float]]:
    """Return the seconds of taking in and of looking at each photo after the first, of that one, and MB of memory."""
    began = time.perf_counter()
    import django

    django.setup()
    from meum.files.photos import clean_photo
    from nutrition.vision.classifier import SHIPPED, Classifier

    classifier = Classifier(SHIPPED)
    # Looking at what is taken for no food is over sooner, and nobody knows what a net thinks of drawings.
    classifier.card = replace(classifier.card, rules=replace(classifier.card.rules, least_food=0.0))
    start = 0.0
    told: dict[str, list[float]] = {"wall_s": [], "processor_s": [], "clean_s": []}
    for path in sorted(folder.glob("*.jpg")):
        content = path.read_bytes()
        wall, processor = time.perf_counter(), time.process_time()
        classifier.look(content)
        told["wall_s"].append(time.perf_counter() - wall)
        told["processor_s"].append(time.process_time() - processor)
        start = start or time.perf_counter() - began
        processor = time.process_time()
        clean_photo(content)
        told["clean_s"].append(time.process_time() - processor)
    after_first = {name: values[1:] for name, values in told.items()}
    return after_first | {"start_s": start, "idle_mb": psutil.Process().memory_info().rss / 1e6, "peak_mb": _peak()}


def _peak() -> float:
    """Return the most memory that this process held, in MB (10^6 bytes)."""
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2])))
