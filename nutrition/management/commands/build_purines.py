"""Build the table of purines from the folder that MEUM_SOURCE_DATA names."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from nutrition.catalogue.kinds import PURINES
from nutrition.targets.purines import build


class Command(BaseCommand):
    """Write the table; equal source data give equal bytes."""

    help = "Build the purines of kinds of food from the source data of foods."

    def handle(self, *args: Any, **options: Any) -> None:
        """Build; exit code 2 where the source is not there or not as it should be."""
        if not settings.MEUM_SOURCE_DATA:
            raise CommandError("set MEUM_SOURCE_DATA to the folder with the source data", returncode=2)
        try:
            rows = build(Path(settings.MEUM_SOURCE_DATA) / "purine_cn.csv", PURINES)
        except (OSError, ValueError) as error:
            raise CommandError(str(error), returncode=2) from error
        self.stdout.write(f"{rows} rows are in {PURINES.name}")
