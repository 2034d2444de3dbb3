"""Sleep is as long as the time that really passed, over midnight and clock changes."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fitness.domain.sleep import night_before, sleep_minutes

ZONES = ["Asia/Shanghai", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu"]


@pytest.mark.parametrize(
    ("zone", "waking_date", "hours"),
    [
        ("Asia/Shanghai", date(2026, 3, 29), 8),
        ("Europe/Berlin", date(2026, 3, 29), 7),
        ("Europe/Berlin", date(2026, 10, 25), 9),
        ("Australia/Lord_Howe", date(2026, 4, 5), 8.5),
    ],
)
def test_the_night_of_a_clock_change_has_its_own_length(zone: str, waking_date: date, hours: float) -> None:
    asleep_at, woke_at = night_before(bed=time(23), wake=time(7), waking_date=waking_date, zone=ZoneInfo(zone))

    assert sleep_minutes(asleep_at=asleep_at, woke_at=woke_at) == hours * 60


@given(
    bed=st.times(),
    wake=st.times(),
    waking_date=st.dates(date(1990, 1, 1), date(2100, 1, 1)),
    zone=st.sampled_from(ZONES),
)
def test_the_bed_time_is_the_latest_one_before_waking(bed: time, wake: time, waking_date: date, zone: str) -> None:
    asleep_at, woke_at = night_before(bed=bed, wake=wake, waking_date=waking_date, zone=ZoneInfo(zone))

    assert woke_at.replace(tzinfo=None) - asleep_at.replace(tzinfo=None) <= timedelta(days=1)
    assert asleep_at.replace(tzinfo=None) < woke_at.replace(tzinfo=None)
    assert (asleep_at.time(), woke_at.time()) == (bed, wake)


@given(minutes=st.floats(0.1, 1200))
def test_minutes_come_back_from_two_instants(minutes: float) -> None:
    woke_at = datetime(2026, 3, 29, 5, 0, tzinfo=UTC)

    assert sleep_minutes(asleep_at=woke_at - timedelta(minutes=minutes), woke_at=woke_at) == pytest.approx(minutes)


@pytest.mark.parametrize("hours", [0, -1, 21])
def test_impossible_nights_are_refused(hours: float) -> None:
    woke_at = datetime(2026, 3, 29, 5, 0, tzinfo=UTC)

    with pytest.raises(ValueError, match="at most 20 hours"):
        sleep_minutes(asleep_at=woke_at - timedelta(hours=hours), woke_at=woke_at)


def test_a_time_without_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        sleep_minutes(asleep_at=datetime(2026, 3, 29), woke_at=datetime(2026, 3, 29, tzinfo=UTC))  # noqa: DTZ001
