"""How much purine the food of a day has: 今天嘌呤多少, "purines today"."""

from __future__ import annotations

from bots.dialogue.handlers.amounts import day_named
from bots.dialogue.handlers.base import Handler
from bots.dialogue.messages import Reply
from bots.dialogue.speaking import Turn
from bots.dialogue.wording import day_text
from bots.nlu.keywords import Intent
from meum.domain.figures import amount_figure
from nutrition.queries import day_guidelines, day_summary

_COMPLETE_FROM = 0.95


class PurinesHandler(Handler):
    """Answer the purines of a day; they are no nutrient of the catalogue, but told by kinds of food."""

    keeps_question = True

    def accepts(self, turn: Turn) -> bool:
        """Take the question."""
        return turn.wants(Intent.PURINES)

    def answer(self, turn: Turn) -> Reply:
        """Return the amount with its interval or as a least, and what is left out."""
        summary = day_summary(person=turn.person, day=day_named(turn))
        day = day_text(turn, summary.day)
        if not summary.meals:
            return Reply((turn.say("nothing_yet", day=day), turn.say("try")))
        told = day_guidelines(summary)
        if not told.purines_coverage:
            return Reply((turn.say("purines.unknown", day=day),))
        key = "purines.full" if told.purines_coverage >= _COMPLETE_FROM else "purines.least"
        bounds = {"low": told.purines_mg.low, "mid": told.purines_mg.mid, "high": told.purines_mg.high}
        facts = {name: amount_figure(value) for name, value in bounds.items()}
        percent = int(told.purines_coverage * 100)
        return Reply((turn.say(key, day=day, percent=percent, **facts), turn.say("purines.note")))
