"""How figures, foods and days are said in a reply: estimates with 约, nothing shown that is not known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Protocol

from bots.dialogue.speaking import Turn
from meum.domain.figures import amount_figure, plain_number, rounded
from meum.domain.intervals import Interval
from meum.domain.languages import Lang
from meum.domain.nutrients import NutrientTotals
from meum.language.measure_names import measure_name
from meum.language.running_text import within_sentence
from nutrition.catalogue import bare_energy
from nutrition.catalogue.nutrients import Nutrient, position_of
from nutrition.domain.drafts import MealItemDraft

MOST_NAMED = 6
"""Foods that one line names; the rest is counted."""

_ENERGY = position_of("ENERC_KCAL")
_MACROS = (("protein", position_of("PROCNT")), ("carbohydrate", position_of("CHOCDF")), ("fat", position_of("FAT")))
_MACRO_TAGNAMES = {"protein": "PROCNT", "carbohydrate": "CHOCDF", "fat": "FAT"}
_FULL = 0.995
_NOTHING = {"CAFFN": 1.0, "ALC": 0.5}
_HARDLY_ANY = 0.05
"""Less than this of a nutrient, in its own unit, is none worth telling where nobody asked for it."""
_WIDE = 0.1


class Named(Protocol):
    """Have a name in each language."""

    def name(self, lang: Lang) -> str:
        """Return the name in a language, in the other one where there is none."""
        ...


def food_name(turn: Turn, food: Named) -> str:
    """Return how a food is called within a sentence."""
    return within_sentence(food.name(turn.lang))


def joined(lang: Lang, parts: Iterable[str]) -> str:
    """Return parts of a list in one line."""
    return ("，" if lang is Lang.ZH else ", ").join(parts)


def sentence(line: str) -> str:
    """Return a line as it begins with a capital."""
    return line[:1].upper() + line[1:]


def grams_text(turn: Turn, grams: Interval) -> str:
    """Return grams, as an estimate unless they were told."""
    if grams.is_exact:
        return turn.say("grams", value=plain_number(grams.mid))
    return turn.say("grams.about", value=rounded(grams.mid))


def kcal_text(turn: Turn, kcal: Interval) -> str:
    """Return bare energy, as an estimate unless it was told."""
    if kcal.is_exact:
        return turn.say("kcal", value=plain_number(kcal.mid))
    return turn.say("kcal.about", value=rounded(kcal.mid))


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
    if item.food_version_id == bare_energy.VERSION_ID:
        return _energy_item_text(turn, item)
    grams = grams_text(turn, item.grams)
    if item.is_amount_assumed or item.quantity is None or item.measure == "g":
        return turn.say("item.assumed" if item.is_amount_assumed else "item.weighed", name=name, grams=grams)
    measure = measure_name(item.measure, quantity=item.quantity, lang=turn.lang)
    key = "item.measured" if measure else "item.counted"
    return turn.say(key, name=name, quantity=plain_number(item.quantity), measure=measure, grams=grams)


def short_item_text(turn: Turn, *, name: str, item: MealItemDraft) -> str:
    """Return one food with the amount that was told, else the grams that it was taken for."""
    if item.food_version_id == bare_energy.VERSION_ID:
        return _energy_item_text(turn, item)
    if item.is_amount_assumed or item.quantity is None or item.measure == "g":
        key = "item.weighed" if item.grams.is_exact else "item.about"
        return turn.say(key, name=name, grams=grams_text(turn, item.grams))
    measure = measure_name(item.measure, quantity=item.quantity, lang=turn.lang)
    key = "item.short" if measure else "item.short.counted"
    return turn.say(key, name=name, quantity=plain_number(item.quantity), measure=measure)


def _energy_item_text(turn: Turn, item: MealItemDraft) -> str:
    """Return bare energy, whose grams mean nothing, with what was told of its macronutrients."""
    told = [
        turn.say(f"nutrient.{macro}", value=turn.say("grams", value=plain_number(item.macros.told[tagname])))
        for macro, tagname in _MACRO_TAGNAMES.items()
        if tagname in item.macros.told
    ]
    energy = turn.say("item.energy", energy=kcal_text(turn, item.grams))
    return turn.say("in_brackets", words=energy, more=joined(turn.lang, told)) if told else energy


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


def nutrient_amount(turn: Turn, nutrient: Nutrient, totals: NutrientTotals) -> str:
    """Return the amount of one nutrient with its unit and range, a lower bound as such; empty if nothing is known."""
    coverage = totals.coverage[nutrient.position]
    if coverage <= 0:
        return ""
    amount = totals.interval(nutrient.position)
    low, mid, high = (amount_figure(value) for value in (amount.low, amount.mid, amount.high))
    if coverage < _FULL:
        return turn.say("least", value=turn.say(f"unit.{nutrient.unit}", value=low))
    key = "about.range" if low != high else "about"
    return turn.say(key, value=turn.say(f"unit.{nutrient.unit}", value=mid), low=low, high=high)


def nutrient_figure(turn: Turn, nutrient: Nutrient, amount: float) -> str:
    """Return an amount of a nutrient with its unit."""
    return turn.say(f"unit.{nutrient.unit}", value=amount_figure(amount))


def nutrient_name(turn: Turn, nutrient: Nutrient) -> str:
    """Return a nutrient by name as it stands within a sentence."""
    name = nutrient.name(turn.lang)
    return name[:1].lower() + name[1:]


def nutrient_text(turn: Turn, nutrient: Nutrient, totals: NutrientTotals) -> str:
    """Return a nutrient by name with its amount; empty where there is none worth telling."""
    if totals.mid[nutrient.position] < _NOTHING.get(nutrient.tagname, _HARDLY_ANY):
        return ""
    value = nutrient_amount(turn, nutrient, totals)
    return turn.say("of_nutrient", name=nutrient_name(turn, nutrient), value=value) if value else ""


def energy_text(turn: Turn, kcal: Interval) -> str:
    """Return an estimate of energy, with its range where that is wide."""
    key = "energy.range" if kcal.high - kcal.low > _WIDE * kcal.mid else "energy"
    return turn.say(key, mid=rounded(kcal.mid), low=rounded(kcal.low), high=rounded(kcal.high))


def slot_text(turn: Turn, slot: str) -> str:
    """Return the name of a meal of the day within a sentence."""
    return turn.say(f"slot.{slot}").lower()


def day_text(turn: Turn, day: date) -> str:
    """Return the name of a day as seen from the day of the turn."""
    near = _near_day(turn, day)
    return turn.say(f"day.{near}") if near else f"{day:%m-%d}"


def date_text(turn: Turn, day: date) -> str:
    """Return a day to come by its date."""
    month = day.month if turn.lang is Lang.ZH else f"{day:%B}"
    return turn.say("day.date", month=month, day=day.day)


def so_far_text(turn: Turn, day: date, told: str) -> str:
    """Return a line about a whole day."""
    return turn.say(f"so_far.{_near_day(turn, day) or 'day'}", day=f"{day:%m-%d}", told=told)


def _near_day(turn: Turn, day: date) -> str:
    today = turn.person.clock.day_of(turn.incoming.at)
    return {today: "today", today - timedelta(days=1): "yesterday", today - timedelta(days=2): "before"}.get(day, "")


def minutes_text(turn: Turn, minutes: float, *, is_assumed: bool = False) -> str:
    """Return a length of time, as an estimate where it was not told."""
    hours, rest = divmod(round(minutes), 60)
    key = "minutes" if not hours else "hours_minutes" if rest else "hours"
    told = turn.say(key, hours=hours, minutes=rest)
    return turn.say("about", value=told) if is_assumed else told


def _energy_text(turn: Turn, totals: NutrientTotals) -> str:
    if totals.coverage[_ENERGY] <= 0:
        return ""
    text = energy_text(turn, totals.interval(_ENERGY))
    return text if totals.coverage[_ENERGY] >= _FULL else turn.say("at_least", value=text)


def _macro_text(turn: Turn, totals: NutrientTotals, name: str, position: int) -> str:
    is_partly = totals.coverage[position] < _FULL
    if totals.coverage[position] <= 0 or (is_partly and totals.mid[position] < _HARDLY_ANY):
        return ""
    value = turn.say("grams", value=rounded(float(totals.mid[position])))
    shown = turn.say("at_least", value=value) if is_partly else value
    return turn.say(f"nutrient.{name}", value=shown)
