"""Activities are read with their time, distance and pace, and nothing is made of food or wishes."""

from __future__ import annotations

import pytest

from fitness.compendium import activities
from fitness.reading import ActivityDraft, Unkept, UnkeptDraft
from tests.fitness.reading.conftest import NOW, Read

ACTIVITIES = [
    ("跑了5公里28分钟", "running", 28, 5000),
    ("跑步5公里，用时28分钟", "running", 28, 5000),
    ("配速6分30跑了10公里", "running", 65, 10000),
    ("跑了十公里，五十八分钟", "running", 58, 10000),
    ("在跑步机上跑了5公里", "running", None, 5000),
    ("跑了半马1小时58分", "running", 118, 21097.5),
    ("ran a half marathon in 2 hours", "running", 120, 21097.5),
    ("慢跑半小时", "jogging", 30, None),
    ("快走40分钟", "brisk walk", 40, None),
    ("晚饭后散步40分钟", "easy walk", 40, None),
    ("打了一小时羽毛球", "badminton", 60, None),
    ("打羽毛球打了一个半小时", "badminton", 90, None),
    ("和朋友打了1.5小时网球", "tennis", 90, None),
    ("游泳45分钟", "swimming", 45, None),
    ("游了1000米", "swimming", None, 1000),
    ("骑车20公里，1小时", "cycling", 60, 20000),
    ("骑车上班30分钟", "cycling to work", 30, None),
    ("在健身房练腿40分钟", "strength training", 40, None),
    ("瑜伽一小时", "yoga", 60, None),
    ("八段锦20分钟", "tai chi", 20, None),
    ("爬山两小时", "climbing hills", 120, None),
    ("睡前跑了30分钟", "running", 30, None),
    ("ran 5 km in 28 min", "running", 28, 5000),
    ("ran 5k in 27:30", "running", 27.5, 5000),
    ("ran 5 km, 27:45", "running", 27.75, 5000),
    ("跳操40分钟", "aerobics", 40, None),
    ("run 3 miles at 9:30/mile", "running", 28.5, 4828),
    ("played badminton for an hour", "badminton", 60, None),
    ("walked the dog for half an hour", "walking the dog", 30, None),
    ("walked 3 miles in 50 minutes", "walking", 50, 4828),
    ("biked 20 km, 1 hour", "cycling", 60, 20000),
    ("45 minutes of yoga", "yoga", 45, None),
    ("an hour of weight training", "strength training", 60, None),
    ("swam for 45 min", "swimming", 45, None),
]
NO_ACTIVITIES = [
    "没跑步",
    "今天没去健身房",
    "想跑5公里",
    "跑步5公里消耗多少热量？",
    "健身餐",
    "看了马拉松",
    "瑜伽课后吃了沙拉",
    "运动饮料一瓶",
    "走地鸡半只",
    "skipped the gym",
    "我老公跑了半马",
    "my sister ran 5 km",
    "去年每天走一万步",
    "should I run 5 km?",
    "ran out of milk",
    "walked into a bakery",
]


def only(read: Read, text: str) -> ActivityDraft:
    (draft,) = read(text).drafts
    assert isinstance(draft, ActivityDraft)
    return draft


@pytest.mark.parametrize(("text", "name", "minutes", "metres"), ACTIVITIES)
def test_an_activity_is_read_with_its_amounts(
    read: Read, text: str, name: str, minutes: float | None, metres: float | None
) -> None:
    draft = only(read, text)

    assert activities()[draft.code].name_en == name
    assert (draft.minutes, draft.distance_m, draft.problem) == (minutes, metres, "")
    assert read(text).rest == ""


@pytest.mark.parametrize("text", NO_ACTIVITIES)
def test_denials_wishes_and_food_are_no_activities(read: Read, text: str) -> None:
    assert read(text).drafts == ()
    assert read(text).rest == text


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("跑步", "duration_missing"),
        ("今天打羽毛球了", "duration_missing"),
        ("上了一节瑜伽课", "duration_missing"),
        ("went for a run", "duration_missing"),
        ("打羽毛球3公里", "duration_missing"),
        ("5公里跑步2分钟", "impossible_speed"),
        ("ran 5000 km in 28 min", "impossible_distance"),
        ("明天跑5公里", "in_future"),
    ],
)
def test_what_cannot_be_is_a_draft_with_its_problem(read: Read, text: str, problem: str) -> None:
    assert only(read, text).problem == problem


@pytest.mark.parametrize(
    "text",
    [
        "深蹲5组每组12个 60公斤",
        "卧推60kg 5组8个",
        "3x10 squats at 60kg",
        "bench press 5x5 at 80 kg",
        "3 sets of 10 squats",
    ],
)
def test_sets_and_what_was_lifted_belong_to_the_exercise(read: Read, text: str) -> None:
    assert only(read, text).problem == "duration_missing"
    assert read(text).rest == ""


def test_the_day_of_the_week_is_no_count_of_what_was_done(read: Read) -> None:
    assert only(read, "周一游了1500米").at.date() == NOW.replace(day=16).date()


def test_two_activities_of_one_message_keep_their_own_amounts(read: Read) -> None:
    drafts = read("去健身房做力量训练一小时然后跑步20分钟").drafts + read("did yoga 30 min and ran 5k in 27:30").drafts

    assert [draft.minutes for draft in drafts if isinstance(draft, ActivityDraft)] == [60, 20, 30, 27.5]


@pytest.mark.parametrize("text", ["一万步", "今天走了8000步", "10,000 steps", "12k steps"])
def test_steps_are_understood_and_said_not_to_be_kept(read: Read, text: str) -> None:
    (draft,) = read(text).drafts

    assert isinstance(draft, UnkeptDraft)
    assert draft.kind is Unkept.STEPS
    assert read(text).rest == ""


def test_the_time_told_is_the_time_of_the_activity(read: Read) -> None:
    assert only(read, "昨天跑了5公里").at.date() == NOW.replace(day=19).date()
    assert only(read, "今早7点跑步30分钟").at == NOW.replace(hour=7)
