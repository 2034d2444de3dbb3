"""The time zones that somebody may live in."""

from __future__ import annotations

from functools import cache
from zoneinfo import available_timezones

# Files of a system that are no place: "here", whatever that is, and the one of a machine that was never set up.
_NO_PLACES = frozenset({"Factory", "localtime"})


def is_zone(name: str) -> bool:
    """Tell whether a name is that of an IANA time zone which means the same on every machine."""
    return name in _zones()


@cache
def _zones() -> frozenset[str]:
    return frozenset(available_timezones()) - _NO_PLACES
