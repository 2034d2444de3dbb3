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


@pytest.mark.parametrize(
    ("some", "bit"),
    [("had some rice", "had a bit of rice"), ("吃了些米饭", "吃了一点米饭"), ("吃了一些米饭", "吃了一点点米饭")],
)
def test_some_is_about_a_serving_and_a_bit_is_less(some: str, bit: str, read: Read) -> None:
    (told,), (tasted,) = read(some).items, read(bit).items

    assert told.grams.mid == pytest.approx(tasted.grams.mid * 0.9 / 0.4)


def test_amounts_that_all_stand_behind_their_foods_stay_there(read: Read) -> None:
    reading = read("米饭 一碗 红烧肉 三块 苹果 两个")

    assert [(item.food, item.unit, item.amount and item.amount.mid) for item in reading.items] == [
        ("rice", "碗", 1),
        ("braised_pork", "块", 3),
        ("apple", "个", 2),
    ]


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("一碗粥剩了几口", 0.85),
        ("饺子十个剩了两个", 0.8),
        ("饺子十个，剩了三个饺子", 0.7),
        ("炒饭一盘剩了好多", 0.35),
        ("炒饭一盘剩了半碗", 0.6),
    ],
)
def test_what_is_left_was_not_eaten(text: str, share: float, read: Read) -> None:
    whole = read(text.partition("剩")[0]).items[0].grams.mid

    assert read(text).items[0].grams.mid == pytest.approx(share * whole)


def test_left_overs_are_eaten_as_told(read: Read) -> None:
    assert read("剩的炒饭一盘").items[0].grams == read("炒饭一盘").items[0].grams


@pytest.mark.parametrize(
    "text", ["昨晚的剩饭一碗", "热了一碗剩饭吃", "昨天剩了一碗饭，今早热了吃", "昨晚剩了一碗饭，早上喝水吃了"]
)
def test_left_over_rice_is_rice(text: str, read: Read) -> None:
    assert [(item.food, item.grams.mid) for item in read(text).items] == [("rice", 150)]


@pytest.mark.parametrize(
    ("text", "foods"),
    [
        ("中午吃了包子，剩了半碗饭", ["baozi"]),
        ("吃了包子剩下半碗饭没动", ["baozi"]),
        ("吃了包子，还剩一碗饭，又吃了个苹果", ["baozi", "apple"]),
        ("剩了半碗饭", []),
    ],
)
def test_another_food_that_was_left_was_not_eaten(text: str, foods: list[str], read: Read) -> None:
    assert [item.food for item in read(text).items] == foods


@pytest.mark.parametrize("text", ["吃了整个苹果", "一整个苹果", "食咗個蘋果", "苹果切成片吃了一个"])
def test_one_is_told_in_many_words(text: str, read: Read) -> None:
    assert [(item.food, item.grams.mid) for item in read(text).items] == [("apple", 200)]


@pytest.mark.parametrize("text", ["苹果片一份", "苹果丁一份", "苹果块一份"])
def test_how_a_food_is_cut_leaves_it_the_food(text: str, read: Read) -> None:
    assert [item.food for item in read(text).items] == ["apple"]


@pytest.mark.parametrize(
    ("text", "foods"),
    [
        ("炖了一锅小米粥 我吃了一碗", {"millet_porridge": 250}),
        ("买了一盒草莓 吃了五颗", {"strawberry": 75}),
        ("炒饭一盘 我吃一半 馒头一个", {"fried_rice": 175, "bun": 90}),
        ("一盘炒饭 吃了两口 馒头一个", {"fried_rice": 40, "bun": 90}),
        ("炒饭没吃完打包了一半", {"fried_rice": 150}),
    ],
)
def test_what_was_eaten_of_a_vessel_counts(text: str, foods: dict[str, float], read: Read) -> None:
    assert {item.food: item.grams.mid for item in read(text).items} == foods


@pytest.mark.parametrize(("text", "grams"), [("鸡胸肉200", 200), ("米饭150", 150), ("鸡蛋2", 100), ("饺子15", 300)])
def test_a_large_bare_number_behind_a_food_is_grams(text: str, grams: float, read: Read) -> None:
    assert read(text).items[0].grams.mid == grams


@pytest.mark.parametrize("text", ["炒饭加蛋 一盘", "炒饭 加蛋 加火腿 一盘"])
def test_a_serving_behind_what_was_added_tells_the_dish(text: str, read: Read) -> None:
    dish, *added = read(text).items

    assert (dish.food, dish.is_amount_told) == ("fried_rice", True)
    assert not any(item.is_amount_told for item in added)


def test_the_width_of_a_pizza_may_be_told_in_words(read: Read) -> None:
    assert read("一个八寸披萨").items[0].grams == read("一个8寸披萨").items[0].grams


@pytest.mark.parametrize(
    "text", ["鸡蛋x2 牛奶*1", "鸡蛋2x 牛奶1x", "2x鸡蛋 1x牛奶", "2*鸡蛋 1*牛奶", "鸡蛋×2，牛奶×1", "2x eggs, 1x milk"]
)
def test_a_multiplier_counts_and_leaves_no_word(text: str, read: Read) -> None:
    reading = read(text)

    assert [(item.food, item.amount.mid) for item in reading.items if item.amount] == [("egg", 2), ("milk", 1)]
    assert reading.unknown == ()
