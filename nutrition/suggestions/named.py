"""Foods of the menu that words name, to leave them out or to use them up: 香菜, "seafood", 肥肉."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from nutrition.suggestions.facts import FoodFacts, Ingredient
from nutrition.suggestions.menu import menu
from nutrition.suggestions.wishes import parse_wishes


def foods_named(words: Iterable[str]) -> frozenset[str]:
    """Return the keys of the foods of the menu that words name: a kind of food, a food, or a part of their names.

    Raises ValueError for a word that no food of the menu is called or made of. Unlike with an allergy, a food of which
    nobody knows all ingredients stays.
    """
    return frozenset().union(*map(_keys_of, words))


def shares_named(words: Iterable[str]) -> dict[str, float]:
    """Return how much of each food of the menu is what words name, 0..1 by the weight of its parts; none without.

    Raises ValueError as `foods_named` does.
    """
    told = [word.strip().lower() for word in words]
    keys = foods_named(told)
    known = [_meant_by(word) for word in told]
    groups, texts = frozenset().union(*(each[0] for each in known)), frozenset().union(*(each[1] for each in known))
    return {food.key: _share(food, groups, texts) for food in menu() if food.key in keys}


def _share(food: FoodFacts, groups: frozenset[str], words: frozenset[str]) -> float:
    named = [part for part in food.ingredients if any(word in _name_of(part) for word in words)]
    if len(food.ingredients) < 2 or (groups and not named):
        return 1.0
    return sum(part.share for part in named)


@lru_cache(maxsize=1024)
def _keys_of(told: str) -> frozenset[str]:
    word = told.strip().lower()
    groups, words = _meant_by(word)
    keys = frozenset(food.key for food in menu() if _holds(food, groups, words))
    if not word or not keys:
        raise ValueError(f"no food is called {told[:40]!r}")
    return keys


def _meant_by(word: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the groups of allergens and the words of single foods that a word stands for."""
    try:
        wishes = parse_wishes(allergens=[word])
    except ValueError:
        # 肥肉 is no food of its own, and still in some.
        return frozenset(), frozenset({word})
    is_group = bool(wishes.allergens) and not wishes.foods
    return (wishes.allergens, frozenset()) if is_group else (frozenset(), wishes.foods | {word})


def _holds(food: FoodFacts, groups: frozenset[str], words: frozenset[str]) -> bool:
    if groups & {each.value for each in food.allergens.contains}:
        return True
    return any(word in text for text in _texts(food) for word in words)


def _texts(food: FoodFacts) -> Iterator[str]:
    yield from (text.lower() for _, text in food.names)
    yield from map(_name_of, food.ingredients)


def _name_of(part: Ingredient) -> str:
    return f"{part.name_zh} {part.name_en}".lower()
