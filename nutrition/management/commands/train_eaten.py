"""Train which foods of a message its writer ate."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
from django.core.management.base import BaseCommand, CommandParser

from meum.language.scripts import clean
from nutrition.catalogue.lexicon import meal_lexicon
from nutrition.reading.eaten import TABLE, Places, features_of, places_of
from nutrition.reading.lexicon import MealLexicon
from nutrition.reading.reader import named_in
from nutrition.reading.telling import is_about_food, untold_in
from nutrition.training.eaten import fit, kept_in_folds
from nutrition.training.messages import MarkedMessage, read_messages

# Times are masked, so any now will do.
_NOW = datetime(2026, 1, 7, 12, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class _Seen:
    """Hold a food of a message: where its features stand, whether it was eaten, and whether the rules say so."""

    message: int
    places: Places
    is_eaten: bool
    is_told: bool


class Command(BaseCommand):
    """Write `nutrition/reading/eaten.npy` anew, from messages whose foods are marked as eaten or only mentioned."""

    help = "Train which foods of a message its writer ate, from files of marked messages."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the files of messages."""
        parser.add_argument("files", nargs="+", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        """Train on all foods of the files that the reader finds; say how it does on folds that it did not see."""
        messages = [message for path in options["files"] for message in read_messages(path)]
        lexicon = meal_lexicon()
        foods = [food for number, message in enumerate(messages) for food in _foods_of(number, message, lexicon)]
        places, eaten = [food.places for food in foods], [food.is_eaten for food in foods]
        kept = kept_in_folds(places, eaten, [food.message for food in foods])
        self._tell("rules alone", [food.is_told for food in foods], eaten)
        self._tell("learned, unseen folds", kept.tolist(), eaten)
        table = fit(places, eaten)
        np.save(TABLE, table.astype(np.float16))
        told = f"{np.count_nonzero(table)} weights from {len(foods)} foods of {len(messages)} messages"
        self.stdout.write(f"{TABLE.name}  {told}")

    def _tell(self, name: str, kept: Sequence[bool], eaten: Sequence[bool]) -> None:
        of_eaten = [is_kept for is_kept, is_eaten in zip(kept, eaten, strict=True) if is_eaten]
        of_others = [is_kept for is_kept, is_eaten in zip(kept, eaten, strict=True) if not is_eaten]
        self.stdout.write(
            f"{name}: {np.mean(of_eaten):.3f} of n={len(of_eaten)} eaten foods kept, "
            f"{np.mean(of_others):.3f} of n={len(of_others)} only mentioned"
        )


def _foods_of(number: int, message: MarkedMessage, lexicon: MealLexicon) -> Iterator[_Seen]:
    plain = clean(message.text)
    named = named_in(plain.text, lexicon=lexicon, now=_NOW)
    untold = untold_in(plain.text)
    is_about = is_about_food(plain.text, named.pieces)
    for food, groups in features_of(plain.text, named.pieces, named.denied, untold):
        is_eaten = message.is_eaten(plain.quote(food.start, food.end))
        if is_eaten is not None:
            is_told = is_about and not untold.touch(food.start, food.end)
            yield _Seen(number, places_of(groups), is_eaten, is_told)
