"""How much of one food was eaten, asked for by its name: "how many eggs did I eat today", 我今天喝咖啡了吗."""

from __future__ import annotations

from bots.dialogue.handlers.amounts import dates_text, day_named, today
from bots.dialogue.handlers.base import Handler
from bots.dialogue.handlers.named import is_water, items_called
from bots.dialogue.handlers.summary import amounts
from bots.dialogue.messages import Reply
from bots.dialogue.speaking import Turn
from bots.dialogue.wording import day_text, items_text, sentence, water_text
from bots.nlu.keywords import Intent
from bots.nlu.spans import Span, span_in
from meum.domain.intervals import Interval
from nutrition.queries import DaySummary, day_summaries


class EatenHandler(Handler):
    """Add up what a food's name fits in the diary of a day or of several days."""

    keeps_question = True

    def accepts(self, turn: Turn) -> bool:
        """Take the question for one food."""
        return turn.wants(Intent.EATEN)

    def answer(self, turn: Turn) -> Reply:
        """Return it in the measures it was told in, or that there is none; dishes are not taken apart."""
        assert turn.heard.command is not None  # accepts() has seen it
        words = turn.heard.command.argument
        day = day_named(turn)
        span = span_in(turn.heard.plain, today=today(turn)) or Span(day, day, 0, 0)
        days = day_summaries(person=turn.person, since=span.first, until=span.last)
        when = day_text(turn, day) if span.first == span.last else turn.say("range.of", **dates_text(span))
        told = _told(turn, words, days)
        if not told:
            none = turn.say("eaten.none", when=when, words=turn.say("quote", words=turn.as_typed(words)))
            return Reply((sentence(none), turn.say("eaten.by_name")))
        return Reply((sentence(turn.say("told.day", day=when, told=told)), turn.say("eaten.by_name")))


def _told(turn: Turn, words: str, days: list[DaySummary]) -> str:
    """Return the amounts that were had of a food, or of water; empty for none."""
    drunk = [day.water_ml for day in days if day.drinks] if is_water(turn, words) else []
    if drunk:
        return water_text(turn, sum(drunk, Interval.exact(0)))
    meals = [meal for day in days for meal in day.meals]
    return items_text(turn, amounts(turn, items_called(turn, words, meals)))
