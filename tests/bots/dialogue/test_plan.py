"""今天计划, 明天计划: the meals of a day, logged one by one once they are eaten."""

from __future__ import annotations

import pytest

from bots.dialogue.questions import Question, QuestionKind
from bots.models import Conversation
from meum.people.models import Person
from nutrition.models import Meal, MealItem
from nutrition.suggestions.menu import MenuFood, menu
from tests.bots.conftest import Say
from tests.factories.nutrition import make_food


@pytest.fixture(autouse=True)
def told_sex(ada: Person, say: Say) -> None:
    """Let Ada's sex be known, by which most goals go."""
    say(ada, "女", at="06:00")


def planned(ada: Person) -> list[list[MenuFood]]:
    """Return the foods of the plan that is open, by meal."""
    stored = Conversation.objects.get(person=ada).question
    assert stored is not None
    question = Question.from_json(stored)
    assert question.kind is QuestionKind.DAY_PLAN
    by_id = {str(food.food_id): food for food in menu()}
    return [[by_id[food] for food, _, _ in meal] for meal in question.facts["meals"]]


def in_catalogue(meals: list[list[MenuFood]]) -> None:
    for food in {food.key: food for meal in meals for food in meal}.values():
        make_food(name_zh=food.name_zh, portions={food.measure_zh: (80, 100, 120)}, pk=food.food_id)


@pytest.mark.parametrize(
    ("language", "text", "day", "meals"),
    [
        ("说中文", "明天计划", "明天", ("早餐：", "午餐：", "晚餐：")),
        ("speak English", "plan tomorrow", "Tomorrow", ("Breakfast:", "Lunch:", "Dinner:")),
    ],
)
def test_a_plan_has_a_line_for_each_meal(
    ada: Person, say: Say, language: str, text: str, day: str, meals: tuple[str, ...]
) -> None:
    say(ada, language, at="19:59")
    reply = say(ada, text, at="20:00")

    assert day in reply.lines[0]
    assert tuple(line[: len(start)] for line, start in zip(reply.lines[1:4], meals, strict=True)) == meals
    assert [choice.key for choice in reply.choices] == ["1", "2", "3", "4", "0"]
    assert not Meal.objects.exists()


def test_a_plan_for_today_has_the_meals_that_are_to_come(ada: Person, say: Say) -> None:
    assert [line[:3] for line in say(ada, "今天计划", at="11:00").lines[1:-1]] == ["午餐：", "晚餐："]


def test_late_in_the_evening_the_plan_is_for_tomorrow(ada: Person, say: Say) -> None:
    assert say(ada, "今天计划", at="22:00").lines[0].startswith("明天")


def test_meals_of_a_plan_are_logged_one_by_one(ada: Person, say: Say) -> None:
    say(ada, "今天计划", at="11:00")
    meals = planned(ada)
    in_catalogue(meals)

    say(ada, "1", at="12:00")
    say(ada, "2", at="18:30")

    assert list(Meal.objects.order_by("at").values_list("slot", flat=True)) == ["lunch", "dinner"]
    eaten = {row.food_version.food_id for row in MealItem.objects.filter(meal__slot="dinner")}
    assert eaten == {food.food_id for food in meals[1]}


def test_a_meal_is_not_logged_before_its_day(ada: Person, say: Say) -> None:
    say(ada, "明天计划", at="20:00")

    assert "还没有记" in say(ada, "1", at="20:01").text
    assert not Meal.objects.exists()
    assert planned(ada)


def test_another_plan_has_other_dishes(ada: Person, say: Say) -> None:
    say(ada, "今天计划", at="11:00")
    before = {food.key for meal in planned(ada) for food in meal if food.role in ("protein", "vegetable", "mixed")}

    say(ada, "换一批", at="11:01")

    assert before
    assert not before & {food.key for meal in planned(ada) for food in meal}


def test_an_allergy_is_never_planned(ada: Person, say: Say) -> None:
    for text in ("我对鸡蛋过敏", "明天计划"):
        say(ada, text, at="11:00")

    assert "egg" not in {allergen for meal in planned(ada) for food in meal for allergen in food.allergens.contains}


def test_energy_is_not_spoken_of_after_an_eating_disorder(ada: Person, say: Say) -> None:
    say(ada, "我有进食障碍", at="10:00")

    assert "千卡" not in say(ada, "明天计划", at="11:00").text
