"""Talk to Meum in the terminal, from a script, or as JSON lines on a throw-away database."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from bots.channels.terminal import TerminalChannel
from bots.channels.terminal.photos import answer_to_photo, photo_named
from bots.dialogue.messages import Incoming, Reply
from bots.dialogue.turn import take
from bots.models import Conversation
from bots.services import conversation_of
from meum.domain.languages import Lang
from meum.journal.models import Door, new_id
from meum.people.models import Person, Provider
from meum.people.services import person_for_identity


class Command(BaseCommand):
    """Hold a conversation: a line in is a turn."""

    help = (
        "Talk to Meum: a line is a message, the path of a picture a photo. "
        "--sandbox --json reads and writes JSON lines on a throw-away database."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Say who talks, and how."""
        parser.add_argument("--person", help="the sign-in name, or a new name for this terminal alone")
        parser.add_argument("--script", type=Path, help="a file with a message a line")
        parser.add_argument("--json", action="store_true", help="answer in JSON, one object a line")
        parser.add_argument("--sandbox", action="store_true", help="JSON lines in and out, nothing real is touched")

    def handle(self, *args: Any, **options: Any) -> None:
        """Hold the conversation until the input ends."""
        if options["sandbox"]:
            self._sandbox(options)
            return
        if not options["person"]:
            raise CommandError("--person NAME says who talks", returncode=2)
        conversation = conversation_of(person=_person(options["person"]), door=Door.TERMINAL)
        for line in filter(str.strip, self._lines(options["script"])):
            self._show(self._turn(line, conversation), as_json=options["json"])

    def _sandbox(self, options: dict[str, Any]) -> None:
        from bots.sandbox.template import run

        if not options["json"] or options["person"] or options["script"]:
            raise CommandError("--sandbox goes with --json alone", returncode=2)
        sys.exit(run())

    def _lines(self, script: Path | None) -> Iterable[str]:
        if script is not None:
            return script.read_text(encoding="utf-8").splitlines()
        return self._typed() if sys.stdin.isatty() else sys.stdin

    def _typed(self) -> Iterable[str]:
        while True:
            try:
                yield input("> ")
            except (EOFError, KeyboardInterrupt):
                self.stdout.write("")
                return

    def _turn(self, line: str, conversation: Conversation) -> Reply:
        photo = photo_named(line)
        if photo is not None:
            return answer_to_photo(photo, conversation=conversation)
        return take(Incoming(message_id=str(new_id()), at=timezone.now(), text=line), conversation=conversation)

    def _show(self, reply: Reply, *, as_json: bool) -> None:
        if as_json:
            shown = {"reply": list(reply.lines), "choices": [str(choice) for choice in reply.choices]}
            self.stdout.write(json.dumps(shown, ensure_ascii=False))
        else:
            self.stdout.write(TerminalChannel().render(reply) + "\n")
        self.stdout.flush()


def _person(name: str) -> Person:
    known = Person.objects.filter(username=name).first()
    return known or person_for_identity(
        provider=Provider.TERMINAL, app_id="", subject=name, language=Lang(settings.DEFAULT_LANGUAGE)
    )
