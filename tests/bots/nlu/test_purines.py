"""Which messages ask for the purines of a day."""

from __future__ import annotations

import pytest

from bots.nlu.commands import command_of
from bots.nlu.keywords import Intent
from meum.language.scripts import clean


def _asks(text: str) -> bool:
    command = command_of(clean(text).text)
    return command is not None and command.intent is Intent.PURINES


@pytest.mark.parametrize(
    "text",
    ["嘌呤", "今天嘌呤多少", "我今天吃了多少嘌呤？", "昨天的嘌呤高不高", "purines today", "how much purine did I eat"],
)
def test_the_question_is_heard(text: str) -> None:
    assert _asks(text)


@pytest.mark.parametrize("text", ["低嘌呤饼干两块", "嘌呤高的食物有哪些", "purine free bread"])
def test_other_messages_are_not_taken_for_it(text: str) -> None:
    assert not _asks(text)
