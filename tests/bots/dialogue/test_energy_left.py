"""今天还能吃多少: the goal, what was eaten, and what is left."""

from __future__ import annotations

import pytest

from meum.people.models import Person
from tests.bots.conftest import Say

pytestmark = pytest.mark.usefixtures("foods")


def test_the_goal_what_was_eaten_and_what_is_left_are_told(ada: Person, say: Say) -> None:
    say(ada, "女", at="07:00")
    say(ada, "早上两个鸡蛋", at="08:00")

    line, usual, _ = say(ada, "今天还能吃多少", at="09:00").lines

    assert line == "目标约 1910 千卡，吃了约 140，还剩约 1770。"
    assert "一般身材" in usual


def test_who_had_more_is_not_told_to_stop(ada: Person, say: Say) -> None:
    say(ada, "女", at="07:00")
    say(ada, "+2500大卡", at="08:00")

    assert "饿了照样吃" in say(ada, "还能吃多少", at="09:00").text


def test_after_an_eating_disorder_there_are_no_figures(ada: Person, say: Say) -> None:
    for text in ("女", "我有过厌食症"):
        say(ada, text, at="07:00")

    assert "千卡" not in say(ada, "还能吃多少", at="09:00").text


def test_the_sex_is_asked_for_first(ada: Person, say: Say) -> None:
    assert "男女不同" in say(ada, "还能吃多少热量", at="09:00").text
