"""Which command a message is."""

from __future__ import annotations

import pytest

from bots.nlu.commands import Command, command_of
from bots.nlu.keywords import Intent
from meum.language.scripts import clean


def heard(text: str) -> Command | None:
    return command_of(clean(text).text)


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("帮助", Intent.HELP),
        ("？", Intent.HELP),
        ("?", Intent.HELP),
        ("Help!", Intent.HELP),
        ("取消", Intent.CANCEL),
        ("取消同意", Intent.WITHDRAW),
        ("撤回", Intent.UNDO),
        ("撤回同意", Intent.WITHDRAW),
        ("撤銷", Intent.UNDO),
        ("撤销。", Intent.UNDO),
        ("不同意", Intent.DECLINE),
        ("同意", Intent.AGREE),
        ("Withdraw consent", Intent.WITHDRAW),
        ("今日", Intent.DAY),
        ("  TODAY ", Intent.DAY),
        ("删除", Intent.EXAMPLE),
        ("这周吃了什么", Intent.WEEK),
        ("怎么删除记录？", Intent.EXAMPLE),
        ("刚才记错了", Intent.EXAMPLE),
        ("how do I undo?", Intent.EXAMPLE),
        ("no wait, bring it back", Intent.REDO),
        ("today please", Intent.DAY),
        ("水", Intent.EXAMPLE),
        ("English please", Intent.ENGLISH),
        ("说中文", Intent.CHINESE),
        ("吃什么", Intent.SUGGEST),
        ("换一批", Intent.SUGGEST),
        ("早餐", Intent.LOG),
    ],
)
def test_a_keyword_alone_is_a_command(text: str, intent: Intent) -> None:
    command = heard(text)

    assert command is not None
    assert command.intent is intent


@pytest.mark.parametrize(
    "text",
    [
        "水果",
        "水煮鱼一份",
        "改良麦片",
        "今日份沙拉",
        "推荐套餐一份",
        "早餐饼一个",
        "取消关注",
        "",
        "🍜",
        "体重 61.5",
        "12",
    ],
)
def test_a_keyword_within_other_words_is_none(text: str) -> None:
    assert heard(text) is None


@pytest.mark.parametrize(
    ("text", "amount"), [("再来一碗", "一碗"), ("又吃了两个", "两个"), ("2 more", "2"), ("同上", "")]
)
def test_once_more_is_the_same_food_again(text: str, amount: str) -> None:
    assert heard(text) == Command(Intent.AGAIN, amount)


@pytest.mark.parametrize("text", ["记 帮助", "「帮助」", '"帮助"', "log 帮助"])
def test_a_quoted_keyword_is_read_as_food(text: str) -> None:
    assert heard(text) == Command(Intent.FOOD, "帮助")
