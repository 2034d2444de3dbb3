"""Build the table of activities from the folder with source data."""

from __future__ import annotations

import hashlib
from argparse import ArgumentParser
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from fitness.compendium import ACTIVITIES, from_source, write_table


class Command(BaseCommand):
    """Read METs and names from DIR/fitness/activities_met.csv and write our own compact table."""

    help = "Build fitness/tables/activities.csv from the folder with source data."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the folder, by default the setting MEUM_SOURCE_DATA, and the table to write."""
        parser.add_argument("--source-data", default=settings.MEUM_SOURCE_DATA)
        parser.add_argument("--table", type=Path, default=ACTIVITIES)

    def handle(self, *, source_data: str, table: Path, **_options: object) -> None:
        """Write the table; report refused lines, the number of rows and the checksum."""
        source = Path(source_data) / "fitness" / "activities_met.csv"
        if not source_data or not source.is_file():
            raise CommandError("--source-data must name the folder that holds fitness/activities_met.csv")
        rows, refused = from_source(source)
        for refusal in refused:
            self.stderr.write(f"{source.name}:{refusal.line}: refused: {refusal.reason}")
        write_table(rows, path=table)
        checksum = hashlib.sha256(table.read_bytes()).hexdigest()
        self.stdout.write(f"{table.name}: {len(rows)} rows, {len(refused)} refused, sha256 {checksum}")
