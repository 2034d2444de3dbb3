"""Which photos there are, what they show, and to which part each belongs: parts never share a source photo.

A folder of photos holds `labels.csv` (source, file, code, split, group, licence), `classes.csv` (code, zh, en) and one
zip a source, `SOURCE.zip`. `group` is the photo or object that several pictures come from.
"""

from __future__ import annotations

import csv
import hashlib
import io
import zipfile
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Pixels = NDArray[np.uint8]
"""uint8 (height, width, 3), RGB."""

FIT, CALIBRATE, CONFORMAL, VALIDATE = "fit", "calibrate", "conformal", "val"
NON_FOOD = "non_food"
LONGEST_SIDE = 256
"""Pixels; larger photos are shrunk to it once, so that all of them fit into memory."""
_CALIBRATE_SHARE = 0.06
_CONFORMAL_SHARE = 0.06


@dataclass(frozen=True, slots=True)
class Photo:
    """Name one photo: its zip and entry, what it shows, the source photo it comes from, and its part."""

    source: str
    file: str
    code: str
    group: str
    part: str


def read_names(folder: Path) -> dict[str, tuple[str, str]]:
    """Return the Chinese and the English name of each code of a folder."""
    return {row["code"]: (row["zh"], row["en"]) for row in _rows(folder / "classes.csv")}


def read_photos(folder: Path) -> list[Photo]:
    """Return the photos of a folder, each in its part; val is the folder's own, the others are cut by group."""
    return [_photo(row) for row in _rows(folder / "labels.csv")]


def licences(folder: Path) -> dict[str, str]:
    """Return the licence of each source, as its photos tell it."""
    return {row["source"]: row.get("licence", "") for row in _rows(folder / "labels.csv")}


def hold_out(photos: Sequence[Photo], names: Mapping[tuple[str, str], str]) -> list[Photo]:
    """Move all photos of the (code, source) pairs named into parts of their own; a source `*` stands for any."""
    return [
        replace(photo, part=names.get((photo.code, photo.source)) or names.get((photo.code, "*")) or photo.part)
        for photo in photos
    ]


def read_held_out(path: Path) -> dict[tuple[str, str], str]:
    """Return the part of each (code, source) pair in a table with the columns code, source, part."""
    return {(row["code"], row["source"]): row["part"] for row in _rows(path)}


def write_split(path: Path, photos: Sequence[Photo]) -> str:
    """Write down the part of every photo; return the SHA-256 of the file."""
    lines = "".join(f"{photo.source},{photo.file},{photo.code},{photo.group},{photo.part}\n" for photo in photos)
    text = f"source,file,code,group,part\n{lines}"
    path.write_text(text, encoding="utf-8")
    return hashlib.sha256(text.encode()).hexdigest()


def decoded(folder: Path, photos: Sequence[Photo]) -> Iterator[Pixels]:
    """Yield the pixels of each photo, in the order given; a zip is opened once."""
    by_source: dict[str, zipfile.ZipFile] = {}
    try:
        for photo in photos:
            if photo.source not in by_source:
                by_source[photo.source] = zipfile.ZipFile(folder / f"{photo.source}.zip")
            yield _pixels(by_source[photo.source].read(photo.file))
    finally:
        for archive in by_source.values():
            archive.close()


def codes_to_learn(photos: Sequence[Photo]) -> list[str]:
    """Return the codes of food that have a photo to fit on, sorted."""
    return sorted({photo.code for photo in photos if photo.part == FIT and photo.code != NON_FOOD})


def codes_by_source(photos: Sequence[Photo]) -> dict[str, set[str]]:
    """Return for each source the codes that it has photos of to fit on."""
    found: dict[str, set[str]] = defaultdict(set)
    for photo in photos:
        if photo.part == FIT:
            found[photo.source].add(photo.code)
    return dict(found)


def _photo(row: Mapping[str, str]) -> Photo:
    part = VALIDATE if row["split"] == VALIDATE else _part(f"{row['source']}/{row['group']}")
    return Photo(row["source"], row["file"], row["code"], row["group"], part)


def _part(group: str) -> str:
    """Draw a part by the hash of the group, so that it stays the same when photos are added."""
    drawn = int.from_bytes(hashlib.sha256(group.encode()).digest()[:8], "big") / 2**64
    if drawn < _CALIBRATE_SHARE:
        return CALIBRATE
    return CONFORMAL if drawn < _CALIBRATE_SHARE + _CONFORMAL_SHARE else FIT


def _pixels(data: bytes) -> Pixels:
    with Image.open(io.BytesIO(data)) as image:
        image.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
        shown = image.convert("RGB")
    shown.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    return np.asarray(shown)


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))
