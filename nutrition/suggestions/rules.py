"""The hard rules: why a food may not be offered to a person."""

from __future__ import annotations

from dataclasses import dataclass

from meum.domain.languages import Lang, name_in
from nutrition.suggestions.facts import FoodFacts
from nutrition.suggestions.wishes import Wishes


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a food may not be offered: the key of the rule (`milk`, `halal`, `gout` ...) and what in it breaks the rule."""

    rule: str
    found_zh: str
    found_en: str

    def found(self, lang: Lang) -> str:
        """Return what breaks the rule, in words."""
        return name_in(lang, zh=self.found_zh, en=self.found_en)


def refusal(food: FoodFacts, wishes: Wishes) -> Refusal | None:
    """Return why a food may not be offered to somebody with these wishes, None where it may."""
    raise NotImplementedError
