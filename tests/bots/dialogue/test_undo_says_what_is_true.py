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
    assert gone.lines[0] == "已撤销：午餐 米饭。"
    assert Meal.objects.get().deleted_at is not None
