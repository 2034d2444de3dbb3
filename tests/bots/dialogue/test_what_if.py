"""能吃…吗: what a food would do to the day, and whether a rule forbids it."""

from __future__ import annotations

import pytest

from meum.people.models import Person
from nutrition.models import Meal
from tests.bots.conftest import Say
from tests.factories.nutrition import make_food

pytestmark = pytest.mark.usefixtures("foods")


@pytest.fixture(autouse=True)
def salty(foods: None) -> None:
    """Make a salty food, and one that the tables know with its recipe."""
    make_food(name_zh="咸海带", nutrients={"ENERC_KCAL": 20, "NA": 2500}, portions={"份": (100, 100, 100)})
    make_food(key="everyday:kung_pao_chicken", name_zh="宫保鸡丁", nutrients={"ENERC_KCAL": 200})


def test_it_tells_what_the_day_would_come_to_and_stores_nothing(ada: Person, say: Say) -> None:
    say(ada, "女", at="07:00")
    lines = say(ada, "能吃100克咸海带吗？", at="11:00").lines

    assert lines[-3].startswith("吃了的话今天约 20 千卡，目标约 ")
    assert lines[-2].startswith("会偏多：钠约 2500 毫克（建议不超过 2000 毫克）")
    assert not Meal.objects.exists()


def test_before_the_sex_is_told_there_are_only_the_figures(ada: Person, say: Say) -> None:
    assert "目标" not in say(ada, "能吃咸海带吗", at="11:00").text


def test_what_the_person_must_not_eat_is_said_first(ada: Person, say: Say) -> None:
    say(ada, "我对花生过敏", at="10:00")

    assert say(ada, "能吃宫保鸡丁吗", at="11:00").lines[0] == "和你说过的忌口不合：宫保鸡丁（花生）。"


def test_to_who_told_an_allergy_what_is_not_known_is_not_safe(ada: Person, say: Say) -> None:
    say(ada, "我对花生过敏", at="10:00")

    assert say(ada, "能吃咸海带吗", at="11:00").lines[0] == "和你说过的忌口不合：咸海带（成分不全）。"


def test_a_plain_question_for_figures_is_no_question_whether_to_eat_it(ada: Person, say: Say) -> None:
    say(ada, "女", at="07:00")

    assert "目标" not in say(ada, "咸海带多少热量", at="11:00").text
