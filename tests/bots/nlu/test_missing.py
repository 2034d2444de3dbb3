"""Which messages ask what a day still lacks."""

from __future__ import annotations

import pytest

from bots.nlu.commands import command_of
from bots.nlu.keywords import Intent
from meum.language.scripts import clean


def _asks(text: str) -> bool:
    command = command_of(clean(text).text)
    return command is not None and command.intent is Intent.MISSING


@pytest.mark.parametrize(
    "text",
    [
        "还差什么",
        "今天还差什么？",
        "今天还缺哪些营养",
        "我今天缺什么营养素",
        "昨天缺了啥",
        "我还缺什么维生素吗",
        "营养够吗",
        "今天营养够不够",
        "今天吃得均衡吗",
        "目标",
        "What am I missing?",
        "what am i still missing today",
        "what's missing",
        "what nutrients am I lacking",
        "what do I still need today?",
        "am I missing anything today",
        "Did I get enough nutrients yesterday?",
        "is my diet balanced?",
        "my targets",
    ],
)
def test_it_is_asked(text: str) -> None:
    assert _asks(text)


@pytest.mark.parametrize(
    "text",
    [
        "缺什么补什么，吃了猪肝",
        "还差一碗米饭",
        "少吃了什么",
        "一碗营养快线",
        "我差点迟到",
        "what am i eating",
        "missing you",
        "i need two eggs",
        "what do i need for fried rice",
        "balanced breakfast: eggs and toast",
    ],
)
def test_it_is_not_asked(text: str) -> None:
    assert not _asks(text)
