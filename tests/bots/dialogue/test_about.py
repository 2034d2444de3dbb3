"""The three short questions after the agreement: answered, left out, or passed over by a log."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bots.dialogue.messages import Reply
from fitness.models import BodyMeasurement
from fitness.queries import latest_weight
from meum.people.models import ActivityLevel, Person, Profile, SexAtBirth
from meum.people.queries import profile_of
from nutrition.models import Meal
from tests.bots.conftest import Say

New = Callable[[], Person]


def agreed(person: Person, say: Say, *, greeting: str = "你好") -> Reply:
    say(person, greeting)
    say(person, "1")
    return say(person, "1")


def test_three_answers_and_then_the_first_log_is_suggested(newcomer: New, say: Say) -> None:
    person = newcomer()

    asked = [agreed(person, say).lines[-1]]
    asked += [say(person, words).lines[-1] for words in ("170 61.5", "1", "3")]

    profile, weight = profile_of(person=person), latest_weight(person=person)
    assert [line[:5] for line in asked] == ["身高和体重", "出生时的性", "平常一周动", "试试发：早"]
    assert profile is not None
    assert weight is not None
    assert (profile.height_cm, weight.value) == (170, 61.5)
    assert (profile.sex_at_birth, profile.activity_level) == (SexAtBirth.FEMALE, ActivityLevel.MODERATE)


@pytest.mark.parametrize("words", ["170厘米 61.5公斤", "身高170 体重61.5公斤", "170cm, 61.5kg"])
def test_height_and_weight_are_taken_in_words_too(newcomer: New, say: Say, words: str) -> None:
    person = newcomer()
    agreed(person, say)

    reply = say(person, words)

    assert reply.lines[-1] == "出生时的性别？"
    assert Profile.objects.get(person=person).height_cm == 170
    assert BodyMeasurement.objects.get(person=person).value == 61.5


def test_each_question_can_be_left_out(newcomer: New, say: Say) -> None:
    person = newcomer()
    agreed(person, say)

    last = [say(person, words) for words in ("0", "跳过", "0")][-1]

    assert last.lines[-1].startswith("试试发")
    assert last.pending is None
    assert not Profile.objects.exists()


@pytest.mark.usefixtures("foods")
def test_a_log_ends_the_questions_and_is_logged(newcomer: New, say: Say) -> None:
    person = newcomer()
    agreed(person, say)

    say(person, "早饭两个鸡蛋")
    reply = say(person, "0")

    assert Meal.objects.filter(person=person).count() == 1
    assert "性别" not in reply.text


def test_what_is_known_is_not_asked_again(newcomer: New, say: Say) -> None:
    person = newcomer()
    agreed(person, say)
    for words in ("170 61.5", "0", "1", "撤回同意", "同意"):
        say(person, words)

    assert say(person, "1").lines[-1] == "出生时的性别？"


def test_an_answer_can_be_undone(newcomer: New, say: Say) -> None:
    person = newcomer()
    agreed(person, say)
    say(person, "170 61.5")

    reply = say(person, "撤销")

    assert "体重" in reply.text
    assert not BodyMeasurement.objects.filter(person=person, deleted_at=None).exists()


def test_the_questions_are_asked_in_english_too(newcomer: New, say: Say) -> None:
    person = newcomer()
    person.language = "en"
    person.save()

    assert agreed(person, say, greeting="hello").lines[-1].startswith("What are your height and weight?")


def test_half_an_answer_is_kept_and_the_other_half_asked_for(newcomer: New, say: Say) -> None:
    person = newcomer()
    agreed(person, say)

    asked = [say(person, words).lines[-1] for words in ("一米七", "130", "130斤")]

    assert [line[:9] for line in asked] == ["体重是多少？比如：", "体重 130 是公", "出生时的性别？"]
    assert Profile.objects.get(person=person).height_cm == 170
    assert BodyMeasurement.objects.get(person=person).value == 65


def test_what_is_no_figure_is_asked_for_with_an_example(newcomer: New, say: Say) -> None:
    person = newcomer()
    agreed(person, say)

    reply = say(person, "说不好呢其实")

    assert reply.lines[-1].startswith("这句我没看懂。可以这样写：170 厘米")
    assert say(person, "不知道").lines[-1] == "出生时的性别？"
    assert say(person, "我是女的").lines[-1].startswith("平常一周")


def test_what_was_understood_is_said(newcomer: New, say: Say) -> None:
    person = newcomer()
    agreed(person, say)

    assert say(person, "1米75，140斤").lines[0] == "已记：身高 175 厘米，体重 70 公斤。"


def test_who_agrees_once_more_is_asked_again_what_was_asked(newcomer: New, say: Say) -> None:
    person = newcomer()
    agreed(person, say)

    reply = say(person, "同意")

    assert reply.lines[1].startswith("身高和体重是多少")
    assert say(person, "170 61.5").lines[-1] == "出生时的性别？"


def test_the_question_is_put_in_the_new_language_too(newcomer: New, say: Say) -> None:
    person = newcomer()
    agreed(person, say)

    reply = say(person, "English please")

    assert reply.lines[1].startswith("What are your height and weight?")
    assert say(person, "170 cm 61.5 kg").lines[-1].startswith("Your sex at birth")


@pytest.mark.parametrize("words", ["180cm 82kg", "180 厘米，82公斤", "1米8，164斤"])
def test_both_figures_are_taken_unasked_as_well(ada: Person, say: Say, words: str) -> None:
    say(ada, words)

    assert Profile.objects.get(person=ada).height_cm == 180
    assert BodyMeasurement.objects.get(person=ada).value == 82
