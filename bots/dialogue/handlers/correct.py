"""Change, repeat or take out items of the latest meal."""

from __future__ import annotations

from dataclasses import replace

from bots.dialogue.handlers.base import Handler, HelpGroup
from bots.dialogue.handlers.food import FoodLogger
from bots.dialogue.handlers.items import changed_reply, draft_of, exchange, resized, standing, which_number
from bots.dialogue.handlers.latest import is_later, latest_drink, latest_meal
from bots.dialogue.handlers.log import combined
from bots.dialogue.messages import Reply
from bots.dialogue.speaking import Turn
from bots.nlu.commands import Command
from bots.nlu.keywords import Intent
from meum.domain.languages import Lang
from meum.language.quantities import quantity_at
from meum.language.scripts import clean
from nutrition import services as nutrition
from nutrition.domain.drafts import MealItemDraft
from nutrition.queries import MealSummary, meal_summary, understand_meal


class CorrectHandler(Handler):
    """Change the amount of one item: 改 2 150克."""

    group = HelpGroup.CHANGE
    help = {Lang.ZH: "改 2 150克", Lang.EN: "change 2 to 150 g"}

    def accepts(self, turn: Turn) -> bool:
        """Take a correction of an amount."""
        return turn.wants(Intent.CORRECT)

    def answer(self, turn: Turn) -> Reply:
        """Store the new amount; without a number the meal must have a single item."""
        command, meal = _command(turn), latest_meal(turn)
        if meal is None:
            return Reply((turn.say("no_meal_yet"),))
        number = command.number or (1 if len(meal.items) == 1 else 0)
        if not 1 <= number <= len(meal.items):
            return Reply(which_number(turn, meal))
        draft = resized(turn, meal.items[number - 1], command.argument)
        if draft is None:
            return Reply((turn.say("amount_unknown", words=turn.say("quote", words=command.argument)),))
        return exchange(turn, meal, number, draft)


class RemoveHandler(Handler):
    """Take one item out: 删 2."""

    group = HelpGroup.CHANGE
    help = {Lang.ZH: "删 2", Lang.EN: "delete 2"}

    def accepts(self, turn: Turn) -> bool:
        """Take the word with a number."""
        return turn.wants(Intent.REMOVE)

    def answer(self, turn: Turn) -> Reply:
        """Take the item out; say what is left."""
        number, meal = _command(turn).number, latest_meal(turn)
        if meal is None:
            return Reply((turn.say("no_meal_yet"),))
        if number > len(meal.items):
            return Reply(which_number(turn, meal))
        name = meal.items[number - 1].name(turn.lang)
        nutrition.remove_item(
            person=turn.person,
            author=turn.person,
            door=turn.door,
            meal_id=meal.id,
            number=number,
            revision=meal.revision,
        )
        left = meal_summary(owner=turn.person, meal_id=meal.id)
        after = standing(turn, left) if left else ()
        return Reply((turn.say("taken_out", name=name), *after, turn.say("next.undo")))


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
        more = resized(turn, item, words) if words else draft_of(item)
        if more is None:
            return Reply((turn.say("amount_unknown", words=turn.say("quote", words=words)),))
        if item.measure == more.measure and bool(item.quantity) == bool(more.quantity):
            return exchange(turn, meal, number, _sum(draft_of(item), more))
        added = nutrition.add_items(
            person=turn.person, author=turn.person, door=turn.door, meal_id=meal.id, items=[more]
        )
        return changed_reply(turn, meal.id, added.items.count())

    def _more_water(self, turn: Turn, words: str) -> Reply:
        food = understand_meal(text=f"喝了{words}水", at=turn.incoming.at, counted_by=turn.person.clock)
        note = FoodLogger().log(replace(turn, heard=replace(turn.heard, food=food)))
        return combined([note] if note else [])

    def _words(self, turn: Turn) -> str:
        if turn.heard.food is not None and turn.heard.food.again is not None:
            return turn.heard.food.again.words
        return _command(turn).argument


def _counted_alike(meal: MealSummary, words: str) -> int:
    """Return the number of the last item that was told in the measure of the words; 0 where none was."""
    amount = quantity_at(clean(words).text, 0)
    wanted = amount.measure.word if amount and amount.measure else None
    alike = (number for number, item in enumerate(meal.items, start=1) if item.measure == wanted)
    return max(alike, default=0)


def _sum(first: MealItemDraft, more: MealItemDraft) -> MealItemDraft:
    quantity = first.quantity + more.quantity if first.quantity and more.quantity else None
    return replace(first, grams=first.grams + more.grams, quantity=quantity)


def _command(turn: Turn) -> Command:
    assert turn.heard.command is not None  # the handlers accept commands only
    return turn.heard.command
