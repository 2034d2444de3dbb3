"""Say what photos may show, with grams and energy as estimates; nothing is stored and no person is needed."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from pathlib import Path
from time import perf_counter
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from meum.domain.intervals import Interval
from meum.domain.nutrients import Portion
from meum.files.photos import clean_photo
from meum.kernel.errors import MeumError
from nutrition.catalogue.queries import NamedVersion, food_vectors, versions_named
from nutrition.domain.dishes import Guess, Recognition
from nutrition.domain.portion_estimates import any_of
from nutrition.queries import energy_of
from nutrition.queries.portions import table_portions
from nutrition.vision.engines import engine_in_use

_DIGITS = 4


class Command(BaseCommand):
    """Answer each photo with one line of JSON, in the order of the files."""

    help = "Write what each photo may show as JSON Lines; a folder stands for the files in it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take files and folders."""
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="a photo, or a folder of photos")

    def handle(self, *args: Any, **options: Any) -> None:
        """Answer photo after photo, each written out at once; exit code 2 for a path that is not there."""
        missing = [path for path in options["files"] if not path.exists()]
        if missing:
            raise CommandError(f"{missing[0]} is not there", returncode=2)
        for path in _photos(options["files"]):
            self.stdout.write(json.dumps(_answered(path), ensure_ascii=False))
            self.stdout.flush()


def _photos(paths: Sequence[Path]) -> Iterator[Path]:
    for path in paths:
        yield from sorted(each for each in path.iterdir() if each.is_file()) if path.is_dir() else (path,)


def _answered(path: Path) -> dict[str, Any]:
    began = perf_counter()
    try:
        answer = _answer(engine_in_use().look(clean_photo(path.read_bytes())))
    except MeumError as error:
        return {"file": str(path), "error": {"code": error.code, "detail": error.detail}}
    except OSError as error:
        return {"file": str(path), "error": {"code": "unreadable_file", "detail": error.strerror or "unreadable"}}
    return {"file": str(path), **answer, "elapsed_ms": round((perf_counter() - began) * 1000, 2)}


def _answer(seen: Recognition) -> dict[str, Any]:
    """Return the dishes, and the grams and the energy of one portion of whichever of them it is."""
    known = versions_named({guess.food for guess in seen.guesses})
    named = [(guess, known[guess.food]) for guess in seen.guesses if guess.food in known]
    portions = _portions(named)
    return {
        "is_food": seen.is_food,
        "known": seen.is_known,
        "group": seen.group.code or None,
        "dishes": [_dish(guess, version) for guess, version in named],
        "grams": _estimate([(chance, portion.grams) for chance, portion in portions]),
        "energy_kcal": _estimate([(chance, kcal) for chance, each in portions if (kcal := energy_of(each))]),
    }


def _dish(guess: Guess, version: NamedVersion) -> dict[str, Any]:
    return {
        "code": guess.code,
        "food": guess.food,
        "name_zh": version.name_zh,
        "name_en": version.name_en,
        "probability": round(guess.probability, _DIGITS),
    }


def _portions(named: Sequence[tuple[Guess, NamedVersion]]) -> list[tuple[float, Portion]]:
    """Return how probable each dish is, and one portion of it."""
    grams = table_portions(food_ids=[version.food_id for _, version in named])
    vectors = food_vectors([version.pk for _, version in named])
    return [(guess.probability, Portion(vectors[version.pk], grams[version.food_id])) for guess, version in named]


def _estimate(amounts: Sequence[tuple[float, Interval]]) -> dict[str, float] | None:
    if not amounts:
        return None
    amount = any_of(amounts)
    return {name: round(getattr(amount, name), 1) for name in ("low", "mid", "high")}
