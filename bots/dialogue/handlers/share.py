"""Take a part of what was logged last: 吃了一半, "ate half of it"."""

from __future__ import annotations

from dataclasses import replace

from bots.dialogue.handlers.base import Handler
from bots.dialogue.handlers.items import draft_of, exchange
from bots.dialogue.handlers.latest import is_later, latest_drink, latest_meal
from bots.dialogue.messages import Reply
from bots.dialogue.speaking import Turn
from bots.dialogue.wording import volume_text
from meum.domain.intervals import Interval
from nutrition import services as nutrition
from nutrition.domain.drafts import MealItemDraft
from nutrition.models import Drink


class ShareHandler(Handler):
    """Make the last item of the latest meal, or the latest drink, a part of what it was."""

    def accepts(self, turn: Turn) -> bool:
        """Take a part that is told alone; words that nobody knows may name what it is a part of."""
        heard, food = turn.heard, turn.heard.food
        if food is None or food.share is None or heard.body or heard.skin:
            return False
        return not (food.sittings or food.unknown or food.odd)

    def answer(self, turn: Turn) -> Reply:
        """Store the part; return what it is now and how the day stands."""
        assert turn.heard.food is not None  # accepts() has seen it
        assert turn.heard.food.share is not None  # and this
        share = turn.heard.food.share
        meal, drink = latest_meal(turn, days_back=0), latest_drink(turn)
        if drink is not None and (meal is None or is_later(turn, drink, meal)):
            return _less_drunk(turn, drink, share)
        if meal is None:
            return Reply((turn.say("no_meal_today"),))
        return exchange(turn, meal, len(meal.items), _part_of(draft_of(meal.items[-1]), share))


def _part_of(item: MealItemDraft, share: Interval) -> MealItemDraft:
    return replace(item.scaled(share.mid), grams=item.grams.times(share))


def _less_drunk(turn: Turn, drink: Drink, share: Interval) -> Reply:
    volume = drink.volume.times(share)
    nutrition.correct_drink(
        person=turn.person,
        author=turn.person,
        door=turn.door,
        drink_id=drink.pk,
        revision=drink.revision,
        volume_ml=volume,
    )
    return Reply((turn.say("water", volume=volume_text(turn, volume)), turn.say("next.undo")))
