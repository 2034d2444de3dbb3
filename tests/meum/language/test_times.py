"""Days, clocks, parts of the day and meals in words."""

from __future__ import annotations

import itertools
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meum.language.scripts import simplified
from meum.language.times import MealSlot, Moment, moments_in

WEDNESDAY_NOON = datetime(2024, 11, 20, 13, 5, tzinfo=UTC)


def the_moment(told: str, now: datetime = WEDNESDAY_NOON) -> Moment:
    moments = moments_in(simplified(told), now=now)
    assert len(moments) == 1
    return moments[0]


@pytest.mark.parametrize(
    ("told", "offset", "clock"),
    [
        ("昨晚8点半", -1, "20:30"),
        ("昨天晚上十一点", -1, "23:00"),
        ("昨晚1点", 0, "01:00"),
        ("昨晚凌晨两点", 0, "02:00"),
        ("晚上12点", 0, "00:00"),
        ("凌晨1点", None, "01:00"),
        ("下午一点", None, "13:00"),
        ("早8点", None, "08:00"),
        ("8点一刻", None, "08:15"),
        ("八点二十", None, "08:20"),
        ("8点半", None, "08:30"),
        ("1点钟", None, "13:00"),
        ("早餐8点", None, "08:00"),
        ("20:30", None, "20:30"),
        ("yesterday at 8:30 pm", -1, "20:30"),
        ("8 p.m.", None, "20:00"),
        ("12 am", None, "00:00"),
        ("half past eight", None, "08:30"),
        ("quarter to nine", None, "08:45"),
        ("dinner at 7", None, "19:00"),
        ("2 hours ago", 0, "11:05"),
        ("半小时前", 0, "12:35"),
        ("20小时前", -1, "17:05"),
        ("昨天", -1, None),
        ("大前天", -3, None),
        ("三天前", -3, None),
        ("3 days ago", -3, None),
        ("上周五", -5, None),
        ("周三", 0, None),
        ("周四", -6, None),
        ("last friday", -5, None),
        ("last wednesday", -7, None),
        ("11月18日", -2, None),
        ("十一月十八号", -2, None),
        ("2024-11-19", -1, None),
        ("nov 18", -2, None),
        ("12月30日", -326, None),
    ],
)
def test_a_day_and_a_clock_are_read(told: str, offset: int | None, clock: str | None) -> None:
    moment = the_moment(told)

    assert moment.day_offset == offset
    assert (moment.clock and moment.clock.strftime("%H:%M")) == clock


@pytest.mark.parametrize(
    ("told", "meal"),
    [
        ("早上", MealSlot.BREAKFAST),
        ("中午", MealSlot.LUNCH),
        ("下午", MealSlot.SNACK),
        ("昨晚", MealSlot.DINNER),
        ("半夜", MealSlot.SNACK),
        ("早饭", MealSlot.BREAKFAST),
        ("下午茶", MealSlot.SNACK),
        ("夜宵", MealSlot.SNACK),
        ("早点", MealSlot.BREAKFAST),
        ("this morning", MealSlot.BREAKFAST),
        ("for lunch", MealSlot.LUNCH),
        ("last night", MealSlot.DINNER),
        ("midnight snack", MealSlot.SNACK),
        ("昨天", None),
    ],
)
def test_words_name_or_suggest_a_meal(told: str, meal: MealSlot | None) -> None:
    assert the_moment(told).meal is meal


def test_an_evening_told_after_midnight_was_yesterdays() -> None:
    assert the_moment("晚上", datetime(2024, 11, 20, 1, 0, tzinfo=UTC)).day_offset == -1


def test_an_open_hour_is_the_latest_that_has_been() -> None:
    late = the_moment("8点", datetime(2024, 11, 20, 21, 0, tzinfo=UTC))

    assert late.clock is not None
    assert late.clock.hour == 20


def test_two_times_in_one_sentence_stay_apart() -> None:
    moments = moments_in("昨天晚上十一点睡早上七点起", now=WEDNESDAY_NOON)

    assert [moment.clock and moment.clock.hour for moment in moments] == [23, 7]


@pytest.mark.parametrize("told", ["吃了一点米饭", "good morning", "1:20:30", "早点睡", "三点水", "2月31日", "at 7%"])
def test_what_only_looks_like_a_time_is_none(told: str) -> None:
    assert moments_in(told, now=WEDNESDAY_NOON) == ()


@given(
    st.text(max_size=60) | st.text("今昨明早中晚上午下点半分0123456789:月日周前天 apmtd", max_size=30),
    st.datetimes(timezones=st.just(UTC)),
)
def test_the_moments_of_any_text_do_not_overlap(text: str, now: datetime) -> None:
    found = moments_in(simplified(text), now=now)

    assert all(one.end <= two.start for one, two in itertools.pairwise(found))


@pytest.mark.parametrize("text", ["maybe 2", "marinated 3", "decent 4", "about 5 novels"])
def test_a_word_that_begins_like_a_month_is_none(text: str) -> None:
    assert moments_in(text, now=WEDNESDAY_NOON) == ()


@pytest.mark.parametrize(("text", "clock"), [("supper at six was rice", "18:00"), ("around eight i had eggs", "08:00")])
def test_hours_in_words_are_clocks(text: str, clock: str) -> None:
    (moment,) = moments_in(text, now=WEDNESDAY_NOON)

    assert f"{moment.clock:%H:%M}" == clock
