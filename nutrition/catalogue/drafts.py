"""A food as a table tells it, before it is a row of the database."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from uuid import UUID, uuid5

import numpy as np
from numpy.typing import NDArray

from meum.domain.intervals import Interval
from meum.domain.languages import Lang
from meum.domain.nutrients import NutrientVector
from nutrition.domain.allergens import AllergenFacts
from nutrition.domain.foods import FoodGroup, NameKind

# Never change it: the ids of all shipped foods, and so every diary, hang on it.
FOOD_NAMESPACE = UUID("6f0c3c1e-5b1b-5d0a-9d5e-6d65756d0001")


@dataclass(frozen=True, slots=True)
class NameDraft:
    """One name by which a food may be found."""

    lang: Lang
    kind: NameKind
    text: str


@dataclass(frozen=True, slots=True)
class PortionDraft:
    """The grams of one household `unit` (个, 碗, cup); `detail` says which one, `basis` who says so."""

    unit: str
    grams: Interval
    basis: str
    detail: str = ""
    is_default: bool = False


@dataclass(frozen=True, slots=True)
class FoodDraft:
    """One food of one source; nutrients are per 100 g of edible part, unknown where the source says nothing.

    `patterns` are food pattern equivalents of 100 g, float64 (37,); `allergens` and `patterns` are None where nobody
    has looked. `gtin` is the number under the bar code, 13 digits.
    """

    source: str
    code: str
    group: FoodGroup
    name_zh: str
    name_en: str
    nutrients: NutrientVector
    provenance: str
    names: tuple[NameDraft, ...] = ()
    portions: tuple[PortionDraft, ...] = ()
    is_drink: bool = False
    edible_share: float = 1.0
    density_g_per_ml: float | None = None
    prior: int = 30
    gtin: str = ""
    allergens: AllergenFacts | None = None
    patterns: NDArray[np.float64] | None = field(default=None, compare=False)

    @property
    def key(self) -> str:
        """Return what names the food everywhere: source and code."""
        return f"{self.source}:{self.code}"

    @property
    def food_id(self) -> UUID:
        """Return the food's id, the same on every installation."""
        return food_id_of(self.key)


# A food is asked for its id several times in a row.
@lru_cache(maxsize=64)
def food_id_of(key: str) -> UUID:
    """Return the id of the food with a key such as `sr28:01123`."""
    return uuid5(FOOD_NAMESPACE, key)


def distinct(names: Iterable[NameDraft]) -> tuple[NameDraft, ...]:
    """Return the names without those that repeat a text in the same language; the first of them stays."""
    found: dict[tuple[Lang, str], NameDraft] = {}
    for name in names:
        found.setdefault((name.lang, name.text), name)
    return tuple(found.values())
