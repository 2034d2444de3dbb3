"""Height and weight as two bare numbers: 170 61.5; pure."""

from __future__ import annotations

import re

_BOTH = re.compile(
    r"(?P<height>[0-9]{3}(?:\.[0-9])?)\s*(?:cm|厘米|公分)?[\s,，、/和]+"
    r"(?P<weight>[0-9]{2,3}(?:\.[0-9]{1,2})?)\s*(?P<unit>kg|公斤|千克)?"
)
_HEIGHTS_CM = (120.0, 220.0)
_LEAST_KG, _MOST_KG, _MOST_BARE_KG = 30.0, 300.0, 100.0
"""A bare weight above 100 may be told in 斤."""


def height_and_weight(plain: str) -> tuple[float, float] | None:
    """Return centimetres and kilograms that a cleaned text consists of, None for any other text."""
    found = _BOTH.fullmatch(plain.strip())
    if found is None:
        return None
    height_cm, weight_kg = float(found["height"]), float(found["weight"])
    most = _MOST_KG if found["unit"] else _MOST_BARE_KG
    is_possible = _HEIGHTS_CM[0] <= height_cm <= _HEIGHTS_CM[1] and _LEAST_KG <= weight_kg <= most
    return (height_cm, weight_kg) if is_possible else None
