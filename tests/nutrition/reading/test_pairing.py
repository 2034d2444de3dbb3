"""Amounts that belong to words nobody knows."""

from __future__ import annotations

import pytest

from tests.nutrition.reading.american import american, told
from tests.nutrition.reading.conftest import Read

RICE = "Rice, white, cooked, NS as to fat"


@pytest.mark.parametrize(
    ("text", "grams"),
    [
        ("2 tbsp of gochujang and rice", 158),
        ("100 g gochujang with 200 g rice", 200),
        ("gochujang 200 g, rice", 158),
        ("gochujang200g rice 100g", 100),
    ],
)
def test_an_unknown_word_keeps_the_amount_beside_it(text: str, grams: float) -> None:
    reading = american(text)

    assert told(text) == {RICE: grams}
    assert reading.unknown == ("gochujang",)


@pytest.mark.parametrize("text", ["龙虎宴200克 米饭", "200克龙虎宴米饭", "米饭 龙虎宴200克"])
def test_a_chinese_unknown_word_keeps_the_amount_beside_it(text: str, read: Read) -> None:
    (rice,) = read(text).items

    assert (rice.food, rice.is_amount_told) == ("rice", False)


def test_a_bare_number_before_an_unknown_word_counts_the_food_behind_it() -> None:
    assert told("two qzxo apples") == {"Apple, raw": 364}


@pytest.mark.parametrize("text", ["2 of the 8 slices of cheese pizza", "two out of 8 slices of cheese pizza"])
def test_the_part_eaten_of_a_number_of_pieces_counts(text: str) -> None:
    assert told(text) == {"Pizza, cheese, medium crust": 226}


def test_an_amount_that_touches_an_unknown_word_stays_with_it(read: Read) -> None:
    reading = read("1个牛油果 水龙珠1个 面包两片")

    assert [(item.food, item.grams.mid) for item in reading.items] == [("avocado", 150), ("bread", 70)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("五花肉吃了100克 鸡蛋一个", [("pork_belly", 100), ("egg", 50)]),
        ("五花肉吃了100克 鸡蛋", [("pork_belly", 100), ("egg", 50)]),
    ],
)
def test_a_verb_joins_an_amount_to_the_food_before_it(text: str, told: list[tuple[str, float]], read: Read) -> None:
    assert [(item.food, item.grams.mid) for item in read(text).items] == told


def test_a_vague_word_that_touches_a_food_tells_it(read: Read) -> None:
    salad, egg = read("沙拉几口 鸡蛋一个").items

    assert salad.grams.mid < 150
    assert egg.grams.mid == 50


def test_amounts_that_all_stand_behind_their_foods_stay_there(read: Read) -> None:
    reading = read("米饭 一碗 红烧肉 三块 苹果 两个")

    assert [(item.food, item.unit, item.amount and item.amount.mid) for item in reading.items] == [
        ("rice", "碗", 1),
        ("braised_pork", "块", 3),
        ("apple", "个", 2),
    ]
