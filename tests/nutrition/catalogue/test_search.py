"""Search over all shipped names: the plain everyday food first, in both scripts, by sound, with slips."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from pytest_django import DjangoAssertNumQueries

from nutrition.catalogue.drafts import FoodDraft
from nutrition.catalogue.index import IndexedName, NameIndex, grams_of
from nutrition.catalogue.loading import WEIGHTS, LoadReport
from nutrition.catalogue.naming import folded
from nutrition.catalogue.search import search_foods
from nutrition.catalogue.sources import SOURCES
from nutrition.catalogue.tables import read_table
from nutrition.domain.foods import NameKind
from nutrition.models.catalogue import Food
from tests.factories.nutrition import make_food

SEARCHES = list(csv.DictReader((Path(__file__).parent / "searches.csv").read_text(encoding="utf-8").splitlines()))


@pytest.fixture(scope="module")
def shipped() -> tuple[NameIndex, list[str]]:
    """Return an index of all shipped names and the keys of its foods."""
    rows = (row for source in SOURCES.values() for row in read_table(source.table, source=source.name))
    drafts = sorted((row for row in rows if isinstance(row, FoodDraft)), key=lambda one: (-one.prior, one.key))
    names = (
        IndexedName(folded(name.text), place, WEIGHTS[name.kind], draft.prior)
        for place, draft in enumerate(drafts)
        for name in draft.names
        if name.kind is not NameKind.TRADITIONAL
    )
    return NameIndex(names), [draft.key for draft in drafts]


@pytest.mark.parametrize("row", SEARCHES, ids=lambda row: row["query"])
def test_what_people_type_finds_what_they_mean(shipped: tuple[NameIndex, list[str]], row: dict[str, str]) -> None:
    index, keys = shipped

    hits = index.search(row["query"], limit=1)

    assert [keys[hit.food] for hit in hits] == [row["expected"]]


@pytest.mark.parametrize("query", ["", " ", "🎉", "！？", "zzzzqqq", "\x00", "'; DROP TABLE food; --" * 400])
def test_nonsense_finds_nothing_and_breaks_nothing(shipped: tuple[NameIndex, list[str]], query: str) -> None:
    index, _ = shipped

    assert index.search(query, limit=10) == [] or query.startswith("'")


def test_an_index_of_nothing_finds_nothing() -> None:
    assert NameIndex([]).search("egg", limit=5) == []


def test_grams_are_signs_pairs_of_signs_and_padded_triples_of_letters() -> None:
    assert list(grams_of("豆腐 egg")) == ["豆", "腐", "豆腐", "^eg", "egg", "gg$"]


def test_a_food_comes_once_however_many_of_its_names_fit() -> None:
    index = NameIndex(
        [IndexedName("egg", 0, 100, 50), IndexedName("hen egg", 0, 85, 50), IndexedName("eggnog", 1, 100, 9)]
    )

    assert [hit.food for hit in index.search("egg", limit=5)] == [0, 1]


@pytest.mark.django_db
def test_search_gives_names_and_the_version_to_log(everyday_catalogue: LoadReport) -> None:
    [hit] = search_foods(query="雞蛋", limit=1)

    egg = Food.objects.get(key="everyday:egg")
    assert (hit.food_id, hit.version_id, hit.source) == (egg.pk, egg.current_id, "everyday")
    assert (hit.name_zh, hit.name_en, hit.score) == ("鸡蛋", "egg", 1.0)


@pytest.mark.django_db
def test_a_food_added_later_is_found(everyday_catalogue: LoadReport) -> None:
    search_foods(query="鸡蛋")

    make_food(name_zh="螺蛳粉")

    assert search_foods(query="螺蛳粉", limit=1)[0].name_zh == "螺蛳粉"


@pytest.mark.django_db
@pytest.mark.parametrize("foods", [1, 40])
def test_a_search_costs_two_queries(foods: int, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    for number in range(foods):
        make_food(name_en=f"egg {number}")
    search_foods(query="egg")

    with django_assert_num_queries(2):
        assert len(search_foods(query="egg", limit=40)) == foods


@pytest.mark.django_db
def test_of_two_equal_names_the_sound_food_comes_first() -> None:
    doubtful, sound = make_food(name_zh="豆汁儿", key="own:a"), make_food(name_zh="豆汁儿", key="own:b")
    doubtful.versions.update(grade="C")
    sound.versions.update(grade="A")

    assert [hit.key for hit in search_foods(query="豆汁儿")] == ["own:b", "own:a"]
