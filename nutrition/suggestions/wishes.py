"""What a person must not or does not want to be offered, checked: an unknown word is an error, never left out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from meum.domain.languages import Lang
from nutrition.catalogue.allergens import allergens_in_names
from nutrition.domain.allergens import Allergen
from nutrition.suggestions.cookbook import words_of_food

BUCKWHEAT = "buckwheat"
"""Of no list in China, the European Union or the United States, but declared in Japan and Korea."""

DIETS = (
    "vegetarian",
    "vegan",
    "pescatarian",
    "buddhist_vegetarian",
    "halal",
    "kosher",
    "no_beef",
    "no_pork",
)
CONDITIONS = (
    "hypertension",
    "type2_diabetes",
    "gout",
    "ckd3_no_dialysis",
    "dyslipidaemia",
    "lactose_intolerance",
    "pregnant",
    "pregnant_1",
    "pregnant_2",
    "pregnant_3",
    "breastfeeding",
    "iron_deficiency",
    "minors",
    "eating_disorder_history",
    "coeliac",
)
_SHELLFISH = frozenset({Allergen.CRUSTACEANS, Allergen.MOLLUSCS})
_SEAFOOD = _SHELLFISH | {Allergen.FISH}
_GLUTEN = frozenset({Allergen.WHEAT})
_MILK = frozenset({Allergen.MILK})
_NUTS = frozenset({Allergen.TREE_NUTS})
_CALLED: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        **{name.lower(): frozenset({one.value}) for one in Allergen for name in (one, *map(one.name_in, Lang))},
        BUCKWHEAT: frozenset({BUCKWHEAT}),
        "荞麦": frozenset({BUCKWHEAT}),
        "shellfish": _SHELLFISH,
        "虾蟹贝": _SHELLFISH,
        "贝类": frozenset({Allergen.MOLLUSCS}),
        "seafood": _SEAFOOD,
        "海鲜": _SEAFOOD,
        "gluten": _GLUTEN,
        "麸质": _GLUTEN,
        "小麦": _GLUTEN,
        "dairy": _MILK,
        "奶": _MILK,
        "乳制品": _MILK,
        "eggs": frozenset({Allergen.EGG}),
        "tree_nut": _NUTS,
        "tree nut": _NUTS,
        "nuts": _NUTS | {Allergen.PEANUT},
    }
)


@dataclass(frozen=True, slots=True)
class Wishes:
    """What suggestions heed: allergens and single foods, a diet, conditions, and keys of foods not liked.

    `allergens` are values of `Allergen` or `BUCKWHEAT`; `foods` are the words, in small letters, for the single foods
    that a person reacts to.
    """

    allergens: frozenset[str] = frozenset()
    diet: str | None = None
    conditions: frozenset[str] = frozenset()
    dislikes: frozenset[str] = frozenset()
    foods: frozenset[str] = frozenset()


def parse_wishes(
    *,
    allergens: Iterable[str] = (),
    diet: str | None = None,
    conditions: Iterable[str] = (),
    dislikes: Iterable[str] = (),
) -> Wishes:
    """Return the wishes that words tell; raise ValueError naming the first that nobody knows.

    An allergen may be any food's name: 芒果 then keeps away mango by its names in both languages, and 核桃 tree nuts.
    """
    known, foods = set[str](), set[str]()
    for told in allergens:
        groups, words = _allergen(told)
        known |= groups
        foods |= words
    if diet is not None and diet not in DIETS:
        raise ValueError(f"no diet is called {diet[:40]!r}")
    wanted = frozenset(conditions)
    if unknown := sorted(wanted.difference(CONDITIONS)):
        raise ValueError(f"no condition is called {unknown[0][:40]!r}")
    return Wishes(frozenset(known), diet, wanted, frozenset(dislikes), frozenset(foods))


def _allergen(told: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the groups and the words of single foods that the name of an allergen stands for."""
    name = told.strip().lower()
    if name in _CALLED:
        return _CALLED[name], frozenset()
    words = words_of_food(name)
    if not words:
        raise ValueError(f"no allergen and no food is called {told[:40]!r}")
    groups = frozenset(one.value for one in allergens_in_names(zh=name, en=name))
    return groups, words
