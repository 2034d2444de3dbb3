"""How much a message sounds like telling a meal."""

from __future__ import annotations

import pytest

from nutrition.reading.lexicon import Candidate
from nutrition.reading.mood import LEAST_MOOD, features_of, mood_of, sounds_like_a_meal
from nutrition.reading.pieces import Food, Unknown
from nutrition.training.mood import fit


def food(start: int, end: int) -> Food:
    return Food(start, end, (Candidate("rice"),), "rice")


def test_foods_are_masked_and_words_are_told_alone_and_in_pairs() -> None:
    assert features_of("had rice", [food(4, 8)]) == {"^", "had", "<food>", "$", "^ had", "had <food>", "<food> $"}


@pytest.mark.parametrize("text", ["why is my rice so expensive", "你们说的米饭是不是真的"])
def test_talk_sounds_less_like_a_meal_than_a_list_of_foods(text: str) -> None:
    at = text.index("rice") if "rice" in text else text.index("米饭")
    talk = features_of(text, [food(at, at + (4 if "rice" in text else 2))])

    assert mood_of(talk) < mood_of(features_of("rice", [food(0, 4)]))
    assert mood_of(features_of("rice", [food(0, 4)])) > LEAST_MOOD


def test_who_says_to_have_eaten_is_believed_and_words_without_a_food_are_left_alone() -> None:
    assert sounds_like_a_meal("why not, i ate rice", [food(15, 19)])
    assert sounds_like_a_meal("whatever", [Unknown(0, 8)])


def test_training_finds_the_words_that_tell_messages_apart() -> None:
    meals, talk = [frozenset({"had", "the"})] * 5, [frozenset({"why", "the"})] * 5

    weights = fit([*meals, *talk], [True] * 5 + [False] * 5)

    assert weights["had"] > 0 > weights["why"]
    assert abs(weights["the"]) < 0.1


def test_a_word_of_few_messages_is_not_weighed() -> None:
    weights = fit([frozenset({"had"})] * 3 + [frozenset({"once"})], [True, True, False, False])

    assert "once" not in weights
