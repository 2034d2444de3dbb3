"""More of what was eaten or drunk last: 再来一碗."""

from __future__ import annotations

from dataclasses import replace

from bots.dialogue.handlers.base import Handler
from bots.dialogue.handlers.food import FoodLogger
from bots.dialogue.handlers.items import changed_reply, exchange, more_of, resized
from bots.dialogue.handlers.latest import is_later, latest_drink, latest_meal
from bots.dialogue.handlers.log import combined
from bots.dialogue.messages import Reply
from bots.dialogue.speaking import Turn
from bots.nlu.keywords import Intent
from meum.language.quantities import quantity_at
from meum.language.scripts import clean
from nutrition import services as nutrition
from nutrition.catalogue.queries import portions_of
from nutrition.queries import ItemSummary, MealSummary, understand_meal

_PORTIONS = ("份", "serving", "portion")


class AgainHandler(Handler):
    """Add more of what was eaten last: 再来一碗."""

    def accepts(self, turn: Turn) -> bool:
        """Take "the same again" without a food in it."""
        food = turn.heard.food
        is_again = food is not None and food.again is not None and not food.sittings
        return turn.wants(Intent.AGAIN) or is_again

    def answer(self, turn: Turn) -> Reply:
        """Make the last item of the latest meal more."""
        words, meal, drink = self._words(turn), latest_meal(turn, days_back=0), latest_drink(turn)
        number = _counted_alike(meal, words) if meal else 0
        if drink is not None and (meal is None or (not number and is_later(turn, drink, meal))):
            return self._more_water(turn, words or f"{drink.ml_mid:.0f}ml")
        if meal is None:
            return Reply((turn.say("no_meal_today"),))
        number = number or _fitting(meal, words)
        if not number:
            return Reply((turn.say("again.what", words=turn.say("quote", words=words)), turn.say("example.meal")))
        item = meal.items[number - 1]
        more = item.draft if not words or _is_portion_of(item, words) else resized(turn, item, words)
        if more is None:
            return Reply((turn.say("amount_unknown", words=turn.say("quote", words=words)),))
        if item.measure == more.measure and bool(item.quantity) == bool(more.quantity):
            return exchange(turn, meal, number, more_of(item.draft, more))
        added = nutrition.add_items(
            person=turn.person, author=turn.person, door=turn.door, meal_id=meal.id, items=[more]
        )
        return changed_reply(turn, meal.id, added.items.count())

    def _more_water(self, turn: Turn, words: str) -> Reply:
        food = understand_meal(
            text=f"喝了{words}水", at=turn.incoming.at, counted_by=turn.person.clock, person=turn.person
        )
        note = FoodLogger().log(replace(turn, heard=replace(turn.heard, food=food)))
        return combined([note] if note else [])

    def _words(self, turn: Turn) -> str:
        if turn.heard.food is not None and turn.heard.food.again is not None:
            return turn.heard.food.again.words
        assert turn.heard.command is not None  # accepts() has seen one of the two
        return turn.heard.command.argument


def _fitting(meal: MealSummary, words: str) -> int:
    """Return the number of the last item that can come in the measure of the words; 0 where none can: a bowl of eggs.

    A weight, a bare number and a portion fit whatever was told last.
    """
    amount = quantity_at(clean(words).text, 0)
    measure = amount.measure if amount else None
    if measure is None or not measure.is_household or measure.word in _PORTIONS:
        return len(meal.items)
    units = portions_of({item.food_id for item in meal.items})
    known = {food_id: {portion.unit for portion in portions} for food_id, portions in units.items()}
    fitting = (number for number, item in enumerate(meal.items, start=1) if measure.word in known.get(item.food_id, ()))
    return max(fitting, default=0)


def _is_portion_of(item: ItemSummary, words: str) -> bool:
    """Tell whether the words mean as much again of what was counted otherwise: 再加一份 of two eggs."""
    amount = quantity_at(clean(words).text, 0)
    is_portion = amount is not None and amount.measure is not None and amount.measure.word in _PORTIONS
    return is_portion and amount is not None and amount.amount.mid == 1 and item.measure not in _PORTIONS


def _counted_alike(meal: MealSummary, words: str) -> int:
    """Return the number of the last item that was told in the measure of the words; 0 where none was."""
    amount = quantity_at(clean(words).text, 0)
    wanted = amount.measure.word if amount and amount.measure else None
    alike = (number for number, item in enumerate(meal.items, start=1) if item.measure == wanted)
    return max(alike, default=0)
