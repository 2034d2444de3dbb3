"""The one question about a meal: which of several foods a word meant, asked where the answer counts most."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from bots.dialogue.handlers.base import Asker
from bots.dialogue.handlers.items import draft_of, exchange, resized, which_number
from bots.dialogue.messages import Reply
from bots.dialogue.questions import Question, QuestionKind, numbered
from bots.dialogue.speaking import Turn
from bots.nlu.answers import Pick
from meum.domain.languages import Lang
from nutrition import services as nutrition
from nutrition.catalogue.nutrients import position_of
from nutrition.catalogue.queries import food_vectors
from nutrition.models import Meal
from nutrition.queries import FoodChoice, MealSummary, Understanding, UnderstoodItem, meal_summary, understand_meal

_ENERGY = position_of("ENERC_KCAL")
_DOUBTFUL = 0.6
"""Below this confidence a word may mean another food."""
_MATTERS_KCAL = 100
"""Less than this between two foods is not worth a question."""
_MOST_OFFERED = 3


def which_question(turn: Turn, food: Understanding, meals: Sequence[Meal | None]) -> Question | None:
    """Return the question that would narrow the answer most, or None where nothing much is in doubt."""
    doubts = [
        (spread, meal, number, item)
        for sitting, meal in zip(food.sittings, meals, strict=True)
        if meal is not None
        for number, item in enumerate(sitting.items, start=1)
        if (spread := _spread_kcal(item, turn)) >= _MATTERS_KCAL
    ]
    if not doubts:
        return None
    _, meal, number, item = max(doubts, key=lambda doubt: doubt[0])
    offered = _offered(item, turn)
    return Question(
        kind=QuestionKind.WHICH_FOOD,
        choices=numbered(*(choice.name(turn.lang) for choice in offered), none=turn.say("none_of_them")),
        asked_at=turn.incoming.at,
        facts={
            "meal": str(meal.pk),
            "revision": meal.revision,
            "number": number,
            "versions": [str(choice.food_version_id) for choice in offered],
        },
    )


def _offered(item: UnderstoodItem, turn: Turn) -> list[FoodChoice]:
    """Return what the item was taken for and what else it may be; of the others those named in the language."""
    by_name = {item.food.name(turn.lang): item.food}
    for choice in item.alternatives:
        name = choice.name_zh if turn.lang is Lang.ZH else choice.name_en
        if name:
            by_name.setdefault(name, choice)
    return list(by_name.values())[:_MOST_OFFERED]


def _spread_kcal(item: UnderstoodItem, turn: Turn) -> float:
    """Return by how many kcal the likely foods of one item differ; 0 where it is sure."""
    offered = _offered(item, turn)
    if item.confidence >= _DOUBTFUL or len(offered) < 2:
        return 0.0
    vectors = food_vectors({choice.food_version_id for choice in offered}).values()
    energies = [float(vector.amounts[_ENERGY]) for vector in vectors if vector.is_known(_ENERGY)]
    return (max(energies) - min(energies)) * item.draft.grams.mid / 100 if energies else 0.0


class WhichFoodAsker(Asker):
    """Put the food that was picked in place of the one that was taken."""

    asks = (QuestionKind.WHICH_FOOD,)

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
        draft = (resized(turn, item, pick.words) if pick.words else None) or draft_of(item)
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
        return Reply((turn.say("taken_out", name=meal.items[number - 1].name(turn.lang)), turn.say("say_it_else")))
