"""The question about an amount that nobody eats: 300个鸡蛋 is a slip of the keys or a joke, so it is asked first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bots.dialogue.questions import Choice, Question, QuestionKind, numbered
from bots.dialogue.speaking import Turn
from nutrition.catalogue.nutrients import position_of
from nutrition.queries import Sitting, Understanding, UnderstoodItem, understand_meal
from nutrition.reading.drafts import OddKind

_ENERGY = position_of("ENERC_KCAL")
_STRANGE_KCAL = 3000
"""More than this of one food is more than most people eat in a day (own rule)."""
_STRANGE_GRAMS = 3000
_FIGURE = re.compile(r"\d+(?:\.\d+)?")
_SLIPS = (10, 100)
"""A figure too many, or two."""


@dataclass(frozen=True)
class _Guess:
    """Hold an amount that may have been meant: its words, and the whole message with them."""

    words: str
    text: str


def held_back(turn: Turn, food: Understanding) -> tuple[Understanding, Question | None]:
    """Return what a message tells without what has a strange amount, and the question about the first of that.

    What is strange beside the first is told as odd, with nothing to pick.
    """
    strange = [item for item in food.items if _is_strange(item)]
    words = [item.draft.words for item in strange] + [odd.words for odd in food.odd if odd.kind is OddKind.TOO_MUCH]
    question = next((asked for told in words if (asked := _question(turn, told))), None)
    if question is None:
        return food, None
    asked = question.facts["told"]
    left = [item for item in strange if item.draft.words == asked]
    return replace(
        food,
        sittings=tuple(sitting for each in food.sittings if (sitting := _without(each, left))),
        odd=tuple(odd for odd in food.odd if odd.words != asked),
    ), question


def _is_strange(item: UnderstoodItem) -> bool:
    grams = item.draft.grams.mid
    kcal = float(item.portion.vector.amounts[_ENERGY]) * grams / 100 if item.portion.vector.is_known(_ENERGY) else 0.0
    return not item.draft.is_amount_assumed and (grams >= _STRANGE_GRAMS or kcal >= _STRANGE_KCAL)


def _without(sitting: Sitting, items: list[UnderstoodItem]) -> Sitting | None:
    left = tuple(item for item in sitting.items if item not in items)
    return replace(sitting, items=left) if left or sitting.drinks else None


def _question(turn: Turn, told: str) -> Question | None:
    guesses = [guess for guess in _guesses(turn.incoming.text, told) if meant(turn, guess.text, guess.words)]
    if not guesses:
        return None
    return Question(
        kind=QuestionKind.HOW_MUCH,
        choices=amount_choices(turn, [guess.words for guess in guesses]),
        asked_at=turn.incoming.at,
        facts={"told": told, "guesses": [[guess.text, guess.words] for guess in guesses]},
    )


def amount_choices(turn: Turn, amounts: Sequence[str]) -> tuple[Choice, ...]:
    """Return amounts as they are typed, and none of them."""
    return numbered(*amounts, none=turn.say("none_of_them"))


def _guesses(text: str, told: str) -> Iterator[_Guess]:
    """Yield the amount that was told, and those with a figure less or two."""
    yield _Guess(told, text)
    figures = _FIGURE.findall(told)
    if len(figures) == 1 and text.count(told) == 1:
        for slip in (slip for slip in _SLIPS if float(figures[0]) >= slip):
            words = told.replace(figures[0], f"{float(figures[0]) / slip:g}")
            yield _Guess(words, text.replace(told, words))


def meant(turn: Turn, text: str, words: str) -> Understanding | None:
    """Return what a message tells in some words of it alone; None where nothing there can be logged."""
    food = understand_meal(text=text, at=turn.incoming.at, counted_by=turn.person.clock, person=turn.person)
    sittings = [
        replace(
            sitting,
            items=tuple(item for item in sitting.items if item.draft.words == words),
            drinks=tuple(drink for drink in sitting.drinks if drink.words == words),
        )
        for sitting in food.sittings
    ]
    kept = tuple(sitting for sitting in sittings if sitting.items or sitting.drinks)
    return replace(food, sittings=kept, unknown=(), odd=()) if kept else None
