"""The table of sounds is what its command makes."""

from __future__ import annotations

from nutrition.catalogue.sounding import sounds_table
from nutrition.reading.sounds import TABLE


def test_the_shipped_table_of_sounds_is_built_from_pypinyin() -> None:
    assert TABLE.read_text("utf-8") == sounds_table()
