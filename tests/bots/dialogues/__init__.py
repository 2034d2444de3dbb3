"""Dialogues as tables: what is said, at which clock time, and every line that comes back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).parent


@dataclass
class Exchange:
    """Hold one text with its clock time, and the lines and choices that are to come back."""

    at: str
    text: str
    shown: list[str] = field(default_factory=list)


@dataclass
class Dialogue:
    """Hold one dialogue and what is stored at its end, as `name value` of the stored facts."""

    title: str
    exchanges: list[Exchange] = field(default_factory=list)
    stored: dict[str, str] = field(default_factory=dict)


def dialogues(name: str) -> Iterator[Dialogue]:
    """Yield the dialogues of a table: `== title`, `> 12:00 text`, `< line`, `= fact value`."""
    for block in (HERE / name).read_text(encoding="utf-8").strip().split("\n\n"):
        title, *lines = block.splitlines()
        dialogue = Dialogue(title.removeprefix("== "))
        for line in lines:
            _add(dialogue, line[0], line[2:])
        yield dialogue


def _add(dialogue: Dialogue, mark: str, told: str) -> None:
    if mark == ">":
        at, _, text = told.partition(" ")
        dialogue.exchanges.append(Exchange(at, text))
    elif mark == "<":
        dialogue.exchanges[-1].shown.append(told)
    elif mark == "=":
        name, _, value = told.partition(" ")
        dialogue.stored[name] = value
    else:
        raise ValueError(f"no such mark: {mark}")
