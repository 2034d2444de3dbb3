"""How figures, foods and days are said in a reply: estimates with 约, nothing shown that is not known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from bots.dialogue.speaking import Turn
from meum.domain.intervals import Interval
from meum.domain.languages import Lang
from meum.domain.nutrients import NutrientTotals
from meum.language.measure_names import measure_name
from nutrition.catalogue.nutrients import position_of
from nutrition.domain.drafts import MealItemDraft

MOST_NAMED = 6
"""Foods that one line names; the rest is counted."""

_ENERGY = position_of("ENERC_KCAL")
_MACROS = (("protein", position_of("PROCNT")), ("carbohydrate", position_of("CHOCDF")), ("fat", position_of("FAT")))
_FULL = 0.995
_WIDE = 0.1


def joined(lang: Lang, parts: Iterable[str]) -> str:
    """Return parts of a list in one line."""
    return ("，" if lang is Lang.ZH else ", ").join(parts)


def plain_number(value: float) -> str:
    """Return a number as people write it: at most one decimal, none after ten."""
    return f"{value:.0f}" if value >= 10 or value == round(value) else f"{value:.1f}".removesuffix(".0")


def rounded(value: float) -> str:
    """Return an estimate without more digits than it deserves."""
    step = 1 if value < 50 else 5 if value < 500 else 10
    return plain_number(value) if value < 10 else f"{round(value / step) * step:d}"


def grams_text(turn: Turn, grams: Interval) -> str:
    """Return grams, as an estimate unless they were told."""
    if grams.is_exact:
        return turn.say("grams", value=plain_number(grams.mid))
    return turn.say("grams.about", value=rounded(grams.mid))


def volume_text(turn: Turn, volume: Interval) -> str:
    """Return millilitres, as an estimate unless they were told."""
    if volume.is_exact:
        return turn.say("ml", value=plain_number(volume.mid))
    return turn.say("ml.about", value=rounded(volume.mid))


def water_text(turn: Turn, volume: Interval) -> str:
    """Return how much water was drunk."""
    return turn.say("water.so_far", volume=volume_text(turn, volume))


def item_text(turn: Turn, *, name: str, item: MealItemDraft) -> str:
    """Return one food with the amount that was told and the grams that it was taken for."""
    grams = grams_text(turn, item.grams)
    if item.is_amount_assumed or item.quantity is None or item.measure == "g":
        return turn.say("item.assumed" if item.is_amount_assumed else "item.weighed", name=name, grams=grams)
    measure = measure_name(item.measure, quantity=item.quantity, lang=turn.lang)
    key = "item.measured" if measure else "item.counted"
    return turn.say(key, name=name, quantity=plain_number(item.quantity), measure=measure, grams=grams)


def short_item_text(turn: Turn, *, name: str, item: MealItemDraft) -> str:
    """Return one food with the amount that was told, else the grams that it was taken for."""
    if item.is_amount_assumed or item.quantity is None or item.measure == "g":
        key = "item.weighed" if item.grams.is_exact else "item.about"
        return turn.say(key, name=name, grams=grams_text(turn, item.grams))
    measure = measure_name(item.measure, quantity=item.quantity, lang=turn.lang)
    key = "item.short" if measure else "item.short.counted"
    return turn.say(key, name=name, quantity=plain_number(item.quantity), measure=measure)


def items_text(turn: Turn, texts: Sequence[str]) -> str:
    """Return foods in one line, at most six by name."""
    if len(texts) <= MOST_NAMED:
        return joined(turn.lang, texts)
    return turn.say("items.more", named=joined(turn.lang, texts[:MOST_NAMED]), count=len(texts))


def nutrients_text(turn: Turn, totals: NutrientTotals) -> str:
    """Return energy with its range and the three macronutrients, as far as they are known; empty if nothing is."""
    energy = _energy_text(turn, totals)
    macros = joined(
        turn.lang, (text for name, position in _MACROS if (text := _macro_text(turn, totals, name, position)))
    )
    return (turn.say("energy.and", energy=energy, macros=macros) if macros else energy) if energy else macros


def energy_text(turn: Turn, kcal: Interval) -> str:
    """Return an estimate of energy, with its range where that is wide."""
    key = "energy.range" if kcal.high - kcal.low > _WIDE * kcal.mid else "energy"
    return turn.say(key, mid=rounded(kcal.mid), low=rounded(kcal.low), high=rounded(kcal.high))


def day_text(turn: Turn, day: date) -> str:
    """Return the name of a day as seen from the day of the turn."""
    near = _near_day(turn, day)
    return turn.say(f"day.{near}") if near else f"{day:%m-%d}"


def so_far_text(turn: Turn, day: date, told: str) -> str:
    """Return a line about a whole day."""
    return turn.say(f"so_far.{_near_day(turn, day) or 'day'}", day=f"{day:%m-%d}", told=told)


def _near_day(turn: Turn, day: date) -> str:
    today = turn.person.clock.day_of(turn.incoming.at)
    return {today: "today", today - timedelta(days=1): "yesterday", today - timedelta(days=2): "before"}.get(day, "")


def minutes_text(turn: Turn, minutes: float) -> str:
    """Return a length of time."""
    hours, rest = divmod(round(minutes), 60)
    if not hours:
        return turn.say("minutes", minutes=rest)
    return turn.say("hours_minutes" if rest else "hours", hours=hours, minutes=rest)


def _energy_text(turn: Turn, totals: NutrientTotals) -> str:
    if totals.coverage[_ENERGY] <= 0:
        return ""
    text = energy_text(turn, totals.interval(_ENERGY))
    return text if totals.coverage[_ENERGY] >= _FULL else turn.say("at_least", value=text)


def _macro_text(turn: Turn, totals: NutrientTotals, name: str, position: int) -> str:
    if totals.coverage[position] <= 0:
        return ""
    value = turn.say("grams", value=rounded(float(totals.mid[position])))
    shown = value if totals.coverage[position] >= _FULL else turn.say("at_least", value=value)
    return turn.say(f"nutrient.{name}", value=shown)
