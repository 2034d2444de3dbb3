"""What every channel keeps, whichever it is; a new one in the registry is tested by itself."""

from __future__ import annotations

import html

import pytest

from bots.channels import CHANNELS
from bots.channels.base import Channel
from bots.dialogue.messages import MOST_LINES, Reply
from bots.dialogue.questions import numbered
from meum.journal.models import Door

HOSTILE = '<a href="https://example.org">x</a><script>alert(1)</script>]]>'

every_channel = pytest.mark.parametrize("channel", CHANNELS, ids=lambda channel: channel.door)


@every_channel
def test_its_door_is_known_and_its_own(channel: Channel) -> None:
    assert channel.door in Door
    assert [other.door for other in CHANNELS].count(channel.door) == 1


@every_channel
def test_no_line_of_a_reply_is_lost(channel: Channel) -> None:
    lines = tuple(f"第 {number} 行 line & more" for number in range(MOST_LINES))

    shown = html.unescape(channel.render(Reply(lines))).replace("\N{NO-BREAK SPACE}", " ")

    assert [line for line in lines if line not in shown] == []


@every_channel
def test_words_of_a_person_never_become_markup(channel: Channel) -> None:
    shown = channel.render(Reply((HOSTILE,)))

    assert "<script" not in shown or channel.door is Door.TERMINAL
    assert "<a href" not in shown or channel.door is Door.TERMINAL


@every_channel
def test_a_reply_without_lines_shows_nothing(channel: Channel) -> None:
    assert channel.render(Reply()).strip() == ""


@pytest.mark.parametrize("channel", [channel for channel in CHANNELS if channel.door is not Door.WEB])
def test_choices_are_part_of_the_text_where_nothing_can_be_pressed(channel: Channel) -> None:
    shown = channel.render(Reply(("哪一个？",), numbered("米饭", "面条", none="都不是")))

    assert shown.splitlines() == ["哪一个？", "1 米饭", "2 面条", "0 都不是"]


@pytest.mark.parametrize("channel", [channel for channel in CHANNELS if channel.door is not Door.WEB])
def test_a_question_with_its_choices_is_never_longer_than_five_lines(channel: Channel) -> None:
    reply = Reply(("a", "b", "c", "d"), numbered("米饭", "面条", none="都不是"))

    assert channel.render(reply).splitlines()[-1] == "1 米饭   2 面条   0 都不是"
