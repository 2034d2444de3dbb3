"""What is said of a food told before goes back to it."""

from __future__ import annotations

import pytest

from tests.nutrition.reading.conftest import Read


@pytest.mark.parametrize(
    ("text", "grams"),
    [
        ("一碗米饭，米饭吃了一半", 75),
        ("一碗米饭米饭我只吃了一半", 75),
        ("一碗米饭，饭剩了一半", 75),
        ("牛肉面一碗，汤喝了一半", 600),
        ("牛肉面一碗，面剩了一半", 600 * (1 - 0.45 / 2)),
        ("炒饭一盘，饭剩了一半", 350 * (1 - 0.45 / 2)),
    ],
)
def test_a_share_of_a_food_told_before_makes_no_second_one(text: str, grams: float, read: Read) -> None:
    (item,) = read(text).items

    assert item.grams.mid == pytest.approx(grams)


def test_a_part_with_an_amount_of_its_own_is_a_food(read: Read) -> None:
    assert [item.food for item in read("牛肉面一碗，米饭一碗").items] == ["beef_noodles", "rice"]


def test_who_says_no_share_tells_the_food_again(read: Read) -> None:
    assert [item.food for item in read("早上馒头一个，晚上馒头一个").items] == ["bun", "bun"]


def test_a_food_named_again_with_its_amount_is_one(read: Read) -> None:
    (item,) = read("牙疼只能喝粥 一天喝了三碗粥").items

    assert item.grams.mid == 750


@pytest.mark.parametrize("text", ["早上吃了馒头，晚上吃了两个馒头", "吃了馒头又吃了两个馒头"])
def test_a_food_of_another_time_stays_another(text: str, read: Read) -> None:
    assert [item.food for item in read(text).items] == ["bun", "bun"]
