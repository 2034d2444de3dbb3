"""The word that asks for an answer that came too late to be shown by itself."""

from __future__ import annotations

from bots.dialogue.handlers.base import Handler
from bots.dialogue.messages import Reply
from bots.dialogue.queries import is_answer_awaited
from bots.dialogue.speaking import Turn
from bots.nlu.keywords import Intent


class ResultHandler(Handler):
    """Say whether an answer is still being made; a channel that holds one back delivers it in place of this."""

    keeps_question = True

    def accepts(self, turn: Turn) -> bool:
        """Take the word in both languages."""
        return turn.wants(Intent.RESULT)

    def answer(self, turn: Turn) -> Reply:
        """Say that it is not there yet, or that there is none."""
        is_awaited = is_answer_awaited(person=turn.person, door=turn.door)
        return Reply((turn.say("result.not_yet" if is_awaited else "result.none"),), yields=True)
