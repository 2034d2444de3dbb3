"""Do what a correction asks for to an item of a meal or to water; say what it is now and how the day stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from bots.dialogue.handlers.food import FoodLogger
from bots.dialogue.handlers.items import (
    day_standing,
    exchange,
    part_of,
    resized,
    standing,
    water_standing,
)
from bots.dialogue.handlers.log import combined
from bots.dialogue.handlers.named import Target
from bots.dialogue.messages import Reply
from bots.dialogue.speaking import Turn
from bots.dialogue.wording import joined, volume_text
from bots.nlu.amounts import share_told
from meum.domain.figures import plain_number
from meum.domain.intervals import Interval
from meum.journal.models import Recorded
from meum.journal.services import recording, remove_entry
from meum.language.quantities import quantity_at
from meum.language.scripts import clean
from nutrition import services as nutrition
from nutrition.domain.drafts import MealItemDraft
from nutrition.models import Drink, Meal
from nutrition.queries import ItemSummary, MealSummary, Understanding, meal_summary, understand_meal

_LEAST_ML = 10
"""A bare number from here on means millilitres of water, a smaller one glasses."""
_NEARLY_ALL = 0.99
_ONE_BY_ONE = ("", "个", "piece")
_LOOSEST = 3.0
"""A food comes one by one where the most that so many weigh is at most this many times the least (own rule)."""


def taken_out(turn: Turn, targets: Sequence[Target], amount: str = "") -> Reply:
    """Take things out, or so much of one; say what is left of the day."""
    first = targets[0]
    less = _lessened(turn, first.item, amount) if first.item and amount and len(targets) == 1 else None
    if less is not None and first.meal is not None:
        return exchange(turn, first.meal, first.number, less)
    with recording(person=turn.person, author=turn.person, door=turn.door):
        _remove(turn, targets)
    names = joined(turn.lang, (each.name(turn) for each in targets))
    return Reply((turn.say("taken_out", name=names), *_left(turn, targets), turn.say("next.undo")))


def resized_target(turn: Turn, target: Target, words: str) -> Reply:
    """Give a thing the amount that the words tell."""
    if share := share_told(clean(words).text):
        return parted(turn, target, share)
    if target.drink is not None:
        return _resized_drink(turn, target.drink, words)
    assert target.meal is not None  # an amount is of an item or of a drink
    assert target.item is not None
    draft = resized(turn, target.item, words)
    if draft is None:
        return _amount_unknown(turn, words)
    return exchange(turn, target.meal, target.number, draft)


def parted(turn: Turn, target: Target, share: Interval) -> Reply:
    """Leave a part of a thing, as only that was eaten or drunk."""
    if target.drink is not None:
        return _with_volume(turn, target.drink, target.drink.volume.times(share))
    assert target.meal is not None  # a part is of an item or of a drink
    assert target.item is not None
    return exchange(turn, target.meal, target.number, part_of(target.item.draft, share))


def exchanged(turn: Turn, target: Target, words: str) -> Reply:
    """Put what the words name in the place of a thing, in the same amount where they tell none."""
    told = _understood(turn, words)
    item = target.item
    if not told.sittings:
        return Reply((turn.say("food_unknown", words=turn.say("quote", words=words)),))
    if item is None or target.meal is None or not told.items or told.drinks:
        return _logged_instead(turn, target, words)
    drafts = [each.draft for each in told.items]
    if len(drafts) == 1:
        drafts = [_as_much(turn, item, drafts[0], words)]
    return exchange(turn, target.meal, target.number, *drafts)


def _remove(turn: Turn, targets: Sequence[Target]) -> None:
    """Delete drinks and whole meals; take items out of their meals from the last to the first, as numbers move up."""
    # A revision is checked once: the first item taken out makes a new one.
    unchecked = {target.meal.id: target.meal.revision for target in targets if target.meal}
    for target in sorted(targets, key=lambda target: target.number, reverse=True):
        if target.drink is not None:
            _remove_entry(turn, Drink, target.drink.pk, target.drink.revision)
        elif target.meal is not None and not target.number:
            _remove_entry(turn, Meal, target.meal.id, target.meal.revision)
        elif target.meal is not None:
            nutrition.remove_item(
                person=turn.person,
                author=turn.person,
                door=turn.door,
                meal_id=target.meal.id,
                number=target.number,
                revision=unchecked.pop(target.meal.id, None),
            )


def _remove_entry(turn: Turn, model: type[Recorded], entry_id: UUID, revision: int) -> None:
    remove_entry(
        person=turn.person, author=turn.person, door=turn.door, model=model, entry_id=entry_id, revision=revision
    )


def _left(turn: Turn, targets: Sequence[Target]) -> tuple[str, ...]:
    """Return how the day stands after things were taken out: its water where only water was."""
    day = max(entry.day for target in targets if (entry := target.meal or target.drink))
    if all(target.drink for target in targets):
        return (water_standing(turn, day),)
    meals = [left for target in targets if target.meal if (left := _meal_left(turn, target.meal))]
    return standing(turn, meals[0]) if meals else day_standing(turn, day)


def _meal_left(turn: Turn, meal: MealSummary) -> MealSummary | None:
    return meal_summary(owner=turn.person, meal_id=meal.id)


def _lessened(turn: Turn, item: ItemSummary, words: str) -> MealItemDraft | None:
    """Return an item with so much less of it; None where the amount is not clearly a part of it."""
    part = resized(turn, item, words)
    if part is None or part.grams.mid >= item.grams.mid * _NEARLY_ALL:
        return None
    left = 1 - part.grams.mid / item.grams.mid
    return item.draft.scaled(left)


def _resized_drink(turn: Turn, drink: Drink, words: str) -> Reply:
    amount = quantity_at(clean(words).text, 0)
    is_bare = amount is not None and amount.measure is None and amount.amount.mid >= _LEAST_ML
    told = _understood(turn, f"喝了{words}{'ml' if is_bare else ''}水").drinks
    if len(told) != 1 or told[0].is_amount_assumed:
        return _amount_unknown(turn, words)
    return _with_volume(turn, drink, told[0].volume_ml)


def _with_volume(turn: Turn, drink: Drink, volume_ml: Interval) -> Reply:
    changed = nutrition.correct_drink(
        person=turn.person,
        author=turn.person,
        door=turn.door,
        drink_id=drink.pk,
        revision=drink.revision,
        volume_ml=volume_ml,
    )
    fact = turn.say("water", volume=volume_text(turn, changed.volume))
    return Reply((fact, water_standing(turn, changed.day), turn.say("next.undo")))


def _as_much(turn: Turn, item: ItemSummary, draft: MealItemDraft, words: str) -> MealItemDraft:
    """Return another food in the amount of an item, unless the words told one, neither was told or it was energy."""
    if not draft.is_amount_assumed or item.is_amount_assumed or item.is_bare_energy:
        return draft
    if item.quantity and item.measure != "g":
        between = " " if item.measure.isascii() else ""
        counted = _understood(turn, f"{plain_number(item.quantity)}{between}{item.measure}{between}{words}").items
        if len(counted) == 1 and counted[0].food.food_version_id == draft.food_version_id:
            return counted[0].draft if _is_likely(item, counted[0].draft) else draft
    return replace(item.draft, food_version_id=draft.food_version_id, words=draft.words)


def _is_likely(item: ItemSummary, counted: MealItemDraft) -> bool:
    """Tell whether a number of pieces fits the other food too: three buns for three eggs, but not three milk."""
    return item.measure not in _ONE_BY_ONE or counted.grams.high <= counted.grams.low * _LOOSEST


def _logged_instead(turn: Turn, target: Target, words: str) -> Reply:
    """Take a thing out and log the other: a meal for water, water for a food; one undo takes back both."""
    volume = f" {target.drink.volume.mid:.0f}ml" if target.drink else ""
    food = _understood(turn, f"{words}{volume}")
    with recording(person=turn.person, author=turn.person, door=turn.door):
        _remove(turn, [target])
        note = FoodLogger().log(replace(turn, heard=replace(turn.heard, food=food)))
    return combined([note] if note else [])


def _amount_unknown(turn: Turn, words: str) -> Reply:
    return Reply((turn.say("amount_unknown", words=turn.say("quote", words=words)),))


def _understood(turn: Turn, text: str) -> Understanding:
    return understand_meal(text=text, at=turn.incoming.at, counted_by=turn.person.clock, person=turn.person)
