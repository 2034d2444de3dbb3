"""The hard rules: why a food may not be offered to a person.

Evidence is gathered from four sides: words in the names of a food and of its ingredients, the food groups of the
ingredients, the allergens that the catalogue tells, and the food patterns. One side is enough to refuse.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from meum.domain.languages import Lang, name_in
from nutrition.catalogue.allergens import allergens_in_names
from nutrition.domain.allergens import Allergen
from nutrition.domain.foods import FoodGroup
from nutrition.suggestions.facts import FoodFacts
from nutrition.suggestions.limits import CONDITION_LIMITS
from nutrition.suggestions.wishes import BUCKWHEAT, Wishes
from nutrition.suggestions.words import told_by

UNKNOWN = ("成分不全", "ingredients not fully known")
"""What is said of a food that may hold an allergen because nobody knows all that is in it."""

_SEA = frozenset({"fish", "scaleless", "shellfish"})
_SEA_ALLERGENS = frozenset({Allergen.FISH, Allergen.CRUSTACEANS, Allergen.MOLLUSCS})
_LAND = frozenset({"pork", "beef", "mutton", "poultry", "game", "meat", "blood", "liver", "organ"})
_DERIVED = frozenset({"lard", "gelatin", "broth"})
_NO_MEAT = _LAND | _SEA | _DERIVED
_SHELLFISH = frozenset({Allergen.CRUSTACEANS, Allergen.MOLLUSCS})
_EXPECTING = frozenset({"alcohol", "raw_fish", "raw_egg", "sprouts", "soft_cheese", "mercury", "liver", "cured"})


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a food may not be offered: the key of the rule (`milk`, `halal`, `gout`) and what in the food breaks it."""

    rule: str
    found_zh: str
    found_en: str

    def found(self, lang: Lang) -> str:
        """Return what breaks the rule, in words."""
        return name_in(lang, zh=self.found_zh, en=self.found_en)


@dataclass(frozen=True, slots=True)
class _Diet:
    """What a diet forbids: tags of evidence, and allergens that a food may be known to contain."""

    tags: frozenset[str]
    allergens: frozenset[Allergen] = frozenset()
    needs_recipe: bool = True


_DIETS: Mapping[str, _Diet] = {
    "vegetarian": _Diet(_NO_MEAT, _SEA_ALLERGENS),
    "vegan": _Diet(_NO_MEAT | {"honey", "animal"}, _SEA_ALLERGENS | {Allergen.EGG, Allergen.MILK}),
    "pescatarian": _Diet(_LAND | _DERIVED),
    "buddhist_vegetarian": _Diet(_NO_MEAT | {"pungent", "alcohol"}, _SEA_ALLERGENS),
    "halal": _Diet(frozenset({"pork", "unsure_meat", "alcohol", "blood", "gelatin", "game", "lard"})),
    "kosher": _Diet(
        frozenset(
            {"pork", "unsure_meat", "scaleless", "shellfish", "blood", "gelatin", "game", "lard", "meat_with_milk"}
        ),
        _SHELLFISH,
    ),
    "no_beef": _Diet(frozenset({"beef", "unsure_meat"}), needs_recipe=False),
    "no_pork": _Diet(frozenset({"pork", "unsure_meat", "lard"}), needs_recipe=False),
}
_CONDITIONS: Mapping[str, frozenset[str]] = {
    "hypertension": frozenset({"alcoholic", "cured", "pickled", "instant"}),
    "type2_diabetes": frozenset({"alcoholic", "sweet_drink"}),
    "gout": frozenset({"alcoholic", "sweet_drink", "organ", "liver", "purine"}),
    "ckd3_no_dialysis": frozenset({"star_fruit", "cured", "pickled", "instant"}),
    "dyslipidaemia": frozenset({"organ", "liver"}),
    "pregnant": _EXPECTING,
    "breastfeeding": frozenset({"alcoholic", "mercury"}),
    "iron_deficiency": frozenset({"caffeine"}),
    "minors": frozenset({"alcoholic", "energy_drink"}),
    "coeliac": frozenset({"oats"}),
}
# A seasoning in a dish is no reason by itself where only much of a thing does harm.
_IN_PASSING = 0.05
_BY_AMOUNT = frozenset({"purine", "pickled"})
# Raw egg or fish as a part is cooked with the dish: only the name of the food tells that it is eaten raw.
_OF_NAMES = frozenset({"raw_egg", "raw_fish", "sprouts"})
# Of the wine that a dish is cooked with little is left; more than this is felt.
_ALCOHOL_G = 0.5
# 可乐鸡翅 is no sugary drink, and a cake with coffee in it no coffee.
_OF_DRINKS = frozenset({"sweet_drink", "caffeine", "energy_drink"})
_PATTERN_TAGS = {
    "pf_meat": "meat",
    "pf_curedmeat": "cured",
    "pf_organ": "organ",
    "pf_poult": "poultry",
    "pf_seafd_hi": "fish",
    "pf_seafd_low": "fish",
    "pf_eggs": "animal",
    "d_total": "animal",
    "a_drinks": "alcohol",
}
_PATTERN_NAMES = {
    "meat": ("肉类", "meat"),
    "cured": ("加工肉", "cured meat"),
    "organ": ("内脏", "organ meat"),
    "poultry": ("禽肉", "poultry"),
    "fish": ("水产", "seafood"),
    "animal": ("蛋奶", "egg or milk"),
    "alcohol": ("酒精", "alcohol"),
    "unsure_meat": ("未注明种类的肉", "meat of an unnamed animal"),
    "meat_with_milk": ("肉与奶同食", "meat together with milk"),
}
_GROUP_TAGS = {
    FoodGroup.MEAT: "meat",
    FoodGroup.POULTRY: "poultry",
    FoodGroup.SEAFOOD: "fish",
    FoodGroup.EGG: "animal",
    FoodGroup.DAIRY: "animal",
    FoodGroup.ALCOHOL: "alcohol",
}
_ANIMALS = frozenset({"pork", "beef", "mutton", "game"})

_Found = tuple[str, str]


def refusal(food: FoodFacts, wishes: Wishes) -> Refusal | None:
    """Return why a food may not be offered to somebody with these wishes, None where it may."""
    return next(refusals(food, wishes), None)


def refusals(food: FoodFacts, wishes: Wishes) -> Iterator[Refusal]:
    """Yield every reason, allergies first."""
    yield from _by_allergen(food, wishes)
    if wishes.diet is not None:
        yield from _by_diet(food, wishes.diet)
    for condition in sorted(wishes.conditions):
        yield from _by_condition(food, condition)
    if food.key in wishes.dislikes:
        yield Refusal("dislikes", food.name_zh, food.name_en)


def _by_allergen(food: FoodFacts, wishes: Wishes) -> Iterator[Refusal]:
    for key in sorted(wishes.allergens):
        found = _holds_buckwheat(food) if key == BUCKWHEAT else _holds(food, Allergen(key))
        if found is not None:
            yield Refusal(key, *found)
    if wishes.foods:
        yield from _by_single_food(food, wishes.foods)


def _holds(food: FoodFacts, allergen: Allergen) -> _Found | None:
    """Return how a food holds an allergen, or may hold it as nobody knows all of it."""
    if allergen in food.allergens.contains or allergen in _named_allergens(food):
        return allergen.name_in(Lang.ZH), allergen.name_in(Lang.EN)
    return None if food.allergens.is_known else UNKNOWN


@lru_cache(maxsize=8192)
def _named_allergens(food: FoodFacts) -> frozenset[Allergen]:
    """Return the allergens that any other name of a food tells of: who calls it so may have it made so."""
    return frozenset[Allergen]().union(
        *(allergens_in_names(**{lang.value: text}) for lang, text in food.names),
    )


def _holds_buckwheat(food: FoodFacts) -> _Found | None:
    told = _evidence(food).get("buckwheat")
    return told or (None if food.allergens.is_known else UNKNOWN)


def _by_single_food(food: FoodFacts, words: frozenset[str]) -> Iterator[Refusal]:
    for name in _texts(food):
        if hit := next((word for word in words if word in name.lower()), None):
            yield Refusal("food", hit, hit)
            return
    if _is_closed(food):
        yield Refusal("food", *UNKNOWN)


def _texts(food: FoodFacts) -> Iterator[str]:
    yield from (text for _, text in food.names)
    for part in food.ingredients:
        yield part.name_zh
        yield part.name_en


def _by_diet(food: FoodFacts, key: str) -> Iterator[Refusal]:
    diet, evidence = _DIETS[key], _evidence(food)
    for tag in sorted(diet.tags & evidence.keys()):
        yield Refusal(key, *evidence[tag])
    for allergen in sorted(diet.allergens & food.allergens.contains):
        yield Refusal(key, allergen.name_in(Lang.ZH), allergen.name_in(Lang.EN))
    if diet.needs_recipe and _is_closed(food):
        yield Refusal(key, *UNKNOWN)


def _is_closed(food: FoodFacts) -> bool:
    """Tell whether a food is a dish of a table that does not say what it is made of."""
    return food.group is FoodGroup.DISH and len(food.ingredients) == 1 and not food.allergens.is_known


def _by_condition(food: FoodFacts, condition: str) -> Iterator[Refusal]:
    key = "pregnant" if condition.startswith("pregnant") else condition
    evidence = _evidence(food)
    for tag in sorted(_CONDITIONS.get(key, frozenset()) & evidence.keys()):
        yield Refusal(condition, *evidence[tag])
    if key == "coeliac" and (found := _holds(food, Allergen.WHEAT)):
        yield Refusal(condition, *found)
    for limit in CONDITION_LIMITS.get(key, ()):
        if limit.is_broken(food):
            yield Refusal(condition, limit.name_zh, limit.name_en)


@lru_cache(maxsize=8192)
def _evidence(food: FoodFacts) -> Mapping[str, _Found]:
    """Return what a food shows of itself by tag, each with the words to say so."""
    found: dict[str, _Found] = {}
    for gather in _SIDES:
        for tag, told in gather(food):
            found.setdefault(tag, told)
    if "meat" in found and not _ANIMALS & found.keys():
        found["unsure_meat"] = found["meat"]
    if (_LAND & found.keys()) and Allergen.MILK in food.allergens.contains:
        found["meat_with_milk"] = _PATTERN_NAMES["meat_with_milk"]
    return found


def _by_names(food: FoodFacts) -> Iterator[tuple[str, _Found]]:
    for lang, text in food.names:
        for tag, word in told_by(text, lang).items():
            if food.is_drink or tag not in _OF_DRINKS:
                yield tag, (word, food.name_en) if lang is Lang.ZH else (food.name_zh, word)
    if food.group is FoodGroup.ALCOHOL:
        yield "alcohol", (food.name_zh, food.name_en)
        yield "alcoholic", (food.name_zh, food.name_en)


def _by_ingredients(food: FoodFacts) -> Iterator[tuple[str, _Found]]:
    for part in food.ingredients:
        told = told_by(part.name_zh, Lang.ZH) | told_by(part.name_en, Lang.EN)
        if part.group in _GROUP_TAGS:
            told.setdefault(_GROUP_TAGS[part.group], part.name_en)
        for tag in told:
            if tag not in _OF_DRINKS | _OF_NAMES and (tag not in _BY_AMOUNT or part.share >= _IN_PASSING):
                yield tag, (part.name_zh or part.name_en, part.name_en or part.name_zh)


def _by_patterns(food: FoodFacts) -> Iterator[tuple[str, _Found]]:
    for pattern, tag in _PATTERN_TAGS.items():
        if food.pattern(pattern) > 0:
            yield tag, _PATTERN_NAMES[tag]
    if food.amount("ALC") > _ALCOHOL_G:
        yield "alcoholic", _PATTERN_NAMES["alcohol"]


_SIDES: tuple[Callable[[FoodFacts], Iterator[tuple[str, _Found]]], ...] = (_by_names, _by_ingredients, _by_patterns)
