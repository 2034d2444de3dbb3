"""What a correction is about: the item of a meal or the water that its words name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from typing import Any
from uuid import UUID

from rapidfuzz import fuzz

from bots.dialogue.handlers.latest import is_later, latest_drink, latest_meal, meals_lately
from bots.dialogue.speaking import Turn
from bots.dialogue.wording import day_text, food_name, item_text, items_text, volume_text
from bots.nlu.amounts import share_told
from bots.nlu.corrections import Correction, Kind
from bots.nlu.parts import is_part_of
from meum.language.quantities import quantity_at
from meum.language.scripts import clean
from meum.language.times import Moment, moments_in
from nutrition.models import Drink
from nutrition.queries import ItemSummary, MealSummary, day_summary, meal_summary, understand_meal, visible_drinks

_ALIKE = 80
"""From here on, of 100, a name that is known to nobody is a slip of the keys."""
_POINTING = re.compile(
    r"^(?:我?[吃喝点]的|的|里的|里面的|那顿|那餐)+|(?:的|里)+$|\s*\b(?:from|at|for|of|in|on|my|the|with)\s*$|"
    r"^\s*(?:from|at|for|of|in|on|my|the)\b\s*"
)
_PLURAL = re.compile(r"(?<=[a-z]{2})(?<!s)s$")

_ALL = {
    "everything",
    "all",
    "whole",
    "全部",
    "所有",
    "所有的",
    "整个",
    "记录",
    "的记录",
    "吃的",
    "东西",
    "i ate",
    "i had",
    "what i ate",
}


@dataclass(frozen=True, kw_only=True)
class Target:
    """Hold one thing that can be corrected: the item of a meal with a number, a meal for number 0, or a drink."""

    meal: MealSummary | None = None
    number: int = 0
    drink: Drink | None = None

    @property
    def item(self) -> ItemSummary | None:
        """Return the item, None for a drink or a whole meal."""
        return self.meal.items[self.number - 1] if self.meal and self.number else None

    def name(self, turn: Turn) -> str:
        """Return what it is called."""
        if self.item is not None:
            return food_name(turn, self.item)
        if self.meal is not None:
            return turn.say(f"slot.{self.meal.slot}")
        return turn.say("water.named")

    def text(self, turn: Turn) -> str:
        """Return what it is called with its amount and its meal, to tell it from another of the same name."""
        if self.drink is not None:
            return f"{self.name(turn)} {volume_text(turn, self.drink.volume)}"
        assert self.meal is not None  # a target is an item, a meal or a drink
        told = (
            item_text(turn, name=self.name(turn), item=self.item.draft)
            if self.item
            else items_text(turn, [food_name(turn, item) for item in self.meal.items])
        )
        slot = turn.say(f"slot.{self.meal.slot}")
        if self.meal.day != turn.person.clock.day_of(turn.incoming.at):
            slot = turn.say("slot.of_day", day=day_text(turn, self.meal.day), slot=slot)
        return turn.say("meal.short", slot=slot, items=told)

    def is_kin_of(self, words: str) -> bool:
        """Tell whether its name is part of other words, as 包子 is of 菜包子."""
        return self.item is not None and any(_holds(words, name) for name in _names(self.item))

    def as_json(self) -> dict[str, Any]:
        """Return what a question keeps of it."""
        entry = self.meal or self.drink
        assert entry is not None  # a target is one of the two
        return {
            "meal": str(entry.id) if self.meal else "",
            "drink": "" if self.meal else str(entry.id),
            "number": self.number,
            "revision": entry.revision,
        }


def target_from(turn: Turn, stored: dict[str, Any]) -> Target | None:
    """Return what a question kept, None where it is gone or was changed since."""
    if stored["drink"]:
        drink = visible_drinks(owner=turn.person).filter(pk=stored["drink"]).first()
        return Target(drink=drink) if drink is not None and drink.revision == stored["revision"] else None
    meal = meal_summary(owner=turn.person, meal_id=UUID(stored["meal"]))
    is_same = meal is not None and meal.revision == stored["revision"]
    return Target(meal=meal, number=stored["number"]) if is_same else None


def latest_target(turn: Turn) -> Target | None:
    """Return what was told last today: the last item of the latest meal, or a drink that came after it."""
    meal, drink = latest_meal(turn, days_back=0), latest_drink(turn)
    if drink is not None and (meal is None or is_later(turn, drink, meal)):
        return Target(drink=drink)
    return Target(meal=meal, number=len(meal.items)) if meal else None


def targets_of(turn: Turn, correction: Correction) -> list[Target]:
    """Return what a correction may be about: one thing where that is clear, several where the person must choose."""
    meals = meals_in_question(turn, is_sure=correction.is_sure)
    if correction.kind is Kind.REMOVE and not correction.number and not correction.name:
        return [Target(meal=meal) for meal in meals[:1]]
    if correction.kind is Kind.AMOUNT and not (correction.number or correction.name or correction.is_sure):
        return _measured_alike(turn, _numbered(meals[:1], 0), correction.amount)
    if correction.number or not correction.name:
        return _numbered(meals[:1], correction.number)
    found = _Wanted(turn, correction.name, is_all=correction.is_all).found(meals)
    if correction.kind is Kind.REMOVE or not any(target.meal and not target.number for target in found):
        return found
    # A whole meal has no amount: its items have. "Lunch was noodles" tells of a new meal.
    return _numbered([target.meal for target in found if target.meal], 0) if correction.is_sure else []


def meals_in_question(turn: Turn, *, is_sure: bool = True) -> list[MealSummary]:
    """Return the latest meal, then the others of today; what may be a new meal corrects nothing of yesterday's."""
    return meals_lately(turn, days_back=1 if is_sure else 0)


def items_called(turn: Turn, words: str, meals: Sequence[MealSummary]) -> list[ItemSummary]:
    """Return the items of meals that are the food of the words, or whose names hold them: "eggs" in "fried egg"."""
    wanted = [_Wanted(turn, name, is_all=True) for name in dict.fromkeys((words, _PLURAL.sub("", words)))]
    return [item for meal in meals for item in meal.items if any(each.is_called(item) for each in wanted)]


def is_water(turn: Turn, words: str) -> bool:
    """Tell whether words name what is counted by its volume alone."""
    return _Wanted(turn, words, is_all=True).is_water


def _measured_alike(turn: Turn, targets: list[Target], amount: str) -> list[Target]:
    """Return of several things the one that an amount without a name fits: a part the latest, 半杯 what was a 杯."""
    latest = latest_target(turn)
    if share_told(clean(amount).text) and latest is not None:
        return [latest]
    told = quantity_at(clean(amount).text, 0)
    if told is None or told.measure is None:
        return targets
    alike = [target for target in targets if target.item and target.item.measure == told.measure.word]
    if alike or targets:
        return alike if len(alike) == 1 else targets
    return [latest] if latest is not None and latest.drink is not None else []


def _numbered(meals: Sequence[MealSummary], number: int) -> list[Target]:
    """Return the item with a number, -1 for the last, or all items of the meal where no number was told."""
    targets = [Target(meal=meal, number=place) for meal in meals for place in range(1, len(meal.items) + 1)]
    if not number:
        return targets
    if number > len(targets):
        return []
    return targets[-1:] if number < 0 else targets[number - 1 : number]


class _Wanted:
    """What a name means in the catalogue, and which items of meals it fits how well."""

    def __init__(self, turn: Turn, name: str, *, is_all: bool) -> None:
        """Take a name; a meal or a day told with it narrows where it is looked for."""
        self._turn = turn
        self._is_all = is_all
        now = turn.person.clock.local(turn.incoming.at)
        moments = [moment for moment in moments_in(name, now=now) if moment.meal or moment.day_offset is not None]
        self._moment: Moment | None = moments[0] if moments else None
        self._name = _without(name, self._moment)

    @property
    def is_water(self) -> bool:
        """Tell whether the name is that of water."""
        return self._told[2]

    def is_called(self, item: ItemSummary) -> bool:
        """Tell whether an item is the food of the name, or has it in its own."""
        return self._is_same(item) or self._is_named(item)

    @cached_property
    def _told(self) -> tuple[set[UUID], set[UUID], bool]:
        """Return the foods of the name, those that it may also mean, and whether it is water."""
        person = self._turn.person
        told = understand_meal(text=self._name, at=self._turn.incoming.at, counted_by=person.clock, person=person)
        if len(told.items) + len(told.drinks) != 1:
            return set(), set(), False
        foods = {item.food.food_id for item in told.items}
        others = {choice.food_id for item in told.items for choice in item.alternatives}
        return foods, others, bool(told.drinks)

    def found(self, meals: list[MealSummary]) -> list[Target]:
        """Return the targets that fit best; of equal ones those of the earliest meal in the list."""
        meals = self._narrowed(meals)
        if not self._name:
            is_one = self._moment is not None and self._moment.meal is not None and not self._is_all
            return [Target(meal=meal) for meal in (meals[:1] if is_one else meals)]
        if self.is_water:
            drink = latest_drink(self._turn)
            return [Target(drink=drink)] if drink else []
        for fits in (self._is_same, self._is_named, self._is_part, self._may_be, self._is_alike):
            for meal in meals:
                if fitting := list(self._fitting(meal, fits)):
                    return fitting
        return []

    def _narrowed(self, meals: list[MealSummary]) -> list[MealSummary]:
        if self._moment is None:
            return meals
        if self._moment.day_offset is not None:
            day = self._turn.person.clock.day_of(self._turn.incoming.at) + timedelta(days=self._moment.day_offset)
            meals = list(reversed(day_summary(person=self._turn.person, day=day).meals))
        of_meal = [meal for meal in meals if self._moment.meal in (None, meal.slot)]
        # A part of the day is a meal's usual one only: an egg of the evening may be a snack.
        return of_meal or (meals if self._name and self._moment.slot is None else [])

    def _fitting(self, meal: MealSummary, fits: Callable[[ItemSummary], bool]) -> Iterator[Target]:
        for number, item in enumerate(meal.items, start=1):
            if fits(item):
                yield Target(meal=meal, number=number)

    def _is_same(self, item: ItemSummary) -> bool:
        return item.food_id in self._told[0] or self._name in _names(item)

    def _is_named(self, item: ItemSummary) -> bool:
        return any(_holds(name, self._name) for name in (*_names(item), clean(item.words).text))

    def _is_part(self, item: ItemSummary) -> bool:
        return any(is_part_of(self._name, name) for name in _names(item))

    def _may_be(self, item: ItemSummary) -> bool:
        return item.food_id in self._told[1]

    def _is_alike(self, item: ItemSummary) -> bool:
        return any(fuzz.ratio(name, self._name) >= _ALIKE for name in _names(item))


def _names(item: ItemSummary) -> tuple[str, ...]:
    return tuple(clean(name).text for name in (item.name_zh, item.name_en) if name)


def _holds(name: str, wanted: str) -> bool:
    """Tell whether a name holds the wanted words: 饭 in 米饭, "rice" in "brown rice" but not in "licorice"."""
    if not wanted.isascii():
        return wanted in name
    return re.search(rf"\b{re.escape(wanted)}(?:e?s)?\b", name) is not None


def _without(name: str, moment: Moment | None) -> str:
    """Return a name without the meal or the day told in it: 早餐的鸡蛋, "the eggs from lunch"."""
    if moment is None:
        return name
    left = _POINTING.sub("", name[: moment.start].strip()), _POINTING.sub("", name[moment.end :].strip())
    name = " ".join(filter(None, left)).strip()
    return "" if name in _ALL else name
