"""What a day still lacks and has too much of, beside the reference intakes: 还差什么, "what am I missing"."""

from __future__ import annotations

from collections.abc import Sequence

from bots.dialogue.handlers.about import knows_sex, question_of_sex
from bots.dialogue.handlers.amounts import day_named
from bots.dialogue.handlers.base import Handler, HelpGroup
from bots.dialogue.messages import Reply
from bots.dialogue.speaking import Turn
from bots.dialogue.wording import day_text, joined, nutrient_figure, nutrient_name, sentence
from bots.nlu.keywords import Intent
from meum.domain.languages import Lang
from nutrition.domain.adequacy import Standing
from nutrition.queries import DayStanding, NutrientStanding, day_standing

_MOST_MISSING, _MOST_ABOVE, _MOST_UNKNOWN = 5, 3, 3
_ON_THE_MARK = frozenset({Standing.LOW, Standing.ABOUT, Standing.ENOUGH, Standing.HIGH})


class MissingHandler(Handler):
    """Name what is missing most with its amount, what is above a limit, and what nobody can tell."""

    keeps_question = True
    group = HelpGroup.SEE
    help = {Lang.ZH: "今天还差什么", Lang.EN: "what am I missing today"}

    def accepts(self, turn: Turn) -> bool:
        """Take the question."""
        return turn.wants(Intent.MISSING)

    def answer(self, turn: Turn) -> Reply:
        """Return at most five lines; where the sex is not known, on which most goals depend, ask for it first."""
        if not knows_sex(turn):
            return question_of_sex(turn, turn.say("missing.sex"))
        told = day_standing(person=turn.person, day=day_named(turn))
        if not told.day.meals:
            return Reply((turn.say("nothing_yet", day=day_text(turn, told.day.day)), turn.say("try")))
        missing, above = told.those(Standing.LOW), told.those(Standing.HIGH)
        lines = (
            _line(turn, "missing.low", [_missing(turn, each) for each in missing[:_MOST_MISSING]]),
            _line(turn, "missing.high", [_above(turn, each, told) for each in above[:_MOST_ABOVE]]),
            "" if missing or above else turn.say("missing.none"),
            _unknown(turn, told),
            turn.say("missing.source", region=turn.say(f"region.{told.targets.body.region}")),
        )
        head = turn.say("missing.head", day=day_text(turn, told.day.day), **_counts(told))
        return Reply((sentence(head), *filter(None, lines)))


def _counts(told: DayStanding) -> dict[str, int]:
    known = [each for each in told.nutrients if each.standing in _ON_THE_MARK]
    met = [each for each in known if each.standing in (Standing.ENOUGH, Standing.ABOUT)]
    return {"known": len(known), "met": len(met)}


def _line(turn: Turn, key: str, parts: Sequence[str]) -> str:
    return turn.say(key, told=joined(turn.lang, parts)) if parts else ""


def _missing(turn: Turn, each: NutrientStanding) -> str:
    return turn.say(
        "missing.part",
        name=nutrient_name(turn, each.nutrient),
        value=nutrient_figure(turn, each.nutrient, each.missing),
    )


def _above(turn: Turn, each: NutrientStanding, told: DayStanding) -> str:
    assert each.bound.high is not None  # nothing else is above it
    eaten = told.day.totals.interval(each.nutrient.position).mid
    name = nutrient_name(turn, each.nutrient)
    value, limit = (nutrient_figure(turn, each.nutrient, amount) for amount in (eaten, each.bound.high))
    return turn.say("missing.above", name=name, value=value, limit=limit)


def _unknown(turn: Turn, told: DayStanding) -> str:
    names = [nutrient_name(turn, each.nutrient) for each in told.those(Standing.NOT_KNOWN)[:_MOST_UNKNOWN]]
    return _line(turn, "missing.unknown", names)
