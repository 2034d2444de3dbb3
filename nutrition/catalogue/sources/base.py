"""What a food source is: where its facts come from and how its rows become foods."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from meum.domain.languages import Lang
from nutrition.catalogue.drafts import FoodDraft, NameDraft
from nutrition.catalogue.naming import initials_of, pinyin_of
from nutrition.catalogue.nutrients import TABLES
from nutrition.catalogue.tables import Refusal, open_text
from nutrition.domain.foods import NameKind

NAMES = Path(__file__).parent.parent / "names"
"""Our own names for foods of other tables.

`fndds.csv` has Chinese ones: key, zh, names_zh joined by `;`; `tfda.csv` what mainland readers are shown where Taiwan's
name would puzzle them: key, zh. `english.csv` has what people call a food of any table whose English name reads like a
table: key, en.
"""
EVERYDAY = Path(__file__).parent.parent / "everyday"
"""Our own tables of what people eat every day."""


@dataclass(frozen=True, slots=True)
class FoodSource:
    """A source of foods; `build` reads the folder of source data and yields the foods of our own table."""

    name: str
    title: str
    edition: str
    licence: str
    build: Callable[[Path], Iterable[FoodDraft]]

    @property
    def table(self) -> Path:
        """Return where the built table lies in the repository."""
        return TABLES / f"{self.name}.csv.gz"


@dataclass(frozen=True, slots=True)
class HeldSource:
    """A source that is not shipped: an operator who holds it loads a file of it, which `read` turns into foods."""

    name: str
    title: str
    edition: str
    licence: str
    read: Callable[[Path], Iterable[FoodDraft | Refusal]]


def rows_of(path: Path) -> Iterator[Mapping[str, str]]:
    """Yield the rows of a CSV file, packed or plain, as texts by column; codes keep their leading zeros."""
    with open_text(path) as lines:
        yield from csv.DictReader(lines)


def figure(cell: str) -> float | None:
    """Return the number in a cell, None for an empty one."""
    return float(cell) if cell else None


def chinese_names(row: Mapping[str, str], *, first: NameKind = NameKind.NAME) -> Iterator[NameDraft]:
    """Yield name, aliases, their sounds and initials of a row with `zh` and `names_zh`; nothing for an empty one."""
    texts = [row["zh"], *filter(None, row["names_zh"].split(";"))] if row else []
    for place, text in enumerate(texts):
        yield NameDraft(Lang.ZH, NameKind.ALIAS if place else first, text)
    for text in texts:
        if sound := pinyin_of(text):
            yield NameDraft(Lang.ZH, NameKind.PINYIN, sound)
    for text in texts:
        if initials := initials_of(text):
            yield NameDraft(Lang.ZH, NameKind.INITIALS, initials)
