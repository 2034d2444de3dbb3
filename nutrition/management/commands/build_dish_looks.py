"""Work out how the dishes of a classifier look on average, for a bundle that was trained before."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from nutrition.vision.page import page_of


class Command(BaseCommand):
    """Write the looks beside the model and their checksum into the card; training does the same at its end."""

    help = "Add to a bundle how its dishes look on average, from the photos that it was trained on."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the bundle and the photos."""
        parser.add_argument("--data", type=Path, required=True, help="the folder of photos that it was trained on")
        parser.add_argument("--bundle", type=Path, required=True, help="the folder of the bundle")
        parser.add_argument("--hold-out", type=Path, help="the table of photos that were held out in training")
        parser.add_argument("--page", type=Path, help="file for the card as a page to read")

    def handle(self, *args: Any, **options: Any) -> None:
        """Write the looks; exit code 2 where photos or the bundle are not what they should be."""
        from nutrition.training.photos.looks import add_looks
        from nutrition.training.photos.manifest import hold_out, read_held_out, read_photos

        try:
            held_out = read_held_out(options["hold_out"]) if options["hold_out"] else {}
            photos = hold_out(read_photos(options["data"]), held_out)
            card = add_looks(options["bundle"], options["data"], photos)
        except (OSError, ValueError) as error:
            raise CommandError(str(error), returncode=2) from error
        if options["page"]:
            options["page"].write_text(page_of(card), encoding="utf-8")
        self.stdout.write(f"the looks of {len(card.codes)} dishes are in {options['bundle']}")
