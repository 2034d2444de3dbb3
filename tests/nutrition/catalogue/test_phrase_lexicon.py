"""The English names that the meal reader gets from the catalogue, and how much each is trusted."""

from __future__ import annotations

import pytest

from meum.domain.languages import Lang
from nutrition.catalogue.lexicon import meal_lexicon
from nutrition.domain.foods import FoodGroup, NameKind
from nutrition.models.catalogue import Food, FoodName
from nutrition.reading.phrase_names import terms_of
from tests.factories.nutrition import make_food, make_source

pytestmark = pytest.mark.django_db


def _of(source: str, food: Food) -> Food:
    food.source = make_source(source)
    food.save()
    return food


def _found(phrase: str) -> list[str]:
    return [hit.food for hit in meal_lexicon().phrases.find(terms_of(phrase), limit=5)]


def test_a_descriptive_phrase_finds_a_food_of_the_table() -> None:
    pizza = make_food(name_en="Pizza with pepperoni, from school lunch, thin crust")
    make_food(name_en="Pizza, cheese, thick crust")

    assert _found("thin-crust pepperoni pizza")[0] == pizza.key


def test_chinese_names_are_no_english_phrases() -> None:
    make_food(name_zh="米饭", aliases={"rice": Lang.EN})

    assert len(meal_lexicon().phrases) == 1


def test_a_food_that_is_not_listed_is_not_found() -> None:
    rice = make_food(name_en="Rice, cooked")
    Food.objects.filter(pk=rice.pk).update(is_listed=False)

    assert _found("rice") == []


def test_what_is_eaten_more_often_is_meant() -> None:
    make_food(name_en="Milk, goat", prior=20)
    cow = make_food(name_en="Milk, cow", prior=60)

    assert _found("milk")[0] == cow.key


@pytest.mark.parametrize("source", ["sr28", "everyday"])
def test_the_table_of_foods_as_eaten_is_trusted_most(source: str) -> None:
    other = _of(source, make_food(name_en="Milk, goat"))
    eaten = _of("fndds", make_food(name_en="Milk, cow"))

    assert _found("milk") == [eaten.key, other.key]


def test_one_letter_tells_which_coffee_of_singapore_is_meant() -> None:
    sugared = make_food(name_en="kopi o")
    milky = make_food(name_en="kopi c")

    assert (_found("kopi o")[0], _found("kopi c")[0]) == (sugared.key, milky.key)


def test_an_everyday_food_is_meant_where_it_is_told_by_its_very_name() -> None:
    plate = _of("everyday", make_food(name_en="chicken burrito"))
    ounce = _of("fndds", make_food(name_en="Burrito with chicken"))

    assert _found("chicken burrito") == [plate.key, ounce.key]


def test_part_of_such_a_name_makes_no_everyday_food_likelier() -> None:
    plate = _of("everyday", make_food(name_en="chicken burrito"))
    ounce = _of("fndds", make_food(name_en="Burrito with chicken"))

    assert _found("bean burrito") == [ounce.key, plate.key]


def test_a_description_is_trusted_less_than_a_name() -> None:
    described = _of("fndds", make_food(name_en="Gruel"))
    FoodName.objects.create(food=described, lang=Lang.EN, text="Milk, goat", folded="milk goat", kind=NameKind.ALIAS)
    named = _of("fndds", make_food(name_en="Milk, cow"))

    assert _found("milk") == [named.key, described.key]


@pytest.mark.parametrize(
    ("name", "group", "is_unready"),
    [
        ("Rice, uncooked", FoodGroup.GRAIN, True),
        ("Beef, raw", FoodGroup.MEAT, True),
        ("Spinach, raw", FoodGroup.VEGETABLE, False),
        ("Apple, raw", FoodGroup.FRUIT, False),
        ("Apple, dried", FoodGroup.FRUIT, False),
        ("Lentils, dried", FoodGroup.LEGUME, True),
        ("Pudding, dry mix", FoodGroup.SWEET, True),
        ("Soup, condensed", FoodGroup.DISH, True),
    ],
)
def test_a_raw_or_dry_food_is_not_meant_where_people_eat_it_cooked(
    name: str, group: FoodGroup, is_unready: bool
) -> None:
    thing = name.split(",", maxsplit=1)[0]
    table = make_food(name_en=name, group=group)
    ready = make_food(name_en=f"{thing}, plain", group=group)

    assert _found(thing) == ([ready.key, table.key] if is_unready else [table.key, ready.key])


def test_the_portions_of_a_food_that_only_phrases_find_are_known() -> None:
    pizza = make_food(name_en="Pizza, cheese, thick crust", portions={"slice": (90, 113, 130)})

    assert meal_lexicon().facts(pizza.key).portions["slice"].mid == 113
