"""Train how much a message sounds like telling a meal."""

from __future__ import annotations

import csv
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from meum.language.scripts import clean
from nutrition.catalogue.lexicon import meal_lexicon
from nutrition.reading.mood import TABLE, features_of
from nutrition.reading.reader import named_in
from nutrition.training.mood import fit

_DECIMALS = 3
# Times are masked, so any now will do.
_NOW = datetime(2026, 1, 7, 12, tzinfo=UTC)


class Command(BaseCommand):
    """Write `nutrition/reading/mood.csv` anew, from messages that are known to tell a meal or none."""

    help = "Train how much a message sounds like telling a meal, from JSON lines with `text` and `meals`."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the files of messages."""
        parser.add_argument("files", nargs="+", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        """Train on all lines of the files and say how many there were."""
        rows = [json.loads(line) for path in options["files"] for line in path.read_text("utf-8").splitlines()]
        lexicon = meal_lexicon()
        texts = [clean(row["text"]).text for row in rows]
        messages = [features_of(text, named_in(text, lexicon=lexicon, now=_NOW)[0]) for text in texts]
        weights = fit(messages, [bool(row["meals"]) for row in rows])
        with TABLE.open("w", encoding="utf-8", newline="") as lines:
            table = csv.writer(lines, lineterminator="\n")
            table.writerow(("feature", "weight"))
            table.writerows((feature, round(weight, _DECIMALS)) for feature, weight in weights.items())
        self.stdout.write(f"{TABLE.name}  {len(weights)} weights from {len(rows)} messages")
