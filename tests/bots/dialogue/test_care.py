"""A person in danger is answered with care, and nothing is logged."""

from __future__ import annotations

import pytest

from meum.people.models import Person
from nutrition.models import Meal
from tests.bots.conftest import Say


@pytest.mark.usefixtures("foods")
@pytest.mark.parametrize("text", ["我吃了一瓶安眠药", "吃了一把布洛芬", "活着没意思", "吃完就吐", "我已经两天没吃饭了"])
def test_danger_told_in_chinese(ada: Person, say: Say, text: str) -> None:
    care = say(ada, "我想自杀", at="12:10").lines

    assert say(ada, text, at="12:11").lines == care
    assert not Meal.objects.exists()


@pytest.mark.usefixtures("foods")
@pytest.mark.parametrize(
    "text",
    ["i took 20 ibuprofen", "i want to starve myself", "i throw up after meals", "i haven't eaten in 3 days"],
)
def test_danger_told_in_english(ada: Person, say: Say, text: str) -> None:
    say(ada, "English please", at="12:09")
    care = say(ada, "I want to kill myself", at="12:10").lines

    assert say(ada, text, at="12:11").lines == care
    assert not Meal.objects.exists()
