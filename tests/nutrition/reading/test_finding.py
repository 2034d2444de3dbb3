"""Where a Chinese name of a food is meant as one."""

from __future__ import annotations

import pytest

from nutrition.reading.cutting import cut
from nutrition.reading.lexicon import Candidate, FoodFacts, MealLexicon
from nutrition.reading.phrases import PhraseIndex
from nutrition.reading.pieces import Food
from tests.nutrition.reading.conftest import NOW, Read

LEXICON = MealLexicon(
    names=[("茶食", [Candidate("pastry")]), ("虾饺", [Candidate("dumpling")])],
    foods={"pastry": FoodFacts(), "dumpling": FoodFacts()},
    generic={},
    phrases=PhraseIndex([]),
)


@pytest.mark.parametrize(
    ("text", "keys"), [("饮茶食咗虾饺", ["虾饺"]), ("饮茶食左虾饺", ["虾饺"]), ("吃了茶食", ["茶食"])]
)
def test_a_name_that_ends_with_a_cantonese_verb_is_none(text: str, keys: list[str]) -> None:
    assert [piece.key for piece in cut(text, lexicon=LEXICON, now=NOW) if isinstance(piece, Food)] == keys


def test_a_food_of_one_sign_may_stand_before_what_is_in_it(read: Read) -> None:
    (noodles,) = read("一碗面里面有牛肉、青菜、鸡蛋").items

    assert (noodles.food, noodles.grams.mid) == ("noodles", 250)


@pytest.mark.parametrize("text", ["护士说我可以吃米饭了,吃了一碗米饭", "随便吃了一碗米饭", "一拳头大小的米饭"])
def test_everyday_chinese_words_are_no_misheard_food(text: str, read: Read) -> None:
    reading = read(text)

    assert {item.food for item in reading.items} == {"rice"}
    assert reading.unknown == ()
