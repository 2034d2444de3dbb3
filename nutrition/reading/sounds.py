"""How Chinese signs sound, without tones: one reading each, from a small table, so that nothing large is imported."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

TABLE = Path(__file__).parent / "sounds.csv"
"""Syllable, and the signs of GB 2312 that are read so; made by `manage.py build_sounds`."""


@cache
def _voices() -> Mapping[int, str]:
    """Return for each sign, as `str.translate` takes it, the first sign of its syllable."""
    rows = csv.DictReader(TABLE.read_text("utf-8").splitlines())
    return MappingProxyType({ord(sign): row["signs"][0] for row in rows for sign in row["signs"]})


@cache
def _syllables() -> frozenset[str]:
    return frozenset(row["syllable"] for row in csv.DictReader(TABLE.read_text("utf-8").splitlines()))


def voiced(text: str) -> str:
    """Return a text with one sign for each syllable: two texts sound alike when they are voiced alike.

    It is as long as the text; signs outside the table and other characters stay.
    """
    return text.translate(_voices())


@cache
def _spellings() -> Mapping[int, str]:
    """Return for each sign, as `str.translate` takes it, its syllable."""
    rows = csv.DictReader(TABLE.read_text("utf-8").splitlines())
    return MappingProxyType({ord(sign): row["syllable"] for row in rows for sign in row["signs"]})


def spelled(text: str) -> str:
    """Return a text with its syllable for each sign; signs of several readings may have another."""
    return text.translate(_spellings())


@cache
def _letters() -> Mapping[int, str]:
    """Return for each sign, as `str.translate` takes it, the first letter of its syllable."""
    rows = csv.DictReader(TABLE.read_text("utf-8").splitlines())
    return MappingProxyType({ord(sign): row["syllable"][0] for row in rows for sign in row["signs"]})


def lettered(text: str) -> str:
    """Return a text with the first letter of its syllable for each sign; signs of several readings may have another."""
    return text.translate(_letters())


def is_pinyin(word: str) -> bool:
    """Tell whether a word in lower case can be cut into syllables (xihongshi)."""
    syllables, reached = _syllables(), {0}
    for end in range(1, len(word) + 1):
        if any(word[start:end] in syllables for start in range(max(0, end - 6), end) if start in reached):
            reached.add(end)
    return len(word) in reached and word != ""
