"""What was just logged with a guessed amount, told once more with its weight: 宫保鸡丁200g，米饭150g."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from bots.dialogue.handlers.base import Handler
from bots.dialogue.handlers.items import changed_reply
from bots.dialogue.handlers.latest import latest_meal
from bots.dialogue.messages import Reply
from bots.dialogue.speaking import Turn
from meum.language.times import moments_in
from nutrition import services as nutrition
from nutrition.queries import ItemSummary, MealSummary, UnderstoodItem

_WEIGHTS = frozenset({"g", "kg", "mg", "ml", "l", "oz", "lb", "斤", "两"})
_MORE = re.compile(r"[又再还]|另外|第二|\b(?:another|more|again|second|also|extra|seconds)\b")
_RECENT = timedelta(hours=2)


class RestatingHandler(Handler):
    """Take weights for the foods of the latest meal, where one of them had been guessed."""

    def accepts(self, turn: Turn) -> bool:
        """Take a list of weighed foods that the latest meal holds, each once, and nothing else."""
        return bool(_restated(turn))

    def answer(self, turn: Turn) -> Reply:
        """Put the weights in the place of the amounts; say what they are now."""
        meal = latest_meal(turn, days_back=0)
        assert meal is not None  # accepts() has seen it
        told = _restated(turn)
        drafts = [
            replace(told[place].draft, words=item.words) if place in told else item.draft
            for place, item in enumerate(meal.items)
        ]
        nutrition.correct_meal(
            person=turn.person,
            author=turn.person,
            door=turn.door,
            meal_id=meal.id,
            revision=meal.revision,
            items=drafts,
        )
        return changed_reply(turn, meal.id, *(place + 1 for place in sorted(told)))


def _restated(turn: Turn) -> dict[int, UnderstoodItem]:
    """Return what is told of each place of the latest meal; nothing where the message tells of a meal of its own."""
    items = _weighed(turn)
    # Most messages tell no weights; none of them should ask for the meal.
    meal = latest_meal(turn, days_back=0) if items else None
    if meal is None or turn.incoming.at - meal.at > _RECENT:
        return {}
    places = [_place(meal, item) for item in items]
    told = {place: item for place, item in zip(places, items, strict=True) if place is not None}
    is_guessed = any(meal.items[place].is_amount_assumed for place in told)
    return told if is_guessed and len(told) == len(items) else {}


def _weighed(turn: Turn) -> Sequence[UnderstoodItem]:
    """Return the foods of a message that tells nothing but weights of foods."""
    heard, food = turn.heard, turn.heard.food
    if food is None or heard.body or heard.skin or heard.repeat or heard.energies or food.not_logged or food.drinks:
        return ()
    if _MORE.search(heard.plain) or moments_in(heard.plain, now=turn.person.clock.local(turn.incoming.at)):
        return ()
    return food.items if all(item.draft.measure in _WEIGHTS for item in food.items) else ()


def _place(meal: MealSummary, told: UnderstoodItem) -> int | None:
    """Return the place of the one item of a meal that a food is; None where none or several are."""
    places = [place for place, item in enumerate(meal.items) if _is_same(item, told)]
    return places[0] if len(places) == 1 else None


def _is_same(item: ItemSummary, told: UnderstoodItem) -> bool:
    return item.food_id == told.food.food_id
