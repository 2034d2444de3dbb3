"""A person's own day follows the wall clock they live by."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meum.domain.days import DayClock, checked_day, day_of, full_years, instant_of, utc_offset_minutes

zones = st.sampled_from(["Asia/Shanghai", "America/New_York", "Europe/London", "Asia/Kathmandu", "Pacific/Apia"])
instants = st.datetimes(datetime(1950, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001  # the strategy adds the zone


@given(instants, zones, st.integers(0, 11))
def test_an_instant_lies_on_its_date_or_the_day_before(at: datetime, zone: str, boundary: int) -> None:
    clock = ZoneInfo(zone)
    day = day_of(at, zone=clock, boundary_hour=boundary)

    local = at.astimezone(clock)
    assert local.date() - day == timedelta(days=int(local.hour < boundary))


@pytest.mark.parametrize(
    ("born", "years"), [(date(2012, 11, 20), 14), (date(2012, 11, 21), 13), (date(2012, 2, 29), 14)]
)
def test_years_are_full_on_the_birthday(born: date, years: int) -> None:
    assert full_years(born, on=date(2026, 11, 20)) == years


def test_a_snack_at_half_past_one_belongs_to_the_evening_before() -> None:
    clock = DayClock(ZoneInfo("Asia/Shanghai"), 4)

    assert clock.day_of(datetime(2026, 3, 9, 17, 30, tzinfo=UTC)) == date(2026, 3, 9)


def test_an_hour_before_the_boundary_lies_on_the_next_date() -> None:
    at = instant_of(date(2026, 3, 9), time(1, 30), zone=ZoneInfo("Asia/Shanghai"), boundary_hour=4)

    assert at == datetime(2026, 3, 9, 17, 30, tzinfo=UTC)


def test_the_offset_is_that_of_the_instant() -> None:
    zone = ZoneInfo("America/New_York")

    assert utc_offset_minutes(datetime(2026, 1, 1, tzinfo=UTC), zone=zone) == -300
    assert utc_offset_minutes(datetime(2026, 7, 1, tzinfo=UTC), zone=zone) == -240


def test_what_cannot_be_a_day_is_refused() -> None:
    with pytest.raises(ValueError, match="1900"):
        checked_day(date(2300, 1, 1))
    with pytest.raises(ValueError, match="time zone"):
        day_of(datetime(2026, 1, 1), zone=ZoneInfo("UTC"), boundary_hour=4)  # noqa: DTZ001  # a naive time is the point
    with pytest.raises(ValueError, match="0 and 11"):
        DayClock(ZoneInfo("UTC"), 12)
