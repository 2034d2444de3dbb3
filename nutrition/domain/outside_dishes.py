"""The dishes that a language model says it sees on a photo: a claim, so each part of it is checked; pure."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from meum.domain.intervals import Interval

MOST_DISHES = 12
"""An answer with more dishes than that is none."""
_LONGEST_NAME = 60
_LEAST_GRAMS, _MOST_GRAMS = 1.0, 3000.0
"""Less, or more, nobody is served of one dish (own rule)."""
_LEAST_SURE = 0.01
_MOST_LETTERS = 20_000
_LOW, _HIGH = 0.6, 1.6
"""How far off grams told from a photo may be (own rule, not calibrated: models differ)."""

SCHEMA: Mapping[str, Any] = {
    "type": "object",
    "additionalProperties": False,
    "required": ["dishes"],
    "properties": {
        "dishes": {
            "type": "array",
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["name_zh", "name_en", "grams", "probability"],
                "properties": {
                    "name_zh": {"type": "string"},
                    "name_en": {"type": "string"},
                    "grams": {"type": "number"},
                    "probability": {"type": "number"},
                },
            },
        }
    },
}
"""What an answer must look like, as a JSON Schema; grams are those on the photo, a probability is 0..1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedDish:
    """Hold one dish as it was named, not yet a food of the catalogue; at least one of the names is there."""

    name_zh: str
    name_en: str
    grams: Interval
    probability: float


def read_dishes(text: str) -> tuple[NamedDish, ...]:
    """Return the dishes of an answer, the most probable first, without those that cannot be.

    Raises ValueError for a text that is no answer of the form of `SCHEMA`, or one with too many dishes.
    """
    rows = _rows(text)
    dishes = [dish for row in rows if (dish := _dish(row)) is not None]
    return tuple(sorted(dishes, key=lambda dish: -dish.probability))


def _rows(text: str) -> list[object]:
    """Return the dishes as they were written."""
    if len(text) > _MOST_LETTERS:
        raise ValueError("too long")
    try:
        told = json.loads(text)
    except RecursionError as error:
        raise ValueError("too deep") from error
    if not isinstance(told, dict) or told.keys() != {"dishes"} or not isinstance(told["dishes"], list):
        raise ValueError("not the form that was asked for")
    if len(told["dishes"]) > MOST_DISHES:
        raise ValueError("too many dishes")
    return told["dishes"]


def _dish(row: object) -> NamedDish | None:
    if not isinstance(row, dict) or row.keys() != {"name_zh", "name_en", "grams", "probability"}:
        return None
    name_zh, name_en = _name(row["name_zh"]), _name(row["name_en"])
    grams = _number(row["grams"], least=_LEAST_GRAMS, most=_MOST_GRAMS)
    probability = _number(row["probability"], least=_LEAST_SURE, most=1.0)
    if grams is None or probability is None or not (name_zh or name_en):
        return None
    portion = Interval(grams * _LOW, grams, grams * _HIGH)
    return NamedDish(name_zh=name_zh, name_en=name_en, grams=portion, probability=probability)


def _name(told: object) -> str:
    """Return a name, empty for what is none: too long, or not a text."""
    name = told.strip() if isinstance(told, str) else ""
    return name if len(name) <= _LONGEST_NAME else ""


def _number(told: object, *, least: float, most: float) -> float | None:
    """Return a number within bounds, None for anything else; true is 1 to Python, but not to us."""
    if isinstance(told, bool) or not isinstance(told, int | float):
        return None
    # Compared first: a whole number of 400 digits has no float, and NaN is within no bounds.
    return float(told) if least <= told <= most else None
