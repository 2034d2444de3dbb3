"""How somebody wants to be called, told from what they ordered."""

from __future__ import annotations

import pytest

from bots.nlu.commands import Command, command_of
from bots.nlu.keywords import Intent
from meum.language.scripts import clean


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("叫我小明", "小明"),
        ("请叫我小明", "小明"),
        ("以后叫我阿花吧", "阿花"),
        ("你可以叫我Lily", "lily"),
        ("我叫张三", "张三"),
        ("我的名字是张三", "张三"),
        ("我的名字叫王小明", "王小明"),
        ("称呼我李老师就好", "李老师"),
        ("记住我叫小红", "小红"),
        ("我叫阿依古丽·买买提", "阿依古丽·买买提"),
        ("叫我 小明。", "小明"),
        ("call me Sam", "sam"),
        ("please call me Sam!", "sam"),
        ("you can call me Mary Ann", "mary ann"),
        ("my name is Sam", "sam"),
        ("My name's Sam.", "sam"),
        ("hi my name is O'Neil", "o'neil"),
        ("I'm called Zoë", "zoë"),
        ("I go by Kit", "kit"),
        ("remember my name is Ada", "ada"),
    ],
)
def test_a_name_is_told_in_many_ways(text: str, name: str) -> None:
    assert command_of(clean(text).text) == Command(Intent.NAME, name)


@pytest.mark.parametrize("text", ["我叫什么", "你知道我叫什么吗", "我的名字", "what's my name?", "do you know my name"])
def test_the_name_is_asked_for(text: str) -> None:
    assert command_of(clean(text).text) == Command(Intent.NAME_ASKED)


@pytest.mark.parametrize(
    "text", ["忘掉我的名字", "别叫我小明了", "删除我的名字", "forget my name", "don't call me Sam"]
)
def test_the_name_is_to_be_forgotten(text: str) -> None:
    assert command_of(clean(text).text) == Command(Intent.NAME_FORGOTTEN)


@pytest.mark.parametrize(
    "text",
    [
        "我叫了外卖",
        "我叫外卖",
        "我叫了一份麻辣烫",
        "我叫两个包子",
        "叫我吃饭",
        "叫我起床",
        "我妈叫我吃饭",
        "叫花鸡一只",
        "call me a cab",
        "call me later",
        "call me fat",
        "叫我" * 500,
        "my name is " * 100,
    ],
)
def test_what_was_ordered_is_no_name(text: str) -> None:
    command = command_of(clean(text).text)

    assert command is None or command.intent not in (Intent.NAME, Intent.NAME_ASKED, Intent.NAME_FORGOTTEN)
