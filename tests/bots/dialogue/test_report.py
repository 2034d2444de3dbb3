"""The report of a week in the conversation: three lines at once, and a picture that follows."""

from __future__ import annotations

import pytest
from pytest_django import Settings

from bots.dialogue.messages import Reply
from meum.overview.models import Report
from meum.people.models import Person
from tests.bots.conftest import Say
from tests.factories.weeks import make_whole_day, tell_body

pytestmark = pytest.mark.usefixtures("that_friday", "stored")


@pytest.mark.parametrize("words", ["周报", "这周怎么样", "本周怎么样？", "weekly report", "How was my week?"])
def test_the_week_is_told_in_three_lines_with_a_picture(ada: Person, say: Say, words: str) -> None:
    make_whole_day(ada, 1)

    reply = say(ada, words, at="21:00")

    assert (len(reply.lines), reply.picture) == (3, Report.objects.get().pk)


def test_the_lines_tell_the_days_the_mean_and_one_thing_to_try(ada: Person, say: Say) -> None:
    tell_body(ada)
    for days_ago in (1, 2, 3):
        make_whole_day(ada, days_ago)

    assert say(ada, "周报").lines == (
        "11月14日 – 11月20日：记了 3 天，其中 3 天较完整。",
        "完整的日子平均约 1800 千卡（1800–1800）。",
        "下周试一件小事：膳食纤维偏少。把一部分白米饭换成杂粮饭，或多夹几筷子蔬菜。",
    )


def test_last_week_is_the_calendar_week_before(ada: Person, say: Say) -> None:
    make_whole_day(ada, 5)

    reply = say(ada, "上周周报")

    assert reply.lines[0] == "11月9日 – 11月15日：记了 1 天，其中 1 天较完整。"


def test_an_empty_week_is_answered_kindly_without_a_picture(ada: Person, say: Say) -> None:
    reply = say(ada, "周报")

    assert reply.lines[0] == "11月14日 到 11月20日 还没有记过饭，等记上几餐再来看周报吧。"
    assert (reply.picture, Report.objects.exists()) == (None, False)


def test_without_a_font_the_words_come_alone(ada: Person, say: Say, settings: Settings) -> None:
    settings.REPORT_FONT = "/nowhere/font.ttc"
    make_whole_day(ada, 1)

    reply = say(ada, "周报")

    assert (len(reply.lines), reply.picture) == (3, None)


def test_a_stored_reply_keeps_its_picture(ada: Person, say: Say) -> None:
    make_whole_day(ada, 1)

    reply = say(ada, "周报")

    assert Reply.from_json(reply.as_json()) == reply
