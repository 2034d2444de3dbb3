"""The table of activities: codes and METs of the Compendium, and the words people use for them."""

from __future__ import annotations

import csv
import html
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from fitness.reading.lexicon import ActivityLexicon, ActivityWord
from meum.domain.languages import Lang, name_in

TABLES = Path(__file__).parent / "tables"
ACTIVITIES = TABLES / "activities.csv"
WORDS = TABLES / "activity_words.csv"
COLUMNS = ("edition", "code", "met", "category", "name_zh", "name_en")
LONGEST_NAME = 240


@dataclass(frozen=True, slots=True)
class CompendiumActivity:
    """Hold one row: which edition and code its MET comes from, and its names."""

    edition: str
    code: str
    met: float
    category: str
    name_zh: str
    name_en: str

    def name(self, lang: Lang) -> str:
        """Return the name in a language, in the other one where there is none."""
        return name_in(lang, zh=self.name_zh, en=self.name_en)


@dataclass(frozen=True, slots=True)
class Refusal:
    """Say which line of a source file was not taken, and why."""

    line: int
    reason: str


@cache
def activities() -> Mapping[str, CompendiumActivity]:
    """Return every activity by its code, with the short names where we have them."""
    short = {row["code"]: row for row in _rows(WORDS)}
    table = {}
    for row in _rows(ACTIVITIES):
        names = short.get(row["code"], row)
        table[row["code"]] = CompendiumActivity(
            row["edition"], row["code"], float(row["met"]), row["category"], names["name_zh"], names["name_en"]
        )
    return MappingProxyType(table)


@cache
def activity_lexicon() -> ActivityLexicon:
    """Return the words for activities; a word that also means other things counts only beside an amount."""
    return ActivityLexicon(word for row in _rows(WORDS) for word in _words_of(row))


@cache
def words_by_code() -> Mapping[str, tuple[str, ...]]:
    """Return the everyday words of the activities that have any."""
    return MappingProxyType({row["code"]: tuple(word.phrase for word in _words_of(row)) for row in _rows(WORDS)})


def _words_of(row: Mapping[str, str]) -> Iterator[ActivityWord]:
    for column, needs_amount in (("words", False), ("weak_words", True)):
        for phrase in row[column].split(";"):
            if phrase:
                yield ActivityWord(phrase, row["code"], needs_amount)


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def from_source(path: Path) -> tuple[list[CompendiumActivity], list[Refusal]]:
    """Read the source table of METs; return its rows in order of code, and the lines refused.

    The 2024 value is taken where the code kept its meaning, else the 2011 one; the edition says which.
    """
    taken: dict[str, CompendiumActivity] = {}
    refused = []
    for line, row in enumerate(_rows(path), start=2):
        try:
            activity = _activity_of(row)
            if activity.code in taken:
                raise ValueError("the code stands twice")
            taken[activity.code] = activity
        except (KeyError, ValueError) as error:
            refused.append(Refusal(line, str(error)))
    return [taken[code] for code in sorted(taken)], refused


def _activity_of(row: Mapping[str, str]) -> CompendiumActivity:
    later = row["met_2024_same_code"]
    met = float(later or row["met_2011"])
    name = html.unescape(row["name_en"]).strip()
    code = row["code_2011"]
    if not (code.isascii() and code.isdigit() and len(code) == 5):
        raise ValueError("a code has five digits")
    if not 0.9 <= met <= 25:
        raise ValueError("a MET lies between 0.9 and 25")
    if not 0 < len(name) <= LONGEST_NAME:
        raise ValueError("a name has 1 to 240 characters")
    return CompendiumActivity("2024" if later else "2011", code, met, row["category"], row["name_zh"].strip(), name)


def write_table(rows: list[CompendiumActivity], *, path: Path) -> None:
    """Write the table of activities."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(
            (row.edition, row.code, f"{row.met:g}", row.category, row.name_zh, row.name_en) for row in rows
        )
