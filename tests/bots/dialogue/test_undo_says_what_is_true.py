"""What an undo says is what has become of the entry."""

from __future__ import annotations

import pytest

from meum.people.models import Person
from nutrition.models import Meal
from tests.bots.conftest import Say


@pytest.mark.usefixtures("foods")
def test_taking_back_a_deletion_says_that_the_meal_is_there_again(ada: Person, say: Say) -> None:
    say(ada, "午饭一碗米饭", at="12:10")
    say(ada, "删 1", at="12:11")

    back = say(ada, "撤销", at="12:12")
    assert back.lines[0] == "已恢复：午餐 米饭。"
    assert Meal.objects.get().deleted_at is None

    gone = say(ada, "恢复", at="12:13")
    assert gone.lines[0] == "又去掉了：午餐 米饭。"
    assert Meal.objects.get().deleted_at is not None


@pytest.mark.usefixtures("foods")
@pytest.mark.parametrize("deletion", ["删 2", "删掉鸡蛋", "delete the egg"])
@pytest.mark.parametrize("wish", ["恢复", "把它恢复", "restore", "bring it back"])
def test_what_was_just_taken_out_comes_back_when_asked_for(ada: Person, say: Say, deletion: str, wish: str) -> None:
    say(ada, "午饭一碗米饭、两个鸡蛋", at="12:10")
    say(ada, deletion, at="12:11")

    back = say(ada, wish, at="12:12")

    assert back.lines[0].startswith(("已恢复，现在是：午餐 米饭", "Brought back. Now: lunch (1 bowl of rice, 2 "))
    assert Meal.objects.get().items.count() == 2


@pytest.mark.usefixtures("foods")
def test_what_came_back_can_go_again_and_come_again(ada: Person, say: Say) -> None:
    say(ada, "午饭一碗米饭", at="12:10")
    say(ada, "删掉米饭", at="12:11")

    there = say(ada, "恢复", at="12:12")
    gone = say(ada, "撤销", at="12:13")
    again = say(ada, "恢复", at="12:14")

    assert (there.lines[0], again.lines[0]) == ("已恢复：午餐 米饭。", "已恢复：午餐 米饭。")
    assert gone.lines[0] == "已撤销：午餐 米饭。"
    assert Meal.objects.get().deleted_at is None


@pytest.mark.usefixtures("foods")
@pytest.mark.parametrize("latest", ["加餐一个苹果", "米饭改成两碗"])
def test_what_removed_nothing_is_not_taken_back_by_the_wish_to_bring_back(ada: Person, say: Say, latest: str) -> None:
    say(ada, "午饭一碗米饭", at="12:10")
    say(ada, latest, at="12:11")

    reply = say(ada, "恢复", at="12:12")

    assert reply.lines == ("没有可以恢复的记录。想取消上一次改动，发「撤销」。",)
