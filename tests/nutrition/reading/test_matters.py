"""English words of everyday life are neither foods nor slips of the keys for one."""

from __future__ import annotations

import pytest

from nutrition.reading.matters import COMMON_WORDS, NO_FOODS
from tests.nutrition.reading.american import american, eaten


@pytest.mark.parametrize("word", ["wasnt", "waiter", "watched", "walked", "makers", "staff", "launch"])
def test_a_word_of_another_matter_is_mended_to_no_food(word: str) -> None:
    assert eaten(f"{word}, had a banana") == ["Banana, raw"]
    assert american(f"{word}, had a banana").unknown == ()


def test_a_word_that_names_hold_names_no_food_alone_and_does_in_its_name() -> None:
    assert {"fry", "corn"}.isdisjoint(NO_FOODS)
    assert {"van", "tree", "skin", "fast"} <= NO_FOODS - COMMON_WORDS
    assert eaten("had a banana from a root") == ["Banana, raw"]
    assert eaten("had a root beer") == ["Soft drink, root beer"]
