"""Which thing a correction in plain words means, and what becomes of the question where several fit."""

from __future__ import annotations

import pytest

from meum.domain.intervals import Interval
from meum.journal.models import Door
from meum.people.models import Person
from nutrition import services as nutrition
from nutrition.models import Drink, Meal
from tests.bots.conftest import Say
from tests.factories.people import agree_to_sharing

pytestmark = pytest.mark.usefixtures("foods")


def held() -> list[tuple[str, float]]:
    meals = Meal.objects.filter(deleted_at=None).order_by("at", "pk")
    return [(item.food_version.name_zh, item.grams_mid) for meal in meals for item in meal.items.order_by("position")]


def test_of_two_meals_with_the_food_the_latest_is_meant(ada: Person, say: Say) -> None:
    say(ada, "早饭一个鸡蛋", at="08:00")
    say(ada, "午饭两个鸡蛋", at="12:00")

    say(ada, "鸡蛋改成三个", at="12:01")

    assert held() == [("鸡蛋", 50), ("鸡蛋", 150)]


def test_a_meal_told_with_the_name_says_which_is_meant(ada: Person, say: Say) -> None:
    say(ada, "早饭一个鸡蛋", at="08:00")
    say(ada, "午饭两个鸡蛋", at="12:00")

    say(ada, "删掉早饭的鸡蛋", at="12:01")

    assert held() == [("鸡蛋", 100)]


@pytest.mark.parametrize("text", ["删掉午饭", "删掉午饭全部", "remove everything from lunch"])
def test_a_whole_meal_is_taken_out_by_its_name_and_comes_back(ada: Person, say: Say, text: str) -> None:
    say(ada, "早饭一个鸡蛋", at="08:00")
    say(ada, "午饭一碗米饭、两个鸡蛋", at="12:00")

    assert say(ada, text, at="12:01").lines[0] in ("已去掉：午餐。", "Taken out: Lunch.")
    assert held() == [("鸡蛋", 50)]
    say(ada, "撤销", at="12:02")
    assert held() == [("鸡蛋", 50), ("米饭", 200), ("鸡蛋", 100)]


@pytest.mark.parametrize("text", ["删除这一餐", "删掉今天的记录", "delete the meal"])
def test_the_only_meal_is_taken_out_whole(ada: Person, say: Say, text: str) -> None:
    say(ada, "午饭一碗米饭、两个鸡蛋", at="12:00")

    say(ada, text, at="12:01")

    assert held() == []


def test_the_name_of_a_meal_begins_a_new_meal_and_corrects_none(ada: Person, say: Say) -> None:
    say(ada, "午饭一碗米饭", at="12:00")

    say(ada, "午饭是牛肉面", at="12:05")

    assert held() == [("米饭", 200), ("牛肉面", 600)]


@pytest.mark.parametrize("text", ["米饭是小米粥", "the rice was millet porridge"])
def test_what_a_food_was_is_put_in_its_place(ada: Person, say: Say, text: str) -> None:
    say(ada, "午饭一碗米饭", at="12:00")

    say(ada, text, at="12:01")

    assert held() == [("小米粥", 250)]


def test_half_of_it_is_taken_out(ada: Person, say: Say) -> None:
    say(ada, "lunch 2 eggs and rice 100 g", at="12:00")

    say(ada, "remove half of the rice", at="12:01")

    assert held() == [("鸡蛋", 100), ("米饭", 50)]


def test_what_may_be_a_meal_of_today_changes_nothing_of_yesterday(ada: Person, say: Say) -> None:
    say(ada, "晚饭两个鸡蛋", at="19:00", day="2026-11-19")

    say(ada, "鸡蛋是三个", at="08:00")

    assert held() == [("鸡蛋", 100), ("鸡蛋", 150)]


def test_what_can_only_be_a_correction_reaches_back_to_the_evening_before(ada: Person, say: Say) -> None:
    say(ada, "晚饭两个鸡蛋", at="19:00", day="2026-11-19")

    say(ada, "不对，鸡蛋是三个", at="08:00")

    assert held() == [("鸡蛋", 150)]


@pytest.mark.parametrize("text", ["删掉苹果", "苹果改成两个", "不是苹果，是鸡蛋", "remove the apple", "not apple, egg"])
def test_a_correction_of_what_is_not_there_changes_and_logs_nothing(ada: Person, say: Say, text: str) -> None:
    say(ada, "午饭一碗米饭", at="12:00")

    say(ada, text, at="12:01")

    assert held() == [("米饭", 200)]


def test_none_of_those_offered_leaves_everything_as_it_is(ada: Person, say: Say) -> None:
    say(ada, "午饭一碗米饭、一碗牛肉面", at="12:00")
    say(ada, "改成两碗", at="12:01")

    assert say(ada, "0", at="12:02").lines == ("好的，没有改。",)
    assert held() == [("米饭", 200), ("牛肉面", 600)]


def test_an_amount_beside_the_number_counts(ada: Person, say: Say) -> None:
    say(ada, "午饭一碗米饭、一碗牛肉面", at="12:00")
    say(ada, "改成两碗", at="12:01")

    say(ada, "1 300克", at="12:02")

    assert held() == [("米饭", 300), ("牛肉面", 600)]


def test_an_answer_about_a_meal_that_was_changed_meanwhile_leaves_it(ada: Person, ben: Person, say: Say) -> None:
    agree_to_sharing(ada, ben)
    say(ada, "午饭一碗米饭、一碗牛肉面", at="12:00")
    say(ada, "改成两碗", at="12:01")
    meal = Meal.objects.get()
    nutrition.correct_item(person=ada, author=ben, door=Door.ADMIN, meal_id=meal.pk, number=2, grams=Interval.exact(30))

    reply = say(ada, "1", at="12:02")

    assert "这一餐刚刚改过了，我没有动它。" in reply.lines
    assert held() == [("米饭", 200), ("牛肉面", 30)]


def test_an_answer_about_a_meal_that_is_gone_says_so(ada: Person, say: Say) -> None:
    say(ada, "午饭一碗米饭、一碗牛肉面", at="12:00")
    question = say(ada, "改成两碗", at="12:01")
    Meal.objects.get().delete()

    assert [choice.label for choice in question.choices] == ["米饭", "牛肉面", "都不是"]
    assert say(ada, "1", at="12:02").lines[0] == "这一餐刚刚改过了，我没有动它。"


def test_two_of_one_name_are_told_apart_by_their_amounts(ada: Person, say: Say) -> None:
    say(ada, "午饭一个鸡蛋、一碗米饭、鸡蛋100克", at="12:00")

    question = say(ada, "删掉鸡蛋", at="12:01")

    assert [choice.label for choice in question.choices] == [
        "午餐 鸡蛋 1 个（约 50 克）",
        "午餐 鸡蛋 100 克",
        "都不是",
    ]
    say(ada, "2", at="12:02")
    assert held() == [("鸡蛋", 50), ("米饭", 200)]


@pytest.mark.parametrize("text", ["牛奶改成250ml", "change the milk to 250 ml"])
def test_millilitres_take_the_place_of_millilitres(ada: Person, say: Say, text: str) -> None:
    say(ada, "200 ml milk", at="12:00")

    say(ada, text, at="12:01")

    assert held() == [("牛奶", 250)]


def test_meals_of_one_name_are_told_apart_by_their_foods(ada: Person, say: Say) -> None:
    say(ada, "午饭一碗米饭", at="12:00")
    say(ada, "午饭两个鸡蛋", at="12:30")

    question = say(ada, "删掉今天的记录", at="12:31")

    assert [choice.label for choice in question.choices] == ["午餐 鸡蛋", "午餐 米饭", "全部", "都不是"]


def test_water_becomes_milk_and_back_in_one_step(ada: Person, say: Say) -> None:
    say(ada, "喝水 300", at="12:00")

    say(ada, "不是水，是牛奶", at="12:01")
    assert held() == [("牛奶", 300)]
    assert not Drink.objects.filter(deleted_at=None).exists()

    say(ada, "撤销", at="12:02")
    assert held() == []
    assert Drink.objects.filter(deleted_at=None).exists()


def test_milk_becomes_water(ada: Person, say: Say) -> None:
    say(ada, "一杯牛奶", at="12:00")

    say(ada, "不是牛奶，是水200ml", at="12:01")

    assert held() == []
    assert Drink.objects.get(deleted_at=None).ml_mid == 200


@pytest.mark.parametrize("text", ["鸡蛋是三个吗？", "我心情不好", "thank you so much", "苹果热量", "前天吃了什么"])
def test_what_is_no_log_stores_nothing(ada: Person, say: Say, text: str) -> None:
    say(ada, text)

    assert not Meal.objects.exists()


@pytest.mark.parametrize(
    ("text", "grams"),
    [
        ("鸡蛋没吃完，只吃了一半", 50),
        ("鸡蛋剩了一个", 50),
        ("鸡蛋只吃了一个", 50),
        ("鸡蛋剩了一半", 50),
        ("only ate half of the eggs", 50),
        ("left half the eggs", 50),
    ],
)
def test_what_was_left_of_a_thing_is_no_second_portion(ada: Person, say: Say, text: str, grams: float) -> None:
    say(ada, "午饭两个鸡蛋、一碗米饭", at="12:00")

    say(ada, text, at="12:30")

    assert held() == [("鸡蛋", grams), ("米饭", 200)]


def test_a_part_keeps_the_interval_of_what_it_is_a_part_of(ada: Person, say: Say) -> None:
    say(ada, "午饭一碗米饭", at="12:00")

    say(ada, "米饭剩了一半", at="12:30")

    item = Meal.objects.get().items.get()
    assert (item.grams_low, item.grams_mid, item.grams_high) == (90, 100, 110)


def test_a_part_of_what_nobody_told_is_a_meal(ada: Person, say: Say) -> None:
    say(ada, "鸡蛋只吃了半个", at="12:00")

    assert held() == [("鸡蛋", 25)]


def test_an_amount_without_a_name_is_of_what_was_told_in_its_measure(ada: Person, say: Say) -> None:
    say(ada, "午饭一碗米饭、两个鸡蛋", at="12:00")

    say(ada, "只吃了半碗", at="12:30")

    assert held() == [("米饭", 100), ("鸡蛋", 100)]


def test_less_of_the_water_leaves_the_meal_before_it(ada: Person, say: Say) -> None:
    say(ada, "午饭两个鸡蛋", at="12:00")
    say(ada, "喝水 500", at="12:10")

    reply = say(ada, "只喝了一半", at="12:30")

    assert reply.lines[:2] == ("喝水 250 毫升。", "今天到现在：喝水 250 毫升。")
    assert held() == [("鸡蛋", 100)]


@pytest.mark.parametrize("text", ["没吃鸡蛋", "午饭没吃鸡蛋", "鸡蛋其实没吃", "didn't have the eggs"])
def test_what_was_not_eaten_after_all_is_taken_out_and_comes_back(ada: Person, say: Say, text: str) -> None:
    say(ada, "午饭两个鸡蛋、一碗米饭", at="12:00")

    say(ada, text, at="12:30")

    assert held() == [("米饭", 200)]
    say(ada, "撤销", at="12:31")
    assert held() == [("鸡蛋", 100), ("米饭", 200)]


@pytest.mark.parametrize("text", ["没吃鸡蛋", "I didn't have the eggs"])
def test_what_was_never_told_is_only_denied(ada: Person, say: Say, text: str) -> None:
    say(ada, "午饭一碗米饭", at="12:00")

    reply = say(ada, text, at="12:30")

    assert reply.lines[0] in ("好的，没吃就不记。", "All right, nothing eaten, nothing logged.")
    assert held() == [("米饭", 200)]


@pytest.mark.parametrize("text", ["抱歉，午饭还有一个鸡蛋", "我记错了午饭吃了一个鸡蛋", "哎呀忘了说午饭吃了一个鸡蛋"])
def test_a_regret_before_a_meal_is_not_quoted_as_unknown(ada: Person, say: Say, text: str) -> None:
    reply = say(ada, text, at="12:00")

    assert held() == [("鸡蛋", 50)]
    assert not any("没认出" in line for line in reply.lines)


@pytest.mark.parametrize("text", ["鸡蛋该成三个", "鸡蛋改城三个", "鸡蛋盖成三个"])
def test_what_sounds_like_changing_changes(ada: Person, say: Say, text: str) -> None:
    say(ada, "早饭两个鸡蛋", at="08:00")

    say(ada, text, at="08:01")

    assert held() == [("鸡蛋", 150)]


def test_a_number_of_pieces_is_not_carried_over_to_what_is_poured(ada: Person, say: Say) -> None:
    say(ada, "3 eggs for breakfast", at="08:00")

    say(ada, "no, it was milk", at="08:01")

    [(name, grams)] = held()
    assert name == "牛奶"
    assert grams < 400
