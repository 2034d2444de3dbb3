"""How much was on a photo: asked once where it is not known, and known better the next time."""

from __future__ import annotations

import pytest

from meum.jobs.running import drain
from meum.people.models import Person
from nutrition.models import MealItem
from tests.bots.conftest import Say
from tests.bots.photos import key_of, latest_reply, send_photo, show_photo
from tests.factories.engines import ToldEngine, dishes

pytestmark = pytest.mark.usefixtures("foods", "that_friday")

SIZES = ["1 小份", "2 中份", "3 大份", "0 就按估的算"]
SMALL = pytest.approx(398.11, abs=0.01)
"""Grams up to the middle between the lower bound and the mid."""


@pytest.fixture(autouse=True)
def noodles(engine: ToldEngine, foods: None) -> ToldEngine:
    """Let the engine see noodles."""
    engine.sees(dishes(key_of("牛肉面")))
    return engine


def test_the_size_is_asked_once_and_narrows_the_grams(ada: Person, say: Say) -> None:
    first = show_photo(ada)
    asked = say(ada, "1", at="14:01")
    narrowed = say(ada, "1", at="14:02")

    assert str(first.choices[0]) == "1 牛肉面 约195–1110千卡"
    assert (asked.lines[-1], [str(choice) for choice in asked.choices]) == ("份量多大？", SIZES)
    assert narrowed.choices == ()
    assert MealItem.objects.get().grams_high == SMALL


def test_a_size_that_was_told_makes_the_next_photo_surer(ada: Person, say: Say) -> None:
    show_photo(ada)
    say(ada, "1", at="14:01")
    say(ada, "1", at="14:02")

    send_photo(ada, seconds=3600)
    drain()

    assert str(latest_reply(ada).choices[0]) == "1 牛肉面 约205–700千卡"


def test_a_habit_needs_no_question(ada: Person, say: Say) -> None:
    for hour in range(8, 14):
        say(ada, "牛肉面 150克", at=f"{hour:02}:00")

    show_photo(ada)

    assert say(ada, "1", at="14:01").choices == ()
