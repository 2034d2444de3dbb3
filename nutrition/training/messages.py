"""Messages for training, each food marked: [eaten by the writer], {only mentioned}."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

MESSAGES = Path(__file__).parent / "messages"
"""The folder of our own messages, a file a language."""
_MARKED = re.compile(r"\[(?P<eaten>[^][{}]+)\]|\{(?P<mentioned>[^][{}]+)\}")


@dataclass(frozen=True, slots=True)
class MarkedMessage:
    """A message without its marks, and the words of each food with whether the writer ate it.

    `is_meal` tells it of every food of the message where none is marked.
    """

    text: str
    foods: tuple[tuple[str, bool], ...] = ()
    is_meal: bool | None = None

    def is_eaten(self, words: str) -> bool | None:
        """Tell whether what is named by words of the message was eaten; None where that is not known or differs."""
        if self.is_meal is not None:
            return self.is_meal
        told = {is_eaten for food, is_eaten in self.foods if words and (words in food or food in words)}
        return told.pop() if len(told) == 1 else None


def read_messages(path: Path) -> Iterator[MarkedMessage]:
    """Yield the messages of a file: marked ones a line each, or JSON lines with `text` and a number of `meals`."""
    lines = filter(None, path.read_text("utf-8").splitlines())
    return map(_from_json if path.suffix == ".jsonl" else marked_message, lines)


def marked_message(line: str) -> MarkedMessage:
    """Return a message with its foods, from a line in which they are marked."""
    foods = tuple(
        (match["eaten"] or match["mentioned"], match["eaten"] is not None) for match in _MARKED.finditer(line)
    )
    return MarkedMessage(_MARKED.sub(lambda match: match["eaten"] or match["mentioned"], line), foods)


def _from_json(line: str) -> MarkedMessage:
    row = json.loads(line)
    return MarkedMessage(row["text"], is_meal=bool(row["meals"]))
