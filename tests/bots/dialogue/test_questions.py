"""The one open question: how long it lives and how often it is asked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from bots.dialogue.questions import Choice, Question, QuestionKind, numbered
from meum.people.models import Person
from tests.bots.conftest import Say

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
QUESTION = Question(kind=QuestionKind.WEIGHT, choices=numbered("公斤", "斤", none="都不是"), asked_at=NOON)


def test_it_lives_for_half_an_hour() -> None:
    assert QUESTION.is_open(NOON + timedelta(minutes=29, seconds=59))
    assert not QUESTION.is_open(NOON + timedelta(minutes=30))


def test_it_is_stored_and_read_as_it_is() -> None:
    assert Question.from_json(QUESTION.as_json()) == QUESTION


def test_it_is_asked_twice_at_most() -> None:
    again = QUESTION.again(NOON)

    assert again is not None
    assert again.id == QUESTION.id
    assert again.again(NOON) is None


def test_choices_are_numbered_and_0_is_none_of_them() -> None:
    assert numbered("公斤", "斤", none="都不是") == (Choice("1", "公斤"), Choice("2", "斤"), Choice("0", "都不是"))


def test_words_that_answer_nothing_bring_the_question_back_once(ada: Person, say: Say) -> None:
    say(ada, "体重 130", at="08:00")

    again = say(ada, "🤔", at="08:01")
    third = say(ada, "🤔", at="08:02")

    assert again.lines == ("请回复编号：",)
    assert [choice.key for choice in again.choices] == ["1", "2", "0"]
    assert third.lines[0] == "这句我没看懂，什么都没有记。"


def test_a_keyword_is_answered_and_the_question_stays_open(ada: Person, say: Say) -> None:
    say(ada, "体重 130", at="08:00")

    say(ada, "帮助", at="08:01")

    assert say(ada, "2", at="08:02").lines[0] == "已记：体重 65 公斤。"


def test_a_new_log_closes_the_question(ada: Person, say: Say) -> None:
    say(ada, "体重 130", at="08:00")

    say(ada, "身高 170", at="08:01")

    assert say(ada, "2", at="08:02").lines[0] == "这句我没看懂，什么都没有记。"


def test_the_label_counts_as_the_number(ada: Person, say: Say) -> None:
    say(ada, "体重 130", at="08:00")

    assert say(ada, "体重 65 公斤", at="08:01").lines[0] == "已记：体重 65 公斤。"


@pytest.mark.usefixtures("foods", "ben")
@pytest.mark.parametrize(
    ("opening", "english"),
    [
        ("体重 130", ["1 weight 130 kg", "2 weight 65 kg", "0 none of them"]),
        ("午饭吃了夹馍", ["1 meat bun", "2 vegetable bun", "0 none of them"]),
        ("早饭300个鸡蛋", ["1 30个鸡蛋", "2 3个鸡蛋", "0 none of them"]),
        ("分享给营养师ben", ["1 I agree, share with nutritionist ben", "0 do not share"]),
        ("我12岁", ["1 yes", "0 no"]),
    ],
)
def test_another_language_words_the_open_choices_anew(ada: Person, say: Say, opening: str, english: list[str]) -> None:
    say(ada, opening, at="12:00")

    reply = say(ada, "English please", at="12:01")

    assert [str(choice) for choice in reply.choices] == english


@pytest.mark.usefixtures("foods")
def test_of_several_things_the_names_follow_the_language_too(ada: Person, say: Say) -> None:
    say(ada, "午饭一碗米饭、两个鸡蛋", at="12:00")
    say(ada, "不对，是三个", at="12:01")

    reply = say(ada, "English please", at="12:02")

    assert [str(choice) for choice in reply.choices] == ["1 rice", "2 egg", "0 none of them"]
    assert say(ada, "2", at="12:03").lines[0] == "Lunch: 3 × egg (about 150 g)."


def test_a_newcomer_picks_the_age_in_the_new_language(newcomer: Callable[[], Person], say: Say) -> None:
    person = newcomer()
    say(person, "你好")

    reply = say(person, "English please")

    assert [choice.label for choice in reply.choices] == ["18 or older", "14 to 17", "under 14"]
