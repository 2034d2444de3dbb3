"""Build the table of reference intakes from the folder that MEUM_SOURCE_DATA names."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from nutrition.targets.building import build
from nutrition.targets.tables import TABLE


class Command(BaseCommand):
    """Write the table; equal source data give equal bytes."""

    help = "Build the reference intakes of adults from the targets beside the source data of foods."

    def handle(self, *args: Any, **options: Any) -> None:
        """Build; exit code 2 where the source is not there or not as it should be."""
        if not settings.MEUM_SOURCE_DATA:
            raise CommandError("set MEUM_SOURCE_DATA to the folder with the source data", returncode=2)
        source = Path(settings.MEUM_SOURCE_DATA).parent / "targets" / "reference_intakes.csv"
        try:
            rows = build(source, TABLE)
        except (OSError, ValueError) as error:
            raise CommandError(str(error), returncode=2) from error
        self.stdout.write(f"{rows} rows are in {TABLE.name}")
