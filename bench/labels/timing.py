"""Read photos of packets of 12 megapixels as the worker does; print seconds and memory as JSON."""

from __future__ import annotations

import json
import sys
import time
from io import BytesIO

import django
import psutil
from PIL import Image

from bench.labels.panels import specimens

PHOTOS = 8
_MEGAPIXELS_12 = (4032, 3024)


def main() -> int:
    """Print `{"start_s", "wall_s", "processor_s", "idle_mb", "peak_mb"}`; the first photo is the start."""
    photos = [_as_sent(specimen.photo) for specimen in specimens("tune", count=PHOTOS + 1)]
    django.setup()
    from nutrition.vision.labels.packet import look_at_packet

    wall, processor = [], []
    for photo in photos:
        began, worked = time.perf_counter(), time.process_time()
        look_at_packet(photo)
        wall.append(time.perf_counter() - began)
        processor.append(time.process_time() - worked)
    memory = psutil.Process().memory_info().rss / 1e6
    told = {"start_s": wall[0], "wall_s": wall[1:], "processor_s": processor[1:], "idle_mb": memory, "peak_mb": _peak()}
    print(json.dumps(told))
    return 0


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
    sys.exit(main())
