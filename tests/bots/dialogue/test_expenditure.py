"""我一天消耗多少: what the body spends, what days are logged at that keep the weight, and what is still missing."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from meum.domain.intervals import Interval
from meum.people.models import Person
from meum.people.queries import profile_of
from tests.bots.conftest import Say
from tests.factories.diary import make_meal
from tests.factories.fitness import make_measurement
from tests.factories.nutrition import make_food
from tests.factories.weeks import tell_body

pytestmark = pytest.mark.usefixtures("foods")


def test_what_is_missing_is_asked_for_one_after_the_other_and_then_it_goes_by_the_body(ada: Person, say: Say) -> None:
    assert "男女不同" in say(ada, "我一天消耗多少", at="07:00").text
    assert "身高和体重是多少" in say(ada, "女", at="07:01").text
    assert "平常一周动得多吗" in say(ada, "165 60", at="07:04").text
    assert "哪年出生" in say(ada, "2", at="07:05").text
    assert "够算了" in say(ada, "1992", at="07:06").text

    line, learn = say(ada, "我一天消耗多少", at="07:07").lines
    assert line.startswith("按身高、体重、年龄和活动量估，一天约消耗 20")
    assert learn == "每天称一称、记满四天，一周后就按你自己的记录算，更准。"


def test_a_question_left_out_is_passed_by_and_a_meal_ends_them(ada: Person, say: Say) -> None:
    say(ada, "女", at="07:00")
    asked = say(ada, "我一天消耗多少", at="07:02")
    assert "一般身材" in asked.text
    assert asked.lines[-1].startswith("身高和体重是多少")

    assert "平常一周动得多吗" in say(ada, "跳过", at="07:03").text
    assert "鸡蛋" in say(ada, "早上两个鸡蛋", at="07:04").text


@pytest.mark.parametrize("words", ["我1992年3月出生", "我34岁", "born in march 1992"])
def test_a_birth_told_unasked_is_kept_and_undone(ada: Person, say: Say, words: str) -> None:
    say(ada, words, at="07:00")
    profile = profile_of(person=ada)
    assert profile is not None
    assert profile.birth_date is not None
    assert 1991 <= profile.birth_date.year <= 1992

    say(ada, "撤销", at="07:01")
    profile = profile_of(person=ada)
    assert profile is None or profile.birth_date is None


def test_once_it_is_learned_both_figures_and_another_goal_are_told(ada: Person, say: Say) -> None:
    tell_body(ada)
    rice = make_food(nutrients={"ENERC_KCAL": 100})
    for ago in range(1, 21):
        at = datetime(2026, 11, 20, 1, tzinfo=UTC) - timedelta(days=ago)
        make_meal(person=ada, food=rice, grams=Interval.exact(1700), at=at)
        make_measurement(person=ada, value=60, at=at - timedelta(hours=1))

    as_logged, spent = say(ada, "我一天消耗多少", at="09:00").lines
    assert as_logged.startswith("照你现在这样记，一天约 17")
    assert spent.startswith("身体实际消耗估计 ")

    say(ada, "目标减重", at="09:01")
    assert say(ada, "what is my tdee", at="09:02").lines[-1].startswith("一天的目标约 1")


def test_after_an_eating_disorder_there_are_no_figures(ada: Person, say: Say) -> None:
    for text in ("女", "我有过厌食症"):
        say(ada, text, at="07:00")

    assert "千卡" not in say(ada, "我一天消耗多少", at="09:00").text


@pytest.mark.parametrize("words", ["今天消耗了多少", "how many calories did i burn today"])
def test_what_sport_took_is_another_question(ada: Person, say: Say, words: str) -> None:
    told = say(ada, words, at="09:00").text

    assert "运动" in told or "activity" in told
