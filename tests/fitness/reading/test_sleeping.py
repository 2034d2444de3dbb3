"""Sleep is read by clock times or by its length, and belongs to the waking."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from fitness.reading import SleepDraft
from tests.fitness.reading.conftest import NOW, Read

BY_CLOCKS = [
    ("昨晚11点半睡7点醒", "19 23:30", "20 07:00"),
    ("11点半睡，7点起", "19 23:30", "20 07:00"),
    ("7点醒的，昨晚11点睡的", "19 23:00", "20 07:00"),
    ("昨晚10点上床，今早6点半醒的", "19 22:00", "20 06:30"),
    ("凌晨1点睡，8点半起床", "20 01:00", "20 08:30"),
    ("夜里12点到7点睡觉", "20 00:00", "20 07:00"),
    ("12点睡8点起", "20 00:00", "20 08:00"),
    ("昨晚2点睡的今早9点起床", "20 02:00", "20 09:00"),
    ("一点才睡，八点醒", "20 01:00", "20 08:00"),
    ("slept 11:30pm to 7am", "19 23:30", "20 07:00"),
    ("bed at 10:30pm, woke up 6am", "19 22:30", "20 06:00"),
    ("I slept from 23:30 to 06:45", "19 23:30", "20 06:45"),
    ("slept from 11 to 7", "19 23:00", "20 07:00"),
    ("went to bed at 11 and woke up at 7", "19 23:00", "20 07:00"),
    ("slept at 1am woke up at 9", "20 01:00", "20 09:00"),
    ("slept at 12, up at 8", "20 00:00", "20 08:00"),
    ("went to bed at midnight, woke at 6", "20 00:00", "20 06:00"),
    ("went to sleep at half past eleven, woke up at quarter to seven", "19 23:30", "20 06:45"),
]
BY_LENGTH = [
    ("睡了7个小时", 420),
    ("昨晚睡了7个半小时", 450),
    ("睡眠7小时20分", 440),
    ("午睡30分钟", 30),
    ("深睡2小时，一共睡了7小时", 420),
    ("失眠 只睡了3个多小时", 204),
    ("睡了不到5个小时", 300),
    ("slept 8 hours last night", 480),
    ("7.5 hours of sleep", 450),
    ("took a 20 minute nap", 20),
]


ASKED = ["昨晚12点才睡", "8点吃早饭，11点睡", "went to bed at 11"]


def only(read: Read, text: str, now: datetime = NOW) -> SleepDraft:
    (draft,) = read(text, now=now).drafts
    assert isinstance(draft, SleepDraft)
    return draft


@pytest.mark.parametrize(("text", "asleep", "woke"), BY_CLOCKS)
def test_two_clock_times_make_a_night(read: Read, text: str, asleep: str, woke: str) -> None:
    draft = only(read, text)

    assert draft.asleep_at is not None
    assert (f"{draft.asleep_at:%d %H:%M}", f"{draft.at:%d %H:%M}") == (asleep, woke)
    assert draft.minutes == (draft.at - draft.asleep_at).total_seconds() / 60
    assert read(text).rest == ""


@pytest.mark.parametrize(("text", "minutes"), BY_LENGTH)
def test_a_length_alone_is_enough(read: Read, text: str, minutes: float) -> None:
    draft = only(read, text)

    assert (draft.minutes, draft.asleep_at, draft.problem) == (minutes, None, "")
    assert draft.at <= NOW


def test_a_length_told_in_the_evening_belongs_to_this_morning(read: Read) -> None:
    draft = only(read, "昨晚睡了7小时", now=NOW.replace(hour=21))

    assert draft.at == NOW.replace(hour=8)


def test_clock_times_told_in_the_evening_are_those_of_last_night(read: Read) -> None:
    assert only(read, "11点睡7点醒", now=NOW.replace(hour=21)).at == NOW.replace(hour=7)


def test_the_night_of_a_clock_change_is_an_hour_shorter(read: Read) -> None:
    draft = only(read, "slept 11pm to 7am", now=datetime(2026, 3, 29, 10, 0, tzinfo=ZoneInfo("Europe/Berlin")))

    assert draft.minutes == 420


@pytest.mark.parametrize("text", ["昨晚12点才睡", "睡到8点"])
def test_half_a_night_asks_for_the_rest(read: Read, text: str) -> None:
    assert only(read, text).problem == "sleep_length_missing"


@pytest.mark.parametrize(
    "text",
    ["一晚没睡", "睡前喝了牛奶", "买了睡衣", "how long should I sleep?", "睡眠面膜"],
)
def test_other_talk_of_sleep_is_none(read: Read, text: str) -> None:
    assert read(text).drafts == ()


def test_the_time_of_a_sleep_is_not_that_of_what_follows(read: Read) -> None:
    _, weight = read("昨晚睡了7小时，体重61.5").drafts

    assert weight.at == NOW


@pytest.mark.parametrize("text", ASKED)
def test_half_a_night_is_asked_for(read: Read, text: str) -> None:
    assert only(read, text).problem == "sleep_length_missing"


def test_a_nap_beside_a_night_is_kept_too(read: Read) -> None:
    drafts = read("昨晚11点睡7点起，中午午睡1小时").drafts

    assert [draft.minutes for draft in drafts if isinstance(draft, SleepDraft)] == [480, 60]


def test_more_hours_than_a_day_has_are_refused(read: Read) -> None:
    assert only(read, "睡了30小时").problem == "impossible_sleep"
