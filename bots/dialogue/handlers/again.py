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
from nutrition.queries import MealSummary, understand_meal


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
        number = number or len(meal.items)
        item = meal.items[number - 1]
        more = resized(turn, item, words) if words else item.draft
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


def _counted_alike(meal: MealSummary, words: str) -> int:
    """Return the number of the last item that was told in the measure of the words; 0 where none was."""
    amount = quantity_at(clean(words).text, 0)
    wanted = amount.measure.word if amount and amount.measure else None
    alike = (number for number, item in enumerate(meal.items, start=1) if item.measure == wanted)
    return max(alike, default=0)
