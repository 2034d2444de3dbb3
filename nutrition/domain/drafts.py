"""What is about to be stored of a meal, before it has a row."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

from meum.domain.intervals import Interval


@dataclass(frozen=True, slots=True, kw_only=True)
class Macros:
    """What was told of the macronutrients of an amount of bare energy, in g; None where nothing was."""

    protein_g: float | None = None
    carbohydrate_g: float | None = None
    fat_g: float | None = None

    @property
    def told(self) -> dict[str, float]:
        """Return what was told by its INFOODS tagname."""
        named = {"PROCNT": self.protein_g, "CHOCDF": self.carbohydrate_g, "FAT": self.fat_g}
        return {tagname: grams for tagname, grams in named.items() if grams is not None}

    @property
    def least_kcal(self) -> float:
        """Return what they hold together at 4, 4 and 9 kcal a gram (Atwater)."""
        return 4 * (self.protein_g or 0) + 4 * (self.carbohydrate_g or 0) + 9 * (self.fat_g or 0)

    def scaled(self, factor: float) -> Macros:
        """Return them of so many times the amount."""
        return Macros(
            protein_g=None if self.protein_g is None else self.protein_g * factor,
            carbohydrate_g=None if self.carbohydrate_g is None else self.carbohydrate_g * factor,
            fat_g=None if self.fat_g is None else self.fat_g * factor,
        )

    def plus(self, other: Macros) -> Macros:
        """Return them of two amounts together, known where both are."""
        return Macros(
            protein_g=_sum(self.protein_g, other.protein_g),
            carbohydrate_g=_sum(self.carbohydrate_g, other.carbohydrate_g),
            fat_g=_sum(self.fat_g, other.fat_g),
        )


def _sum(first: float | None, second: float | None) -> float | None:
    return None if first is None or second is None else first + second


NO_MACROS = Macros()


@dataclass(frozen=True, slots=True, kw_only=True)
class MealItemDraft:
    """One food of a meal to store: which version of it, and how many grams of edible part.

    `quantity` and `measure` are as told (2, 个); `words` is the piece of text it was read from; `macros` are told of
    bare energy alone.
    """

    food_version_id: UUID
    grams: Interval
    quantity: float | None = None
    measure: str = ""
    is_amount_assumed: bool = False
    words: str = ""
    macros: Macros = NO_MACROS

    def scaled(self, factor: float) -> MealItemDraft:
        """Return so many times as much of it."""
        return replace(
            self,
            grams=self.grams.scaled(factor),
            quantity=None if self.quantity is None else self.quantity * factor,
            macros=self.macros.scaled(factor),
        )
