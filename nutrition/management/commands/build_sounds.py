"""Build the table of how Chinese signs sound."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from nutrition.catalogue.sounding import sounds_table
from nutrition.reading.sounds import TABLE


class Command(BaseCommand):
    """Write `nutrition/reading/sounds.csv` anew, from pypinyin."""

    help = "Build the table of how Chinese signs sound."

    def handle(self, *args: Any, **options: Any) -> None:
        """Build it and say how many syllables it has."""
        written = sounds_table()
        TABLE.write_text(written, "utf-8")
        self.stdout.write(f"{TABLE.name}  {len(written.splitlines()) - 1} syllables")
