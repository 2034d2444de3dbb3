"""Small folders of photos, drawn: enough to train a net that tells three colours apart."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from PIL import Image

COLOURS = {"tomato": (210, 40, 30), "moss_cake": (40, 160, 50), "non_food": (128, 128, 128)}
NAMES = {"moss_cake": "苔藓糕"}
SOURCES = ("shelf", "tray")
OBJECTS = 10
LABELS = ("source", "file", "code", "split", "group", "licence")


def photo(colour: tuple[int, int, int], *, size: tuple[int, int] = (64, 48), seed: int = 0) -> bytes:
    """Return a JPEG of a noisy colour."""
    noise = np.random.default_rng(seed).normal(0, 12, (size[1], size[0], 3))
    written = io.BytesIO()
    Image.fromarray(np.clip(noise + colour, 0, 255).astype(np.uint8)).save(written, "JPEG")
    return written.getvalue()


def folder_of_photos(folder: Path) -> Path:
    """Write ten objects of each class from each source, two photos an object; each tenth object is in val."""
    rows = []
    for source in SOURCES:
        with zipfile.ZipFile(folder / f"{source}.zip", "w") as archive:
            for code, colour in COLOURS.items():
                for number in range(OBJECTS * 2):
                    file = f"{code}/{number}.jpg"
                    archive.writestr(file, photo(colour, seed=number))
                    split = "val" if number // 2 == 0 else "train"
                    rows.append((source, file, code, split, f"{code}{number // 2}", "drawn"))
    _write(folder / "labels.csv", LABELS, rows)
    _write(folder / "classes.csv", ("code", "zh", "en"), [(code, NAMES.get(code, code), code) for code in COLOURS])
    return folder


def _write(path: Path, names: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as lines:
        csv.writer(lines).writerows([names, *rows])
