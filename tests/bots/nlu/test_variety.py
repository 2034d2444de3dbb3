"""Which messages ask how many kinds of food were eaten."""

from __future__ import annotations

import pytest

from bots.nlu.commands import command_of
from bots.nlu.keywords import Intent
from meum.language.scripts import clean


def _asks(text: str) -> bool:
    command = command_of(clean(text).text)
    return command is not None and command.intent is Intent.VARIETY


@pytest.mark.parametrize(
    "text",
    [
        "今天吃了多少种食物",
        "今天吃了几种食物？",
        "这周我一共吃了几种不同的食物",
        "本周食物种类够不够",
        "昨天吃了哪些种食物",
        "How many kinds of food today?",
        "how many different foods did I eat this week",
        "food variety",
    ],
)
def test_the_question_is_heard(text: str) -> None:
    assert _asks(text)


@pytest.mark.parametrize("text", ["吃了三种水果", "今天吃了多少", "今天吃了一种新食物", "how many calories"])
def test_other_messages_are_not_taken_for_it(text: str) -> None:
    assert not _asks(text)
