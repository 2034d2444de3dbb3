"""The lexicon that the meal reader gets from the catalogue."""

from __future__ import annotations

import pytest
from pytest_django import DjangoAssertNumQueries

from meum.domain.intervals import Interval
from meum.language.lexicon import key_of
from nutrition.catalogue.lexicon import generic_portions, meal_lexicon
from nutrition.catalogue.loading import LoadReport
from nutrition.domain.foods import FoodGroup
from nutrition.reading.lexicon import portion_key
from nutrition.reading.phrase_names import terms_of
from tests.factories.nutrition import make_food

pytestmark = pytest.mark.django_db


def _found(phrase: str) -> list[str]:
    return [hit.food for hit in meal_lexicon().phrases.find(terms_of(phrase), limit=5)]


def _meant(word: str) -> list[str]:
    return [candidate.food for candidate in meal_lexicon().names.get(key_of(word)) or ()]


@pytest.mark.parametrize(
    ("word", "food"),
    [
        ("鸡蛋", "everyday:egg"),
        ("eggs", "everyday:egg"),
        ("小米粥", "everyday:millet_congee"),
        ("粥", "everyday:congee"),
        ("面", "everyday:noodles"),
        ("咖啡", "everyday:coffee"),
        ("绿茶", "everyday:green_tea"),
        ("粉丝", "everyday:glass_noodles"),
        ("燕麦", "everyday:rolled_oats"),
        ("oats", "everyday:rolled_oats"),
    ],
)
def test_a_bare_word_means_the_everyday_food_as_it_is_eaten(
    everyday_catalogue: LoadReport, word: str, food: str
) -> None:
    assert _meant(word)[0] == food


def test_the_long_tail_comes_after_the_everyday_food(everyday_catalogue: LoadReport) -> None:
    duck = make_food(name_en="Egg, duck, whole, fresh, raw", key="sr28:01138", group=FoodGroup.EGG)

    assert _found("egg")[0] == "everyday:egg"
    assert _found("duck egg")[0] == duck.key


def test_a_plural_heading_does_not_displace_the_everyday_food(everyday_catalogue: LoadReport) -> None:
    heading = make_food(name_en="Apples, raw, with skin", key="sr28:09003", group=FoodGroup.FRUIT)

    assert _found("apple")[:2] == _found("apples")[:2] == ["everyday:apple", heading.key]


def test_a_table_word_of_one_sign_is_no_spoken_name() -> None:
    make_food(name_zh="葛")

    assert _meant("葛") == []


def test_portions_are_grams_of_one_unit(everyday_catalogue: LoadReport) -> None:
    egg = meal_lexicon().facts("everyday:egg")

    assert egg.portions[portion_key("个")] == egg.portions[portion_key("pieces")] == Interval(42, 50, 60)
    assert egg.serving == Interval(42, 50, 60)
    assert not egg.is_drink


def test_a_drink_has_its_density(everyday_catalogue: LoadReport) -> None:
    milk = meal_lexicon().facts("everyday:milk")

    assert milk.is_drink
    assert milk.density == Interval.around(1.03, share=0.03)


def test_a_medium_one_is_what_a_bare_one_means() -> None:
    apple = make_food(name_en="apple", key="sr28:09003")
    for position, (size, grams) in enumerate([("large", 223.0), ('medium 3" dia', 182.0)]):
        apple.portions.create(
            position=position,
            unit="piece",
            detail=size,
            grams_low=grams,
            grams_mid=grams,
            grams_high=grams,
            basis="test",
        )

    portions = meal_lexicon().facts("sr28:09003").portions

    assert portions[portion_key("piece")] == portions[portion_key("medium piece")] == Interval.exact(182)
    assert portions[portion_key("large piece")] == Interval.exact(223)


@pytest.mark.parametrize(
    ("portions", "serving"),
    [
        ({"serving": 30, "cup": 240}, 30),
        ({"cup": 240, "slice": 28}, 28),
        ({"cookie": 12, "packet": 300}, 12),
        ({"loaf": 900}, None),
    ],
)
def test_without_a_default_something_that_is_eaten_at_once_is_the_serving(
    portions: dict[str, float], serving: float | None
) -> None:
    bread = make_food(name_en="Bread, wheat", portions={unit: (g, g, g) for unit, g in portions.items()})
    bread.portions.update(is_default=False)

    assert meal_lexicon().facts(bread.key).serving == (Interval.exact(serving) if serving else None)


def test_household_measures_of_any_food_are_there_in_both_languages() -> None:
    generic = generic_portions()

    assert generic[portion_key("碗")] == Interval(200, 300, 400)
    assert {portion_key(unit) for unit in ("大碗", "slices", "听", "small bowl")} <= generic.keys()


def test_the_lexicon_is_made_once(
    everyday_catalogue: LoadReport, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    first = meal_lexicon()

    with django_assert_num_queries(1):
        assert meal_lexicon() is first
