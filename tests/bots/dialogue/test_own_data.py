"""What was logged is told when it is asked for, and what is not there is said."""

from __future__ import annotations

import pytest

from meum.people.models import Person
from nutrition.models import Meal
from tests.bots.conftest import Say
from tests.factories.people import make_person


@pytest.fixture
def told(ada: Person, say: Say) -> Person:
    """Return Ada, who told of two days."""
    say(ada, "体重 62 公斤，跑了5公里28分钟，皮肤干燥 6 分", day="2026-11-19")
    for text in ("体重 61.5 公斤", "血压 120/80", "快走30分钟", "昨晚11点睡，今早7点起", "用了a醇", "身高 170 厘米"):
        say(ada, text)
    return ada


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("我的体重是多少", "最近一次（今天）：体重 61.5 公斤。"),
        ("昨天的体重", "昨天：体重 62 公斤。"),
        ("体重变化", "10-22 到 11-20：2 天有体重记录；最早体重 62 公斤（昨天），最近体重 61.5 公斤（今天）。"),
        ("我的血压", "最近一次（今天）：血压 120/80 mmHg。"),
        ("我多高", "身高 170 厘米。"),
        ("昨晚睡得怎么样", "今天：睡眠 8 小时（23:00–07:00）。"),
        ("这周睡得怎么样", "11-16 到 11-20：1 天有睡眠记录；平均每天 8 小时。"),
        ("我今天走了多久", "今天：快走 30 分钟，约 150 千卡（110–190）。"),
        (
            "这周跑了多少公里",
            "11-16 到 11-20：1 天有跑步记录；一共 28 分钟，5 公里，约 315 千卡（200–485）。",
        ),
        ("上次跑步是什么时候", "最近一次（昨天）：跑步 5 公里 28 分钟，约 315 千卡（200–485）。"),
        ("我的皮肤怎么样", "最近一次（今天）：用了a醇。"),
        ("我的皮肤最近怎么样", "11-14 到 11-20：2 天有皮肤记录；最近（今天）用了a醇。"),
    ],
)
def test_what_was_logged_is_told_in_one_line(told: Person, say: Say, text: str, line: str) -> None:
    assert say(told, text, at="20:00").lines == (line,)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("what's my weight", "Latest (today): weight 61.5 kg."),
        ("how did I sleep last night?", "Today: sleep 8 h (23:00–07:00)."),
        ("how did I sleep this week?", "11-16 to 11-20: sleep on 1 of the days; 8 h a day on average."),
        ("how is my skin", "Latest (today): used a醇."),
        ("when did I last run", "Latest (yesterday): running 5 km in 28 min, about 315 kcal (200–485)."),
    ],
)
def test_it_is_told_in_english_too(told: Person, say: Say, text: str, line: str) -> None:
    say(told, "English please", at="19:00")

    assert say(told, text, at="20:00").lines == (line,)


def test_energy_spent_is_that_of_the_logged_activities_and_says_so(told: Person, say: Say) -> None:
    assert say(told, "我今天消耗了多少热量").lines == (
        "今天：约 150 千卡（110–190）。",
        "只算你记下的运动，平时的消耗没有算在内。",
    )


def test_steps_are_not_kept_and_what_was_walked_is_told(told: Person, say: Say) -> None:
    said, walked = say(told, "今天走了多少步").lines

    assert said.startswith("步数暂时还不能记录")
    assert walked.startswith("今天：快走 30 分钟")


def test_where_a_day_holds_nothing_the_last_time_is_told(told: Person, say: Say) -> None:
    assert say(told, "昨天睡了多久").lines == (
        "昨天没有睡眠的记录。",
        "最近一次（今天）：睡眠 8 小时（23:00–07:00）。",
    )


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("我的体重是多少", ("还没有体重的记录。", "这样发：体重 61.5 公斤")),
        ("昨晚睡得怎么样", ("还没有睡眠的记录。", "这样发：昨晚 11 点睡，今早 7 点起")),
        ("今天跑了多久", ("还没有跑步的记录。", "这样发：跑步 5 公里 28 分钟")),
        ("我多高", ("还没有身高的记录。", "这样发：身高 170 厘米")),
        ("腰围多少", ("还没有腰围的记录。", "这样发：腰围 75 厘米")),
    ],
)
def test_what_was_never_logged_is_said_with_an_example(
    ada: Person, say: Say, text: str, lines: tuple[str, ...]
) -> None:
    assert say(ada, text).lines == lines


def test_what_a_stranger_logged_is_not_told(told: Person, chen: Person, say: Say) -> None:
    assert say(chen, "我的体重是多少").lines[0] == "还没有体重的记录。"


_BY_NAME = "只按名字找，别的菜里用到的没有算。"


@pytest.mark.usefixtures("foods")
def test_a_food_is_added_up_over_the_meals_of_a_day(ada: Person, say: Say) -> None:
    say(ada, "早饭两个鸡蛋，一碗米饭", at="08:00")
    say(ada, "午饭一个鸡蛋", at="12:00")

    assert say(ada, "今天吃了几个鸡蛋？").lines == ("今天：鸡蛋 3 个。", _BY_NAME)
    assert say(ada, "我昨天吃鸡蛋了吗").lines == ("昨天没有记过「鸡蛋」。", _BY_NAME)
    assert Meal.objects.count() == 2


@pytest.mark.usefixtures("foods")
def test_a_food_is_added_up_over_a_week(ada: Person, say: Say) -> None:
    say(ada, "早饭两个鸡蛋", at="08:00", day="2026-11-19")
    say(ada, "午饭一个鸡蛋", at="12:00")

    assert say(ada, "这周吃了几个鸡蛋？").lines == ("11-16 到 11-20：鸡蛋 3 个。", _BY_NAME)


@pytest.mark.usefixtures("foods")
def test_a_food_is_found_by_its_plural_in_the_names_of_others(say: Say) -> None:
    ada = make_person(language="en")
    say(ada, "a bowl of beef noodles for lunch", at="12:00")

    assert say(ada, "how many noodles did I eat today?").lines[0] == "Today: 1 bowl of beef noodles."
    assert say(ada, "did I have any apples today?").lines[0] == "Today: no “apples” logged."


@pytest.mark.usefixtures("foods")
def test_water_is_told_by_its_volume(ada: Person, say: Say) -> None:
    say(ada, "喝水 300", at="08:00")

    assert say(ada, "我今天喝水了吗").lines[0] == "今天：喝水 300 毫升。"
