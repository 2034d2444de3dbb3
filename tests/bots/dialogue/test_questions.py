"""The one open question: how long it lives and how often it is asked."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

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
