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
        IndexedName(folded(name.text), place, WEIGHTS[name.kind], draft.prior, name.kind)
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


@pytest.mark.parametrize(
    "query",
    [
        "",
        " ",
        "🎉",
        "！？",
        "zzzzqqq",
        "qqqq",
        "123",
        "asdfgh",
        "手机",
        "么么哒",
        "hello world",
        "\x00",
        "'; DROP TABLE food; --" * 400,
    ],
)
def test_nonsense_finds_nothing_and_breaks_nothing(shipped: tuple[NameIndex, list[str]], query: str) -> None:
    index, _ = shipped

    assert index.search(query, limit=10) == [] or query.startswith("'")


def initials(letters: str, *, food: int) -> IndexedName:
    """Return the initials of a name of a food."""
    return IndexedName(letters, food, 60, 50, NameKind.INITIALS)


def test_an_index_of_nothing_finds_nothing() -> None:
    assert NameIndex([]).search("egg", limit=5) == []


def test_grams_are_signs_pairs_of_signs_and_padded_triples_of_letters() -> None:
    assert list(grams_of("豆腐 egg")) == ["豆", "腐", "豆腐", "^eg", "egg", "gg$"]


def test_a_food_comes_once_however_many_of_its_names_fit() -> None:
    index = NameIndex(
        [IndexedName("egg", 0, 100, 50), IndexedName("hen egg", 0, 85, 50), IndexedName("eggnog", 1, 100, 9)]
    )

    assert [hit.food for hit in index.search("egg", limit=5)] == [0, 1]


def first_found(query: str, *names: IndexedName) -> int:
    """Return the place of the food that an index of a few names finds first."""
    return NameIndex(names).search(query, limit=1)[0].food


def test_a_food_whose_names_are_only_marks_is_not_in_the_way() -> None:
    names = [IndexedName("", 0, 100, 50), IndexedName("egg", 1, 100, 50), IndexedName("", 2, 100, 50)]

    assert [hit.food for hit in NameIndex(names).search("egg 蛋", limit=5)] == [1]


def test_initials_find_the_name_they_stand_for() -> None:
    index = NameIndex([IndexedName("番茄", 0, 100, 50), IndexedName("西红柿", 0, 85, 50), initials("xhs", food=0)])

    assert [(hit.food, hit.matched) for hit in index.search("xhs", limit=5)] == [(0, "西红柿")]
    assert index.search("xh", limit=5) == []


def test_of_equal_initials_the_name_that_more_foods_have_is_first() -> None:
    bun, radish = IndexedName("菠萝包", 0, 100, 50), IndexedName("白萝卜", 1, 100, 50)
    another = IndexedName("白萝卜", 2, 100, 20)

    assert first_found("blb", bun, initials("blb", food=0), radish, initials("blb", food=1), another) == 1


def test_a_food_answers_to_both_languages_of_a_query_through_any_of_its_names() -> None:
    milk = [IndexedName("milk", 0, 100, 50), IndexedName("牛奶", 0, 100, 50)]
    lean = [IndexedName("low fat milk", 1, 100, 50), IndexedName("脱脂牛奶", 1, 100, 50)]

    assert first_found("low fat 牛奶", *milk, *lean) == 1


def test_a_word_stands_for_the_everyday_food_that_it_names_in_the_other_language() -> None:
    salmon = [IndexedName("salmon", 0, 100, 100), IndexedName("三文鱼", 0, 100, 100)]

    assert first_found("smoked 三文鱼", *salmon, IndexedName("fish salmon smoked", 1, 100, 20)) == 1


def test_for_chinese_a_food_with_a_chinese_name_is_before_one_without() -> None:
    cola = [IndexedName("cola", 0, 100, 100), IndexedName("可乐", 0, 100, 100)]
    foreign = IndexedName("cola zero", 1, 100, 30)
    known = [IndexedName("cola zero", 2, 100, 30), IndexedName("零度饮料", 2, 100, 30)]

    hits = NameIndex([*cola, foreign, *known]).search("可乐 zero", limit=3)

    assert [hit.food for hit in hits if hit.food] == [2, 1]


def test_what_is_called_so_is_before_what_is_also_called_so() -> None:
    assert first_found("cheddar", IndexedName("cheddar", 0, 85, 30), IndexedName("cheddar", 1, 100, 30)) == 1


def test_an_everyday_food_that_is_also_called_so_is_first() -> None:
    assert first_found("cheddar", IndexedName("cheddar", 0, 85, 100), IndexedName("cheddar", 1, 100, 40)) == 0


def test_a_plain_food_that_holds_half_of_what_was_asked_is_after_a_rare_one_that_holds_all() -> None:
    assert first_found("beef stew", IndexedName("beef", 0, 100, 100), IndexedName("stew beef", 1, 100, 10)) == 1


@pytest.mark.django_db
def test_search_gives_names_and_the_version_to_log(everyday_catalogue: LoadReport) -> None:
    [hit] = search_foods(query="雞蛋", limit=1)

    egg = Food.objects.get(key="everyday:egg")
    assert (hit.food_id, hit.version_id, hit.source) == (egg.pk, egg.current_id, "everyday")
    assert (hit.name_zh, hit.name_en, hit.score) == ("鸡蛋", "egg", 1.0)


@pytest.mark.django_db
def test_of_an_everyday_food_and_one_of_a_table_that_are_called_alike_one_is_shown() -> None:
    for source in ("everyday", "fndds", "sr28"):
        make_food(name_en="goat butter", name_zh="", source=source)

    assert len(search_foods(query="goat butter")) == 1


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
