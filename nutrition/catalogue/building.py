"""Building our own tables of foods from source data."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from nutrition.catalogue.nutrients import TABLES
from nutrition.catalogue.quality import problems_of
from nutrition.catalogue.sources import SOURCES
from nutrition.catalogue.tables import table_bytes


@dataclass(frozen=True, slots=True)
class BuiltTable:
    """A table that was written: where, how many foods, how many bytes, and its SHA-256."""

    path: Path
    foods: int
    size: int
    sha256: str


def build_tables(folder: Path, *, into: Path = TABLES) -> Iterator[BuiltTable]:
    """Build the table of each source from the folder of source data about foods; yield what was written.

    Raises ValueError for a food that the quality rules refuse: a shipped table has none.
    """
    for source in SOURCES.values():
        drafts = list(source.build(folder))
        for draft in drafts:
            if problem := next(problems_of(draft), None):
                raise ValueError(f"{draft.key} {problem}")
        packed, path = table_bytes(drafts), into / source.table.name
        path.write_bytes(packed)
        yield BuiltTable(path, len(drafts), len(packed), hashlib.sha256(packed).hexdigest())
