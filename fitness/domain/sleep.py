"""Sleep between two clock times, over midnight and clock changes."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

MOST_MINUTES = 20 * 60.0


def sleep_minutes(*, asleep_at: datetime, woke_at: datetime) -> float:
    """Return the minutes that passed between two instants; a night with a clock change has an hour less or more.

    Raises ValueError for a naive instant, a waking before falling asleep or more than 20 hours.
    """
    if asleep_at.tzinfo is None or woke_at.tzinfo is None:
        raise ValueError("an instant needs a time zone")
    # In UTC, because the difference of two times of one zone is that of the wall clock.
    minutes = (woke_at.astimezone(UTC) - asleep_at.astimezone(UTC)).total_seconds() / 60
    if not 0 < minutes <= MOST_MINUTES:
        raise ValueError("sleep lasts more than 0 and at most 20 hours")
    return minutes


def night_before(*, bed: time, wake: time, waking_date: date, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """Return the instants of falling asleep and waking whose wall clock shows `bed` and `wake`.

    The waking lies on `waking_date`; the bed time is the latest one before it.
    """
    woke_at = datetime.combine(waking_date, wake, tzinfo=zone)
    bed_date = waking_date if bed < wake else waking_date - timedelta(days=1)
    return datetime.combine(bed_date, bed, tzinfo=zone), woke_at
