"""吃什么: meals that fit, logged by a digit, swapped, without what is not wanted."""

from __future__ import annotations

import pytest

from bots.dialogue.messages import Reply
from bots.dialogue.questions import Question
from bots.models import Conversation
from meum.people.models import AgeBand, Person
from nutrition.models import Food, Meal, MealItem
from nutrition.suggestions.menu import MenuFood, menu
from tests.bots.conftest import Say
from tests.factories.nutrition import make_food


@pytest.fixture(autouse=True)
def told_sex(ada: Person, say: Say) -> None:
    """Let Ada's sex be known, by which most goals go."""
    say(ada, "女", at="06:00")


def offered(ada: Person) -> list[list[MenuFood]]:
    """Return the foods of the meals that were offered last, and keep them in the catalogue."""
    stored = Conversation.objects.get(person=ada).question
    assert stored is not None
    question = Question.from_json(stored)
    by_id = {str(food.food_id): food for food in menu()}
    meals = [[by_id[food] for food, _, _ in meal] for meal in question.facts["meals"]]
    for food in {food.key: food for meal in meals for food in meal}.values():
        if not Food.objects.filter(pk=food.food_id).exists():
            make_food(name_zh=food.name_zh, portions={food.measure_zh: (80, 100, 120)}, pk=food.food_id)
    return meals


def keys(reply: Reply) -> list[str]:
    return [choice.key for choice in reply.choices]


def test_three_meals_are_offered_with_a_reason_each(ada: Person, say: Say) -> None:
    reply = say(ada, "吃什么", at="11:30")

    assert reply.lines[0].startswith("今天午餐可以这样吃（按目标还剩约 ")
    assert keys(reply) == ["1", "2", "3", "4", "0"]
    assert all("千卡；补" in choice.label for choice in reply.choices[:3])
    assert not Meal.objects.exists()


def test_a_digit_logs_the_meal_and_one_undo_takes_it_back(ada: Person, say: Say) -> None:
    say(ada, "晚饭吃什么", at="17:30")
    meals = offered(ada)

    assert say(ada, "2", at="18:40").lines[0].startswith("晚餐：")

    assert Meal.objects.get().slot == "dinner"
    assert {row.food_version.food_id for row in MealItem.objects.all()} == {food.food_id for food in meals[1]}
    say(ada, "撤销", at="18:41")
    assert not Meal.objects.filter(deleted_at=None).exists()


def test_half_of_a_meal_is_logged_by_its_number_and_a_word(ada: Person, say: Say) -> None:
    say(ada, "晚饭吃什么", at="17:30")
    foods = offered(ada)[0]

    say(ada, "1 一半", at="18:40")

    halves = [row.quantity for row in MealItem.objects.all()]
    assert len(halves) == len(foods)
    assert all(quantity in (0.25, 0.5, 0.75, 1.0) for quantity in halves)


def test_a_meal_that_is_named_is_the_one_that_is_offered(ada: Person, say: Say) -> None:
    assert "早餐可以这样吃" in say(ada, "明天早餐吃什么", at="20:00").text
    assert "晚餐可以这样吃" in say(ada, "晚上吃什么", at="09:00").text


def test_others_have_other_dishes(ada: Person, say: Say) -> None:
    say(ada, "吃什么", at="11:30")
    before = {food.key for meal in offered(ada) for food in meal if food.role in ("protein", "vegetable", "mixed")}

    say(ada, "换一批", at="11:31")
    after = {food.key for meal in offered(ada) for food in meal}

    assert before
    assert not before & after


def test_what_is_not_wanted_is_left_out_until_the_question_is_over(ada: Person, say: Say) -> None:
    say(ada, "吃什么", at="11:30")
    say(ada, "不要鸡蛋和菠菜", at="11:31")
    say(ada, "4", at="11:32")

    names = [part.name_zh for meal in offered(ada) for food in meal for part in food.ingredients]
    assert not any(word in name for name in names for word in ("鸡蛋", "菠菜"))


def test_what_is_at_hand_is_used(ada: Person, say: Say) -> None:
    say(ada, "家里有豆腐，晚饭吃什么", at="17:30")

    assert all(any("豆腐" in food.name_zh for food in meal) for meal in offered(ada))


def test_an_allergy_is_never_offered(ada: Person, say: Say) -> None:
    for text in ("我对鸡蛋过敏", "我对牛奶过敏", "吃什么"):
        say(ada, text, at="11:30")

    allergens = {allergen for meal in offered(ada) for food in meal for allergen in food.allergens.contains}
    assert not allergens & {"egg", "milk"}


def test_none_of_them_logs_nothing(ada: Person, say: Say) -> None:
    say(ada, "吃什么", at="11:30")

    assert "不记" in say(ada, "0", at="11:31").text
    assert not Meal.objects.exists()


def test_a_food_that_left_the_catalogue_is_not_logged_in_part(ada: Person, say: Say) -> None:
    say(ada, "吃什么", at="11:30")
    first = offered(ada)[0][0]
    Food.objects.filter(pk=first.food_id).delete()

    assert "已经不在食物库里" in say(ada, "1", at="11:31").text
    assert not Meal.objects.exists()


def test_a_word_for_no_food_is_said(ada: Person, say: Say) -> None:
    assert say(ada, "吃什么，不要呜哩哇啦", at="11:30").lines == ("我不认识叫「呜哩哇啦」的食物。",)


def test_when_nothing_fits_the_rules_are_named(ada: Person, say: Say) -> None:
    say(ada, "我是纯素食者", at="11:00")
    reply = say(ada, "吃什么，不要豆、坚果、面、米、饭、薯、玉米、粥、饼、饺、包", at="11:30")

    assert "凑不出" in reply.lines[0]
    assert "纯素" in reply.lines[1]


def test_whoever_is_still_growing_gets_no_targets(ada: Person, say: Say) -> None:
    Person.objects.filter(pk=ada.pk).update(age_band=AgeBand.TEEN)
    ada.refresh_from_db()

    assert "还在长身体" in say(ada, "吃什么", at="11:30").text


def test_no_energy_is_spoken_of_after_an_eating_disorder(ada: Person, say: Say) -> None:
    say(ada, "我有过厌食症", at="11:00")

    assert "千卡" not in say(ada, "吃什么", at="11:30").text


def test_the_sex_is_asked_for_first(say: Say, chen: Person) -> None:
    reply = say(chen, "吃什么", at="11:30")

    assert "男女不同" in reply.text
    assert keys(reply) == ["1", "2", "0"]
