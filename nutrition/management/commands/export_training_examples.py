"""Write out the photos that people agreed to have Meum learn from, with the dishes that they confirmed."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from meum.files import queries as files
from nutrition.queries.examples import Example, training_examples

LIST = "examples.jsonl"


class Command(BaseCommand):
    """Write a folder: the photos by random names, and a list of what each shows; nothing says whose they are."""

    help = "Write confirmed photos and their dishes to a new folder, of those who agreed to it (improvement)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the folder."""
        parser.add_argument("--out", type=Path, required=True, help="a folder that is not there yet, or empty")

    def handle(self, *args: Any, **options: Any) -> None:
        """Write every example; exit code 2 for a folder that holds something."""
        folder: Path = options["out"]
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise CommandError(f"{folder} holds something already", returncode=2)
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        count = 0
        with (folder / LIST).open("w", encoding="utf-8") as rows:
            for example in training_examples():
                name = f"{example.photo.object_name}.jpg"
                with files.read(file=example.photo) as content:
                    (folder / name).write_bytes(content.read())
                rows.write(json.dumps(_row(example, name), ensure_ascii=False) + "\n")
                count += 1
        self.stdout.write(f"{count} examples")


def _row(example: Example, name: str) -> dict[str, Any]:
    return {
        "file": name,
        "foods": [{"food": food.key, "grams": round(food.grams, 1)} for food in example.foods],
        "seen": [{"code": code, "probability": probability} for code, probability in example.seen],
        "engine": example.engine,
        "engine_version": example.engine_version,
    }
