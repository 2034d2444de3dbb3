"""What a message wants changed of something told before."""

from __future__ import annotations

import pytest

from bots.nlu.corrections import Correction, Kind, correction_of
from meum.language.scripts import clean


def heard(text: str) -> Correction | None:
    return correction_of(clean(text).text)


@pytest.mark.parametrize(
    ("text", "number", "amount"),
    [
        ("改 2 150克", 2, "150克"),
        ("改2 150克", 2, "150克"),
        ("改 150克", 0, "150克"),
        ("改成150克", 0, "150克"),
        ("改第二个成两碗", 2, "两碗"),
        ("把第二个改成100克", 2, "100克"),
        ("第二个是100克", 2, "100克"),
        ("改 2碗", 0, "2碗"),
        ("change 2 to 150 g", 2, "150 g"),
        ("edit item 2 1 cup", 2, "1 cup"),
        ("改 2 150", 2, "150"),
    ],
)
def test_an_amount_for_the_item_with_a_number(text: str, number: int, amount: str) -> None:
    assert heard(text) == Correction(kind=Kind.AMOUNT, number=number, amount=amount)


@pytest.mark.parametrize(
    ("text", "name", "amount"),
    [
        ("米饭改成200克", "米饭", "200克"),
        ("米飯改成200克", "米饭", "200克"),
        ("把刚才的米饭改成一碗半", "米饭", "一碗半"),
        ("改成 一碗半米饭", "米饭", "一碗半"),
        ("改米饭200克", "米饭", "200克"),
        ("不对，米饭是200克", "米饭", "200克"),
        ("不对，是两碗米饭", "米饭", "两碗"),
        ("记错了，米饭只有半碗", "米饭", "半碗"),
        ("米饭应该是200克", "米饭", "200克"),
        ("米饭不是200克，是100克", "米饭", "100克"),
        ("不是两个鸡蛋，是三个", "鸡蛋", "三个"),
        ("水改成300ml", "水", "300ml"),
        ("no, it was 200 g of rice", "rice", "200 g"),
        ("change the rice to 100 g", "rice", "100 g"),
        ("chnage the rice to 100 g", "rice", "100 g"),
        ("make the eggs 3", "eggs", "3"),
        ("please set my milk to 250ml", "milk", "250ml"),
        ("the eggs should be 3", "eggs", "3"),
        ("我记错了，米饭是三碗", "米饭", "三碗"),
        ("sorry, I meant 50 g", "", "50 g"),
        ("不是三个 四个", "", "四个"),
        ("一碗，不是两碗", "", "一碗"),
        ("burger 200g, not 250g", "burger", "200g"),
        ("米饭太多了，改成50克", "米饭", "50克"),
        ("改一下米饭，150克", "米饭", "150克"),
        ("make it 3", "", "3"),
        ("不是两个，是三个", "", "三个"),
    ],
)
def test_an_amount_for_what_is_named(text: str, name: str, amount: str) -> None:
    found = heard(text)

    assert found is not None
    assert (found.kind, found.name, found.amount, found.is_sure) == (Kind.AMOUNT, name, amount, True)


@pytest.mark.parametrize(
    ("text", "name", "amount"),
    [
        ("鸡蛋是三个", "鸡蛋", "三个"),
        ("米饭只吃了半碗", "米饭", "半碗"),
        ("the rice was 200 g", "rice", "200 g"),
        ("actually the rice was 100 g", "rice", "100 g"),
        ("it was 200 g of rice", "rice", "200 g"),
        ("其实是一碗", "", "一碗"),
    ],
)
def test_what_may_also_be_a_meal_is_not_sure(text: str, name: str, amount: str) -> None:
    found = heard(text)

    assert found is not None
    assert (found.kind, found.name, found.amount, found.is_sure) == (Kind.AMOUNT, name, amount, False)


@pytest.mark.parametrize(
    ("text", "name", "food"),
    [
        ("不是苹果，是梨", "苹果", "梨"),
        ("不是小米粥，是白粥", "小米粥", "白粥"),
        ("不是蘋果，是梨", "苹果", "梨"),
        ("是梨不是苹果", "苹果", "梨"),
        ("苹果换成梨", "苹果", "梨"),
        ("把苹果改成两个梨", "苹果", "两个梨"),
        ("换成梨", "", "梨"),
        ("我记错了，是菜包子", "", "菜包子"),
        ("coffee should be decaf", "coffee", "decaf"),
        ("not apple, pear", "apple", "pear"),
        ("it was pear, not apple", "apple", "pear"),
        ("it wasn't an apple, it was a pear", "apple", "a pear"),
        ("replace the apple with a pear", "apple", "a pear"),
        ("change apple to pear", "apple", "pear"),
    ],
)
def test_another_food_in_the_place_of_one(text: str, name: str, food: str) -> None:
    assert heard(text) == Correction(kind=Kind.FOOD, name=name, food=food)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("delete the apple", "apple"),
        ("delte the apple", "apple"),
        ("can you remove the apple?", "apple"),
        ("take the apple out", "apple"),
        ("get rid of that coffee please", "coffee"),
        ("delete the rice I logged", "rice"),
        ("删除苹果", "苹果"),
        ("刪掉蘋果", "苹果"),
        ("把刚才的花生酱删掉", "花生酱"),
        ("把那碗米饭去掉吧", "米饭"),
        ("油条删掉", "油条"),
        ("请帮我去掉油条", "油条"),
        ("油条不要了", "油条"),
        ("把香蕉去了", "香蕉"),
    ],
)
def test_what_is_to_be_taken_out(text: str, name: str) -> None:
    assert heard(text) == Correction(kind=Kind.REMOVE, name=name)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("删 2", 2),
        ("删掉第三个", 3),
        ("delete 1", 1),
        ("remove item 2", 2),
        ("删掉最后一个", -1),
        ("delete the last one", -1),
    ],
)
def test_a_number_or_the_last_is_to_be_taken_out(text: str, number: int) -> None:
    assert heard(text) == Correction(kind=Kind.REMOVE, number=number)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("我没吃油条", "油条"),
        ("油条其实没吃", "油条"),
        ("I didn't eat the apple", "apple"),
        ("actually no apple", "apple"),
        ("米饭一口都没动", "米饭"),
        ("午饭没吃米饭", "午饭的米饭"),
        ("didn't have the rice", "rice"),
        ("I didn't eat the rice after all", "rice"),
        ("skipped the rice", "rice"),
        ("the rice wasn't eaten", "rice"),
    ],
)
def test_what_was_not_eaten_may_be_taken_out(text: str, name: str) -> None:
    assert heard(text) == Correction(kind=Kind.REMOVE, name=name, is_sure=False)


@pytest.mark.parametrize("text", ["删除这一餐", "把上一餐删掉", "delete the meal", "remove that whole meal"])
def test_the_whole_meal_may_be_taken_out(text: str) -> None:
    assert heard(text) == Correction(kind=Kind.REMOVE)


def test_part_of_it_may_be_taken_out() -> None:
    assert heard("删掉一个鸡蛋") == Correction(kind=Kind.REMOVE, name="鸡蛋", amount="一个")


@pytest.mark.parametrize(
    "text",
    [
        "两个鸡蛋",
        "rice 200g",
        "晚饭改吃面条",
        "改良麦片",
        "早餐饼一个",
        "鸡蛋是三个吗？",
        "I had 200 g of rice",
        "it was a long day, had pizza",
        "",
        "？",
    ],
)
def test_other_sentences_are_no_correction(text: str) -> None:
    assert heard(text) is None


@pytest.mark.parametrize("text", ["不是" * 900, "change the " * 180, "把" * 2000, "no, " * 500, "a not " * 330])
def test_a_long_text_is_read_in_no_time(text: str) -> None:
    assert heard(text) is None


@pytest.mark.parametrize("text", ["我中午吃的是黄焖鸡米饭不是麻辣烫", "今天午饭吃的其实是黄焖鸡米饭，不是麻辣烫"])
def test_what_was_eaten_may_stand_before_what_was_not(text: str) -> None:
    correction = correction_of(clean(text).text)

    assert correction is not None
    assert (correction.name, correction.food) == ("麻辣烫", "黄焖鸡米饭")
