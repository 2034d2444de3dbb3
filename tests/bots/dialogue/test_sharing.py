"""Seeing in the chat with whom one shares and who looked, and ending it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone

from bots.models import Inbound
from meum.journal.models import Access, Consent, Door, Purpose
from meum.journal.services import note_look
from meum.people.models import Grant, Person, Role
from meum.people.queries import visible_people
from meum.people.services import share_with
from tests.bots.conftest import Say
from tests.factories.people import make_person


def sees(viewer: Person, person: Person) -> bool:
    return visible_people(viewer=viewer).filter(pk=person.pk).exists()


def share(person: Person, *nutritionists: Person, until: datetime | None = None) -> None:
    for nutritionist in nutritionists:
        share_with(person=person, nutritionist=nutritionist, door=Door.API, until=until)
    Grant.objects.update(since=datetime(2026, 11, 1, 16, 30, tzinfo=UTC))


def nutritionist(name: str) -> Person:
    return make_person(username=name, role=Role.NUTRITIONIST)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("谁能看我的记录", "营养师ben：2026-11-02 起，到你停止为止"),
        ("共享", "营养师ben：2026-11-02 起，到你停止为止"),
        ("who can see my records?", "nutritionist ben: since 2026-11-02, until you stop it"),
    ],
)
def test_who_sees_the_records_is_listed_with_the_first_day(
    ada: Person, ben: Person, say: Say, text: str, line: str
) -> None:
    share(ada, ben)
    say(ada, "hello there" if text.isascii() else "你好")

    assert say(ada, text).lines[1] == line


def test_the_end_of_a_sharing_is_told_by_the_persons_own_clock(ada: Person, ben: Person, say: Say) -> None:
    share(ada, ben, until=datetime(2199, 12, 31, 16, 0, tzinfo=UTC))

    assert say(ada, "谁能看我的记录").lines[1] == "营养师ben：2026-11-02 起，到 2200-01-01 00:00 为止"


@pytest.mark.parametrize("text", ["谁能看我的记录", "停止共享", "谁看过", "stop sharing", "who looked"])
def test_who_shares_with_nobody_is_told_so(ada: Person, ben: Person, say: Say, text: str) -> None:
    reply = say(ada, text)

    assert reply.lines[0].startswith(
        ("你现在没有和任何营养师共享", "还没有别人看过", "You are not sharing", "Nobody else")
    )


def test_a_sharing_that_is_over_is_not_listed(ada: Person, ben: Person, say: Say) -> None:
    share(ada, ben)
    Grant.objects.update(until=timezone.now() - timedelta(days=1))

    assert say(ada, "谁能看我的记录").lines[0] == "你现在没有和任何营养师共享记录。"


def test_of_many_three_are_named_and_the_rest_counted(ada: Person, say: Say) -> None:
    share(ada, *map(nutritionist, "abcde"))

    reply = say(ada, "谁能看我的记录")

    assert (reply.lines[0], len(reply.lines)) == ("能看你记录的人（5 位）：", 5)
    assert reply.lines[-1].startswith("另有 2 位。")


@pytest.mark.parametrize(
    "text", ["停止共享", "停止和Ben共享", "别再给ben看了", "stop sharing", "stop sharing with Ben"]
)
def test_the_only_sharing_ends_at_once(ada: Person, ben: Person, say: Say, text: str) -> None:
    share(ada, ben)

    reply = say(ada, text)

    assert reply.lines[0].startswith(("已停止和营养师ben共享", "You no longer share with nutritionist ben"))
    assert not sees(ben, ada)


def test_of_several_the_person_picks_one(ada: Person, ben: Person, say: Say) -> None:
    eva = nutritionist("eva")
    share(ada, ben, eva)

    question = say(ada, "停止共享")
    say(ada, "2")

    assert [str(choice) for choice in question.choices] == ["1 营养师ben", "2 营养师eva", "3 全部停止", "0 都不停"]
    assert (sees(ben, ada), sees(eva, ada)) == (True, False)


def test_of_several_one_can_be_named(ada: Person, ben: Person, say: Say) -> None:
    eva = nutritionist("eva")
    share(ada, ben, eva)

    say(ada, "停止和营养师Eva的共享")

    assert (sees(ben, ada), sees(eva, ada)) == (True, False)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("陳醫師", "停止和陳醫師共享"),
        ("陳醫師", "停止和陈医师共享"),
        ("陈医师", "停止和陳醫師共享"),
        ("陳營養師", "停止和陈营养师共享"),
        ("陳", "停止和陳營養師的共享"),
        ("Ärztin Li", "stop sharing with ärztin li"),
    ],
)
def test_a_name_means_the_same_in_both_scripts(ada: Person, ben: Person, say: Say, name: str, text: str) -> None:
    eva = nutritionist("eva")
    Person.objects.filter(pk=eva.pk).update(name=name)
    share(ada, ben, eva)

    say(ada, text)

    assert (sees(ben, ada), sees(eva, ada)) == (True, False)


def test_the_name_of_the_work_alone_ends_no_sharing_of_several(ada: Person, ben: Person, say: Say) -> None:
    eva = nutritionist("eva")
    share(ada, ben, eva)

    reply = say(ada, "停止和营养师共享")

    assert len(reply.choices) == 4
    assert (sees(ben, ada), sees(eva, ada)) == (True, True)


@pytest.mark.parametrize(("answer", "left"), [("3", 0), ("0", 2)])
def test_all_or_none_can_be_picked(ada: Person, ben: Person, say: Say, answer: str, left: int) -> None:
    share(ada, ben, nutritionist("eva"))

    say(ada, "stop sharing")
    say(ada, answer)

    assert Grant.objects.filter(ended_at=None).count() == left


def test_a_name_that_is_not_shared_with_ends_nothing(ada: Person, ben: Person, say: Say) -> None:
    share(ada, ben)

    reply = say(ada, "停止和Chen共享")

    assert reply.lines == ("没有和「chen」共享。停止和谁共享？",)
    assert sees(ben, ada)


def test_an_undo_does_not_bring_the_sharing_back(ada: Person, ben: Person, say: Say) -> None:
    share(ada, ben)

    told = say(ada, "停止共享")
    say(ada, "撤销")

    assert told.lines[1].startswith("「撤销」不会恢复共享")
    assert not sees(ben, ada)
    assert Consent.objects.filter(purpose=Purpose.SHARING).latest("id").door == Door.WEB


def test_taking_the_agreement_back_ends_the_sharing_and_says_so(ada: Person, ben: Person, say: Say) -> None:
    share(ada, ben)

    told = say(ada, "撤回同意")
    listed = say(ada, "谁能看我的记录", message_id="listed")

    assert told.lines[1] == "你的共享也都停止了，营养师看不到你的记录了。"
    assert listed.lines[0] == "你现在没有和任何营养师共享记录。"
    assert not Inbound.objects.filter(message_id="listed").exists()
    assert not sees(ben, ada)


def test_a_child_is_seen_by_nobody_any_longer(ada: Person, ben: Person, say: Say) -> None:
    share(ada, ben)
    say(ada, "我12岁")

    say(ada, "1")

    assert not sees(ben, ada)
    assert not Grant.objects.filter(ended_at=None).exists()


def test_nobody_learns_of_the_sharing_of_others(ada: Person, ben: Person, chen: Person, say: Say) -> None:
    share(ada, ben)

    assert say(chen, "谁能看我的记录").lines[0] == "你现在没有和任何营养师共享记录。"


def look(person: Person, viewer: Person, what: str = "overview.day", day: date | None = None) -> None:
    note_look(person=person, viewer=viewer, what=what, door=Door.ADMIN, day=day)
    Access.objects.update(at=datetime(2026, 11, 20, 2, 5, tzinfo=UTC))


def test_who_looked_is_told_with_time_and_what(ada: Person, ben: Person, say: Say) -> None:
    look(ada, ben, day=date(2026, 11, 19))
    look(ada, ben, what="overview.person")

    assert say(ada, "谁看过").lines[:2] == (
        "11-20 10:05 营养师ben看了你的概况",
        "11-20 10:05 营养师ben看了 11-19 的记录",
    )
    assert say(ada, "who looked at my records").lines[0] == "11-20 10:05 营养师ben看了你的概况"
    assert say(ada, "who looked").lines[0] == "11-20 10:05 nutritionist ben: your overview"


@pytest.mark.parametrize("what", ["nutrition.Meal", "nutrition.OwnFood", "nutrition.SavedMeal"])
def test_a_look_at_what_is_eaten_is_told_as_one_at_food(ada: Person, ben: Person, say: Say, what: str) -> None:
    look(ada, ben, what=what)

    assert say(ada, "谁看过").lines[0] == "11-20 10:05 营养师ben看了饮食"


def test_the_same_look_again_is_counted_in_one_line(ada: Person, ben: Person, say: Say) -> None:
    for _ in range(3):
        look(ada, ben, day=date(2026, 11, 19))

    assert say(ada, "谁看过").lines[0] == "11-20 10:05 营养师ben看了 11-19 的记录（3 次）"


def test_at_most_five_lines_tell_of_many_looks(ada: Person, ben: Person, say: Say) -> None:
    for day in range(1, 10):
        look(ada, ben, day=date(2026, 11, day))

    reply = say(ada, "谁看过")

    assert len(reply.lines) == 5
    assert "11-09" in reply.lines[0]


@pytest.mark.parametrize("what", ["people.Person", "journal.Change", "something.New"])
def test_a_look_of_staff_is_told_too(ada: Person, say: Say, what: str) -> None:
    look(ada, make_person(username="dora", role=Role.STAFF), what=what)

    assert say(ada, "谁看过").lines[0].startswith("11-20 10:05 管理员dora看了")


def test_a_viewer_who_has_left_is_named_as_such(ada: Person, ben: Person, say: Say) -> None:
    look(ada, ben)
    ben.delete()

    assert say(ada, "谁看过").lines[0].startswith("11-20 10:05 一位已经离开的人看了")


def test_help_names_them(ada: Person, say: Say) -> None:
    help_lines = say(ada, "帮助").text

    assert all(words in help_lines for words in ("谁能看我的记录", "停止共享", "谁看过"))


def test_before_anything_is_agreed_there_is_nobody(newcomer: Callable[[], Person], say: Say) -> None:
    assert say(newcomer(), "谁能看我的记录").lines[0] == "你现在没有和任何营养师共享记录。"
