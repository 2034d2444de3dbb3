"""What a person tells of a food of their own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

LABEL_TAGS = {
    "energy_kcal": "ENERC_KCAL",
    "protein_g": "PROCNT",
    "fat_g": "FAT",
    "carbohydrate_g": "CHOCDF",
    "fibre_g": "FIBTG",
    "sodium_mg": "NA",
}
"""What labels tell, by its name with the unit, and the tagname under which it is kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """What a label tells, by tagname, of 100 g or of a portion; what is not there is unknown."""

    amounts: Mapping[str, float]
    is_per_portion: bool = False

    def per_100_g(self, *, portion_grams: float | None) -> dict[str, float]:
        """Return the amounts in 100 g; raise ValueError where they are of a portion whose grams nobody told."""
        if not self.is_per_portion:
            return dict(self.amounts)
        if portion_grams is None:
            raise ValueError("the amounts are of a portion without grams")
        return {tagname: amount * 100 / portion_grams for tagname, amount in self.amounts.items()}
