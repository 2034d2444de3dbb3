"""The clock says which meal it is when nobody did, and the meal says when it was."""

from __future__ import annotations

from datetime import datetime, time
from zoneinfo import ZoneInfo

import pytest

from meum.domain.days import DayClock
from meum.language.times import MealSlot
from nutrition.domain.slots import eaten_at, slot_of

SHANGHAI = DayClock(ZoneInfo("Asia/Shanghai"), 4)


@pytest.mark.parametrize(
    ("clock", "slot"),
    [
        (time(1, 30), MealSlot.SNACK),
        (time(7), MealSlot.BREAKFAST),
        (time(9, 59), MealSlot.BREAKFAST),
        (time(12), MealSlot.LUNCH),
        (time(15), MealSlot.SNACK),
        (time(18, 30), MealSlot.DINNER),
        (time(23), MealSlot.SNACK),
    ],
)
def test_each_hour_has_its_meal(clock: time, slot: MealSlot) -> None:
    assert slot_of(clock) is slot


def at(*, now: str, slot: MealSlot | None = None, day_offset: int | None = None, clock: time | None = None) -> str:
    moment = datetime.fromisoformat(now).replace(tzinfo=SHANGHAI.zone)
    eaten = eaten_at(slot=slot, day_offset=day_offset, clock=clock, now=moment, counted_by=SHANGHAI)
    return SHANGHAI.local(eaten).strftime("%Y-%m-%d %H:%M")


def test_without_a_word_about_time_it_was_just_now() -> None:
    assert at(now="2026-03-10 15:10") == "2026-03-10 15:10"


def test_a_clock_time_of_yesterday_stays_what_it_was_over_a_change_of_clocks() -> None:
    new_york = DayClock(ZoneInfo("America/New_York"), 4)
    morning_after = datetime(2026, 3, 8, 7, 0, tzinfo=new_york.zone)

    eaten = eaten_at(slot=None, day_offset=None, clock=time(20, 30), now=morning_after, counted_by=new_york)

    assert new_york.local(eaten).strftime("%m-%d %H:%M") == "03-07 20:30"


def test_breakfast_told_in_the_afternoon_was_in_the_morning() -> None:
    assert at(now="2026-03-10 15:10", slot=MealSlot.BREAKFAST) == "2026-03-10 08:00"


def test_breakfast_told_at_breakfast_was_just_now() -> None:
    assert at(now="2026-03-10 09:10", slot=MealSlot.BREAKFAST) == "2026-03-10 09:10"


def test_lunch_told_before_noon_cannot_lie_ahead() -> None:
    assert at(now="2026-03-10 10:30", slot=MealSlot.LUNCH) == "2026-03-10 10:30"


def test_yesterdays_dinner_was_yesterday_evening() -> None:
    assert at(now="2026-03-10 09:00", slot=MealSlot.DINNER, day_offset=-1) == "2026-03-09 18:30"


def test_a_clock_time_that_has_not_come_yet_was_the_evening_before() -> None:
    assert at(now="2026-03-10 09:00", clock=time(20)) == "2026-03-09 20:00"


def test_after_midnight_the_evening_still_belongs_to_today() -> None:
    assert at(now="2026-03-11 00:30", clock=time(23, 30), day_offset=0) == "2026-03-10 23:30"
