"""SOURCES.md tells the truth about every data file."""

from __future__ import annotations

import csv
import gzip
import hashlib
import io
from pathlib import Path

import numpy as np
import pytest

from nutrition.catalogue.nutrients import TABLES
from nutrition.catalogue.sources import SOURCES
from nutrition.catalogue.sources.base import EVERYDAY, NAMES
from nutrition.reading.eaten import TABLE as WEIGHTS
from nutrition.suggestions.menu import TABLE as MENU
from nutrition.suggestions.words import TABLE as RULE_WORDS
from nutrition.targets.tables import TABLE as INTAKES
from nutrition.training.messages import MESSAGES
from nutrition.vision.dishes import DISHES, GROUPS

ROOT = TABLES.parents[2]


def _register() -> dict[str, list[str]]:
    """Return the cells of each row by file."""
    rows = (line.strip("|").split("|") for line in (ROOT / "SOURCES.md").read_text("utf-8").splitlines())
    cells = ([cell.strip(" `") for cell in row] for row in rows if len(row) == 7)
    return {row[0]: row for row in cells if "/" in row[0]}


REGISTER = _register()


@pytest.mark.parametrize("file", sorted(REGISTER))
def test_a_registered_file_is_what_its_row_says(file: str) -> None:
    data = (ROOT / file).read_bytes()
    rows, sha256 = REGISTER[file][5:7]

    assert hashlib.sha256(data).hexdigest() == sha256
    assert _rows(file, data) == int(rows)


def _rows(file: str, data: bytes) -> int:
    """Count the rows of a table, the lines of a text, the weights of an array."""
    if file.endswith(".npy"):
        return int(np.count_nonzero(np.load(io.BytesIO(data))))
    text = (gzip.decompress(data) if file.endswith(".gz") else data).decode()
    return len(text.splitlines()) if file.endswith(".txt") else len(list(csv.reader(io.StringIO(text)))) - 1


@pytest.mark.parametrize(
    "path",
    sorted(
        [
            *TABLES.glob("*.csv*"),
            *EVERYDAY.rglob("*.csv"),
            *NAMES.glob("*.csv"),
            *MESSAGES.glob("*.txt"),
            WEIGHTS,
            MENU,
            RULE_WORDS,
            DISHES,
            GROUPS,
            INTAKES,
        ]
    ),
    ids=lambda path: f"{path.parent.name}/{path.name}",
)
def test_every_table_is_registered(path: Path) -> None:
    assert str(path.relative_to(ROOT)) in REGISTER


@pytest.mark.parametrize("name", sorted(SOURCES))
def test_every_source_has_a_table_an_edition_and_a_licence(name: str) -> None:
    source = SOURCES[name]

    assert source.table.is_file()
    assert source.edition in REGISTER[str(source.table.relative_to(ROOT))][2]
    assert source.licence.split(" for ")[0] in REGISTER[str(source.table.relative_to(ROOT))][3]
