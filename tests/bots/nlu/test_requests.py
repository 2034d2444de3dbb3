"""Requests said in a whole sentence."""

from __future__ import annotations

import pytest

from bots.nlu.commands import Command, command_of
from bots.nlu.keywords import Intent
from meum.language.scripts import clean


def intent_of(text: str) -> Intent | None:
    command = command_of(clean(text).text)
    return command.intent if command else None


@pytest.mark.parametrize(
    "text",
    [
        "what did I eat today?",
        "What have I eaten so far?",
        "show me yesterday",
        "how many calories today",
        "what's my total today",
        "today's calories",
        "how much water did I drink yesterday",
        "what did i eat on monday",
        "我今天吃了多少热量",
        "我今天吃了多少熱量",
        "今天吃了什么",
        "昨天",
        "前天",
        "前天吃了什么",
        "看看昨天的记录",
        "今天喝了多少水",
        "今天早饭吃了什么？",
        "上周五吃了什么",
    ],
)
def test_how_a_day_stands_is_asked_in_many_ways(text: str) -> None:
    assert intent_of(text) is Intent.DAY


@pytest.mark.parametrize(
    "text", ["今天喝水", "今天吃了", "今天没吃饭", "今天吃了米饭", "today i had", "yesterday i ate", "今天体重", "热量"]
)
def test_a_log_of_a_day_is_no_question_about_it(text: str) -> None:
    assert intent_of(text) is not Intent.DAY


@pytest.mark.parametrize(
    "text",
    [
        "撤销上一条",
        "撤回刚才的",
        "撤銷上一條",
        "请撤销一下",
        "undo that",
        "undo last",
        "please undo",
        "delete that",
        "删掉刚才那条",
        "delete the last entry",
        "取消上一条",
        "take it back",
    ],
)
def test_taking_back_is_asked_in_many_ways(text: str) -> None:
    assert intent_of(text) is Intent.UNDO


@pytest.mark.parametrize("text", ["恢复刚才的", "redo that", "put it back", "bring it back please"])
def test_bringing_back_is_asked_in_many_ways(text: str) -> None:
    assert intent_of(text) is Intent.REDO


@pytest.mark.parametrize(
    "text",
    ["帮助我", "怎么用", "你能做什么？", "help me", "what can you do?", "how does this work", "使用说明"],
)
def test_help_is_asked_in_many_ways(text: str) -> None:
    assert intent_of(text) is Intent.HELP


@pytest.mark.parametrize("text", ["今天吃什么", "今晚吃什么好", "what should I eat today?"])
def test_what_to_eat_is_no_question_about_what_was_eaten(text: str) -> None:
    assert intent_of(text) is Intent.SUGGEST


@pytest.mark.parametrize("text", ["今天吃的" * 400, "i had the " * 190, "please " * 280, "看看" * 900])
def test_a_long_text_is_read_in_no_time(text: str) -> None:
    assert intent_of(text) is None


@pytest.mark.parametrize(
    "text", ["你是谁", "你叫什么名字", "这是什么", "who are you", "what is this?", "what's your name"]
)
def test_who_answers_here_is_no_call_for_help(text: str) -> None:
    assert command_of(clean(text).text) == Command(Intent.HELP, "who")


@pytest.mark.parametrize("text", ["晚上吃了点东西", "吃饭了", "刚吃了早饭", "I ate", "I just had a snack"])
def test_a_meal_without_a_food_is_asked_for_its_food(text: str) -> None:
    assert command_of(clean(text).text) == Command(Intent.EXAMPLE, "meal")


@pytest.mark.parametrize("text", ["晚上吃了面", "吃了一点米饭", "I had some rice", "I had a snack bar"])
def test_a_meal_with_its_food_is_read(text: str) -> None:
    assert command_of(clean(text).text) is None


@pytest.mark.parametrize("text", ["减肥吃什么好", "我想减脂，晚上吃什么", "I want to lose 10 kg, what should I eat?"])
def test_a_wish_to_change_weight_may_stand_before_the_question_what_to_eat(text: str) -> None:
    assert command_of(clean(text).text) == Command(Intent.SUGGEST)


@pytest.mark.parametrize("text", ["给我推荐晚餐", "推荐个菜", "recommend me some dinner", "suggest a snack"])
def test_a_recommendation_is_a_suggestion(text: str) -> None:
    assert command_of(clean(text).text) == Command(Intent.SUGGEST)


@pytest.mark.parametrize(
    ("text", "intent"),
    [("switch to english", Intent.ENGLISH), ("换成英文", Intent.ENGLISH), ("切换到中文", Intent.CHINESE)],
)
def test_a_language_is_switched_to_and_is_no_food(text: str, intent: Intent) -> None:
    assert intent_of(text) is intent
