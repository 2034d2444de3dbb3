"""Shares of what several people ate together."""

from __future__ import annotations

import pytest

from nutrition.reading.sharing import sharings_in
from tests.nutrition.reading.conftest import Read


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("12寸披萨三个人平分的", 3),
        ("一盘饺子俩人分着吃", 2),
        ("一个榴莲，我妈我姐我仨平分", 3),
        ("一份炒饭跟同事分着吃", 2),
        ("和同事分吃了一份炒饭", 2),
        ("a pizza split 3 ways", 3),
        ("fries, shared between two people", 2),
        ("nachos shared with my sister", 2),
        ("split a pizza with my husband", 2),
        ("我和朋友分了一个披萨", 2),
        ("中午我和老婆分着吃了一个披萨", 2),
        ("一家三口吃了一条鱼", 3),
        ("我们四个人吃了一个披萨", 4),
        ("I shared a pizza with a friend", 2),
        ("yesterday I shared a pizza with my sister", 2),
        ("the three of us ate a pizza", 3),
        ("we split a pizza between two", 2),
        ("shared a cake among four people", 4),
    ],
)
def test_the_number_of_people_is_read(text: str, people: int) -> None:
    (sharing,) = sharings_in(text)

    assert sharing.share.mid == pytest.approx(1 / people)


@pytest.mark.parametrize(
    "text", ["吃了三分之一", "三分糖奶茶", "跑了三分钟", "the bill was split", "和朋友吃饭", "吃了七分饱", "八分甜奶茶"]
)
def test_other_parts_share_nothing(text: str) -> None:
    assert list(sharings_in(text)) == []


@pytest.mark.parametrize("text", ["我和朋友分了一碗米饭", "一家两口吃了一碗米饭", "今天我和老公分着吃了一碗米饭"])
def test_who_shared_is_told_first(text: str, read: Read) -> None:
    assert read(text).items[0].grams.mid == pytest.approx(read("一碗米饭").items[0].grams.mid / 2)


def test_a_share_holds_for_what_its_sentence_told_before_it(read: Read) -> None:
    shared, own = read("一碗米饭俩人分着吃，一个苹果").items

    assert shared.grams.mid == pytest.approx(read("一碗米饭").items[0].grams.mid / 2)
    assert own.grams == read("一个苹果").items[0].grams


def test_a_share_is_told_less_surely_than_a_count(read: Read) -> None:
    (item,) = read("一碗米饭俩人分着吃").items

    assert item.grams.low < item.grams.mid < item.grams.high


def test_the_kind_of_meal_is_no_food_where_its_foods_follow(read: Read) -> None:
    assert [item.food for item in read("自助餐吃了米饭和鸡蛋").items] == ["rice", "egg"]


@pytest.mark.parametrize("text", ["七分熟牛排", "牛排五分熟", "苹果分了两次吃"])
def test_how_well_done_or_in_how_many_times_shares_nothing(text: str, read: Read) -> None:
    assert list(sharings_in(text)) == []
    assert len(read(text).items) == 1


@pytest.mark.parametrize(
    ("text", "like"),
    [
        ("炒饭三个人分着吃", "炒饭"),
        ("12个饺子俩人分着吃，我吃了4个", "4个饺子"),
        ("一盘炒饭两个人吃的", "半盘炒饭"),
    ],
)
def test_what_one_ate_oneself_is_not_shared(text: str, like: str, read: Read) -> None:
    assert read(text).items[0].grams.mid == pytest.approx(read(like).items[0].grams.mid)


@pytest.mark.parametrize(
    "text",
    [
        "三个人分了两个披萨，我那份也就三分之一",
        "两个披萨三个人分了，我吃了三分之一",
        "三个人一起吃的两个披萨 我大概吃了三分之一",
    ],
)
def test_the_own_part_of_what_was_shared_is_divided_once(text: str, read: Read) -> None:
    whole = read("吃了两个披萨").items[0].grams.mid

    assert read(text).items[0].grams.mid == pytest.approx(whole / 3)
