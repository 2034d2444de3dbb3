"""A morning in Shanghai at which people tell of their bodies."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from fitness.compendium import activity_lexicon
from fitness.reading import BodyReading, read_body

NOW = datetime(2026, 11, 20, 10, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
Read = Callable[..., BodyReading]


@pytest.fixture
def read() -> Read:
    """Return the reader, told that it is ten o'clock on a Friday in Shanghai unless asked otherwise."""

    def reader(text: str, *, now: datetime = NOW, latest_weight_kg: float | None = None) -> BodyReading:
        return read_body(text, now=now, lexicon=activity_lexicon(), latest_weight_kg=latest_weight_kg)

    return reader
