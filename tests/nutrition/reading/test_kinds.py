"""Chinese dishes that no table has are taken for their kind, and are as unsure as that is."""

from __future__ import annotations

import pytest

from nutrition.reading.cutting import cut
from nutrition.reading.kinds import QUALITY
from nutrition.reading.lexicon import Candidate, FoodFacts, MealLexicon
from nutrition.reading.phrases import PhraseIndex
from nutrition.reading.pieces import Food, Unknown
from tests.nutrition.reading.conftest import NOW

NAMES = {
    "rice_dish": "盖饭",
    "noodle_soup": "汤面",
    "dumplings": "饺子",
    "tofu": "豆腐",
    "liver": "猪肝",
    "leek": "韭菜",
}
LEXICON = MealLexicon(
    names=[(name, [Candidate(food)]) for food, name in NAMES.items()],
    foods=dict.fromkeys(NAMES, FoodFacts()),
    generic={},
    phrases=PhraseIndex([]),
)


@pytest.mark.parametrize(
    ("dish", "kind"), [("豆腐火腩饭", "rice_dish"), ("猪肝面", "noodle_soup"), ("韭菜虾仁饺", "dumplings")]
)
def test_a_dish_that_names_a_food_is_taken_for_its_kind(dish: str, kind: str) -> None:
    (food,) = [piece for piece in cut(f"吃了{dish}", lexicon=LEXICON, now=NOW) if isinstance(piece, Food)]

    assert ([each.food for each in food.candidates], food.quality) == ([kind], QUALITY)


@pytest.mark.parametrize("words", ["寂寞面", "豆腐渣工程"])
def test_words_that_name_no_food_or_end_as_no_dish_stay_unknown(words: str) -> None:
    pieces = cut(f"吃了{words}", lexicon=LEXICON, now=NOW)

    assert any(isinstance(piece, Unknown) for piece in pieces)
    assert not any(isinstance(piece, Food) and piece.quality == QUALITY for piece in pieces)
