"""The age told in words, the kind refusal of a child, and how it is remembered for a day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from bots.models import Conversation, Inbound
from bots.services import clear_refusals
from meum.journal.models import Door, Purpose
from meum.journal.queries import has_consent
from meum.people.models import AgeBand, Person
from tests.bots.conftest import Say

New = Callable[[], Person]
REFUSED = ("谢谢你说实话。", "Thank you for being honest.")


def band_of(person: Person) -> str:
    person.refresh_from_db()
    return person.age_band


@pytest.mark.parametrize("hello", ["你好", "hello"])
@pytest.mark.parametrize(
    ("text", "band"),
    [
        ("满18岁", AgeBand.ADULT),
        ("三十岁", AgeBand.ADULT),
        ("35", AgeBand.ADULT),
        ("I am 35", AgeBand.ADULT),
        ("1990年出生", AgeBand.ADULT),
        ("14 years old", AgeBand.TEEN),
        ("我十六", AgeBand.TEEN),
        ("14", AgeBand.TEEN),
    ],
)
def test_an_age_in_words_or_figures_goes_on_to_the_agreement(
    newcomer: New, say: Say, hello: str, text: str, band: AgeBand
) -> None:
    person = newcomer()
    say(person, hello)

    reply = say(person, text)

    assert band_of(person) == band
    assert [choice.key for choice in reply.choices] == ["1", "2", "0"]


def test_an_age_in_words_loses_nothing_that_would_have_to_be_sent_again(newcomer: New, say: Say) -> None:
    person = newcomer()
    say(person, "你好")
    say(person, "我30岁")

    assert not any("再发一次" in line for line in say(person, "同意").lines)


@pytest.mark.parametrize(
    "text", ["12岁", "我12岁", "12", "13", "11", "5", "I am 13", "thirteen", "快14了", "3", "未满 14 岁"]
)
def test_under_14_is_refused_kindly_and_stores_no_age(newcomer: New, say: Say, text: str) -> None:
    child = newcomer()
    say(child, "你好")

    reply = say(child, text, message_id="age")

    assert reply.lines[0].startswith(REFUSED)
    assert band_of(child) == ""
    assert not Inbound.objects.filter(message_id="age").exists()


@pytest.mark.parametrize("text", ["我13岁可以用吗", "hi, I'm 13, can I use this?"])
def test_under_14_is_refused_before_it_was_asked(newcomer: New, say: Say, text: str) -> None:
    assert say(newcomer(), text).lines[0].startswith(REFUSED)


@pytest.mark.parametrize("after", ["1", "18", "你好", "同意", "取消", "帮助"])
def test_after_the_refusal_a_choice_lets_nobody_in(newcomer: New, say: Say, after: str) -> None:
    child = newcomer()
    say(child, "你好")
    say(child, "3")

    say(child, after, at="12:01")
    reply = say(child, "1", at="12:02")
    say(child, "1", at="12:03")

    assert reply.lines[0].startswith(REFUSED)
    assert band_of(child) == ""


def test_the_refusal_holds_in_every_channel(newcomer: New, say: Say) -> None:
    child = newcomer()
    say(child, "我12岁", door=Door.WEB)

    assert say(child, "你好", door=Door.TERMINAL).lines[0].startswith(REFUSED)


@pytest.mark.parametrize(
    ("text", "note"),
    [("我 30 岁", "你先前说未满 14 岁"), ("I am 30 years old", "Before, you told me you were under 14")],
)
def test_who_was_mistaken_writes_the_age_and_is_told_of_it(newcomer: New, say: Say, text: str, note: str) -> None:
    person = newcomer()
    say(person, "3 岁" if "岁" in text else "I am 3")

    reply = say(person, text)
    say(person, "1")

    assert reply.lines[0].startswith(note)
    assert band_of(person) == AgeBand.ADULT
    assert has_consent(person=person, purpose=Purpose.HEALTH_RECORDS)


def test_the_refusal_is_forgotten_after_a_day(newcomer: New, say: Say) -> None:
    person = newcomer()
    say(person, "我12岁", at="12:00")

    assert say(person, "你好", at="11:59", day="2026-11-21").lines[0].startswith(REFUSED)
    assert say(person, "你好", at="12:01", day="2026-11-21").lines[0].startswith("你好，我是 Meum。")


def test_an_age_told_in_one_channel_ends_the_refusals_of_all(newcomer: New, say: Say) -> None:
    person = newcomer()
    for door in (Door.WEB, Door.TERMINAL):
        say(person, "我12岁", door=door)

    say(person, "我30岁", door=Door.WEB)

    assert say(person, "你好", door=Door.TERMINAL).choices[0].label == "同意"


def test_of_the_refusal_only_its_time_is_stored_and_that_is_cleared(newcomer: New, say: Say) -> None:
    say(newcomer(), "我12岁")
    noted = Conversation.objects.get()

    cleared = clear_refusals(now=datetime(2026, 11, 21, 12, tzinfo=UTC) + timedelta(hours=1))

    assert (noted.question, noted.messages.count(), cleared) == (None, 0, 1)
    assert Conversation.objects.get().refused_at is None


def test_who_tells_a_lower_age_before_agreeing_is_refused_and_the_age_group_goes(newcomer: New, say: Say) -> None:
    child = newcomer()
    say(child, "你好")
    say(child, "1")

    reply = say(child, "其实我12岁")

    assert reply.lines[0].startswith(REFUSED)
    assert band_of(child) == ""


@pytest.mark.parametrize("text", ["十几岁", "未成年", "I am a teenager", "00后"])
def test_an_age_between_the_groups_is_asked_for_once_more(newcomer: New, say: Say, text: str) -> None:
    person = newcomer()
    say(person, "你好")

    reply = say(person, text)
    say(person, "16")

    assert [choice.key for choice in reply.choices] == ["1", "2", "3"]
    assert band_of(person) == AgeBand.TEEN


@pytest.mark.parametrize("no", ["0", "不", "不想说", "no", "No thanks", "没有", "不同意", "I'd rather not say"])
@pytest.mark.parametrize("before", [[], ["1"]], ids=["age", "agreement"])
def test_a_no_ends_politely_and_says_how_to_come_back(newcomer: New, say: Say, no: str, before: list[str]) -> None:
    person = newcomer()
    for text in ["hello", *before]:
        say(person, text)

    reply = say(person, no)

    assert reply.lines[0].startswith(("好的，什么都不会记录。", "All right, nothing will be kept."))
    assert reply.choices == ()
    assert not has_consent(person=person, purpose=Purpose.HEALTH_RECORDS)
    say(person, "好的")
    assert not has_consent(person=person, purpose=Purpose.HEALTH_RECORDS)
    # Only who has read the text agrees by the word.
    say(person, "同意")
    assert has_consent(person=person, purpose=Purpose.HEALTH_RECORDS) is bool(before)


@pytest.mark.parametrize("no", ["不", "no"])
def test_a_plain_no_takes_no_agreement_back(ada: Person, say: Say, no: str) -> None:
    say(ada, no)

    assert has_consent(person=ada, purpose=Purpose.HEALTH_RECORDS)
