"""Letting a nutritionist see one's records from the chat."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from meum.journal.models import Consent, Door, Purpose
from meum.journal.queries import has_consent
from meum.people.models import Grant, Person, Role
from meum.people.queries import visible_people
from meum.people.services import share_with
from tests.bots.conftest import Say
from tests.factories.people import make_person


def sees(viewer: Person, person: Person) -> bool:
    return visible_people(viewer=viewer).filter(pk=person.pk).exists()


@pytest.mark.parametrize("text", ["让营养师Ben看我的记录", "分享给营养师 ben", "把我的记录分享给ben"])
def test_who_will_see_what_is_said_before_anything_is_shared(ada: Person, ben: Person, say: Say, text: str) -> None:
    reply = say(ada, text)

    assert reply.lines[0].startswith("要让营养师ben看你的记录吗？能看到：个人资料、每天的饮食")
    assert reply.lines[1].startswith("我同意这位营养师查看我的记录。")
    assert [str(choice) for choice in reply.choices] == ["1 同意，让营养师ben看", "0 不共享"]
    assert not Grant.objects.exists()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("陳醫師", "分享給營養師陳醫師"),
        ("陳醫師", "让陈医师看我的记录"),
        ("陈医师", "分享給陳醫師"),
        ("LI Wěi", "share my diary with li wěi"),
    ],
)
def test_a_nutritionist_is_found_by_a_name_in_either_script(
    ada: Person, ben: Person, say: Say, name: str, text: str
) -> None:
    Person.objects.filter(pk=ben.pk).update(name=name)

    assert name in say(ada, text).lines[0]
    say(ada, "1")
    assert sees(ben, ada)


@pytest.mark.parametrize("answer", ["1", "好的", "同意"])
def test_a_yes_begins_it_and_keeps_the_words(ada: Person, ben: Person, say: Say, answer: str) -> None:
    say(ada, "分享给营养师ben")

    reply = say(ada, answer)

    consent = Consent.objects.get(purpose=Purpose.SHARING)
    assert reply.lines[0] == "营养师ben现在能看你的记录了。"
    assert (consent.recipient, consent.door, consent.evidence) == (ben, Door.WEB, f"分享给营养师ben / {answer}")
    assert sees(ben, ada)


@pytest.mark.parametrize("answer", ["0", "no", "不要", "不同意", "disagree"])
@pytest.mark.parametrize("at", ["12:01", "13:00"])
def test_a_no_shares_nothing_and_takes_no_other_agreement_back(
    ada: Person, ben: Person, say: Say, answer: str, at: str
) -> None:
    say(ada, "share my diary with ben", at="12:00")

    say(ada, answer, at=at)

    assert not sees(ben, ada)
    assert not Consent.objects.filter(purpose=Purpose.SHARING).exists()
    assert has_consent(person=ada, purpose=Purpose.HEALTH_RECORDS)


def test_a_no_is_answered_as_one(ada: Person, ben: Person, say: Say) -> None:
    say(ada, "分享给营养师ben")

    assert say(ada, "不同意").lines == ("好的，没有共享。",)


def test_a_yes_to_nothing_shares_nothing(ada: Person, ben: Person, say: Say) -> None:
    say(ada, "分享给营养师ben", at="12:00")

    say(ada, "好的", at="13:00")

    assert not sees(ben, ada)


def test_somebody_who_is_no_nutritionist_is_answered_like_nobody(ada: Person, chen: Person, say: Say) -> None:
    known, unknown = say(ada, "分享给chen"), say(ada, "分享给nobody")

    assert known.lines[0].replace("chen", "nobody") == unknown.lines[0]
    assert not known.choices


@pytest.mark.parametrize("text", ["分享给营养师", "share my diary with my nutritionist", "分享给所有人"])
def test_without_a_name_it_is_asked_for(ada: Person, ben: Person, say: Say, text: str) -> None:
    assert say(ada, text).lines[0].startswith(("要分享给哪位营养师？", "With which nutritionist?"))


def test_of_two_of_one_name_the_person_picks_and_then_agrees(ada: Person, say: Say) -> None:
    first, second = (make_person(username=name, role=Role.NUTRITIONIST) for name in ("ann1", "ann2"))
    Person.objects.filter(pk__in=(first.pk, second.pk)).update(name="Ann")

    asked = say(ada, "share my diary with Ann")
    say(ada, "2")
    assert not Grant.objects.exists()
    say(ada, "1")

    assert [choice.label for choice in asked.choices][:2] == ["nutritionist Ann (ann1)", "nutritionist Ann (ann2)"]
    assert (sees(first, ada), sees(second, ada)) == (False, True)


def test_who_sees_the_records_already_is_not_asked_again(ada: Person, ben: Person, say: Say) -> None:
    share_with(person=ada, nutritionist=ben, door=Door.API)

    assert say(ada, "分享给营养师ben").lines[0] == "营养师ben已经能看你的记录。"


def test_before_the_agreement_nothing_can_be_shared(newcomer: Callable[[], Person], ben: Person, say: Say) -> None:
    person = newcomer()

    say(person, "分享给营养师ben")
    say(person, "1")

    assert not sees(ben, person)


@pytest.mark.parametrize(
    "text",
    [
        "share my diary with nutritionist",
        "share my records with the nutritionist",
        "let nutritionist see my records",
        "把记录分享给nutritionist",
        "分享给营养师 nutritionist",
    ],
)
def test_a_nutritionist_may_be_called_by_the_name_of_her_work(ada: Person, say: Say, text: str) -> None:
    make_person(username="nutritionist", role=Role.NUTRITIONIST)

    lines = say(ada, text).lines

    assert lines[0].startswith(("要让营养师看你的记录吗？", "Let nutritionist see your records?"))


@pytest.mark.parametrize(
    "text", ["share my diary with nutritionist", "share my diary with my dietitian", "把记录分享给营养师"]
)
def test_where_nobody_is_called_so_it_is_asked_with_whom(ada: Person, ben: Person, say: Say, text: str) -> None:
    lines = say(ada, text).lines

    assert lines[0].startswith(("要分享给哪位营养师？", "With which nutritionist?"))
    assert not Grant.objects.exists()
