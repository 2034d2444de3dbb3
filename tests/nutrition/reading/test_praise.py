"""What descriptions say of a meal's worth and taste."""

from __future__ import annotations

import pytest

from tests.nutrition.reading.american import eaten

BREAD, COOKIE, BANANA = "Bread, white", "Cookie, chocolate chip", "Banana, raw"


@pytest.mark.parametrize(
    ("text", "foods"),
    [
        ("I ate a banana, savoring its rich flavor and buttery texture.", [BANANA]),
        ("I ate a banana, making it a perfect start to my day, with a slice of bread.", [BANANA, BREAD]),
        ("To fuel my energy, I ate a chocolate chip cookie.", [COOKIE]),
        ("I ate a chocolate chip cookie to satisfy my sweet tooth and a banana", [COOKIE, BANANA]),
        ("I ate a banana, perfect for a busy afternoon, and a slice of bread", [BANANA, BREAD]),
        ("I ate a banana for a touch of sweetness", [BANANA]),
    ],
)
def test_what_a_meal_was_good_for_names_no_food(text: str, foods: list[str]) -> None:
    assert eaten(text) == foods


@pytest.mark.parametrize(
    ("text", "foods"),
    [
        ("I had toast to start with a banana", BANANA),
        ("ended with a chocolate chip cookie to finish the meal", COOKIE),
    ],
)
def test_a_food_beside_it_is_kept(text: str, foods: str) -> None:
    assert foods in eaten(text)
