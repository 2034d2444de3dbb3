"""The allergens that labels in China and in the European Union must name, and what is known of a food about them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from meum.domain.languages import Lang


class Allergen(StrEnum):
    """A group of foods of Regulation (EU) 1169/2011, annex II; the value is stored.

    The first eight are those of China's GB 7718 too.
    """

    WHEAT = "wheat"
    CRUSTACEANS = "crustaceans"
    FISH = "fish"
    EGG = "egg"
    PEANUT = "peanut"
    SOY = "soy"
    MILK = "milk"
    TREE_NUTS = "tree_nuts"
    SESAME = "sesame"
    CELERY = "celery"
    MUSTARD = "mustard"
    SULPHITES = "sulphites"
    LUPIN = "lupin"
    MOLLUSCS = "molluscs"

    @property
    def is_chinese(self) -> bool:
        """Tell whether the list of China has it."""
        return self in _OF_CHINA

    def name_in(self, lang: Lang) -> str:
        """Return how people call it."""
        return _NAMES[self][0 if lang is Lang.ZH else 1]


_OF_CHINA = frozenset(list(Allergen)[:8])
_NAMES = {
    Allergen.WHEAT: ("含麸质的谷物", "cereals with gluten"),
    Allergen.CRUSTACEANS: ("甲壳类", "crustaceans"),
    Allergen.FISH: ("鱼类", "fish"),
    Allergen.EGG: ("蛋类", "egg"),
    Allergen.PEANUT: ("花生", "peanut"),
    Allergen.SOY: ("大豆", "soy"),
    Allergen.MILK: ("乳类", "milk"),
    Allergen.TREE_NUTS: ("坚果", "tree nuts"),
    Allergen.SESAME: ("芝麻", "sesame"),
    Allergen.CELERY: ("芹菜", "celery"),
    Allergen.MUSTARD: ("芥末", "mustard"),
    Allergen.SULPHITES: ("亚硫酸盐", "sulphites"),
    Allergen.LUPIN: ("羽扇豆", "lupin"),
    Allergen.MOLLUSCS: ("软体动物", "molluscs"),
}


@dataclass(frozen=True, slots=True)
class AllergenFacts:
    """The allergens a food is known to hold; unless `is_known` it may hold others, so that it is free of none."""

    contains: frozenset[Allergen] = frozenset()
    is_known: bool = False

    @property
    def codes(self) -> str:
        """Return the allergens as they are stored: joined by commas, in the order of the list."""
        return ",".join(allergen for allergen in Allergen if allergen in self.contains)

    def may_hold(self, allergen: Allergen) -> bool:
        """Tell whether somebody who reacts to an allergen must leave the food alone."""
        return allergen in self.contains or not self.is_known

    def named(self, lang: Lang) -> list[str]:
        """Return the names of what it holds, in the order of the list."""
        return [allergen.name_in(lang) for allergen in Allergen if allergen in self.contains]


def allergens_of_codes(codes: str) -> frozenset[Allergen]:
    """Return the allergens that `AllergenFacts.codes` joined; raise ValueError for an unknown one."""
    return frozenset(Allergen(code) for code in codes.split(",") if code)


def together(parts: Iterable[AllergenFacts]) -> AllergenFacts:
    """Return what a dish holds that is made of parts; known in full when that of every part is."""
    told = list(parts)
    contains = frozenset[Allergen]().union(*(part.contains for part in told))
    return AllergenFacts(contains, all(part.is_known for part in told))
