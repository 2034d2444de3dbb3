"""Whether words name only a part of a dish that was logged as a whole: the soup of 牛肉面, "bacon" of a sandwich."""

from __future__ import annotations

import re

from bots.dialogue.handlers.kinds import food_of
from bots.dialogue.messages import Reply
from bots.dialogue.speaking import Turn
from bots.dialogue.wording import food_name
from bots.nlu.corrections import Correction, Kind
from bots.nlu.parts import is_part_of
from meum.language.scripts import clean
from nutrition.queries import ItemSummary

_PLAIN_RICE = frozenset({"米饭", "白饭", "白米饭"})
_JOINT = re.compile(r"\s*(?:,| and | with | on | in | & )\s*")
_SEVERAL = 3


def is_only_part(turn: Turn, item: ItemSummary, correction: Correction) -> bool:
    """Tell whether a correction is about something that was not logged by itself.

    The end of a name stands for the whole (the noodles of beef noodles), except plain rice under a dish; what is sure
    to take out something, by whatever part of its name, is taken at its word.
    """
    name = clean(correction.name).text
    if not name or item.is_own or item.is_bare_energy:
        return False
    names = [clean(told).text for told in (item.name_zh, item.name_en) if told]
    if any(is_part_of(name, told) for told in names):
        return True
    alike = [told for told in names if told.isascii() == name.isascii() and told != name]
    may_be_whole = correction.kind is Kind.REMOVE and correction.is_sure
    return not may_be_whole and any(_holds_beside(told, name) for told in alike) and _is_other(turn, item, name)


def about_part(turn: Turn, item: ItemSummary, words: str) -> Reply:
    """Say that a part is not counted by itself, and what can be done."""
    dish = food_name(turn, item)
    told = turn.say("part_of_dish", words=turn.say("quote", words=words), dish=turn.say("quote", words=dish))
    return Reply((told, turn.say("part_of_dish.how", dish=dish)))


def with_part_exchanged(turn: Turn, item: ItemSummary, correction: Correction) -> str:
    """Return the name of the dish with another part in it, where a food is called so; else empty."""
    name, other = clean(correction.name).text, clean(correction.food).text
    names = (clean(told).text for told in (item.name_zh, item.name_en) if told)
    others = (told.replace(name, other) for told in names if name in told and other not in told)
    return next((told for told in others if food_of(turn, told, is_whole=True)), "")


def _holds_beside(dish: str, name: str) -> bool:
    """Tell whether a dish's name holds another beside what the dish is."""
    if not name.isascii():
        return name in dish and (name in _PLAIN_RICE or not re.sub(r"[(（].*", "", dish).endswith(name))
    parts = _JOINT.split(dish)
    if len(parts) > 1:
        holding = [place for place, part in enumerate(parts) if re.search(rf"\b{re.escape(name)}(?:e?s)?\b", part)]
        return bool(holding) and (holding[0] > 0 or len(parts) >= _SEVERAL or _leads(parts[0], name))
    return _leads(dish, name)


def _leads(dish: str, name: str) -> bool:
    """Tell whether a name stands before what the dish is: ham of a ham sandwich."""
    return re.search(rf"\b{re.escape(name)} \w", dish) is not None


def _is_other(turn: Turn, item: ItemSummary, name: str) -> bool:
    food = food_of(turn, name)
    return food is not None and food != item.food_id
