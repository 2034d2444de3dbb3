"""Own foods in sentences and in the search: for their owner, and for nobody else."""

from __future__ import annotations

from datetime import timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from meum.domain.intervals import Interval
from meum.journal import services as journal
from meum.journal.models import Door
from meum.people.models import Person
from nutrition.catalogue.lexicon import lexicon_with, meal_lexicon
from nutrition.catalogue.search import search_foods
from nutrition.domain.own_foods import Label
from nutrition.models import OwnFood
from nutrition.queries import Understanding, own_food_named, own_foods_in_use, understand_meal
from nutrition.services import correct_own_food
from tests.factories.diary import NOON, make_meal, make_own_food
from tests.factories.nutrition import make_food

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def foods(db: None) -> None:
    """Make the foods whose words the own ones share."""
    make_food(key="everyday:water", name_zh="水", name_en="water", nutrients={"ENERC_KCAL": 0}, is_drink=True)
    make_food(name_zh="奶昔", name_en="milkshake", aliases={}, prior=95)
    make_food(name_zh="鸡蛋", name_en="egg", portions={"个": (45, 50, 60), "piece": (45, 50, 60)}, prior=95)


def read(text: str, person: Person) -> Understanding:
    return understand_meal(text=text, at=NOON, counted_by=person.clock, person=person)


def named(text: str, person: Person) -> list[str]:
    return [item.food.name_zh or item.food.name_en for item in read(text, person).items]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("我的奶昔", "我的奶昔一杯"),
        ("我的奶昔", "喝了一杯我的奶昔"),
        ("我的奶昔", "我的奶昔"),
        ("奶昔", "奶昔一杯"),
        ("奶昔", "喝了一杯我的奶昔"),
        ("my protein shake", "a scoop of my protein shake"),
        ("my protein shake", "had 2 of my Protein Shakes"),
        ("my protein shake", "my protein shake"),
        ("Granny's pie", "a slice of granny's pie"),
        ("一号套餐", "午饭一号套餐"),
    ],
)
def test_an_own_name_comes_before_the_catalogue(ada: Person, name: str, text: str) -> None:
    own = make_own_food(person=ada, name=name)

    [item] = read(text, ada).items

    assert item.food.food_id == own.pk


def test_a_portion_weighs_what_its_owner_told(ada: Person) -> None:
    make_own_food(person=ada, name="我的奶昔", grams=400)

    grams = [read(text, ada).items[0].draft.grams for text in ("两杯我的奶昔", "我的奶昔", "我的奶昔150克")]

    assert grams == [Interval.exact(800), Interval.exact(400), Interval.exact(150)]


def test_own_foods_stand_beside_others(ada: Person) -> None:
    make_own_food(person=ada, name="我的奶昔")

    assert named("早饭一杯我的奶昔、两个鸡蛋", ada) == ["我的奶昔", "鸡蛋"]


@pytest.mark.parametrize("text", ["没喝我的奶昔", "my shake is at home"])
def test_what_was_not_eaten_is_not_read(ada: Person, text: str) -> None:
    make_own_food(person=ada, name="我的奶昔")
    make_own_food(person=ada, name="my shake")

    assert named(text, ada) == []


def test_nobody_else_is_understood_so(ada: Person, chen: Person) -> None:
    make_own_food(person=ada, name="我的奶昔")

    assert named("喝了一杯我的奶昔", chen) == ["奶昔"]


def test_a_forgotten_food_is_read_no_more(ada: Person) -> None:
    own = make_own_food(person=ada, name="我的奶昔")
    journal.remove_entry(person=ada, author=ada, door=Door.WEB, model=OwnFood, entry_id=own.pk)

    assert named("喝了一杯我的奶昔", ada) == ["奶昔"]


def test_a_sentence_means_the_version_in_use(ada: Person) -> None:
    own = make_own_food(person=ada, name="我的奶昔", kcal=100)
    first = own.food_version_id
    second = _changed(ada, own)
    journal.undo_latest(person=ada, author=ada, door=Door.WEB)

    [item] = read("我的奶昔", ada).items

    assert item.draft.food_version_id == first != second


def test_whoever_taught_nothing_shares_the_lexicon(
    ada: Person, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    shared = meal_lexicon()

    with django_assert_num_queries(1):
        assert lexicon_with(own_foods_in_use(person=ada), lexicon=shared) is shared


def test_own_names_leave_the_shared_lexicon_alone(ada: Person) -> None:
    shared = meal_lexicon()
    make_own_food(person=ada, name="我的奶昔")

    overlaid = lexicon_with(own_foods_in_use(person=ada), lexicon=shared)

    assert (len(shared.own), len(overlaid.own)) == (0, 1)
    assert overlaid.names is shared.names
    assert overlaid.spelling is shared.spelling


@pytest.mark.parametrize("query", ["奶昔", "我的奶昔", "naixi", "wdnx"])
def test_search_puts_own_foods_before_equals(ada: Person, chen: Person, query: str) -> None:
    own = make_own_food(person=ada, name="我的奶昔")

    assert search_foods(query=query, person=ada)[0].food_id == own.pk
    assert own.pk not in {hit.food_id for hit in search_foods(query=query, person=chen)}
    assert own.pk not in {hit.food_id for hit in search_foods(query=query)}


@pytest.mark.usefixtures("that_friday")
def test_what_is_eaten_often_comes_before_what_fits_as_well(ada: Person, chen: Person) -> None:
    first, other = make_food(name_zh="豆汁儿", key="own:a"), make_food(name_zh="豆汁儿", key="own:b")
    make_meal(person=ada, food=other)

    assert [hit.food_id for hit in search_foods(query="豆汁儿", person=ada)] == [other.pk, first.pk]
    assert [hit.food_id for hit in search_foods(query="豆汁儿", person=chen)] == [first.pk, other.pk]


@pytest.mark.usefixtures("that_friday")
def test_what_was_eaten_long_ago_counts_no_more(ada: Person) -> None:
    first, other = make_food(name_zh="豆汁儿", key="own:a"), make_food(name_zh="豆汁儿", key="own:b")
    make_meal(person=ada, food=other, at=NOON - timedelta(days=100))

    assert [hit.food_id for hit in search_foods(query="豆汁儿", person=ada)] == [first.pk, other.pk]


@pytest.mark.parametrize("asked", ["我的奶昔", "奶昔", "我的奶昔 "])
def test_an_own_food_is_named_with_or_without_mine(ada: Person, chen: Person, asked: str) -> None:
    own = make_own_food(person=ada, name="我的奶昔")

    assert own_food_named(person=ada, name=asked) == own
    assert own_food_named(person=chen, name=asked) is None


def _changed(person: Person, own: OwnFood) -> object:
    label = Label(amounts={"ENERC_KCAL": 7})
    return correct_own_food(
        person=person, author=person, door=Door.WEB, own_food_id=own.pk, label=label
    ).food_version_id
