"""The batch door of commands: JSON Lines from standard input or files, one answer a line, in the same order."""

from __future__ import annotations

import json
import sys
from abc import ABC, abstractmethod
from argparse import ArgumentParser
from collections.abc import Iterator, Mapping
from pathlib import Path
from time import perf_counter
from typing import IO, Any

from django.core.management.base import BaseCommand, CommandError

from meum.kernel.errors import Invalid, MeumError
from meum.kernel.json_input import read_json


class JsonLinesCommand(BaseCommand, ABC):
    """Answer each line by `answer`; a line that cannot be answered gets its error, and the next is read."""

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take files; without any, standard input is read."""
        parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="JSON Lines; standard input without")

    def handle(self, *args: Any, **options: Any) -> None:
        """Answer line after line, each written out at once; exit code 2 for a file that cannot be opened."""
        self.prepare()
        for line in _lines(options["files"]):
            if line.strip():
                self.stdout.write(json.dumps(self._answered(line), ensure_ascii=False))
                self.stdout.flush()

    def _answered(self, line: bytes) -> dict[str, Any]:
        began, question = perf_counter(), {"id": None}
        try:
            question |= _question(line)
            answer = self.answer(question)
        except MeumError as error:
            return {"id": question["id"], "error": {"code": error.code, "detail": error.detail}}
        return {"id": question["id"], **answer, "elapsed_ms": round((perf_counter() - began) * 1000, 2)}

    def prepare(self) -> None:
        """Do what should not count to the time of the first answer; nothing, unless a command says otherwise."""

    @abstractmethod
    def answer(self, question: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return the answer to one object of the input; raise a MeumError when there is none."""


def text_of(question: Mapping[str, Any], field: str) -> str:
    """Return a text of the input; raises Invalid when it is missing, no text, or blank."""
    text = question.get(field)
    if not isinstance(text, str) or not text.strip():
        raise Invalid("invalid_input", f"{field} must be a text", field=field)
    return text


def _question(line: bytes) -> dict[str, Any]:
    question = read_json(line)
    if not isinstance(question, dict):
        raise Invalid("invalid_input", "a line must be one JSON object")
    return question


def _lines(files: list[Path]) -> Iterator[bytes]:
    if not files:
        yield from sys.stdin.buffer
    for file in files:
        with _opened(file) as lines:
            yield from lines


def _opened(file: Path) -> IO[bytes]:
    try:
        return file.open("rb")
    except OSError as error:
        raise CommandError(f"{file} cannot be opened: {error.strerror}", returncode=2) from error
