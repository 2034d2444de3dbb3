"""How a day stands: food, water, body, skin."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from bots.dialogue.handlers.amounts import day_named
from bots.dialogue.handlers.base import Handler, HelpGroup
from bots.dialogue.handlers.body import entries_text
from bots.dialogue.handlers.items import more_of
from bots.dialogue.handlers.skin import notes_parts
from bots.dialogue.messages import MOST_LINES, Reply
from bots.dialogue.speaking import Turn
from bots.dialogue.wording import (
    day_text,
    food_name,
    items_text,
    nutrient_text,
    nutrients_text,
    sentence,
    short_item_text,
    so_far_text,
    water_text,
)
from bots.nlu.keywords import Intent
from meum.domain.languages import Lang
from meum.journal.models import Entry
from meum.overview.queries import PersonDay, day_of
from nutrition.catalogue.nutrients import nutrient
from nutrition.domain.drafts import MealItemDraft
from nutrition.queries import ItemSummary
from skincare.models import SkinNote

_STIMULANTS = (nutrient("CAFFN"), nutrient("ALC"))


class SummaryHandler(Handler):
    """Tell a day in at most five lines."""

    keeps_question = True
    group = HelpGroup.SEE
    help = {Lang.ZH: "今天；昨天吃了什么", Lang.EN: "today; what did I eat yesterday"}

    def accepts(self, turn: Turn) -> bool:
        """Take the name of a day."""
        return turn.wants(Intent.DAY)

    def answer(self, turn: Turn) -> Reply:
        """Return what was logged on that day."""
        day = day_named(turn)
        lines = _lines(turn, day_of(person=turn.person, day=day))
        if not lines:
            return Reply((turn.say("nothing_yet", day=day_text(turn, day)), turn.say("try")))
        return Reply(lines)


def _lines(turn: Turn, told: PersonDay) -> tuple[str, ...]:
    """Return a line for each meal where five lines hold them, else all meals in one."""
    first, last = [_energy(turn, told)], [_body(turn, told), *_skin(turn, told.skin)]
    meals = _meals(turn, told)
    taken = sum(map(bool, (*first, *last)))
    shown = meals if len(meals) + taken <= MOST_LINES else [turn.say("and").join(meals)]
    return tuple(sentence(line) for line in (*first, *shown, *last) if line)


def _energy(turn: Turn, told: PersonDay) -> str:
    if not told.food.meals:
        return ""
    totals = told.food.totals
    eaten = [nutrients_text(turn, totals), *(nutrient_text(turn, one, totals) for one in _STIMULANTS)]
    shown = turn.say("and").join(filter(None, eaten))
    return so_far_text(turn, told.day, shown) if shown else ""


def _meals(turn: Turn, told: PersonDay) -> list[str]:
    """Return the foods of each meal of the day with their amounts."""
    by_slot: dict[str, list[ItemSummary]] = {}
    for meal in told.food.meals:
        by_slot.setdefault(meal.slot, []).extend(meal.items)
    return [
        turn.say("meal.short", slot=turn.say(f"slot.{slot}"), items=items_text(turn, amounts(turn, items)))
        for slot, items in by_slot.items()
    ]


def amounts(turn: Turn, items: Sequence[ItemSummary]) -> list[str]:
    """Return each food once for each measure it was told in."""
    alike: dict[tuple[UUID, str, bool], MealItemDraft] = {}
    names = {item.food_version_id: food_name(turn, item) for item in items}
    for item in items:
        draft, key = item.draft, (item.food_version_id, item.measure, item.quantity is None)
        alike[key] = more_of(alike[key], draft) if key in alike else draft
    return [short_item_text(turn, name=names[draft.food_version_id], item=draft) for draft in alike.values()]


def _body(turn: Turn, told: PersonDay) -> str:
    water = [water_text(turn, told.food.water_ml)] if told.food.drinks else []
    entries: list[Entry] = [*told.body.measurements, *told.body.activities, *told.body.sleeps]
    return turn.say("and").join([*water, *filter(None, [entries_text(turn, entries)])])


def _skin(turn: Turn, notes: tuple[SkinNote, ...]) -> tuple[str, ...]:
    """Return what the notes of the day hold together, of each rating the latest."""
    return (turn.say("skin", told=items_text(turn, notes_parts(turn, notes))),) if notes else ()
