"""Show Meum some photos of a dish of the catalogue, so that it knows it again without training."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from meum.files.photos import clean_photo
from meum.kernel.errors import MeumError
from nutrition.services import show_dish


class Command(BaseCommand):
    """Take a food and photos of it; all of them count, or none."""

    help = "Let everybody's photos be compared with some of a dish of the catalogue; five are a good number."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the key of the food and the photos."""
        parser.add_argument("food", help="the key of the food, as everyday:tomato")
        parser.add_argument("photos", nargs="+", type=Path, metavar="PHOTO", help="a photo of the dish alone")

    def handle(self, *args: Any, **options: Any) -> None:
        """Show the photos and say how many there are of the dish now; exit code 2 for what cannot be taken."""
        try:
            photos = [clean_photo(path.read_bytes()) for path in options["photos"]]
            count = show_dish(key=options["food"], photos=photos)
        except (MeumError, OSError) as error:
            raise CommandError(str(error), returncode=2) from error
        self.stdout.write(f"{options['food']}: {count} photos")
