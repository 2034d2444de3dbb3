"""Load the shipped tables of foods, or one table from a file: of our own format, or one that an operator holds."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from meum.kernel.errors import MeumError
from nutrition.catalogue.loading import LoadReport, load_catalogue, load_source


class Command(BaseCommand):
    """Load what is not loaded yet; print what changed and which rows were refused."""

    help = "Load the catalogue into the database; does nothing when it is loaded."
    # The checks of pages and forms take longer than finding that nothing changed.
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take a source and a file: of our own format, or of the source's where it is not shipped (china_fct6)."""
        parser.add_argument("--source", nargs=2, metavar=("NAME", "FILE"), help="load FILE as the foods of source NAME")

    def handle(self, *args: Any, **options: Any) -> None:
        """Load, and report each source in a line and each refused row in one more."""
        try:
            reports = self._load(options["source"])
        except MeumError as error:
            raise CommandError(error.detail) from error
        if not reports:
            self.stdout.write("catalogue: nothing changed")
        for report in reports:
            self._tell(report)

    def _load(self, source: list[str] | None) -> list[LoadReport]:
        if source is None:
            return load_catalogue()
        name, file = source
        return [load_source(name=name, path=Path(file))]

    def _tell(self, report: LoadReport) -> None:
        self.stdout.write(
            f"{report.source}: {report.created} new, {report.revised} changed, {report.unchanged} as before, "
            f"{report.withdrawn} withdrawn, {report.held_back} kept as edited here, {len(report.refused)} refused"
        )
        for refusal in report.refused:
            self.stderr.write(f"{refusal.file}:{refusal.line}: {refusal.reason}")
