"""Compare what a table of sayings expects with what is read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from nutrition.reading.drafts import MealReading

TOLERANCE = 0.06
"""Share by which grams may differ from the table's."""


def sayings_of(path: Path) -> list[dict[str, Any]]:
    """Return the rows of a table of sayings, one JSON object a line."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def faults(saying: dict[str, Any], reading: MealReading) -> list[str]:
    """Return in words what a reading has wrong; nothing for a right one.

    A row gives `text` and `items` as [food, grams or null], and where it matters `slot`, `day`, `water_ml`, `unknown`,
    `denial`, `again`.
    """
    foods = [item.food for item in reading.items]
    wrong = [] if foods == [food for food, _ in saying["items"]] else [f"foods {foods}"]
    wrong += _grams_wrong(saying, reading) if not wrong else []
    told = {"slot": reading.slot, "day": reading.day_offset, "unknown": list(reading.unknown)}
    wrong += [f"{name} {value}" for name, value in told.items() if name in saying and saying[name] != value]
    water = sum(drink.volume_ml.mid for drink in reading.drinks)
    if water != saying.get("water_ml", 0):
        wrong.append(f"water {water}")
    flags = {"denial": reading.is_denial, "again": reading.again is not None}
    return wrong + [f"{name} {value}" for name, value in flags.items() if value != saying.get(name, False)]


def _grams_wrong(saying: dict[str, Any], reading: MealReading) -> list[str]:
    pairs = zip(reading.items, saying["items"], strict=True)
    return [
        f"{item.food} {item.grams.mid:.0f} g"
        for item, (_, grams) in pairs
        if grams is not None and abs(item.grams.mid - grams) > TOLERANCE * grams
    ]
