"""The one question about a meal: which of several foods a word meant, asked where the answer counts most."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from bots.dialogue.handlers.base import Asker
from bots.dialogue.handlers.items import exchange, resized, which_number
from bots.dialogue.messages import Reply
from bots.dialogue.questions import Choice, Question, QuestionKind, numbered
from bots.dialogue.speaking import Turn
from bots.dialogue.wording import food_name
from bots.nlu.answers import Pick
from meum.domain.languages import Lang
from nutrition import services as nutrition
from nutrition.catalogue.nutrients import position_of
from nutrition.catalogue.queries import food_vectors, food_version
from nutrition.models import Meal
from nutrition.queries import FoodChoice, MealSummary, Understanding, UnderstoodItem, meal_summary, understand_meal

_ENERGY = position_of("ENERC_KCAL")
_DOUBTFUL = 0.6
"""Below this confidence a word may mean another food."""
_MATTERS_KCAL = 150
"""Less than this between two foods is not worth a question ..."""
_MATTERS_SHARE = 0.3
"""... nor is less than this share of the richer one."""
_ALIKE_SHARE = 0.1
"""Foods that differ by less in energy are one reading under two names."""
_MOST_OFFERED = 3


def is_worth_asking(*, confidence: float, energies_kcal: Sequence[float]) -> bool:
    """Tell whether to ask which food was meant, by the energy of each likely reading at the grams that were told.

    Only what is doubtful is asked, and only where the readings differ by much, in kcal and as a share of the richest.
    """
    if confidence >= _DOUBTFUL or len(energies_kcal) < 2:
        return False
    most, least = max(energies_kcal), min(energies_kcal)
    return most - least >= max(_MATTERS_KCAL, _MATTERS_SHARE * most)


def which_question(turn: Turn, food: Understanding, meals: Sequence[Meal | None]) -> Question | None:
    """Return the question that would narrow the answer most, or None where nothing much is in doubt."""
    doubts = [doubt for doubt in _doubts(turn, food, meals) if doubt.is_worth_asking]
    return _question(turn, max(doubts, key=lambda doubt: doubt.spread_kcal)) if doubts else None


@dataclass(frozen=True)
class _Reading:
    """Hold one food that a word may mean, with its energy at the grams that were told."""

    choice: FoodChoice
    kcal: float

    def is_like(self, other: _Reading) -> bool:
        """Tell whether it makes no difference which of two it was."""
        return abs(self.kcal - other.kcal) <= _ALIKE_SHARE * max(self.kcal, other.kcal)


@dataclass(frozen=True)
class _Doubt:
    """Hold one item of a meal with what it may have been."""

    meal: Meal
    number: int
    confidence: float
    readings: Sequence[_Reading]

    @property
    def is_worth_asking(self) -> bool:
        """Tell whether to ask about it."""
        return is_worth_asking(confidence=self.confidence, energies_kcal=[each.kcal for each in self.readings])

    @property
    def spread_kcal(self) -> float:
        """Return by how much the readings differ."""
        energies = [reading.kcal for reading in self.readings]
        return max(energies) - min(energies)


def _doubts(turn: Turn, food: Understanding, meals: Sequence[Meal | None]) -> Iterator[_Doubt]:
    for sitting, meal in zip(food.sittings, meals, strict=True):
        if meal is not None:
            for number, item in enumerate(sitting.items, start=1):
                yield _Doubt(meal, number, item.confidence, _readings(item, turn))


def _question(turn: Turn, doubt: _Doubt) -> Question:
    offered = [reading.choice for reading in doubt.readings]
    return Question(
        kind=QuestionKind.WHICH_FOOD,
        choices=numbered(*(food_name(turn, choice) for choice in offered), none=turn.say("none_of_them")),
        asked_at=turn.incoming.at,
        facts={
            "meal": str(doubt.meal.pk),
            "revision": doubt.meal.revision,
            "number": doubt.number,
            "versions": [str(choice.food_version_id) for choice in offered],
        },
    )


def _readings(item: UnderstoodItem, turn: Turn) -> list[_Reading]:
    """Return what an item was taken for and what else it may be, the likeliest first and none like one before it.

    Others are offered where they are named in the language; what has no known energy is no reading to ask about.
    """
    named = [choice for choice in item.alternatives if (choice.name_zh if turn.lang is Lang.ZH else choice.name_en)]
    likely = (item.food, *named[: _MOST_OFFERED - 1])
    vectors = food_vectors({choice.food_version_id for choice in likely})
    found: list[_Reading] = []
    for choice in likely:
        vector = vectors[choice.food_version_id]
        if vector.is_known(_ENERGY):
            reading = _Reading(choice, float(vector.amounts[_ENERGY]) * item.draft.grams.mid / 100)
            found += [] if any(reading.is_like(other) for other in found) else [reading]
        elif choice is item.food:
            return []
    return found


class WhichFoodAsker(Asker):
    """Put the food that was picked in place of the one that was taken."""

    asks = (QuestionKind.WHICH_FOOD,)

    def choices(self, turn: Turn, question: Question) -> tuple[Choice, ...]:
        """Return the foods that may be meant."""
        foods = [food_version(UUID(told)) for told in question.facts["versions"]]
        return numbered(*(food_name(turn, food) for food in foods), none=turn.say("none_of_them"))

    def resolve(self, turn: Turn, question: Question, pick: Pick) -> Reply:
        """Exchange the item, or take it out when it was none of those offered."""
        meal = meal_summary(owner=turn.person, meal_id=UUID(question.facts["meal"]))
        number = question.facts["number"]
        if meal is None or number > len(meal.items):
            return Reply((turn.say("gone"),))
        if meal.revision != question.facts["revision"]:
            # The number may mean another item by now.
            return Reply((turn.say("changed_meanwhile"), *which_number(turn, meal)))
        if pick.number == 0:
            return self._other(turn, meal, number, pick.words)
        item = meal.items[number - 1]
        draft = (resized(turn, item, pick.words) if pick.words else None) or item.draft
        version = UUID(question.facts["versions"][pick.number - 1])
        return exchange(turn, meal, number, replace(draft, food_version_id=version))

    def _other(self, turn: Turn, meal: MealSummary, number: int, words: str) -> Reply:
        """Take the food that is named instead; without a known one take the item out and ask for its name."""
        told = understand_meal(text=words, at=turn.incoming.at, counted_by=turn.person.clock, person=turn.person).items
        if told:
            return exchange(turn, meal, number, told[0].draft)
        nutrition.remove_item(
            person=turn.person,
            author=turn.person,
            door=turn.door,
            meal_id=meal.id,
            number=number,
            revision=meal.revision,
        )
        return Reply((turn.say("taken_out", name=food_name(turn, meal.items[number - 1])), turn.say("say_it_else")))
