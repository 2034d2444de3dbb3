"""What stands side by side put together: compounds, brackets, what a food is made of."""

from __future__ import annotations

import pytest

from tests.nutrition.reading.american import american, eaten, told
from tests.nutrition.reading.conftest import Read

RICE = "Rice, white, cooked, NS as to fat"


@pytest.mark.parametrize(
    "text",
    ["炒饭（鸡蛋、牛奶）", "炒饭(鸡蛋和牛奶)", "炒饭【鸡蛋】", "炒饭一份（鸡蛋、牛奶）", "炒饭，里面有鸡蛋、牛奶"],
)
def test_what_brackets_say_is_in_a_dish_is_not_counted_again(text: str, read: Read) -> None:
    assert [item.food for item in read(text).items] == ["fried_rice"]


def test_where_brackets_weigh_the_parts_they_stand_for_the_dish(read: Read) -> None:
    reading = read("炒饭（米饭100克，鸡蛋50克）")

    assert [(item.food, item.grams.mid) for item in reading.items] == [("rice", 100), ("egg", 50)]


def test_one_part_without_an_amount_changes_nothing(read: Read) -> None:
    reading = read("沙拉（鸡胸肉100g，玉米50g，黄瓜，番茄若干）")

    assert [item.food for item in reading.items] == ["chicken_breast", "corn", "cucumber", "tomato"]


def test_weighed_parts_stand_for_a_dish_nobody_knows(read: Read) -> None:
    reading = read("龙虎宴（米饭100克，鸡蛋50克）")

    assert [(item.food, item.grams.mid) for item in reading.items] == [("rice", 100), ("egg", 50)]
    assert reading.unknown == ()


def test_english_brackets_that_weigh_the_parts_stand_for_the_dish() -> None:
    assert told("rice (100 g corn, 50 g lettuce)") == {"Corn, cooked, NS as to form": 100, "Lettuce, raw": 50}


def test_an_amount_in_brackets_tells_the_food_before_them() -> None:
    assert told("rice (200 g)") == {RICE: 200}
    assert told("cheese pizza (2 slices)") == {"Pizza, cheese, medium crust": 226}


def test_brackets_around_no_food_change_nothing() -> None:
    assert eaten("yesterday I ate rice (so good)") == [RICE]


def test_what_is_in_a_food_told_after_a_list_ends_with_the_list(read: Read) -> None:
    reading = read("炒饭里面有鸡蛋、牛奶，一个苹果")

    assert [item.food for item in reading.items] == ["fried_rice", "apple"]


def test_what_is_in_a_food_ends_where_one_tells_what_else_there_was(read: Read) -> None:
    reading = read("炒饭里面有鸡蛋和火腿 还有一杯豆浆")

    assert [item.food for item in reading.items] == ["fried_rice", "soy_milk"]


@pytest.mark.parametrize("text", ["oatmeal made with water", "oatmeal cooked in milk"])
def test_what_a_food_is_made_of_is_not_counted(text: str) -> None:
    reading = american(text)

    assert [item.food for item in reading.items] == ["Oatmeal, regular or quick, made with water, NS as to fat"]
    assert reading.drinks == ()


def test_what_follows_the_next_amount_is_no_ingredient() -> None:
    assert eaten("rice made with butter, an apple") == [RICE, "Apple, raw"]


def test_an_unknown_word_before_a_food_leaves_it_with_less_confidence(read: Read) -> None:
    (plain,), (dressed,) = read("米饭200克").items, read("龙虎米饭200克").items

    assert (dressed.food, dressed.grams.mid) == ("rice", 200)
    assert dressed.confidence == pytest.approx(0.6 * plain.confidence)


def test_an_unknown_tail_makes_the_whole_unknown(read: Read) -> None:
    reading = read("吃了米饭龙虎，鸡蛋")

    assert [item.food for item in reading.items] == ["egg"]
    assert reading.unknown == ("米饭龙虎",)


def test_what_brackets_say_was_added_is_counted_with_its_own_amount() -> None:
    assert list(told("2 apples (with 1 tbsp honey)").items()) == [("Apple, raw", 364), ("Honey", 21)]


@pytest.mark.parametrize("text", ["沙拉：鸡蛋、牛油果、奶酪", "沙拉 - 鸡蛋、牛油果、奶酪"])
def test_parts_listed_behind_a_dish_stand_for_it(text: str, read: Read) -> None:
    assert [item.food for item in read(text).items] == ["egg", "avocado", "cheese"]


def test_a_colon_before_an_amount_lists_no_parts(read: Read) -> None:
    assert [item.food for item in read("米饭：150g 鸡蛋：2个").items] == ["rice", "egg"]


def test_a_name_of_several_foods_before_a_dish_is_one(read: Read) -> None:
    assert [item.name for item in read("香蕉巧克力面包一片").items] == ["香蕉巧克力面包"]


def test_an_amount_of_one_part_in_brackets_does_not_count_the_dish(read: Read) -> None:
    (dish,) = read("三明治（吐司两片 火腿 生菜 奶酪）").items

    assert (dish.food, dish.grams.mid) == ("sandwich", 180)


@pytest.mark.parametrize("text", ["饺子6个 猪肉的", "饺子6个，玉米馅的", "饺子6个 猪肉馅", "饺子6个 玉米猪肉的"])
def test_a_clause_that_tells_the_kind_is_no_food_of_its_own(text: str, read: Read) -> None:
    assert [(item.food, item.grams.mid) for item in read(text).items] == [("dumplings", 120)]


def test_how_a_food_is_leaves_it_a_food(read: Read) -> None:
    assert [item.food for item in read("馒头一个 豆浆热的").items] == ["bun", "soy_milk"]


@pytest.mark.parametrize("text", ["火锅 牛肉一份", "重庆火锅，牛肉一份", "海底捞吃了牛肉一份"])
def test_where_its_parts_are_told_a_hot_pot_is_only_where_one_ate(text: str, read: Read) -> None:
    assert [item.food for item in read(text).items] == ["beef"]


@pytest.mark.parametrize("text", ["粽子两个 一个豆沙一个蛋的", "粽子两个，一个豆沙，一个肉", "粽子三个 两个鸡蛋一个虾"])
def test_what_counts_the_kinds_of_a_food_is_no_other_food(text: str, read: Read) -> None:
    assert [item.food for item in read(text).items] == ["zongzi"]


def test_foods_that_do_not_add_up_are_foods(read: Read) -> None:
    assert [item.food for item in read("粽子三个，一个鸡蛋，一个苹果").items] == ["zongzi", "egg", "apple"]


def test_rice_beside_a_dish_is_another_food(read: Read) -> None:
    assert [item.food for item in read("清炒青菜米饭吃了一小碗").items] == ["greens", "rice"]


def test_the_er_of_the_north_belongs_to_a_name(read: Read) -> None:
    reading = read("包子儿两个 豆浆儿一碗")

    assert [item.food for item in reading.items] == ["baozi", "soy_milk"]
    assert reading.unknown == ()
