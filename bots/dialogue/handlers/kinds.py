"""Which food a thing was of which only its kind is told: 「可乐是无糖的」, "the milk was skim"."""

from __future__ import annotations

from bots.dialogue.handlers.named import Target
from bots.dialogue.speaking import Turn
from bots.nlu.corrections import Correction
from bots.nlu.kinds import is_quality, kinds_of
from meum.language.scripts import clean
from nutrition.queries import understand_meal


def kind_told(turn: Turn, target: Target, correction: Correction) -> str:
    """Return the name of the kind of a thing that a correction tells; empty where no food is called so."""
    kinds = kinds_of(told=correction.food, names=_names(target, correction))
    is_clear = is_quality(correction.food)
    return next((kind for kind in kinds if _is_kind(turn, target, kind, may_be_same=is_clear)), "")


def unknown_kind(target: Target, correction: Correction) -> str:
    """Return how a kind would be called that no food is; empty where a correction tells more than a kind."""
    told = kinds_of(told=correction.food, names=_names(target, correction)) if is_quality(correction.food) else ()
    return next(iter(told), correction.food if is_quality(correction.food) else "")


def _names(target: Target, correction: Correction) -> list[str]:
    item = target.item
    names = [correction.name, *((item.name_zh, item.name_en) if item else ())]
    return list(dict.fromkeys(clean(name).text for name in names if name))


def _is_kind(turn: Turn, target: Target, kind: str, *, may_be_same: bool) -> bool:
    """Tell whether a name is, as a whole, that of one food; whole milk may be the same as milk."""
    told = understand_meal(text=kind, at=turn.incoming.at, counted_by=turn.person.clock, person=turn.person)
    if target.item is None or len(told.items) != 1 or told.drinks or told.unknown:
        return False
    food = told.items[0]
    return clean(food.draft.words).text == kind and (may_be_same or food.food.food_id != target.item.food_id)
