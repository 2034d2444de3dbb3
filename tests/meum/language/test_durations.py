"""Lengths of time in words."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meum.language.durations import durations_in
from meum.language.scripts import simplified


@pytest.mark.parametrize(
    ("told", "minutes"),
    [
        ("一小时", 60),
        ("45分钟", 45),
        ("7个半小时", 450),
        ("一个半小时", 90),
        ("一个小时半", 90),
        ("半个小时", 30),
        ("两小时二十分", 140),
        ("3个多小时", 204),
        ("两来个小时", 144),
        ("一个小时零五分", 65),
        ("三刻钟", 45),
        ("28分30秒", 28.5),
        ("28分30", 28.5),
        ("28'30\"", 28.5),
        ("1h20", 80),
        ("1h20m", 80),
        ("1:20:30", 80.5),
        ("45 min", 45),
        ("1 hour, 20 minutes", 80),
        ("an hour and a half", 90),
        ("half an hour", 30),
        ("2 and a half hours", 150),
        ("90 seconds", 1.5),
        ("3天", 4320),
    ],
)
def test_a_duration_is_read_whole(told: str, minutes: float) -> None:
    found = durations_in(simplified(told))

    assert [duration.minutes for duration in found] == [minutes]
    assert (found[0].start, found[0].end) == (0, len(told))


def test_a_range_of_time_has_bounds() -> None:
    (duration,) = durations_in("1-2小时")

    assert (duration.seconds.low, duration.seconds.high) == (3600, 7200)


def test_a_distance_after_a_duration_is_not_part_of_it() -> None:
    (duration,) = durations_in("2小时 5公里")

    assert duration.minutes == 120


@pytest.mark.parametrize("told", ["8:30", "8点半", "三分糖", "5m", "两个鸡蛋", "3天前", "3 days ago", "two mini"])
def test_what_is_no_duration_gives_none(told: str) -> None:
    assert durations_in(told) == ()


@given(st.text(max_size=60) | st.text("一二两半个小时分钟秒0123456789:hms'\"", max_size=30))
def test_durations_of_any_text_do_not_overlap(text: str) -> None:
    found = durations_in(simplified(text))

    assert all(one.end <= two.start for one, two in itertools.pairwise(found))
