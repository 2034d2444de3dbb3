"""Turning the headings of food tables ("Cheese, gouda"; "Asparagus, cooked, boiled") into what people say."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nutrition.domain.foods import FoodGroup

# Heads that only sort a table: the kind stands second, and says enough alone.
_SORTING_HEADS = frozenset({"fish", "nuts", "seeds", "mollusks", "crustaceans", "game meat", "cheese", "beverages"})
# Heads that stay behind their kind: olive oil, rye bread, oyster sauce.
_TAIL_HEADS = frozenset({"oil", "bread", "sauce", "soup", "beans", "flour", "pie", "cake", "cookies", "crackers"})
# Heads that nobody says for one food.
_NOT_SPOKEN = frozenset(
    {"snacks", "candies", "spices", "toppings", "cereals", "cereals ready-to-eat", "babyfood", "fast foods", "fat"}
    | {"restaurant", "alcoholic beverage", "leavening agents", "formulated bar", "gums", "puddings", "gravy"}
    | {"salad dressing", "dressing", "dessert topping", "infant formula", "school lunch", "supplement"}
)
# Kinds that are ordinary words too: a fish called spot must not swim into "hit the spot".
_ORDINARY = frozenset(
    {
        "spot",
        "drum",
        "sucker",
        "sole",
        "ling",
        "skate",
        "smelt",
        "pout",
        "perch",
        "mixed",
        "carbonated",
        "whole",
        "light",
    }
    | {"mixed species", "plain", "regular", "fruit", "meat", "ice", "protein", "mix", "fat free", "low fat"}
)
_BRAND = re.compile(r"[A-Z]{3}")
_BRACKETS = re.compile(r"\([^)]*\)")
_WORDS = re.compile(r"[a-z][a-z' -]*[a-z]")
_STATES = re.compile(r"\b(raw|dry|dried|uncooked|unprepared|powder|frozen|canned|mix|condensed|concentrate)\b")
_COOKED = re.compile(r"\b(cooked|boiled|baked|roasted|prepared|steamed|broiled|ready-to-eat|ready-to-serve)\b")
# What is eaten as it grows; of everything else a bare word means the cooked food.
_EATEN_RAW = frozenset({FoodGroup.FRUIT, FoodGroup.NUT, FoodGroup.DAIRY, FoodGroup.SWEET, FoodGroup.SNACK})


def spoken_names(heading: str, *, group: FoodGroup, prior: int) -> Iterator[tuple[str, float]]:
    """Yield what people may call a food of an English table, each with its weight among the foods so called.

    Nothing for brands, infant food and headings that only sort; the plainer the heading, the heavier the name.
    """
    if group is FoodGroup.INFANT or _BRAND.search(heading):
        return
    head, *kinds = [part.strip() for part in _BRACKETS.sub("", heading.lower()).split(",")]
    kind = kinds[0] if kinds else ""
    weight = _weight(heading.lower(), group, prior)
    for name in _combined(head, kind):
        if _WORDS.fullmatch(name) and len(name) > 2 and name not in _NOT_SPOKEN | _ORDINARY:
            yield name, weight


def _combined(head: str, kind: str) -> Iterator[str]:
    if kind and not _STATES.search(kind) and not _COOKED.search(kind) and len(kind.split()) <= 3:
        yield f"{kind} {head}"
        if head in _SORTING_HEADS:
            yield kind
        elif head not in _TAIL_HEADS:
            yield f"{head} {kind}"
    if head not in _SORTING_HEADS and head not in _TAIL_HEADS:
        yield head


def _weight(heading: str, group: FoodGroup, prior: int) -> float:
    """Return 0.02..2: by plainness, and by whether the food is in the state in which it is eaten."""
    state = 1.0
    if _STATES.search(heading):
        state = 1.0 if group in _EATEN_RAW and "raw" in heading else 0.3
    elif _COOKED.search(heading):
        state = 0.8 if group in _EATEN_RAW else 1.5
    return max(0.02, state * (prior / 40) ** 2)
