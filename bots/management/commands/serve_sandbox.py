"""The inner side of `chat --sandbox --json`: turns as JSON lines, on the throw-away database."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from bots.sandbox.server import answer_line
from bots.sandbox.template import SANDBOX_NAME
from meum.kernel.errors import Invalid, MeumError


class Command(BaseCommand):
    """Answer each line, one by one, as soon as it is there."""

    help = "Started by chat --sandbox --json, which makes the throw-away database that this needs."

    def handle(self, *args: Any, **options: Any) -> None:
        """Answer every line; refuse to work on any other database."""
        if Path(str(settings.DATABASES["default"]["NAME"])).name != SANDBOX_NAME:
            raise CommandError("this works on the throw-away database of chat --sandbox only", returncode=2)
        for line in sys.stdin.buffer:
            if line.strip():
                self.stdout.write(json.dumps(_answered(line), ensure_ascii=False))
                self.stdout.flush()


def _object(line: bytes) -> dict[str, Any]:
    # Texts that are fit for no database are let in: that the conversation bears them is what is tried here.
    try:
        told = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise Invalid("not_json", "a line must be JSON in UTF-8") from error
    if not isinstance(told, dict):
        raise Invalid("invalid_input", "a line must be one JSON object")
    return told


def _answered(line: bytes) -> dict[str, Any]:
    name = None
    try:
        told = _object(line)
        name = told.get("conversation")
        return answer_line(told)
    except MeumError as error:
        return {"conversation": name, "error": {"code": error.code, "detail": error.detail}}
