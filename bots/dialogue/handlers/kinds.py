"""Which food a thing was of which only its kind is told: 「可乐是无糖的」, "the milk was skim"."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from bots.dialogue.handlers.named import Target
from bots.dialogue.speaking import Turn
from bots.nlu.corrections import Correction
from bots.nlu.kinds import is_quality, kinds_of
from meum.language.scripts import clean
from nutrition.queries import understand_meal


def kind_told(turn: Turn, target: Target, correction: Correction) -> str:
    """Return the name of the kind of a thing that a correction tells; empty where no food is called so.

    Words that name the same food without the thing tell of no kind: "a whole naan" is none of the chicken beside it.
    """
    names = _names(target, correction)
    kinds = kinds_of(told=correction.food, names=names)
    is_clear = is_quality(correction.food)
    # Of 无糖可乐 that was 雪碧 the name 雪碧可乐 tells no kind: it is what 可乐 alone is.
    others = () if is_clear else {food_of(turn, words) for words in (correction.food, *names)}
    return next((kind for kind in kinds if _is_kind(turn, target, kind, others=others, may_be_same=is_clear)), "")


def unknown_kind(target: Target, correction: Correction) -> str:
    """Return how a kind would be called that no food is; empty where a correction tells more than a kind."""
    told = kinds_of(told=correction.food, names=_names(target, correction)) if is_quality(correction.food) else ()
    return next(iter(told), correction.food if is_quality(correction.food) else "")


def _names(target: Target, correction: Correction) -> list[str]:
    item = target.item
    names = [correction.name, *((item.name_zh, item.name_en) if item else ())]
    return list(dict.fromkeys(clean(name).text for name in names if name))


def _is_kind(turn: Turn, target: Target, kind: str, *, others: Collection[UUID | None], may_be_same: bool) -> bool:
    """Tell whether a name is, as a whole, that of one food; whole milk may be the same as milk."""
    food = food_of(turn, kind, is_whole=True)
    if target.item is None or food is None or food in others:
        return False
    return may_be_same or food != target.item.food_id


def food_of(turn: Turn, words: str, *, is_whole: bool = False) -> UUID | None:
    """Return the one food that words name and nothing else; None where they name none, several or water."""
    told = understand_meal(text=words, at=turn.incoming.at, counted_by=turn.person.clock, person=turn.person)
    if len(told.items) != 1 or told.drinks or told.unknown:
        return None
    item = told.items[0]
    return item.food.food_id if not is_whole or clean(item.draft.words).text == words else None
