"""Build our own tables of foods from the folder of source data."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from nutrition.catalogue.building import build_tables
from nutrition.domain.foods import Grade


class Command(BaseCommand):
    """Write `nutrition/catalogue/tables/` anew; equal source data give equal bytes."""

    help = "Build the tables of the catalogue from the folder of source data."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the folder; the setting MEUM_SOURCE_DATA is the default."""
        parser.add_argument("--source-data", default=settings.MEUM_SOURCE_DATA, help="folder with the source data")

    def handle(self, *args: Any, **options: Any) -> None:
        """Build every table; print what its line in SOURCES.md tells, and the share of foods of each grade."""
        if not options["source_data"]:
            raise CommandError("give --source-data DIR or set MEUM_SOURCE_DATA")
        folder = Path(options["source_data"])
        if not folder.is_dir():
            raise CommandError(f"{folder} is not a folder")
        for built in build_tables(folder):
            self.stdout.write(f"{built.path.name}  {built.foods} foods  {built.size} bytes  sha256 {built.sha256}")
            self.stdout.write("  ".join(f"  grade {grade} {built.share(grade):.1%}" for grade in Grade))
