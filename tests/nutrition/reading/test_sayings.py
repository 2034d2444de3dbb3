"""The development table of sayings: what people say, and what it means against the small catalogue."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.nutrition.reading.conftest import Read
from tests.nutrition.reading.sayings import faults, sayings_of

SAYINGS = sayings_of(Path(__file__).with_name("sayings_dev.jsonl"))


@pytest.mark.parametrize("saying", SAYINGS, ids=lambda saying: saying["text"][:30])
def test_a_saying_is_read_as_meant(saying: dict[str, Any], read: Read) -> None:
    assert faults(saying, read(saying["text"])) == []
