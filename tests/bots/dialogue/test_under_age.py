"""Somebody who has agreed tells an age: a slip ends nothing, a child's word ends recording."""

from __future__ import annotations

import pytest

from bots.models import Conversation, Inbound
from meum.journal.models import Purpose
from meum.journal.queries import has_consent
from meum.people.models import AgeBand, Person
from nutrition.models import Meal
from tests.bots.conftest import Say

pytestmark = pytest.mark.usefixtures("foods")


def has_agreed(person: Person) -> bool:
    return has_consent(person=person, purpose=Purpose.HEALTH_RECORDS)


@pytest.mark.parametrize(
    "text",
    [
        "我12岁",
        "我今年13",
        "十几岁",
        "我12岁，早饭两个鸡蛋",
        "我12岁了早饭吃了两个鸡蛋",
        "I'm 12",
        "I am 11 years old",
        "13 yo",
    ],
)
def test_an_age_that_may_be_under_14_is_asked_about_and_not_kept(ada: Person, say: Say, text: str) -> None:
    reply = say(ada, text, message_id="age")

    assert reply.lines[0].startswith(("Meum 只给满 14 岁的人用。", "Meum is for people of 14 or older."))
    assert [choice.key for choice in reply.choices] == ["1", "0"]
    assert has_agreed(ada)
    assert not Inbound.objects.filter(message_id="age").exists()
    assert not Meal.objects.exists()


@pytest.mark.parametrize("answer", ["1", "是", "没写错，我12岁"])
def test_who_is_under_14_is_refused_kindly_and_recording_ends(ada: Person, say: Say, answer: str) -> None:
    say(ada, "我12岁", at="12:00")

    reply = say(ada, answer, at="12:01", message_id="yes")

    assert reply.lines[:2] == (
        "谢谢你说实话。未满 14 岁需要监护人同意，现在还不能用。",
        "从现在起不再记录任何内容。",
    )
    ada.refresh_from_db()
    assert (has_agreed(ada), ada.age_band) == (False, "")
    assert Conversation.objects.get().refused_at is not None
    assert not Inbound.objects.filter(message_id="yes").exists()


def test_what_a_child_logged_before_can_be_read_and_deleted_and_nothing_can_be_added(ada: Person, say: Say) -> None:
    say(ada, "早饭两个鸡蛋", at="08:00")
    say(ada, "我12岁", at="12:00")
    say(ada, "1", at="12:01")

    assert "鸡蛋" in say(ada, "今天", at="12:02").text
    for text in ("同意", "1", "午饭一碗米饭"):
        assert say(ada, text, at="12:03").lines[0].startswith("谢谢你说实话。")
    say(ada, "删", at="12:04")
    say(ada, "1", at="12:05")

    assert not Meal.objects.filter(deleted_at=None).exists()


@pytest.mark.parametrize("answer", ["0", "不是", "no"])
def test_a_slip_of_the_keys_ends_nothing(ada: Person, say: Say, answer: str) -> None:
    say(ada, "我12岁", at="12:00")

    assert say(ada, answer, at="12:01").lines[0].startswith(("好的，照常记录。", "All right, I go on as before."))
    say(ada, "午饭两个鸡蛋", at="12:02")

    assert has_agreed(ada)
    assert Meal.objects.count() == 1


def test_who_does_not_answer_goes_on_logging(ada: Person, say: Say) -> None:
    say(ada, "我12岁", at="12:00")
    say(ada, "午饭两个鸡蛋", at="12:01")

    assert Meal.objects.count() == 1


def test_who_was_mistaken_in_the_answer_writes_the_age_and_agrees_anew(ada: Person, say: Say) -> None:
    for text in ("我12岁", "1", "我30岁", "1"):
        say(ada, text)

    ada.refresh_from_db()
    assert (has_agreed(ada), ada.age_band) == (True, AgeBand.ADULT)


@pytest.mark.parametrize(("text", "band"), [("我16岁", AgeBand.TEEN), ("I am 30 years old", AgeBand.ADULT)])
def test_another_age_is_noted_as_a_group(ada: Person, say: Say, text: str, band: AgeBand) -> None:
    assert say(ada, text).lines[0].startswith(("知道了，年龄段：14 到 17 岁。", "All right, age group: 18 or older."))

    ada.refresh_from_db()
    assert ada.age_band == band


@pytest.mark.parametrize("text", ["3", "I have 2", "只有3", "about 5", "我女儿12岁", "my son is 12", "午饭12个鸡蛋"])
def test_a_number_of_something_else_is_no_age(ada: Person, say: Say, text: str) -> None:
    assert "14" not in say(ada, text).lines[0]


@pytest.mark.parametrize("text", ["我的数据安全吗", "is my data private?", "who owns my data"])
def test_what_becomes_of_the_data_is_answered_with_the_privacy_text(ada: Person, say: Say, text: str) -> None:
    assert say(ada, text).lines == say(ada, "privacy" if text.isascii() else "隐私").lines
