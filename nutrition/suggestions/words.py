"""Our table of words in names of foods that the hard rules go by: 里脊 tells of pork, `eggplant` of nothing.

A word counts where it is the longest at its place, as those of allergens do.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from meum.domain.languages import Lang

TABLE = Path(__file__).with_name("rule_words.csv")


@dataclass(frozen=True, slots=True)
class _Words:
    """What each word of one language tells, and the pattern that finds the longest at each place."""

    told: Mapping[str, frozenset[str]]
    pattern: re.Pattern[str]


@cache
def _words(lang: Lang) -> _Words:
    with TABLE.open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.DictReader(lines) if row["lang"] == lang]
    told = {row["word"]: frozenset(filter(None, row["tells"].split(";"))) for row in rows}
    either = "|".join(map(re.escape, sorted(told, key=len, reverse=True)))
    return _Words(told, re.compile(either if lang is Lang.ZH else rf"\b(?:{either})\b"))


def told_by(name: str, lang: Lang) -> dict[str, str]:
    """Return what a name tells, each with the word that tells it: 鱼香肉丝 gives `{"pork": "肉"}`."""
    words = _words(lang)
    return {tag: hit.group() for hit in words.pattern.finditer(name.lower()) for tag in words.told[hit.group()]}
