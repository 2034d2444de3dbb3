"""How a day stands: food, water, body, skin."""

from __future__ import annotations

from datetime import timedelta

from bots.dialogue.handlers.base import Handler, HelpGroup
from bots.dialogue.handlers.body import entry_text
from bots.dialogue.handlers.skin import skin_parts
from bots.dialogue.messages import Reply
from bots.dialogue.speaking import Turn
from bots.dialogue.wording import day_text, items_text, joined, nutrients_text, so_far_text, water_text
from bots.nlu.keywords import Intent
from meum.domain.languages import Lang
from meum.overview.queries import PersonDay, day_of
from skincare.models import SkinNote

_MOST_ENTRIES = 4


class SummaryHandler(Handler):
    """Tell a day in at most four lines."""

    keeps_question = True
    group = HelpGroup.SEE
    help = {Lang.ZH: "今天；昨天", Lang.EN: "today; yesterday"}

    def accepts(self, turn: Turn) -> bool:
        """Take the name of a day."""
        return turn.wants(Intent.TODAY, Intent.YESTERDAY)

    def answer(self, turn: Turn) -> Reply:
        """Return what was logged on that day."""
        back = timedelta(days=1 if turn.wants(Intent.YESTERDAY) else 0)
        day = turn.person.clock.day_of(turn.incoming.at) - back
        lines = _lines(turn, day_of(person=turn.person, day=day))
        if not lines:
            return Reply((turn.say("nothing_yet", day=day_text(turn, day)), turn.say("try")))
        return Reply(lines)


def _lines(turn: Turn, told: PersonDay) -> tuple[str, ...]:
    lines = (_energy(turn, told), _meals(turn, told), _body(turn, told), *_skin(turn, told.skin))
    return tuple(line[0].upper() + line[1:] for line in lines if line)


def _energy(turn: Turn, told: PersonDay) -> str:
    eaten = nutrients_text(turn, told.food.totals) if told.food.meals else ""
    return so_far_text(turn, told.day, eaten) if eaten else ""


def _meals(turn: Turn, told: PersonDay) -> str:
    by_slot: dict[str, dict[str, None]] = {}
    for meal in told.food.meals:
        by_slot.setdefault(meal.slot, {}).update(dict.fromkeys(item.name(turn.lang) for item in meal.items))
    return turn.say("and").join(_slot(turn, slot, list(names)) for slot, names in by_slot.items())


def _slot(turn: Turn, slot: str, names: list[str]) -> str:
    return turn.say("meal.short", slot=turn.say(f"slot.{slot}"), items=items_text(turn, names))


def _body(turn: Turn, told: PersonDay) -> str:
    water = [water_text(turn, told.food.water_ml)] if told.food.drinks else []
    entries = [*told.body.measurements, *told.body.activities, *told.body.sleeps]
    return turn.say("and").join([*water, *(entry_text(turn, entry) for entry in entries[-_MOST_ENTRIES:])])


def _skin(turn: Turn, notes: tuple[SkinNote, ...]) -> tuple[str, ...]:
    if not notes:
        return ()
    note = notes[-1]
    return (turn.say("skin", told=joined(turn.lang, skin_parts(turn, note.ratings, note.lesions, note.condition, ()))),)
