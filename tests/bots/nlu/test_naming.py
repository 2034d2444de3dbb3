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
    "text",
    [
        "忘掉我的名字",
        "删除我的名字",
        "别这么叫我了",
        "不要再那样称呼我",
        "別叫我名字",
        "别叫我那个名字了",
        "forget my name",
        "don't call me that",
        "stop calling me by my name please",
    ],
)
def test_the_name_is_to_be_forgotten(text: str) -> None:
    assert command_of(clean(text).text) == Command(Intent.NAME_FORGOTTEN)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("别叫我小明了", "小明"),
        ("不要再叫我陳曉明", "陈晓明"),
        ("以后别称呼我老王", "老王"),
        ("don't call me Sam", "sam"),
        ("Stop calling me Mary Ann please", "mary ann"),
        ("never call me O'Neil anymore", "o'neil"),
    ],
)
def test_by_what_somebody_is_not_to_be_called_is_told(text: str, name: str) -> None:
    assert command_of(clean(text).text) == Command(Intent.NAME_FORGOTTEN, name)


@pytest.mark.parametrize(
    "name", ["跑跑", "点点", "买买提", "开心", "先生", "少爷", "关羽", "付笛生", "周天宇", "学长", "April May Li"]
)
def test_a_name_may_begin_like_a_wish(name: str) -> None:
    assert command_of(clean(f"叫我{name}吧").text) == Command(Intent.NAME, name.lower())


@pytest.mark.parametrize(
    "text",
    [
        "叫我跑步",
        "叫我七点",
        "叫我量血压",
        "叫我早点睡",
        "叫我周二跑步",
        "叫我周三",
        "叫我半小时后",
        "叫我明早",
        "喊我关火",
        "以后叫我多运动",
        "叫我休息吧",
        "叫我測血糖",
        "叫我出门",
        "叫我看看书",
        "叫我名字",
        "叫我干嘛",
        "叫我随便",
        "叫我 later",
        "call me at 8",
        "call me tomorrow",
        "call me tonight please",
        "call me after lunch",
        "call me in five",
        "call me every day",
        "call me Monday morning",
        "call me for dinner",
        "call me soon",
        "call me noon",
        "别叫我",
    ],
)
def test_a_wish_to_be_called_at_a_time_or_to_do_something_is_no_name(text: str) -> None:
    assert command_of(clean(text).text) is None


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
