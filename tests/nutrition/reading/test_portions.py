"""Amounts to grams."""

from __future__ import annotations

import pytest

from meum.domain.intervals import Interval
from meum.language.measures import Size
from meum.language.quantities import quantities_in
from nutrition.reading.drafts import Basis
from nutrition.reading.lexicon import FoodFacts, portion_key
from nutrition.reading.portions import Told, Weight, water_ml, weigh
from tests.nutrition.reading.conftest import Read

GENERIC = {"碗": Interval(200, 300, 400), "份": Interval(100, 200, 350)}
SOUP = FoodFacts(portions={"bowl": Interval(240, 350, 480)}, serving=Interval.exact(300))
MILK = FoodFacts(density=Interval.exact(1.03), serving=Interval.exact(240), is_drink=True)


def weighed(told: str, facts: FoodFacts, size: Size | None = None) -> Weight:
    return weigh(Told(quantities_in(told), size=size), facts=facts, generic=GENERIC)


@pytest.mark.parametrize(
    ("told", "facts", "grams", "basis"),
    [
        ("200克", SOUP, 200, Basis.WEIGHED),
        ("一碗", SOUP, 350, Basis.PORTION),
        ("两大碗", SOUP, 1050, Basis.PORTION),
        ("一碗", MILK, 300, Basis.GENERIC),
        ("200ml", MILK, 206, Basis.MEASURED),
        ("8 oz", MILK, 243.68, Basis.MEASURED),
        ("2 tbsp", MILK, 30.46, Basis.MEASURED),
        ("两份", MILK, 480, Basis.SERVING),
        ("3", SOUP, 900, Basis.SERVING),
        ("一份", FoodFacts(), 200, Basis.GENERIC),
        ("一张", FoodFacts(), 200, Basis.UNKNOWN),
        ("一对", FoodFacts(portions={"个": Interval(25, 32, 45)}), 64, Basis.PORTION),
        ("一打", FoodFacts(portions={"piece": Interval.exact(10)}), 120, Basis.PORTION),
        ("1 pint", FoodFacts(portions={"pint": Interval.exact(568)}, is_drink=True), 568, Basis.MEASURED),
    ],
)
def test_an_amount_is_weighed(told: str, facts: FoodFacts, grams: float, basis: Basis) -> None:
    weight = weighed(told, facts)

    assert weight.grams.mid == pytest.approx(grams, rel=1e-3)
    assert weight.basis is basis


def test_english_words_for_an_amount_are_taken_where_the_table_has_some() -> None:
    portions = {"个": Interval.exact(80), "each": Interval.exact(285), "serving": Interval.exact(120)}
    potato = FoodFacts(portions=portions, serving=Interval.exact(150))

    assert [weigh(Told(), facts=facts, generic=GENERIC).grams.mid for facts in (potato, potato.in_english())] == [
        150,
        120,
    ]
    assert [weighed("2", facts).grams.mid for facts in (potato, potato.in_english())] == [160, 570]


def test_a_row_for_the_size_goes_before_a_factor() -> None:
    fries = FoodFacts(portions={"piece": Interval.exact(100), "piece/large": Interval.exact(130)})

    assert weighed("一个", fries, Size.LARGE).grams.mid == 130
    assert weighed("一个", fries, Size.SMALL).grams.mid == pytest.approx(70)


@pytest.mark.parametrize(
    ("told", "grams"), [("两瓶 500 ml", 1000), ("两个 100克", 100), ("一份 200克", 200), ("2 200 g", 200)]
)
def test_of_each_and_in_all_the_likelier_is_taken(told: str, grams: float) -> None:
    facts = FoodFacts(
        portions={"瓶": Interval.exact(500), "个": Interval.exact(50)},
        density=Interval.exact(1),
        serving=Interval.exact(90),
    )

    assert weighed(told, facts).grams.mid == pytest.approx(grams)


def test_water_is_told_in_millilitres() -> None:
    assert water_ml(Told(quantities_in("一大杯")), generic={}).mid == 500
    assert water_ml(Told(), generic={}).mid == 250


@pytest.mark.parametrize(
    ("unit", "key"),
    [
        ("slices", "slice"),
        ("听", "罐"),
        ("大碗", "碗/large"),
        ("small bowl", "bowl/small"),
        ("medium", "piece/medium"),
        ("Cup", "cup"),
        ("drumstick", "drumstick"),
        ("large burrito", "burrito/large"),
    ],
)
def test_units_of_tables_have_one_key_each(unit: str, key: str) -> None:
    assert portion_key(unit) == key


def test_a_size_of_what_comes_in_many_pieces_is_a_helping() -> None:
    fries = FoodFacts(portions={"根": Interval(3, 4, 5)}, serving=Interval(70, 110, 150))

    assert weighed("a large", fries).grams.mid == pytest.approx(165)
    assert weighed("a", fries).grams.mid == 4


@pytest.mark.parametrize(
    ("text", "like"), [("一个土豆丝", "土豆丝"), ("一个牛肉面", "牛肉面一碗"), ("一个拿铁", "一杯拿铁")]
)
def test_one_of_what_is_served_off_plates_is_a_serving(text: str, like: str, read: Read) -> None:
    assert read(text).items[0].grams.mid == pytest.approx(read(like).items[0].grams.mid)
