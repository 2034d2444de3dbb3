"""How much of one nutrient, and how several days stand: 咖啡因多少, 这周吃得怎么样."""

from __future__ import annotations

from datetime import date, timedelta

from bots.dialogue.handlers.about import knows_sex
from bots.dialogue.handlers.base import Handler, HelpGroup
from bots.dialogue.messages import Reply
from bots.dialogue.speaking import Turn
from bots.dialogue.wording import day_text, joined, nutrient_amount, nutrient_figure, nutrient_text, nutrients_text
from bots.nlu.keywords import Intent
from bots.nlu.nutrients import asks_to_judge
from bots.nlu.spans import Span, span_in
from meum.domain.languages import Lang
from meum.domain.nutrients import NutrientTotals
from meum.language.times import moments_in
from meum.people.models import AgeBand
from nutrition.catalogue.nutrients import Nutrient, nutrient
from nutrition.domain.adequacy import Standing
from nutrition.queries import RangeSummary, day_standing, day_summary, range_summary

OTHERS = ("FIBTG", "NA", "CAFFN", "ALC")
"""Nutrients that a summary of several days tells beside energy and the macronutrients."""
_MOST_DAYS_NAMED = 5
_ALL = 100


class NutrientHandler(Handler):
    """Answer how much of a nutrient was in what was eaten on a day, or a day on average."""

    keeps_question = True
    group = HelpGroup.SEE
    help = {Lang.ZH: "咖啡因多少", Lang.EN: "protein today"}

    def accepts(self, turn: Turn) -> bool:
        """Take the question for one nutrient."""
        return turn.wants(Intent.NUTRIENT)

    def answer(self, turn: Turn) -> Reply:
        """Return the amount with its interval, and how much of what was eaten has a figure."""
        assert turn.heard.command is not None  # accepts() has seen it
        asked = nutrient(turn.heard.command.argument)
        span = span_in(turn.heard.plain, today=today(turn))
        told = _of_span(turn, asked, span) if span else _of_day(turn, asked)
        judged = _judged(turn, asked, span) if asks_to_judge(turn.heard.plain) else ""
        return Reply(tuple(filter(None, (told, judged))))


def _judged(turn: Turn, asked: Nutrient, span: Span | None) -> str:
    """Return whether the amount of a day is enough or too much, beside the reference intake; of days none is told."""
    if span is not None:
        return turn.say("asked.one_day")
    if turn.person.age_band == AgeBand.TEEN:
        return turn.say("asked.grown")
    if not knows_sex(turn):
        return turn.say("asked.sex")
    told = day_standing(person=turn.person, day=day_named(turn))
    if not told.day.meals:
        return ""
    each = next((each for each in told.nutrients if each.nutrient == asked), None)
    if each is None:
        return turn.say("asked.no_target")
    low, high = each.bound.low, each.bound.high
    key = "within" if each.standing is Standing.ENOUGH and low is None else each.standing.value
    facts = {"low": low, "high": high, "missing": each.missing}
    return turn.say(
        f"asked.{key}",
        **{name: nutrient_figure(turn, asked, value) for name, value in facts.items() if value is not None},
    )


class WeekHandler(Handler):
    """Tell several days: the mean of those with meals."""

    keeps_question = True
    group = HelpGroup.SEE
    help = {Lang.ZH: "这周吃得怎么样", Lang.EN: "this week"}

    def accepts(self, turn: Turn) -> bool:
        """Take the name of several days."""
        return turn.wants(Intent.WEEK)

    def answer(self, turn: Turn) -> Reply:
        """Return how many days count, what a day holds on average, and which days do not count."""
        span = span_in(turn.heard.plain, today=today(turn)) or _last_week(turn)
        told = range_summary(person=turn.person, first=span.first, last=span.last)
        dates = dates_text(span)
        if not told.counted:
            return Reply((turn.say("range.nothing", **dates), turn.say("try")))
        others = [text for tagname in OTHERS if (text := nutrient_text(turn, nutrient(tagname), told.mean))]
        lines = (
            turn.say("range.counted", days=len(told.days), counted=len(told.counted), **dates),
            turn.say("range.mean", told=nutrients_text(turn, told.mean)),
            turn.say("range.others", told=joined(turn.lang, others)) if others else "",
            _left_out(turn, told),
        )
        return Reply(tuple(filter(None, lines)))


def _left_out(turn: Turn, told: RangeSummary) -> str:
    if not told.left_out:
        return ""
    named = joined(turn.lang, [f"{day:%m-%d}" for day in told.left_out[:_MOST_DAYS_NAMED]])
    if len(told.left_out) > _MOST_DAYS_NAMED:
        named = turn.say("range.more_days", named=named, count=len(told.left_out))
    return turn.say("range.left_out", days=named)


def _of_span(turn: Turn, asked: Nutrient, span: Span) -> str:
    told = range_summary(person=turn.person, first=span.first, last=span.last)
    if not told.counted:
        return turn.say("range.nothing", **dates_text(span))
    value = nutrient_amount(turn, asked, told.mean)
    name = asked.name(turn.lang)
    if not value:
        return turn.say("asked.unknown", day=turn.say("range.of", **dates_text(span)), name=name)
    percent = _percent(told.mean, asked)
    key = "asked.range.full" if percent == _ALL else "asked.range"
    return turn.say(key, name=name, value=value, percent=percent, **dates_text(span))


def _of_day(turn: Turn, asked: Nutrient) -> str:
    day = day_named(turn)
    summary = day_summary(person=turn.person, day=day)
    if not summary.meals:
        return turn.say("nothing_yet", day=day_text(turn, day))
    value, name = nutrient_amount(turn, asked, summary.totals), asked.name(turn.lang)
    if not value:
        return turn.say("asked.unknown", day=day_text(turn, day), name=name)
    percent = _percent(summary.totals, asked)
    known = "asked.day.full" if percent == _ALL else "asked.day"
    key = known if summary.totals.high[asked.position] > 0 else "asked.none"
    return turn.say(key, day=day_text(turn, day), name=name, value=value, percent=percent)


def _percent(totals: NutrientTotals, asked: Nutrient) -> int:
    """Return the coverage in per cent, 100 for all of it only."""
    share = float(totals.coverage[asked.position])
    return _ALL if share > 1 - 1e-9 else min(99, max(1, round(share * 100)))


def dates_text(span: Span) -> dict[str, str]:
    """Return the first and the last day of a span as they are shown."""
    return {"first": f"{span.first:%m-%d}", "last": f"{span.last:%m-%d}"}


def today(turn: Turn) -> date:
    """Return the person's day at the time of the message."""
    return turn.person.clock.day_of(turn.incoming.at)


def _last_week(turn: Turn) -> Span:
    last = today(turn)
    return Span(last - timedelta(days=6), last, 0, 0)


def day_named(turn: Turn) -> date:
    """Return the day that a message names, today where it names none that has been."""
    moments = moments_in(turn.heard.plain, now=turn.person.clock.local(turn.incoming.at))
    back = next((moment.day_offset for moment in moments if moment.day_offset is not None), 0)
    return today(turn) + timedelta(days=min(back, 0))
