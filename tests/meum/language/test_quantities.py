"""Numbers with their measures."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meum.language.measures import Dimension, Size, measure_at, measure_named
from meum.language.quantities import bare_quantity_at, quantities_in, quantity_at
from meum.language.scripts import simplified


def test_jin_and_liang_are_one_amount() -> None:
    quantity = quantity_at("一百二十二斤三两", 0)

    assert quantity is not None
    assert quantity.canonical.mid == pytest.approx(61_150)


@pytest.mark.parametrize(
    ("told", "millilitres"), [("500ml x 3", 1500), ("330毫升×2", 660), ("2 x 100 ml", 200), ("250ml*2盒", 500)]
)
def test_a_measure_is_multiplied_from_either_side(told: str, millilitres: float) -> None:
    quantity = quantity_at(simplified(told), 0)

    assert quantity is not None
    assert quantity.canonical.mid == millilitres
    assert quantity.end == len(told)


@pytest.mark.parametrize(
    ("told", "amount", "word", "canonical"),
    [
        ("二两面", 2, "两", 100),
        ("三斤半", 3.5, "斤", 1750),
        ("半斤", 0.5, "斤", 250),
        ("500ml的牛奶", 500, "ml", 500),
        ("1.5L", 1.5, "l", 1500),
        ("8-ounce steak", 8, "oz", 226.796),
        ("12 fl oz", 12, "fl oz", 354.882),
        ("2 lbs", 2, "lb", 907.185),
        ("2 x 100 g", 200, "g", 200),
        ("5公里", 5, "km", 5000),
        ("3英里", 3, "mile", 4828.032),
        ("200大卡", 200, "kcal", 200),
        ("800千卡", 800, "kcal", 800),
        ("800千焦", 800, "kj", 800 / 4.184),
        ("2千克", 2, "kg", 2000),
        ("一碗半米饭", 1.5, "碗", 1.5),
        ("1个半", 1.5, "个", 1.5),
        ("half a cup of rice", 0.5, "cup", 0.5),
        ("两听", 2, "罐", 2),
        ("3 tablespoons", 3, "tbsp", 3),
        ("2 dessert spoons", 2, "dessertspoon", 2),
        ("a knob of butter", 1, "knob", 1),
        ("two ladlefuls", 2, "ladle", 2),
        ("1 punnet", 1, "punnet", 1),
        ("half a sleeve", 0.5, "sleeve", 0.5),
        ("2 fistfuls", 2, "handful", 2),
        ("a few forkfuls", 3, "bite", 3),
        ("2 cups n a half", 2.5, "cup", 2.5),
    ],
)
def test_a_quantity_is_read_with_its_measure(told: str, amount: float, word: str, canonical: float) -> None:
    quantity = quantity_at(simplified(told), 0)

    assert quantity is not None
    assert quantity.measure is not None
    assert (quantity.amount.mid, quantity.measure.word) == (amount, word)
    assert quantity.canonical.mid == pytest.approx(canonical, rel=1e-5)


@pytest.mark.parametrize(
    ("told", "size", "rest"),
    [
        ("一大碗米饭", Size.LARGE, "米饭"),
        ("两小杯牛奶", Size.SMALL, "牛奶"),
        ("a large bowl of soup", Size.LARGE, " soup"),
        ("2 medium apples", Size.MEDIUM, " apples"),
    ],
)
def test_a_size_is_kept(told: str, size: Size, rest: str) -> None:
    quantity = quantity_at(told, 0)

    assert quantity is not None
    assert (quantity.size, told[quantity.end :]) == (size, rest)


@pytest.mark.parametrize(("told", "rest"), [("2 lemons", " lemons"), ("5x5", "x5"), ("3 garlic", " garlic")])
def test_a_letter_of_a_word_is_no_measure(told: str, rest: str) -> None:
    quantity = quantity_at(told, 0)

    assert quantity is not None
    assert quantity.measure is None
    assert told[quantity.end :] == rest


def test_a_counter_without_a_number_is_one() -> None:
    quantity = bare_quantity_at("来碗面", 1)

    assert quantity is not None
    assert (quantity.amount.mid, quantity.start, quantity.end) == (1, 1, 2)
    assert bare_quantity_at("来面", 1) is None


def test_the_quantities_of_a_sentence_come_in_order() -> None:
    words = [quantity.measure and quantity.measure.word for quantity in quantities_in("2 eggs and 200 ml milk, 一碗粥")]

    assert words == [None, "ml", "碗"]


def test_a_measure_must_be_a_whole_latin_word() -> None:
    assert measure_at("grape", 0) is None
    assert measure_at("g", 0) is not None
    assert measure_named("slices") == measure_named("slice")


def test_only_household_measures_need_a_table() -> None:
    bowl, gram = measure_named("碗"), measure_named("克")

    assert bowl is not None
    assert gram is not None
    assert (bowl.is_household, gram.dimension) == (True, Dimension.MASS)


@given(st.text(max_size=60) | st.text("一二两半0123456789./x克斤两个碗杯mlgoz aof-", max_size=30))
def test_quantities_of_any_text_do_not_overlap(text: str) -> None:
    found = quantities_in(simplified(text))

    assert all(one.end <= two.start for one, two in itertools.pairwise(found))
