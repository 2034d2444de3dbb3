"""What no food can be: rules that keep a broken row out of the catalogue."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from meum.domain.nutrients import NutrientVector
from nutrition.catalogue.drafts import FoodDraft
from nutrition.catalogue.nutrients import NUTRIENTS, position_of
from nutrition.domain.gtin import gtin_of

# Pure fat has 902 kcal by the largest factor in use (9.02); nothing edible has more.
ENERGY_MOST_KCAL = 905.0
# Tables measure water, protein, fat, carbohydrate and ash apart, so that a sum may pass 100 g by a little.
PROXIMATES_MOST_G = 107.0

_GRAMS = np.array([nutrient.unit == "g" for nutrient in NUTRIENTS])
_PROXIMATES = [position_of(tagname) for tagname in ("WATER", "PROCNT", "FAT", "CHOCDF", "ASH")]
_ENERGY = position_of("ENERC_KCAL")


def problems_of(draft: FoodDraft) -> Iterator[str]:
    """Yield what is impossible about a food, in English; nothing when it may be loaded."""
    if not draft.code or len(draft.code) > 40:
        yield "needs a code of 1 to 40 characters"
    if not 0 < draft.edible_share <= 1:
        yield "edible share is not within 0 and 1"
    if draft.density_g_per_ml is not None and not 0.1 <= draft.density_g_per_ml <= 3:
        yield "density is not within 0.1 and 3 g/ml"
    if not 0 <= draft.prior <= 100:
        yield "prior is not within 0 and 100"
    if len(draft.provenance) > 800:
        yield "has a provenance of more than 800 characters"
    if draft.gtin and not _is_gtin(draft.gtin):
        yield "has no GTIN of 13 digits under its bar code"
    yield from _name_problems(draft)
    yield from nutrient_problems(draft.nutrients)
    yield from _portion_problems(draft)


def _is_gtin(digits: str) -> bool:
    try:
        return gtin_of(digits) == digits
    except ValueError:
        return False


def _name_problems(draft: FoodDraft) -> Iterator[str]:
    texts = [(name.lang, name.text) for name in draft.names]
    if not (draft.name_zh or draft.name_en):
        yield "has no name"
    if len(draft.name_zh) > 120 or len(draft.name_en) > 250 or any(len(text) > 250 for _, text in texts):
        yield "has a name that is too long"
    if not all(text for _, text in texts):
        yield "has an empty name"
    if len(set(texts)) < len(texts):
        yield "repeats a name"


def nutrient_problems(nutrients: NutrientVector) -> Iterator[str]:
    """Yield what is impossible about the nutrients of 100 g of a food, in English."""
    amounts = nutrients.amounts
    known = np.where(np.isnan(amounts), 0.0, amounts)
    if np.isnan(amounts).all():
        yield "has no nutrient at all"
    if (known < 0).any() or np.isinf(known).any():
        yield "has an amount that is negative or infinite"
    if known[_ENERGY] > ENERGY_MOST_KCAL:
        yield f"has more than {ENERGY_MOST_KCAL:.0f} kcal in 100 g"
    if (known[_GRAMS] > 101).any():
        yield "has more than 100 g of one nutrient in 100 g"
    if known[_PROXIMATES].sum() > PROXIMATES_MOST_G:
        yield "has water, protein, fat, carbohydrate and ash of far more than 100 g in 100 g"


def _portion_problems(draft: FoodDraft) -> Iterator[str]:
    for portion in draft.portions:
        if not portion.unit:
            yield "has a portion without a unit"
        if not 0 < portion.grams.low <= portion.grams.high <= 20_000:
            yield f"has a portion {portion.unit!r} that is not within 0 and 20 kg"
    if sum(portion.is_default for portion in draft.portions) > 1:
        yield "has more than one default portion"
