"""Take a part of what was logged last: 吃了一半, "ate half of it"."""

from __future__ import annotations

from bots.dialogue.handlers.base import Handler
from bots.dialogue.handlers.changing import parted
from bots.dialogue.handlers.named import latest_target
from bots.dialogue.messages import Reply
from bots.dialogue.speaking import Turn


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
        target = latest_target(turn)
        return Reply((turn.say("no_meal_today"),)) if target is None else parted(turn, target, turn.heard.food.share)
