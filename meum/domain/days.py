"""The person's own calendar day of an instant, and the instants of such a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

EARLIEST_DAY = date(1900, 1, 1)
LATEST_DAY = date(2200, 1, 1)


@dataclass(frozen=True, slots=True)
class DayClock:
    """Say how a person counts days: the zone they live in and the local hour (0-11) at which a day begins."""

    zone: ZoneInfo
    boundary_hour: int

    def __post_init__(self) -> None:
        """Refuse a boundary that is not an hour of the night or morning."""
        if not 0 <= self.boundary_hour <= 11:
            raise ValueError("a day begins between 0 and 11 o'clock")

    def day_of(self, at: datetime) -> date:
        """Return the person's own day of an instant."""
        return day_of(at, zone=self.zone, boundary_hour=self.boundary_hour)

    def local(self, at: datetime) -> datetime:
        """Return the instant as the person's wall clock shows it."""
        return at.astimezone(self.zone)


def full_years(since: date, *, on: date) -> int:
    """Return how many full years lie between two days; who is born on 29 February grows older on 1 March."""
    return on.year - since.year - ((on.month, on.day) < (since.month, since.day))


def day_of(at: datetime, *, zone: ZoneInfo, boundary_hour: int) -> date:
    """Return the day that `at` belongs to for a person whose day begins at `boundary_hour` (0-11) local time.

    A snack at 01:30 belongs to yesterday when the boundary is 4. Raises ValueError for a naive instant.
    """
    if at.tzinfo is None:
        raise ValueError("an instant needs a time zone")
    local = at.astimezone(zone)
    # The wall clock decides, not elapsed time: on the night of a clock change the day still begins at the boundary.
    return local.date() if local.hour >= boundary_hour else local.date() - timedelta(days=1)


def utc_offset_minutes(at: datetime, *, zone: ZoneInfo) -> int:
    """Return the offset from UTC, in minutes, that was in force in `zone` at the instant `at`."""
    offset = at.astimezone(zone).utcoffset()
    assert offset is not None  # astimezone to a ZoneInfo always has one
    return round(offset.total_seconds() / 60)


def instant_of(day: date, clock: time, *, zone: ZoneInfo, boundary_hour: int) -> datetime:
    """Return the UTC instant at which the wall clock showed `clock` within a person's own `day`.

    Hours before the boundary lie on the next calendar date, as the day goes on until then.
    """
    calendar = day if clock.hour >= boundary_hour else day + timedelta(days=1)
    return datetime.combine(calendar, clock, tzinfo=zone).astimezone(UTC)


def checked_day(day: date) -> date:
    """Return `day`; raise ValueError when it lies outside 1900 to 2199."""
    if not EARLIEST_DAY <= day < LATEST_DAY:
        raise ValueError("a day must lie between 1900 and 2199")
    return day
