"""What a message says, read before the conversation is locked, so that the lock is short."""

from __future__ import annotations

from dataclasses import dataclass

from bots.dialogue.messages import Incoming
from bots.nlu.commands import Command, command_of
from bots.nlu.keywords import Intent
from meum.domain.languages import Lang
from meum.language.scripts import clean
from meum.people.models import Person


@dataclass(frozen=True, kw_only=True)
class Heard:
    """Hold the cleaned text and the command that it is, if it is one."""

    plain: str
    command: Command | None

    @property
    def wished_language(self) -> Lang | None:
        """Return the language that the message asks for."""
        return _WISHES.get(self.command.intent) if self.command else None


_WISHES = {Intent.CHINESE: Lang.ZH, Intent.ENGLISH: Lang.EN}


def hear(incoming: Incoming, *, person: Person) -> Heard:
    """Read one message of a person."""
    plain = clean(incoming.text).text
    return Heard(plain=plain, command=command_of(plain))
