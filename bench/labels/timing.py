"""Photos of packets of 12 megapixels: drawn into a folder, or read as the worker does, with seconds and MB as JSON."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import django
import psutil
from PIL import Image

from bench.labels.panels import specimens

PHOTOS = 8
_MEGAPIXELS_12 = (4032, 3024)


def main(task: str, folder: Path) -> int:
    """Draw photos into a folder, or read those in it; a process of its own each, as drawing takes memory too."""
    if task == "draw":
        for specimen in specimens("tune", count=PHOTOS + 1):
            (folder / f"{specimen.name}.jpg").write_bytes(_as_sent(specimen.photo))
    else:
        print(json.dumps(_read(sorted(folder.glob("*.jpg")))))
    return 0


def _read(photos: Sequence[Path]) -> dict[str, float | list[float]]:
    """Return the seconds of each photo, the first one apart as it starts the reader, and MB of memory."""
    django.setup()
    from nutrition.vision.labels.packet import look_at_packet

    wall, processor = [], []
    for photo in photos:
        began, worked = time.perf_counter(), time.process_time()
        look_at_packet(photo.read_bytes())
        wall.append(time.perf_counter() - began)
        processor.append(time.process_time() - worked)
    idle_mb = psutil.Process().memory_info().rss / 1e6
    told: dict[str, float | list[float]] = {"wall_s": wall[1:], "processor_s": processor[1:]}
    return told | {"start_s": wall[0], "idle_mb": idle_mb, "peak_mb": _peak()}


def _as_sent(photo: bytes) -> bytes:
    """Return a photo as a phone of 12 megapixels sends it."""
    with Image.open(BytesIO(photo)) as opened:
        laid = Image.new("RGB", _MEGAPIXELS_12, (90, 90, 90))
        scale = min(laid.width / opened.width, laid.height / opened.height) * 0.9
        laid.paste(opened.resize((round(opened.width * scale), round(opened.height * scale))), (100, 100))
    written = BytesIO()
    laid.save(written, "JPEG", quality=88)
    return written.getvalue()


def _peak() -> float:
    """Return the most memory that this process held, in MB (10^6 bytes)."""
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2])))
