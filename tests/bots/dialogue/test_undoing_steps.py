"""Several steps are taken back at once; without a number it is asked how many."""

from __future__ import annotations

import pytest

from meum.people.models import Person
from nutrition.models import Meal
from tests.bots.conftest import Say

pytestmark = pytest.mark.usefixtures("foods")


def held() -> list[str]:
    meals = Meal.objects.filter(deleted_at=None).order_by("at")
    return [meal.items.get().food_version.name_zh for meal in meals]


def log_three(person: Person, say: Say) -> None:
    for minute, text in enumerate(("一个鸡蛋", "一个苹果", "一碗米饭")):
        say(person, text, at=f"12:0{minute}")


@pytest.mark.parametrize(
    "text",
    [
        "撤销两次",
        "撤销2步",
        "撤回最近两条",
        "把刚才两条撤销",
        "撤销前两步操作",
        "undo last 2",
        "undo 2 times",
        "undo twice",
        "take back the last two entries",
        "undo the last 2 changes",
    ],
)
def test_two_steps_are_taken_back(ada: Person, say: Say, text: str) -> None:
    log_three(ada, say)

    reply = say(ada, text, at="12:05")

    assert held() == ["鸡蛋"]
    assert [line[:3] for line in reply.lines[:2]] == ["已撤销"] * 2


def test_where_there_are_fewer_it_is_said_how_many(ada: Person, say: Say) -> None:
    say(ada, "一个鸡蛋", at="12:00")

    reply = say(ada, "撤销三次", at="12:05")

    assert reply.lines[:2] == ("已撤销：午餐 鸡蛋。", "一共只有 1 步可以撤销。")
    assert held() == []


def test_more_entries_than_lines_are_counted(ada: Person, say: Say) -> None:
    log_three(ada, say)
    say(ada, "一个鸡蛋", at="12:04")

    reply = say(ada, "撤销四次", at="12:05")

    assert reply.lines[2] == "另外还有 2 条也撤销了。"
    assert held() == []


@pytest.mark.parametrize("text", ["全部撤销", "撤销全部", "撤销所有操作", "undo all", "undo everything"])
def test_everything_is_asked_about_first(ada: Person, say: Say, text: str) -> None:
    log_three(ada, say)

    assert say(ada, text, at="12:05").lines[0] == "还没有动。要撤销几步？比如「撤销 3 次」。"
    assert held() == ["鸡蛋", "苹果", "米饭"]


@pytest.mark.parametrize("text", ["别记：我吃了一个苹果", "don't log this: I ate an apple", "别记，体重60"])
def test_what_is_not_to_be_logged_is_not(ada: Person, say: Say, text: str) -> None:
    assert say(ada, text).lines in (("好的，没有记。",), ("All right, nothing was logged.",))
    assert held() == []


def test_an_undo_counts_though_a_look_at_the_day_came_first(ada: Person, say: Say) -> None:
    say(ada, "一个鸡蛋", at="11:59", message_id="1")
    say(ada, "今天", at="12:00", message_id="3")

    reply = say(ada, "撤销", at="12:00", message_id="2")

    assert reply.lines[0] == "已撤销：午餐 鸡蛋。"


def test_an_undo_takes_nothing_of_what_was_logged_after_it_was_sent(ada: Person, say: Say) -> None:
    say(ada, "一个鸡蛋", at="11:59", message_id="1")
    say(ada, "一个苹果", at="12:00", message_id="3")

    say(ada, "撤销", at="12:00", message_id="2")

    assert held() == ["鸡蛋", "苹果"]
