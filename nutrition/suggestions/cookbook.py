"""The everyday foods as the rules see them, with the ingredients of their recipes; read from our own tables."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import TypedDict

import numpy as np
from numpy.typing import NDArray

from meum.domain.languages import Lang
from meum.domain.nutrients import NutrientVector
from nutrition.catalogue.drafts import FoodDraft
from nutrition.catalogue.nutrients import TABLES
from nutrition.catalogue.patterns import patterns_vector
from nutrition.catalogue.sources.base import EVERYDAY, rows_of
from nutrition.catalogue.tables import Refusal, open_text, read_table
from nutrition.domain.allergens import AllergenFacts
from nutrition.domain.foods import FoodGroup, NameKind
from nutrition.suggestions.facts import FoodFacts, Ingredient

SOURCE = "everyday"
_PART_TABLES = ("sr28", "tfda", "fndds")
_WRITTEN = (NameKind.NAME, NameKind.ALIAS, NameKind.TRADITIONAL, NameKind.MAINLAND)


class _Fields(TypedDict):
    """What `FoodFacts` is made with."""

    key: str
    name_zh: str
    name_en: str
    group: FoodGroup
    nutrients: NutrientVector
    patterns: NDArray[np.float64]
    allergens: AllergenFacts
    is_drink: bool
    ingredients: tuple[Ingredient, ...]
    others: Mapping[Lang, tuple[str, ...]]


@cache
def drafts() -> Mapping[str, FoodDraft]:
    """Return the everyday foods as the catalogue ships them, by key."""
    rows = read_table(TABLES / "everyday.csv.gz", source=SOURCE)
    return {row.key: row for row in rows if not isinstance(row, Refusal)}


@cache
def facts_by_key() -> Mapping[str, FoodFacts]:
    """Return every everyday food as the rules see it, by key."""
    return {key: FoodFacts(**fields_of(draft)) for key, draft in drafts().items()}


def fields_of(draft: FoodDraft) -> _Fields:
    """Return the fields of `FoodFacts` for a food of the table."""
    return _Fields(
        key=draft.key,
        name_zh=draft.name_zh,
        name_en=draft.name_en,
        group=draft.group,
        nutrients=draft.nutrients,
        patterns=patterns_vector({}) if draft.patterns is None else draft.patterns,
        allergens=draft.allergens or AllergenFacts(),
        is_drink=draft.is_drink,
        ingredients=_ingredients().get(draft.code, ()),
        others={lang: _other_names(draft, lang) for lang in Lang},
    )


def _other_names(draft: FoodDraft, lang: Lang) -> tuple[str, ...]:
    known = (draft.name_zh, draft.name_en)
    return tuple(
        name.text for name in draft.names if name.lang is lang and name.kind in _WRITTEN and name.text not in known
    )


@cache
def _ingredients() -> Mapping[str, tuple[Ingredient, ...]]:
    """Return what each everyday food is made of, by its code: its recipe, or the one row that it stands for."""
    told: defaultdict[str, list[tuple[str, float]]] = defaultdict(list)
    for row in _rows("recipes"):
        told[row["food"]].append((row["part"], float(row["grams"])))
    for row in _rows("foods"):
        if row["of"] != "recipe":
            told[row["key"]].append((row["of"], 1.0))
    names = _part_names({part for parts in told.values() for part, _ in parts})
    return {code: _weighed(parts, names) for code, parts in told.items()}


def _weighed(parts: Sequence[tuple[str, float]], names: Mapping[str, tuple[str, str, str]]) -> tuple[Ingredient, ...]:
    total = sum(grams for _, grams in parts)
    return tuple(
        Ingredient(key, zh, en, FoodGroup(group), grams / total)
        for key, grams in parts
        for zh, en, group in [names[key]]
    )


def _rows(folder: str) -> Iterator[Mapping[str, str]]:
    for path in sorted((EVERYDAY / folder).glob("*.csv")):
        yield from rows_of(path)


def _part_names(wanted: set[str]) -> dict[str, tuple[str, str, str]]:
    """Return the names in both languages and the group of foods of the other tables."""
    found = {}
    for source in _PART_TABLES:
        with open_text(TABLES / f"{source}.csv.gz") as lines:
            for row in csv.DictReader(lines):
                if (key := f"{source}:{row['code']}") in wanted:
                    found[key] = (row["zh"], row["en"], row["group"])
    return found


@cache
def _foods_by_name() -> Mapping[str, tuple[str, ...]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for key, food in facts_by_key().items():
        for _, text in food.names:
            found[text.lower()].append(key)
    return {name: tuple(keys) for name, keys in found.items()}


def words_of_food(name: str) -> frozenset[str]:
    """Return the words, in small letters, by which a food with this name is found in others; none if nobody knows it.

    芒果 gives 芒果 and mango: the name that was told, and the own names of each food that is called so.
    """
    keys = _foods_by_name().get(name.lower(), ())
    foods = [facts_by_key()[key] for key in keys]
    own = {text.lower() for food in foods for text in (food.name_zh, food.name_en) if text}
    return frozenset({name.lower(), *own}) if foods else frozenset()
