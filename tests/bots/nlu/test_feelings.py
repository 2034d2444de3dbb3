"""Feelings, thanks, praise and insults, which are no food."""

from __future__ import annotations

import pytest

from bots.nlu.feelings import Feeling, feelings_in, is_about_illness
from meum.language.scripts import clean


def felt(text: str) -> list[Feeling]:
    return [each.feeling for each in feelings_in(clean(text).text)]


@pytest.mark.parametrize(
    ("text", "feeling"),
    [
        ("失眠", Feeling.SLEEPLESS),
        ("昨晚没睡好", Feeling.SLEEPLESS),
        ("I couldn't sleep", Feeling.SLEEPLESS),
        ("心情不好", Feeling.SAD),
        ("壓力好大", Feeling.SAD),
        ("I'm sad", Feeling.SAD),
        ("feeling really down", Feeling.SAD),
        ("好累啊", Feeling.TIRED),
        ("i am so tired", Feeling.TIRED),
        ("今天很开心", Feeling.HAPPY),
        ("you are stupid", Feeling.INSULT),
        ("你真笨", Feeling.INSULT),
        ("笨蛋", Feeling.INSULT),
        ("you're great!", Feeling.PRAISE),
        ("你真棒", Feeling.PRAISE),
        ("thanks a lot", Feeling.THANKS),
        ("非常感谢", Feeling.THANKS),
        ("晚安", Feeling.FAREWELL),
        ("哈哈哈", Feeling.NODDING),
        ("I had chest pain after running 5 km", Feeling.UNWELL),
        ("my head hurts", Feeling.UNWELL),
        ("跑完步膝盖有点疼", Feeling.UNWELL),
        ("拉肚子了", Feeling.UNWELL),
    ],
)
def test_what_is_felt(text: str, feeling: Feeling) -> None:
    assert felt(text) == [feeling]


@pytest.mark.parametrize(
    "text",
    [
        "笨鸡蛋两个",
        "pain au chocolat",
        "a cold beer",
        "chicken hearts",
        "the best burger",
        "猪头肉",
        "累计三碗",
        "很好吃",
        "i'll have rice",
        "麻烦记一下米饭",
        "sick of salad",
        "good morning",
        "slept 7 hours",
    ],
)
def test_foods_and_other_words_are_no_feelings(text: str) -> None:
    assert felt(text) == []


def test_only_the_words_of_the_feeling_are_taken_from_a_meal() -> None:
    text = "心情不好，吃了两个鸡蛋"

    (found,) = feelings_in(text)

    assert text[found.end :] == "，吃了两个鸡蛋"


@pytest.mark.parametrize("text", ["你真的好" * 400, "很好" * 900, "i feel so very " * 130, "so good " * 240 + "z"])
def test_a_long_text_is_read_in_no_time(text: str) -> None:
    assert felt(text) in ([], [Feeling.HAPPY])


@pytest.mark.parametrize("text", ["吃了一份妈妈的红烧肉", "我妈的饺子吃了十个", "她妈的酸菜鱼"])
def test_what_a_mother_cooked_is_no_curse(text: str) -> None:
    assert felt(text) == []


@pytest.mark.parametrize("text", ["我想吃东西停不下来", "控制不住想吃", "又暴食了", "I can't stop eating", "I binged"])
def test_eating_without_being_able_to_stop_is_heard_as_a_feeling(text: str) -> None:
    assert felt(text) == [Feeling.BINGE]


def test_an_illness_is_a_doctors_matter() -> None:
    assert is_about_illness("糖尿病能吃西瓜吗")
    assert not is_about_illness("西瓜能吃吗")
