"""Food pattern equivalents: how much of each kind of food (fruit, whole grain, dairy ...) 100 g of a food amount to.

The 37 components of the USDA Food Patterns Equivalents Database, which the Healthy Eating Index counts with. A
component keeps its position for ever, as nutrients do.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from meum.domain.languages import Lang
from nutrition.catalogue.nutrients import TABLES

_PACKED = np.dtype("<f4")


@dataclass(frozen=True, slots=True)
class Pattern:
    """One component; amounts are in `unit` (cup eq, oz eq, tsp eq, g, drinks) per 100 g."""

    position: int
    tag: str
    unit: str
    name_zh: str
    name_en: str

    def name(self, lang: Lang) -> str:
        """Return the component's name in a language."""
        return self.name_zh if lang is Lang.ZH else self.name_en


def _read() -> tuple[Pattern, ...]:
    with (TABLES / "patterns.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    return tuple(
        Pattern(place, row["tag"], row["unit"], row["name_zh"], row["name_en"]) for place, row in enumerate(rows)
    )


PATTERNS = _read()
POSITIONS: Mapping[str, int] = MappingProxyType({pattern.tag: pattern.position for pattern in PATTERNS})
"""Where each component stands in a vector."""


def patterns_vector(amounts: Mapping[str, float]) -> NDArray[np.float64]:
    """Return float64 (37,) of amounts by tag, zero where nothing is told; raise ValueError for an unknown tag."""
    vector = np.zeros(len(PATTERNS))
    for tag, amount in amounts.items():
        if tag not in POSITIONS:
            raise ValueError(f"no food pattern has the tag {tag[:40]!r}")
        vector[POSITIONS[tag]] = amount
    return vector


def packed_patterns(vector: NDArray[np.float64]) -> bytes:
    """Pack into little-endian float32, 4 bytes a component."""
    return vector.astype(_PACKED).tobytes()


def unpacked_patterns(packed: bytes) -> NDArray[np.float64]:
    """Unpack what `packed_patterns` made."""
    # By way of the shortest decimal, so that 0.41 comes back as 0.41.
    return np.frombuffer(packed, dtype=_PACKED).astype(np.str_).astype(np.float64)


def pattern_amounts(vector: NDArray[np.float64]) -> dict[str, float]:
    """Return the components of a vector that are not zero, by tag, rounded to six significant figures."""
    return {PATTERNS[place].tag: float(f"{vector[place]:.6g}") for place in np.flatnonzero(vector)}
