"""How somebody is called: 叫我小明; a nutritionist sees the name in place of a platform and a few signs."""

from __future__ import annotations

from bots.dialogue.handlers.base import Handler, HelpGroup
from bots.dialogue.messages import Reply
from bots.dialogue.speaking import Turn
from bots.nlu.keywords import Intent
from meum.domain.languages import Lang
from meum.people.services import PreferencesDraft, update_preferences


class NameHandler(Handler):
    """Keep a name, tell it, or forget it."""

    keeps_question = True
    group = HelpGroup.ABOUT
    help = {Lang.ZH: "叫我 小明", Lang.EN: "call me Sam"}

    def accepts(self, turn: Turn) -> bool:
        """Take a name that is told or asked for."""
        return turn.wants(Intent.NAME, Intent.NAME_ASKED, Intent.NAME_FORGOTTEN)

    def answer(self, turn: Turn) -> Reply:
        """Store what was told; say the name and who sees it."""
        assert turn.heard.command is not None  # accepts() has seen it
        if turn.wants(Intent.NAME_ASKED):
            name = turn.person.name
            return Reply((turn.say("name.is", name=name) if name else turn.say("name.none"), turn.say("name.how")))
        name = _as_written(turn, turn.heard.command.argument) if turn.wants(Intent.NAME) else ""
        update_preferences(person=turn.person, draft=PreferencesDraft(name=name))
        return Reply((turn.say("name.noted", name=name) if name else turn.say("name.forgotten"),))


def _as_written(turn: Turn, name: str) -> str:
    """Return a name as it was sent, with one capital at least where it has an alphabet."""
    typed = turn.as_typed(name)
    return typed.title() if typed.islower() else typed
