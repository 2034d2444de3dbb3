"""Deleting everything by the conversation: four digits, three tries, ten minutes."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from bots.dialogue.messages import Reply
from bots.models import Conversation
from meum.jobs.running import drain
from meum.overview.models import Erasure
from meum.people.models import Person
from nutrition.models import Meal
from tests.bots.conftest import Say
from tests.factories.diary import make_meal


def code_in(reply: Reply) -> str:
    found = re.search(r"\d{4}", reply.text.replace("10 ", ""))
    assert found is not None
    return found[0]


def other_than(code: str) -> str:
    return "1000" if code != "1000" else "1001"


@pytest.mark.parametrize("words", ["删除我的数据", "注销账号", "delete my data", "delete everything"])
def test_the_wish_is_answered_with_what_will_be_gone_and_a_code(ada: Person, say: Say, words: str) -> None:
    reply = say(ada, words)

    assert len(code_in(reply)) == 4
    assert len(reply.lines) == 3
    assert not Erasure.objects.exists()


def test_the_code_deletes_everything(ada: Person, say: Say) -> None:
    make_meal(person=ada)
    code = code_in(say(ada, "删除我的数据"))

    reply = say(ada, code, at="12:05")
    drain()

    assert reply.lines[0].startswith("好的，从现在起不再记录")
    assert not Person.objects.filter(pk=ada.pk).exists()
    assert not Meal.objects.exists()
    assert not Conversation.objects.exists()


@pytest.mark.parametrize("no", ["不删", "不删除", "先别删", "不要了", "0", "don't delete it", "no"])
def test_a_no_in_any_words_deletes_nothing(ada: Person, say: Say, no: str) -> None:
    code = code_in(say(ada, "删除我的数据"))

    reply = say(ada, no)

    assert reply.lines[0] in ("好的，什么都没有删除。", "All right, nothing was deleted.")
    say(ada, code)
    assert not Erasure.objects.exists()


def test_a_yes_alone_deletes_nothing(ada: Person, say: Say) -> None:
    say(ada, "删除我的数据")
    say(ada, "好的")

    assert not Erasure.objects.exists()


def test_until_it_is_done_every_message_is_answered_by_that(ada: Person, say: Say) -> None:
    say(ada, code_in(say(ada, "删除我的数据")))

    reply = say(ada, "早饭两个鸡蛋")

    assert reply.lines == ("正在删除你的数据，请过几分钟再来。",)
    assert not Meal.objects.exists()


def test_three_wrong_codes_close_the_question(ada: Person, say: Say) -> None:
    code = code_in(say(ada, "删除我的数据"))
    told = [say(ada, other_than(code)).lines[0] for _ in range(3)]

    say(ada, code)

    assert [line[:3] for line in told] == ["数字不", "数字不", "三次都"]
    assert not Erasure.objects.exists()


def test_the_code_is_good_for_ten_minutes(ada: Person, say: Say) -> None:
    code = code_in(say(ada, "删除我的数据", at="12:00"))

    reply = say(ada, code, at="12:11")

    assert "过期" in reply.text
    assert not Erasure.objects.exists()


@pytest.mark.parametrize("no", ["0", "不删除", "取消", "撤销"])
def test_anything_else_deletes_nothing(ada: Person, say: Say, no: str) -> None:
    code = code_in(say(ada, "删除我的数据"))
    say(ada, no)

    say(ada, code)

    assert not Erasure.objects.exists()


def test_who_never_agreed_can_have_gone_what_there_is(newcomer: Callable[[], Person], say: Say) -> None:
    person = newcomer()

    say(person, code_in(say(person, "删除我的数据")))
    drain()

    assert not Person.objects.filter(pk=person.pk).exists()


def test_a_nutritionist_is_told_whom_to_ask(ben: Person, say: Say) -> None:
    reply = say(ben, code_in(say(ben, "删除我的数据")))

    assert "运营这台 Meum 的人" in reply.text
    assert Person.objects.filter(pk=ben.pk, is_active=True).exists()
