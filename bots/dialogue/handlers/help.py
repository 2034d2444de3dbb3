"""What one can say, and what happens to it."""

from __future__ import annotations

from collections.abc import Sequence

from bots.dialogue.handlers.base import Handler, HelpGroup
from bots.dialogue.handlers.consent import privacy_lines, who_lines
from bots.dialogue.messages import Reply
from bots.dialogue.speaking import Turn
from bots.nlu.keywords import Intent
from bots.nlu.privacy import asks_about_privacy
from meum.domain.languages import Lang

_ABOUT_MEUM = ("program", "maker")
_BETWEEN = {Lang.ZH: "；", Lang.EN: "; "}


class HelpHandler(Handler):
    """List what the handlers can do, a line for each group."""

    keeps_question = True

    def __init__(self, handlers: Sequence[Handler]) -> None:
        """Keep the handlers whose help is told."""
        self._handlers = handlers

    def accepts(self, turn: Turn) -> bool:
        """Take the call for help."""
        return turn.wants(Intent.HELP)

    def answer(self, turn: Turn) -> Reply:
        """Return the lines that the handlers fill, or who or what answers here."""
        assert turn.heard.command is not None  # accepts() has seen it
        topic = turn.heard.command.argument
        if topic in _ABOUT_MEUM:
            lines: Sequence[str] = [turn.say(f"about_meum.{topic}")]
        else:
            lines = who_lines(turn) if topic == "who" else [self._line(turn, group) for group in HelpGroup]
        return Reply(tuple(line for line in lines if line), turn.open_question.choices if turn.open_question else ())

    def _line(self, turn: Turn, group: HelpGroup) -> str:
        words = [handler.help[turn.lang] for handler in self._handlers if handler.group is group and handler.is_offered]
        return turn.say(f"help.{group}", words=_BETWEEN[turn.lang].join(words)) if words else ""


class PrivacyHandler(Handler):
    """Say what is kept, who sees it and how to stop it."""

    keeps_question = True
    group = HelpGroup.ABOUT
    help = {Lang.ZH: "隐私", Lang.EN: "privacy"}

    def accepts(self, turn: Turn) -> bool:
        """Take the word, and the question what becomes of one's data."""
        return turn.wants(Intent.PRIVACY) or asks_about_privacy(turn.heard.plain)

    def answer(self, turn: Turn) -> Reply:
        """Return the short text, with the choices of a question that is still open."""
        return Reply(privacy_lines(turn), turn.open_question.choices if turn.open_question else ())
