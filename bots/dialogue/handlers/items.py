"""One item of a meal: its amount said anew, and how the meal stands then."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

from bots.dialogue.messages import Reply
from bots.dialogue.speaking import Turn
from bots.dialogue.wording import day_text, food_name, item_text, items_text, nutrients_text, so_far_text, water_text
from bots.nlu.amounts import one_of_a_size, share_of
from meum.domain.intervals import Interval
from meum.language.measures import Dimension
from meum.language.quantities import Quantity, quantity_at
from meum.language.scripts import clean
from nutrition import services as nutrition
from nutrition.catalogue.bare_energy import energy_draft
from nutrition.domain.drafts import MealItemDraft
from nutrition.queries import ItemSummary, MealSummary, day_summary, meal_summary, understand_meal

_SHARED = ("g", "kg", "ml", "l")
"""Measures of which nobody counts one by one: half of 100 g is not half a gram."""
_LEAST_GRAMS = 20
"""A bare number from here on means grams, a smaller one portions."""


def resized(turn: Turn, item: ItemSummary, words: str) -> MealItemDraft | None:
    """Return an item with the amount that the words tell, None when they tell none that fits this food."""
    plain = one_of_a_size(clean(words).text)
    if share := share_of(plain):
        return part_of(item.draft, share)
    amount = quantity_at(plain, 0)
    return _with_amount(turn, item, amount, plain) if amount else None


def _with_amount(turn: Turn, item: ItemSummary, amount: Quantity, words: str) -> MealItemDraft | None:
    if item.is_bare_energy:
        return _retold(item, amount)
    if amount.measure is not None and amount.measure.dimension is Dimension.MASS:
        return _weighed(item, amount.canonical)
    if amount.measure is None and amount.amount.mid >= _LEAST_GRAMS:
        return _weighed(item, amount.amount)
    if amount.measure is None or (amount.measure.word == item.measure and amount.size is None):
        return _counted(item, amount)
    return _measured(turn, item, words)


def part_of(draft: MealItemDraft, share: Interval) -> MealItemDraft:
    """Return a part of an item, its grams no surer than the item and the part are."""
    return replace(draft.scaled(share.mid), grams=draft.grams.times(share))


def _retold(item: ItemSummary, amount: Quantity) -> MealItemDraft | None:
    """Take another amount of bare energy, told in kcal or kJ or by a bare number of kcal."""
    if amount.measure is not None and amount.measure.dimension is not Dimension.ENERGY:
        return None
    return replace(energy_draft(kcal=amount.canonical, macros=item.macros), words=item.words)


def _weighed(item: ItemSummary, grams: Interval) -> MealItemDraft:
    return replace(item.draft, grams=grams, quantity=grams.mid, measure="g", is_amount_assumed=False)


def _counted(item: ItemSummary, amount: Quantity) -> MealItemDraft:
    """Take so many of what was counted before; of something weighed or not counted, so many times as much."""
    if item.quantity and item.measure in _SHARED and amount.measure is None:
        part = item.quantity * amount.amount.mid
        return replace(item.draft, grams=item.grams.times(amount.amount), quantity=part)
    each = item.grams.scaled(1 / item.quantity) if item.quantity else item.grams
    quantity = amount.amount.mid if item.quantity else None
    return replace(item.draft, grams=each.times(amount.amount), quantity=quantity, is_amount_assumed=False)


def _measured(turn: Turn, item: ItemSummary, words: str) -> MealItemDraft | None:
    """Read the amount together with the food's name, so that the food's own measures count."""
    text = f"{item.name_zh or item.name_en} {words}"
    told = understand_meal(text=text, at=turn.incoming.at, counted_by=turn.person.clock, person=turn.person).items
    if len(told) != 1 or told[0].draft.is_amount_assumed:
        return None
    return replace(told[0].draft, food_version_id=item.food_version_id, words=item.words)


def more_of(first: MealItemDraft, more: MealItemDraft) -> MealItemDraft:
    """Return two items of one food in one measure as one."""
    quantity = first.quantity + more.quantity if first.quantity and more.quantity else None
    return replace(first, grams=first.grams + more.grams, quantity=quantity, macros=first.macros.plus(more.macros))


def exchange(turn: Turn, meal: MealSummary, number: int, *drafts: MealItemDraft) -> Reply:
    """Put items in the place of the one with a number; return what is there now and how the day stands.

    Raises Stale when the meal was changed after it was read: its other items are written again as they were then.
    """
    items = [item.draft for item in meal.items]
    items[number - 1 : number] = drafts
    nutrition.correct_meal(
        person=turn.person,
        author=turn.person,
        door=turn.door,
        meal_id=meal.id,
        revision=meal.revision,
        items=items,
    )
    return changed_reply(turn, meal.id, *range(number, number + len(drafts)))


def changed_reply(turn: Turn, meal_id: UUID, *numbers: int) -> Reply:
    """Return what items of a meal are now, what the meal counts to and how its day stands."""
    meal = meal_summary(owner=turn.person, meal_id=meal_id)
    assert meal is not None  # it was written a moment ago, in the same transaction
    items = [meal.items[number - 1] for number in numbers]
    texts = [item_text(turn, name=food_name(turn, item), item=item.draft) for item in items]
    fact = turn.say("meal", slot=turn.say(f"slot.{meal.slot}"), items=items_text(turn, texts))
    return Reply((fact, *standing(turn, meal), turn.say("next.undo")))


def standing(turn: Turn, meal: MealSummary) -> tuple[str, ...]:
    """Return what a meal counts to and what was eaten on its day."""
    day = day_summary(person=turn.person, day=meal.day)
    counted = nutrients_text(turn, meal.totals)
    # The only meal of a day need not be counted twice.
    alone = turn.say("meal_total", told=counted) if counted and len(day.meals) > 1 else ""
    return tuple(filter(None, (alone, *day_standing(turn, meal.day))))


def day_standing(turn: Turn, day: date) -> tuple[str, ...]:
    """Return what was eaten on a day, or that nothing is left of it."""
    summary = day_summary(person=turn.person, day=day)
    if not summary.meals:
        return (turn.say("nothing_eaten", day=day_text(turn, day)),)
    counted = nutrients_text(turn, summary.totals)
    return (so_far_text(turn, day, counted),) if counted else ()


def water_standing(turn: Turn, day: date) -> str:
    """Return how much water was drunk on a day."""
    return so_far_text(turn, day, water_text(turn, day_summary(person=turn.person, day=day).water_ml))


def which_number(turn: Turn, meal: MealSummary) -> tuple[str, ...]:
    """Return how to say which item is meant, and the items with their numbers."""
    names = [f"{number} {food_name(turn, item)}" for number, item in enumerate(meal.items, start=1)]
    return turn.say("which_number"), "   ".join(names)
