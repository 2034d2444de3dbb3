"""The first minutes of somebody new: the age, the agreement, then the first log."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bots.dialogue.messages import Event
from bots.models import Inbound
from meum.journal.models import Consent, Purpose
from meum.journal.queries import has_consent
from meum.people.models import AgeBand, Person
from tests.bots.conftest import Say
from tests.factories.diary import make_meal

New = Callable[[], Person]


def test_the_first_word_is_answered_with_what_this_is_and_the_age_question(newcomer: New, say: Say) -> None:
    reply = say(newcomer(), "早上吃了两个鸡蛋")

    assert reply.lines[0].startswith("你好，我是 Meum。")
    assert [str(choice) for choice in reply.choices] == ["1 满 18 岁", "2 14 到 17 岁", "3 未满 14 岁"]


def test_what_is_not_an_age_brings_the_question_back_in_one_line(newcomer: New, say: Say) -> None:
    person = newcomer()
    say(person, "你好")

    reply = say(person, "早上吃了两个鸡蛋")

    assert reply.lines == ("还没有开始记，什么都没有保存。先回复编号或年龄：",)
    assert len(reply.choices) == 3


def test_who_writes_english_is_greeted_in_english(newcomer: New, say: Say) -> None:
    assert say(newcomer(), "2 eggs for breakfast").lines[0].startswith("Hello, I am Meum.")


def test_the_age_leads_to_the_agreement_and_the_agreement_to_the_first_log(newcomer: New, say: Say) -> None:
    person = newcomer()

    say(person, "你好")
    text = say(person, "1")
    reply = say(person, "1")

    assert text.lines[-1] == "你同意吗？（说明版本 2026-11.2）"
    assert reply.lines[0] == "已记下你的同意（说明版本 2026-11.2）。"
    assert has_consent(person=person, purpose=Purpose.HEALTH_RECORDS)


def test_each_age_group_has_a_line_of_its_own(newcomer: New, say: Say) -> None:
    assert say(newcomer(), "你好").text.splitlines()[-3:] == ["1 满 18 岁", "2 14 到 17 岁", "3 未满 14 岁"]


def test_who_goes_on_in_another_language_learns_who_asks(newcomer: New, say: Say) -> None:
    person = newcomer()
    say(person, "你好")
    say(person, "hello?")

    assert say(person, "what is this about, please").lines[0].startswith("Hello, I am Meum.")


@pytest.mark.parametrize("answer", ["1 满 18 岁", "选1", "我满18岁了", "是的，我25岁", "yes I am 18+", "option 1"])
def test_the_age_group_is_understood_as_it_is_written(newcomer: New, say: Say, answer: str) -> None:
    person = newcomer()
    say(person, "你好")

    assert len(say(person, answer).choices) == 3
    person.refresh_from_db()
    assert person.age_band == AgeBand.ADULT


def test_words_after_the_text_of_the_agreement_are_answered_with_what_is_missing(newcomer: New, say: Say) -> None:
    person = newcomer()
    say(person, "你好")
    say(person, "1")

    reply = say(person, "早上吃了两个鸡蛋")

    assert reply.lines == (
        "这条没有保存：上面的说明还没有得到你的同意。回复「同意」就开始记；想先了解，发「隐私」或「帮助」。",
    )
    assert "在这之前发的内容没有保存，请再发一次。" in say(person, "同意").lines


@pytest.mark.parametrize(
    "word",
    ["yes", "OK.", "好的", "可以", "y", "ok I agree", "Yes, I agree.", "agreed", "好的同意", "同意👌", "我完全同意！"],
)
def test_a_plain_yes_to_the_question_agrees(newcomer: New, say: Say, word: str) -> None:
    person = newcomer()
    say(person, "你好")
    say(person, "1")

    say(person, word)

    assert has_consent(person=person, purpose=Purpose.HEALTH_RECORDS)


@pytest.mark.parametrize("word", ["不太同意", "我不同意", "I don't agree", "agree to disagree", "同意书在哪里"])
def test_what_only_holds_the_word_agrees_to_nothing(newcomer: New, say: Say, word: str) -> None:
    person = newcomer()
    say(person, "你好")
    say(person, "1")

    say(person, word)

    assert not has_consent(person=person, purpose=Purpose.HEALTH_RECORDS)


@pytest.mark.parametrize("word", ["yes", "好的"])
def test_a_plain_yes_to_nothing_agrees_to_nothing(newcomer: New, say: Say, word: str) -> None:
    person = newcomer()

    say(person, word)

    assert not has_consent(person=person, purpose=Purpose.HEALTH_RECORDS)


def test_a_number_before_any_question_answers_nothing(newcomer: New, say: Say) -> None:
    person = newcomer()

    say(person, "1")

    person.refresh_from_db()
    assert person.age_band == ""


def test_of_a_child_nothing_is_stored(newcomer: New, say: Say) -> None:
    child = newcomer()
    say(child, "你好", message_id="first")

    reply = say(child, "3", message_id="age")

    child.refresh_from_db()
    assert reply.lines[0] == "谢谢你说实话。未满 14 岁需要监护人同意，现在还不能用。"
    assert child.age_band == ""
    assert list(Inbound.objects.values_list("message_id", flat=True)) == ["first"]


def test_words_before_the_agreement_are_not_kept_and_the_person_is_told_so(newcomer: New, say: Say) -> None:
    person = newcomer()

    say(person, "早上吃了两个鸡蛋")
    say(person, "1")
    reply = say(person, "同意")

    assert "在这之前发的内容没有保存，请再发一次。" in reply.lines
    assert set(Inbound.objects.values_list("words", flat=True)) == {""}


def test_a_mere_hello_before_the_agreement_loses_nothing(newcomer: New, say: Say) -> None:
    person = newcomer()

    say(person, "你好")
    say(person, "2")

    assert not any("再发一次" in line for line in say(person, "1").lines)


def test_the_agreement_needs_a_text_that_was_shown(newcomer: New, say: Say) -> None:
    person = newcomer()
    person.age_band = AgeBand.ADULT
    person.save()

    reply = say(person, "同意")

    assert reply.lines[-1].startswith("你同意吗？")
    assert not Consent.objects.exists()


@pytest.mark.parametrize(("at", "is_agreed"), [("19:59", True), ("20:01", False)])
def test_the_word_agrees_within_a_day_of_the_text(newcomer: New, say: Say, at: str, is_agreed: bool) -> None:
    person = newcomer()
    say(person, "你好", at="20:00")
    say(person, "1", at="20:00")

    say(person, "同意", at=at, day="2026-11-21")

    assert has_consent(person=person, purpose=Purpose.HEALTH_RECORDS) is is_agreed


def test_the_privacy_text_keeps_the_question_open(newcomer: New, say: Say) -> None:
    person = newcomer()
    say(person, "hello")
    say(person, "1")

    reply = say(person, "2")
    say(person, "1")

    assert reply.lines[0].startswith("What is kept:")
    assert has_consent(person=person, purpose=Purpose.HEALTH_RECORDS)


def test_no_is_taken_for_no(newcomer: New, say: Say) -> None:
    person = newcomer()
    say(person, "你好")
    say(person, "1")

    reply = say(person, "0")

    assert reply.lines == ("好的，什么都不会记录。想用时发「同意」就行。",)
    assert not Consent.objects.exists()


def test_a_question_of_yesterday_is_asked_again(newcomer: New, say: Say) -> None:
    person = newcomer()
    say(person, "你好")

    reply = say(person, "1", day="2026-11-21")

    person.refresh_from_db()
    assert person.age_band == ""
    assert reply.choices[0].label == "满 18 岁"


@pytest.mark.parametrize("text", ["帮助", "隐私", "说中文", "删除我的数据", "人工"])
def test_some_questions_are_answered_before_anything_is_agreed(newcomer: New, say: Say, text: str) -> None:
    reply = say(newcomer(), text)

    assert not reply.lines[0].startswith("你好，我是 Meum。")


def test_joining_is_greeted_once_and_opens_the_question(newcomer: New, say: Say) -> None:
    person = newcomer()

    first = say(person, event=Event.JOINED, message_id="joined")
    again = say(person, event=Event.JOINED, message_id="joined")
    say(person, "1")

    person.refresh_from_db()
    assert first.lines == again.lines
    assert person.age_band == AgeBand.ADULT


def test_what_was_agreed_to_can_be_taken_back(ada: Person, say: Say) -> None:
    reply = say(ada, "撤回同意")

    assert reply.lines[0] == "已撤回同意，从现在起不再记录任何内容。"
    assert not has_consent(person=ada, purpose=Purpose.HEALTH_RECORDS)


@pytest.mark.parametrize(("words", "told"), [("撤回同意", "12 月 5 日"), ("withdraw consent", "5 December")])
def test_a_withdrawal_says_until_when_records_stay_and_how_to_take_it_back(
    ada: Person, say: Say, words: str, told: str
) -> None:
    say(ada, "hello there")

    reply = say(ada, words)

    assert told in reply.lines[1]
    assert "「同意」" in reply.lines[1] or "“agree”" in reply.lines[1]


def test_who_agrees_again_hears_that_the_records_are_there(ada: Person, say: Say) -> None:
    make_meal(person=ada)
    say(ada, "撤回同意")
    say(ada, "同意")

    reply = say(ada, "同意")

    assert "你以前的记录都还在。" in reply.lines
    assert len(reply.text.splitlines()) <= 5


def test_who_took_it_back_and_writes_on_hears_that_it_was_not_kept(ada: Person, say: Say) -> None:
    say(ada, "撤回同意")

    reply = say(ada, "晚上吃了面条")

    assert reply.lines[0].startswith("你撤回过同意，这条没有记。")
    assert len(reply.text.splitlines()) <= 5


@pytest.mark.parametrize(("hello", "told"), [("你好", "你好。先问一下年龄"), ("hello", "Hello. First your age")])
def test_a_greeting_is_returned(newcomer: New, say: Say, hello: str, told: str) -> None:
    person = newcomer()
    say(person, hello)

    assert say(person, hello).lines[0].startswith(told)


def test_after_taking_it_back_words_are_no_longer_kept(ada: Person, say: Say) -> None:
    say(ada, "撤回同意", message_id="back")

    reply = say(ada, "早上吃了两个鸡蛋", message_id="later")

    assert reply.lines[-1].startswith("你同意吗？")
    assert Inbound.objects.get(message_id="later").words == ""


def test_of_distress_before_the_agreement_nothing_is_stored(newcomer: New, say: Say) -> None:
    reply = say(newcomer(), "不想活了")

    assert reply.lines[0] == "听起来你不太好受。今天不用记录，也不用算数字。"
    assert not Inbound.objects.exists()
