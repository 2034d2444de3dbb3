"""A person is called as they wish, by Meum and by a nutritionist they share with."""

from __future__ import annotations

import pytest

from meum.domain.languages import Lang
from meum.people.models import Person, Provider
from meum.people.services import person_for_identity
from tests.bots.conftest import Say
from tests.factories.people import make_person


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("叫我小明", "小明"),
        ("叫我陳曉明", "陳曉明"),
        ("請叫我 龍華。", "龍華"),
        ("my name is O'Neil", "O'Neil"),
        ("My name is O’Neil", "O’Neil"),
        ("call me sam", "Sam"),
    ],
)
def test_a_name_is_kept_as_it_was_written(ada: Person, say: Say, text: str, name: str) -> None:
    assert name in say(ada, text).lines[0]

    ada.refresh_from_db()
    assert (ada.name, str(ada)) == (name, name)


def test_the_name_can_be_asked_for_and_forgotten(ada: Person, say: Say) -> None:
    say(ada, "叫我小明")

    assert say(ada, "我叫什么").lines[0] == "你叫 小明。"
    assert say(ada, "忘掉我的名字").lines == ("好的，名字已经删掉了。",)
    assert say(ada, "我叫什么").lines[0] == "你还没告诉我怎么称呼你。"


@pytest.mark.parametrize(
    ("name", "text"),
    [("小明", "别叫我小明了"), ("陳曉明", "不要叫我陈晓明"), ("Sam", "don't call me Sam"), ("Sam", "别这么叫我")],
)
def test_who_refuses_the_name_that_is_kept_has_none(ada: Person, say: Say, name: str, text: str) -> None:
    say(ada, f"叫我{name}")
    ada.refresh_from_db()

    say(ada, text)

    ada.refresh_from_db()
    assert ada.name == ""


@pytest.mark.parametrize(
    "text",
    [
        "不要叫我起床",
        "别叫我吃药",
        "别叫我",
        "不要叫我跑步了",
        "别叫我胖子",
        "don't call me later",
        "don't call me tomorrow",
        "叫我跑步",
        "叫我七点",
        "call me at 8",
    ],
)
def test_what_is_no_name_leaves_the_name_as_it_is(ada: Person, say: Say, text: str) -> None:
    say(ada, "叫我小明")

    ada.refresh_from_db()

    say(ada, text)

    ada.refresh_from_db()
    assert ada.name == "小明"


def test_no_name_is_kept_before_the_agreement(say: Say) -> None:
    newcomer = make_person(has_agreed=False)

    say(newcomer, "叫我小明")

    newcomer.refresh_from_db()
    assert newcomer.name == ""


@pytest.mark.parametrize(
    ("language", "yes", "shown"),
    [
        ("zh", "同意", "对方看到你叫「微信 {tail}」。想用名字，发「叫我 小明」。"),
        ("en", "yes", "You are shown as “WeChat {tail}”. To be shown by a name, send “call me Sam”."),
    ],
)
def test_who_begins_to_share_without_a_name_is_told_how_they_are_shown(
    ben: Person, say: Say, language: str, yes: str, shown: str
) -> None:
    ada = make_person(username="wechat_oa-01a20908-a465-7de2-9f6b-5a2c3d4e7f3a", language=language)
    say(ada, "分享给营养师ben" if language == "zh" else "share my diary with ben")

    assert shown.format(tail="7F3A") in say(ada, yes).lines


def test_who_has_a_name_is_not_told(ada: Person, ben: Person, say: Say) -> None:
    say(ada, "叫我小明")
    say(ada, "分享给营养师ben")

    assert not any("对方看到" in line for line in say(ada, "同意").lines)


def test_people_of_a_platform_have_a_short_label(db: None) -> None:
    people = [
        person_for_identity(provider=Provider.WECHAT_OA, app_id="wx1", subject=subject, language=lang)
        for subject, lang in (("oAda", Lang.ZH), ("oBen", Lang.ZH))
    ]

    tails = [person.username[-4:].upper() for person in people]
    assert [person.label[-5:] for person in people] == [f" {tail}" for tail in tails]
    assert all(len(person.label) <= 12 for person in people)


@pytest.mark.parametrize("username", ["ada", "terminal-ada", "wechat_oa-ada"])
def test_a_sign_in_name_that_was_chosen_is_shown_whole(db: None, username: str) -> None:
    assert make_person(username=username).label == username
