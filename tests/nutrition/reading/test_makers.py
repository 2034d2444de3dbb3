"""Places, shops and makers before a food."""

from __future__ import annotations

import pytest

from nutrition.reading.makers import BRANDS, MAKERS, PLACES
from tests.nutrition.reading.conftest import Read


@pytest.mark.parametrize("text", ["上海小笼包一笼", "麦当劳小笼包一笼", "四川小笼包一笼", "三全小笼包一笼"])
def test_a_place_or_maker_before_a_food_says_nothing(text: str, read: Read) -> None:
    reading = read(text)

    assert [(item.food, item.grams.mid) for item in reading.items] == [("soup_dumpling", 180)]
    assert reading.unknown == ()


@pytest.mark.parametrize("maker", ["三顿半", "九毛九", "八喜", "三亚", "太二", "百草味", "五芳斋", "半天妖", "味千"])
def test_the_numerals_in_a_name_are_no_amount(maker: str, read: Read) -> None:
    reading = read(f"{maker}小笼包两笼")

    assert [(item.food, item.grams.mid) for item in reading.items] == [("soup_dumpling", 360)]
    assert reading.unknown == ()


@pytest.mark.parametrize(
    ("text", "grams"), [("米饭二百克", 200), ("三元的小笼包一笼", 180), ("十三元的小笼包一笼", 180)]
)
def test_numerals_in_no_name_keep_their_meaning(text: str, grams: int, read: Read) -> None:
    assert [item.grams.mid for item in read(text).items] == [grams]


def test_a_maker_behind_a_food_leaves_it_its_amount(read: Read) -> None:
    assert [(item.food, item.grams.mid) for item in read("速冻水饺湾仔码头半斤").items] == [("dumplings", 250)]


def test_a_maker_alone_is_quoted_back(read: Read) -> None:
    assert read("中午吃的麦当劳").unknown == ("麦当劳",)


def test_a_brand_and_its_thing_are_one(read: Read) -> None:
    (item,) = read("可口可乐经典可乐一罐").items

    assert item.words == "可口可乐经典可乐一罐"


@pytest.mark.parametrize("text", ["苹果味酸奶一杯", "酸奶苹果味的一杯", "苹果口味的酸奶一杯"])
def test_a_flavour_is_no_food(text: str, read: Read) -> None:
    assert [item.food for item in read(text).items] == ["yogurt"]


def test_no_name_stands_in_two_lists() -> None:
    assert not BRANDS & set(MAKERS.split())
    assert not set(PLACES.split()) & set(MAKERS.split())


@pytest.mark.parametrize("text", ["面包店买的酸奶一杯", "饺子馆吃的酸奶一杯", "烤鸭店的酸奶一杯"])
def test_a_shop_is_no_food(text: str, read: Read) -> None:
    assert [item.food for item in read(text).items] == ["yogurt"]


@pytest.mark.parametrize(
    "text", ["酸辣粉桶装一碗", "酸辣粉少辣一碗", "酸辣粉加麻加辣 一碗", "微辣的酸辣粉一碗", "酸辣粉走葱一碗"]
)
def test_how_an_order_is_made_says_nothing_of_its_amount(text: str, read: Read) -> None:
    (item,) = read(text).items

    assert (item.food, item.grams.mid) == ("sour_noodles", 450)


def test_a_condiment_hardly_taken_is_no_food(read: Read) -> None:
    assert [item.food for item in read("麻辣烫一碗，醋放得少，油用得少").items] == ["malatang"]
