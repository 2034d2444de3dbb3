"""Our own names of foods, as the shipped tables have them."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from nutrition.catalogue.building import english_names, with_our_name
from nutrition.catalogue.sources import SOURCES
from nutrition.catalogue.sources.base import NAMES, rows_of
from nutrition.domain.foods import NameKind
from tests.nutrition.catalogue.drafts import draft

LONGEST = 40
SHOWN_FIRST = 2500
LIKE_A_TABLE = re.compile(r",.*,|NS as to|\bNFS\b|made with")
# Two products of one name differ by their bar code.
TABLES = [source for source in SOURCES.values() if source.name != "off"]


@pytest.fixture(scope="module")
def shown() -> dict[str, str]:
    """Return the English names that are shown, by key, the likeliest foods first; empty for a food without one."""
    rows = [
        (-int(row["prior"]), f"{each.name}:{row['code']}", row["en"]) for each in TABLES for row in rows_of(each.table)
    ]
    return {key: name for _, key, name in sorted(rows)}


def test_every_own_english_name_is_shown_for_its_food(shown: dict[str, str]) -> None:
    assert {key: shown.get(key) for key in english_names()} == english_names()


def test_no_own_english_name_is_that_of_another_food(shown: dict[str, str]) -> None:
    """An everyday food that rests on one of a table may be called as it is: the search shows one of them."""
    named = Counter(name.casefold() for key, name in shown.items() if not key.startswith("everyday:"))

    assert [name for name in english_names().values() if named[name.casefold()] > 1] == []


@pytest.mark.parametrize("column", ["key", "zh"])
def test_no_own_chinese_name_is_told_of_two_american_foods(column: str) -> None:
    named = Counter(row[column] for row in rows_of(NAMES / "fndds.csv"))

    assert [name for name, times in named.items() if times > 1] == []


def test_own_english_names_are_short_and_begin_like_a_sentence() -> None:
    odd = [name for name in english_names().values() if len(name) > LONGEST or name[0].islower()]

    assert odd == []


def test_the_likeliest_foods_are_not_called_as_in_a_table(shown: dict[str, str]) -> None:
    first = list(shown.values())[:SHOWN_FIRST]

    assert [name for name in first if LIKE_A_TABLE.search(name)] == []


def test_the_name_of_its_table_still_finds_a_food() -> None:
    cola = draft("92410320", source="fndds", name_en="Soft drink, cola, diet")

    named = with_our_name(cola)

    assert named.name_en == "Diet cola (with caffeine)"
    assert named.names == (*cola.names, named.names[-1])
    assert (named.names[-1].kind, named.names[-1].text) == (NameKind.ALIAS, "Diet cola (with caffeine)")


def test_a_food_without_an_own_name_stays_as_it_is() -> None:
    rare = draft("0", source="fndds", name_en="Soup, rare, canned")

    assert with_our_name(rare) is rare


def test_every_own_name_of_a_taiwanese_food_is_shown_for_it() -> None:
    shown = {f"tfda:{row['code']}": row["zh"] for row in rows_of(SOURCES["tfda"].table)}
    own = {row["key"]: row["zh"] for row in rows_of(NAMES / "tfda.csv")}

    assert {key: shown.get(key) for key in own} == own
