"""Which language Meum speaks."""

from __future__ import annotations

from bots.dialogue.handlers.base import Handler, HelpGroup
from bots.dialogue.messages import Reply
from bots.dialogue.speaking import Turn
from bots.nlu.keywords import Intent
from meum.domain.languages import Lang
from meum.people.services import PreferencesDraft, update_preferences


class LanguageHandler(Handler):
    """Switch the language for good."""

    keeps_question = True
    asks_again = True
    group = HelpGroup.ABOUT
    help = {Lang.ZH: "English please", Lang.EN: "说中文"}

    def accepts(self, turn: Turn) -> bool:
        """Take the wish for a language."""
        return turn.wants(Intent.CHINESE, Intent.ENGLISH)

    def answer(self, turn: Turn) -> Reply:
        """Store the wish; the answer is in the new language already."""
        update_preferences(person=turn.person, draft=PreferencesDraft(language=turn.lang))
        return Reply((turn.say("language"),))
