"""What tests of meal reading share: the small lexicon and one Wednesday noon in Shanghai."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from nutrition.reading.drafts import MealReading
from nutrition.reading.reader import read_meal
from tests.nutrition.reading.foods import small_lexicon

NOW = datetime(2024, 11, 20, 13, 5, tzinfo=ZoneInfo("Asia/Shanghai"))

Read = Callable[[str], MealReading]


@pytest.fixture(scope="session")
def read() -> Read:
    """Return a reader of sentences against the small lexicon."""
    return lambda text: read_meal(text, lexicon=small_lexicon(), now=NOW)
