"""Meals saved under a name of one's own."""

from __future__ import annotations

import pytest

from meum.journal.models import Door
from meum.journal.services import remove_entry
from meum.people.models import Person
from nutrition.models import Meal, SavedMeal
from nutrition.queries import day_summary
from tests.bots.conftest import DAY, Say

pytestmark = pytest.mark.usefixtures("foods")


def foods_today(person: Person) -> list[tuple[str, str, float]]:
    """Return slot, name and grams of everything eaten."""
    meals = day_summary(person=person, day=person.clock.day_of(Meal.objects.latest("at").at)).meals
    return [(meal.slot, item.name_zh, item.grams.mid) for meal in meals for item in meal.items]


def test_a_usual_told_in_words_is_logged_by_its_name(ada: Person, say: Say) -> None:
    saved = say(ada, "以后“老样子”就是两个鸡蛋、一碗小米粥", at="07:00")
    reply = say(ada, "老样子", at="08:00")

    assert saved.lines[0] == "存好了，老样子：鸡蛋 2 个，小米粥 1 碗。"
    assert reply.lines[0] == "早餐：鸡蛋 2 个（约 100 克），小米粥 1 碗（约 250 克）。"


def test_saving_alone_logs_nothing(ada: Person, say: Say) -> None:
    say(ada, "以后老样子就是两个鸡蛋", at="07:00")

    assert not Meal.objects.exists()


def test_the_meal_just_logged_becomes_the_usual(ada: Person, say: Say) -> None:
    say(ada, "午饭一碗米饭", at="12:10")
    say(ada, "把这顿记成老样子", at="12:11")
    say(ada, "昨晚老样子", at="12:12")

    assert foods_today(ada) == [("lunch", "米饭", 200)]
    assert [(meal.slot, str(meal.day)) for meal in Meal.objects.order_by("at")] == [
        ("dinner", "2026-11-19"),
        ("lunch", "2026-11-20"),
    ]


def test_a_name_of_ones_own_is_logged_several_times_over_and_with_more(ada: Person, say: Say) -> None:
    say(ada, "2 eggs for breakfast", at="08:00")
    say(ada, "save breakfast as gym breakfast", at="08:01")
    say(ada, "gym breakfast x2 and an apple", at="09:00")

    assert foods_today(ada) == [("breakfast", "鸡蛋", 100), ("breakfast", "鸡蛋", 200), ("breakfast", "苹果", 190)]


def test_a_usual_for_one_meal_goes_before_the_one_for_all(ada: Person, say: Say) -> None:
    say(ada, "以后老样子就是一碗米饭", at="07:00")
    say(ada, "以后早饭老样子就是两个鸡蛋", at="07:01")
    say(ada, "老样子", at="08:00")
    say(ada, "午饭老样子", at="12:00")

    assert foods_today(ada) == [("breakfast", "鸡蛋", 100), ("lunch", "米饭", 200)]


def test_saving_under_the_same_name_replaces_it_and_undo_brings_it_back(ada: Person, say: Say) -> None:
    say(ada, "以后老样子就是一碗米饭", at="07:00")
    say(ada, "以后老样子就是两个鸡蛋", at="07:01")
    say(ada, "撤销", at="07:02")
    say(ada, "老样子", at="12:00")

    assert foods_today(ada) == [("lunch", "米饭", 200)]
    assert SavedMeal.objects.count() == 1


def test_saved_meals_are_listed_with_numbers_that_log_them(ada: Person, say: Say) -> None:
    say(ada, "以后老样子就是一碗米饭", at="07:00")
    say(ada, "以后健身餐就是两个鸡蛋", at="07:01")

    listed = say(ada, "常吃的", at="12:00")
    say(ada, "2", at="12:01")

    assert [str(choice) for choice in listed.choices] == ["1 老样子：米饭 1 碗", "2 健身餐：鸡蛋 2 个", "0 都不记"]
    assert foods_today(ada) == [("lunch", "鸡蛋", 100)]


def test_a_forgotten_meal_is_gone_until_an_undo(ada: Person, say: Say) -> None:
    say(ada, "以后健身餐就是两个鸡蛋", at="07:00")

    assert say(ada, "忘掉健身餐", at="07:01").lines == ("忘掉了：健身餐。记过的餐不变。", "不对？发「撤销」。")
    assert say(ada, "常吃的", at="07:02").lines[0].startswith("还没有存过")
    assert say(ada, "撤销", at="07:03").lines[0] == "已恢复：存的餐「健身餐」。"
    assert say(ada, "健身餐", at="08:00").lines[0] == "早餐：鸡蛋 2 个（约 100 克）。"


def test_without_a_usual_the_meal_eaten_most_often_is_offered(ada: Person, say: Say) -> None:
    for day, text in (("17", "一碗米饭"), ("18", "一碗牛肉面"), ("19", "一碗米饭")):
        say(ada, text, at="12:00", day=f"2026-11-{day}")

    reply = say(ada, "老样子，再加一个苹果", at="12:00")
    say(ada, "1", at="12:01")

    assert reply.lines == ("还没有存过老样子。午餐常吃的是这些，记哪一个？",)
    assert [str(choice) for choice in reply.choices] == ["1 米饭 1 碗", "2 牛肉面 1 碗", "0 都不是"]
    assert foods_today(ada) == [("lunch", "米饭", 200), ("lunch", "苹果", 190)]


def test_energy_told_with_a_usual_is_logged_with_the_meal_that_is_picked(ada: Person, say: Say) -> None:
    say(ada, "一碗米饭", at="12:00", day="2026-11-19")
    say(ada, "老样子，+200大卡", at="12:00")

    say(ada, "1", at="12:01")

    assert foods_today(ada) == [("lunch", "米饭", 200), ("lunch", "能量", 200)]


def test_none_of_those_offered_logs_nothing(ada: Person, say: Say) -> None:
    say(ada, "一碗米饭", at="12:00", day="2026-11-19")
    say(ada, "午饭老样子", at="12:00")

    assert say(ada, "0", at="12:01").lines[0] == "好的，没有记。"
    assert not Meal.objects.filter(day=DAY).exists()


def test_without_anything_to_offer_one_line_says_how(ada: Person, say: Say) -> None:
    assert len(say(ada, "老样子", at="12:00").lines) == 1


def test_a_command_is_no_name(ada: Person, say: Say) -> None:
    say(ada, "一碗米饭", at="12:00")

    assert "口令" in say(ada, "把这顿存为总结", at="12:01").lines[0]
    assert not SavedMeal.objects.exists()


def test_the_names_of_others_mean_nothing(ada: Person, chen: Person, say: Say) -> None:
    say(ada, "以后健身餐就是两个鸡蛋", at="07:00")
    say(chen, "健身餐", at="08:00")

    assert not Meal.objects.exists()


def test_the_usual_is_a_meal_though_it_is_told_to_be_remembered(ada: Person, say: Say) -> None:
    say(ada, "记住 老样子：两个鸡蛋", at="07:00")

    assert say(ada, "老样子", at="08:00").lines[0] == "早餐：鸡蛋 2 个（约 100 克）。"
    assert say(ada, "我的食物", at="08:01").lines[0].startswith("你还没有教过")


def test_in_another_language_a_number_means_the_meal_it_meant_though_one_is_gone(ada: Person, say: Say) -> None:
    for name, food in (("晨练餐", "一个苹果"), ("健身餐", "两个鸡蛋"), ("夜宵餐", "一碗米饭")):
        say(ada, f"以后{name}就是{food}", at="07:00")
    say(ada, "常吃的", at="12:00")
    gone = SavedMeal.objects.get(name="晨练餐")
    remove_entry(person=ada, author=ada, door=Door.API, model=SavedMeal, entry_id=gone.pk)

    shown = say(ada, "English please", at="12:01").choices[1].label
    say(ada, "2", at="12:02")

    assert "健身餐" in shown
    assert foods_today(ada) == [("lunch", "鸡蛋", 100)]


def test_of_what_is_eaten_often_too_a_number_means_what_it_meant(ada: Person, say: Say) -> None:
    for day, text in (("18", "一碗牛肉面"), ("19", "一碗米饭")):
        say(ada, text, at="12:00", day=f"2026-11-{day}")
    say(ada, "老样子", at="12:00")
    gone = Meal.objects.get(day="2026-11-19")
    remove_entry(person=ada, author=ada, door=Door.API, model=Meal, entry_id=gone.pk)

    shown = say(ada, "English please", at="12:01").choices[1].label
    say(ada, "2", at="12:02")

    assert "牛肉面" in shown
    assert foods_today(ada) == [("lunch", "牛肉面", 600)]
