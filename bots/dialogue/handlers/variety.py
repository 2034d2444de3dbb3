"""How many kinds of food: 今天吃了几种食物, "how many kinds of food this week"."""

from __future__ import annotations

from datetime import timedelta

from bots.dialogue.handlers.amounts import dates_text, day_named, today
from bots.dialogue.handlers.base import Handler
from bots.dialogue.messages import Reply
from bots.dialogue.speaking import Turn
from bots.dialogue.wording import day_text
from bots.nlu.keywords import Intent
from bots.nlu.spans import Span, span_in
from meum.domain.languages import Lang
from nutrition.domain.layers import KINDS_A_DAY, KINDS_A_WEEK, Kind
from nutrition.queries import Eating, day_summaries, eating_of

_MOST_NAMED = 12
_COMPLETE_FROM = 0.95
_WEEK = timedelta(days=7)


class VarietyHandler(Handler):
    """Answer how many kinds of food were eaten on a day, or over several."""

    keeps_question = True

    def accepts(self, turn: Turn) -> bool:
        """Take the question."""
        return turn.wants(Intent.VARIETY)

    def answer(self, turn: Turn) -> Reply:
        """Return the kinds with their names, how much of the food is known, and how many are advised."""
        day = day_named(turn)
        span = span_in(turn.heard.plain, today=today(turn)) or Span(day, day, 0, 0)
        told = eating_of(day_summaries(person=turn.person, since=span.first, until=span.last), sex=None)
        when = _when(turn, span)
        if not told.days:
            return Reply((turn.say("nothing_yet", day=when), turn.say("try")))
        lines = (_counted(turn, told, when), _partly(turn, told), _advised(turn, span))
        return Reply(tuple(filter(None, lines)))


def _when(turn: Turn, span: Span) -> str:
    if span.first == span.last:
        return day_text(turn, span.first)
    return turn.say("range.of", **dates_text(span))


def _counted(turn: Turn, told: Eating, when: str) -> str:
    if not told.kinds:
        return turn.say("variety.unknown", day=when)
    names = _names(turn, sorted(told.kinds, key=lambda kind: (kind.layer.value, kind.key)))
    return turn.say("variety.counted", day=when, count=len(told.kinds), names=names)


def _names(turn: Turn, kinds: list[Kind]) -> str:
    mark = "、" if turn.lang is Lang.ZH else ", "
    named = mark.join(kind.name(turn.lang) for kind in kinds[:_MOST_NAMED])
    return named if len(kinds) <= _MOST_NAMED else turn.say("variety.more", names=named)


def _partly(turn: Turn, told: Eating) -> str:
    if not told.kinds or told.kinds_coverage >= _COMPLETE_FROM:
        return ""
    return turn.say("variety.partly", percent=int(told.kinds_coverage * 100))


def _advised(turn: Turn, span: Span) -> str:
    """Return what is advised for a day or a week; nothing is for other spans."""
    if span.first == span.last:
        return turn.say("variety.day", count=KINDS_A_DAY)
    return turn.say("variety.week", count=KINDS_A_WEEK) if span.last - span.first < _WEEK else ""
