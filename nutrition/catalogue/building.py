"""Building our own tables of foods from source data."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from meum.domain.languages import Lang
from nutrition.catalogue.allergens import allergens_of
from nutrition.catalogue.drafts import FoodDraft, NameDraft, distinct
from nutrition.catalogue.grading import judgements_of
from nutrition.catalogue.nutrients import TABLES
from nutrition.catalogue.quality import problems_of
from nutrition.catalogue.sources import SOURCES
from nutrition.catalogue.sources.base import NAMES, rows_of
from nutrition.catalogue.tables import table_bytes
from nutrition.domain.foods import Grade, NameKind


@dataclass(frozen=True, slots=True)
class BuiltTable:
    """A table that was written: where, how many foods, how many bytes, its SHA-256, how many foods of each grade."""

    path: Path
    foods: int
    size: int
    sha256: str
    grades: Mapping[Grade, int]

    def share(self, grade: Grade) -> float:
        """Return the share of foods that have a grade, 0..1."""
        return self.grades.get(grade, 0) / max(self.foods, 1)


def build_tables(folder: Path, *, into: Path = TABLES) -> Iterator[BuiltTable]:
    """Build the table of each source from the folder of source data about foods; yield what was written.

    Raises ValueError for a food that the quality rules refuse: a shipped table has none.
    """
    for source in SOURCES.values():
        drafts = [with_our_name(_with_allergens(draft)) for draft in source.build(folder)]
        for draft in drafts:
            if problem := next(problems_of(draft), None):
                raise ValueError(f"{draft.key} {problem}")
        packed, path = table_bytes(drafts), into / source.table.name
        path.write_bytes(packed)
        grades = Counter(judgement.grade for judgement in judgements_of(drafts))
        yield BuiltTable(path, len(drafts), len(packed), hashlib.sha256(packed).hexdigest(), grades)


def _with_allergens(draft: FoodDraft) -> FoodDraft:
    """Return a food with what its name tells of allergens, unless its source knows better."""
    return draft if draft.allergens is not None else replace(draft, allergens=allergens_of(draft))


def with_our_name(draft: FoodDraft) -> FoodDraft:
    """Return a food shown by our own English name where it has one; the table's name still finds it.

    Allergens are read before, from the table's name, which tells more.
    """
    name = english_names().get(draft.key)
    if name is None:
        return draft
    return replace(draft, name_en=name, names=distinct([*draft.names, NameDraft(Lang.EN, NameKind.ALIAS, name)]))


@cache
def english_names() -> Mapping[str, str]:
    """Return our own English names by the key of their food."""
    return {row["key"]: row["en"] for row in rows_of(NAMES / "english.csv")}
