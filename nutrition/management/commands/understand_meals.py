"""Read meal sentences, from JSON Lines to JSON Lines; nothing is stored and no person is needed."""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings

from meum.domain.days import DayClock
from meum.domain.nutrients import Portion
from meum.kernel.errors import Invalid
from meum.kernel.json_lines import JsonLinesCommand, text_of
from nutrition.catalogue.nutrients import position_of
from nutrition.queries import Sitting, Understanding, UnderstoodDrink, UnderstoodItem, understand_meal

SUMS = {
    "energy_kcal": "ENERC_KCAL",
    "carbohydrate_g": "CHOCDF",
    "protein_g": "PROCNT",
    "fat_g": "FAT",
}


class Command(JsonLinesCommand):
    """Answer `{"id", "text", "at"?}` with the foods understood, their grams and what they count to."""

    help = (
        'Read {"id", "text", "lang"?, "at"?} a line and write {"id", "meals", "items", "unknown", "energy_kcal", ...}.'
    )

    def prepare(self) -> None:
        """Read the catalogue before the first question, and settle whose clock counts the days."""
        self.clock = DayClock(ZoneInfo(settings.DEFAULT_TIME_ZONE), 4)
        self.now = datetime.now(UTC)
        understand_meal(text="", at=self.now, counted_by=self.clock)

    def answer(self, question: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return what the sentence says about eating; water is an item of the food water."""
        at = _instant(question.get("at"), self.now)
        read = understand_meal(text=text_of(question, "text"), at=at, counted_by=self.clock)
        return {
            "meals": len(read.sittings),
            "items": [row for sitting in read.sittings for row in _rows(sitting)],
            "unknown": list(read.not_logged),
            **_sums(read),
        }


def _instant(value: object, now: datetime) -> datetime:
    if value is None:
        return now
    try:
        at = datetime.fromisoformat(str(value))
    except ValueError as error:
        raise Invalid("invalid_input", "at must be an instant such as 2026-03-10T12:00:00+08:00", field="at") from error
    if at.tzinfo is None:
        raise Invalid("invalid_input", "at must name its offset from UTC", field="at")
    return at


def _rows(sitting: Sitting) -> list[dict[str, Any]]:
    eaten = [_row(item, sitting.slot) for item in sitting.items]
    return eaten + [_row(drink, sitting.slot) for drink in sitting.drinks]


def _row(told: UnderstoodItem | UnderstoodDrink, slot: str) -> dict[str, Any]:
    food, grams = told.food, told.portion.grams
    return {
        "food": food.key,
        "food_id": str(food.food_id),
        "name_zh": food.name_zh,
        "name_en": food.name_en,
        "grams": round(grams.mid, 1),
        "grams_low": round(grams.low, 1),
        "grams_high": round(grams.high, 1),
        "energy_kcal": _energy(told.portion),
        "meal": slot,
        "words": told.draft.words if isinstance(told, UnderstoodItem) else told.words,
    }


def _energy(portion: Portion) -> float | None:
    """Return the energy of a portion in kcal; None where the food's is unknown."""
    energy = float(portion.vector.amounts[position_of("ENERC_KCAL")]) * portion.grams.mid / 100
    return None if math.isnan(energy) else round(energy, 1)


def _sums(read: Understanding) -> dict[str, float]:
    totals = read.totals()
    return {name: round(float(totals.mid[position_of(tag)]), 2) for name, tag in SUMS.items()}
