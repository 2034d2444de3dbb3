"""Units of measure as people write them, each tied to one canonical word, dimension and factor."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from meum.domain import units
from meum.language.spellings import HOUSEHOLD, SCALED, SIZES


class Dimension(StrEnum):
    """What a measure measures; all but household ones have a factor to the canonical unit in the value."""

    MASS = "g"
    VOLUME = "ml"
    LENGTH = "m"
    ENERGY = "kcal"
    HOUSEHOLD = "household"


class Size(StrEnum):
    """How big a person called a unit or a food: 小碗, "a large apple"."""

    SMALL = "small"
    MEDIUM = "medium"
    LARGE = "large"


@dataclass(frozen=True, slots=True)
class Measure:
    """Hold one unit: `word` is its one canonical spelling, `factor` the canonical units in one of it.

    A household measure (碗, slice) has factor 1; `volume_ml` is set where a kitchen defines it (cup, 汤匙).
    """

    word: str
    dimension: Dimension
    factor: float = 1.0
    volume_ml: float | None = None

    @property
    def is_household(self) -> bool:
        """Tell whether only a table of portions can weigh it."""
        return self.dimension is Dimension.HOUSEHOLD


VOLUMES_ML = MappingProxyType(
    {
        "cup": 8 * units.ML_PER_FL_OZ,
        "tbsp": units.ML_PER_FL_OZ / 2,
        "tsp": units.ML_PER_FL_OZ / 6,
        "shot": 1.5 * units.ML_PER_FL_OZ,
        "dessertspoon": 10.0,
        "汤匙": 15.0,
        "茶匙": 5.0,
    }
)
"""Household measures that hold a defined volume."""

_FACTORS = {
    Dimension.MASS: {
        "g": 1.0,
        "kg": 1000.0,
        "mg": 1e-3,
        "µg": 1e-6,
        "斤": units.G_PER_JIN,
        "两": units.G_PER_LIANG,
        "oz": units.G_PER_OZ,
        "lb": units.G_PER_LB,
    },
    Dimension.VOLUME: {
        "ml": 1.0,
        "l": 1000.0,
        "dl": 100.0,
        "cl": 10.0,
        "fl oz": units.ML_PER_FL_OZ,
        "pint": 16 * units.ML_PER_FL_OZ,
        "quart": 32 * units.ML_PER_FL_OZ,
        "gallon": 128 * units.ML_PER_FL_OZ,
    },
    Dimension.LENGTH: {
        "m": 1.0,
        "km": 1000.0,
        "cm": 0.01,
        "mm": 0.001,
        "里": 500.0,
        "mile": units.M_PER_MILE,
        "ft": 12 * units.CM_PER_INCH / 100,
        "inch": units.CM_PER_INCH / 100,
    },
    # In food talk 卡 and "calories" mean kilocalories.
    Dimension.ENERGY: {"kcal": 1.0, "kj": 1 / units.KJ_PER_KCAL},
}


def _scaled() -> Iterator[tuple[str, Measure]]:
    for dimension, factors in _FACTORS.items():
        for word, factor in factors.items():
            for spelling in (word, *SCALED[word]):
                yield spelling, Measure(word, dimension, factor)


def _household() -> Iterator[tuple[str, Measure]]:
    for word, others in HOUSEHOLD.items():
        for spelling in (word, *others):
            yield spelling, Measure(word, Dimension.HOUSEHOLD, volume_ml=VOLUMES_ML.get(word))


MEASURES = MappingProxyType(dict([*_household(), *_scaled()]))
"""Every spelling of every measure."""

_SIZES = {spelling: Size(size) for size, spellings in SIZES.items() for spelling in (size, *spellings)}


def _longest_of(spellings: Iterator[str]) -> re.Pattern[str]:
    # A Latin spelling is tried as a whole word, so that "g" does not hide in "grams" nor "l" in "lb".
    longest_first = sorted(spellings, key=len, reverse=True)
    return re.compile("|".join(re.escape(word) + (r"(?![a-z])" if word.isascii() else "") for word in longest_first))


_MEASURE = _longest_of(iter(MEASURES))
_SIZE = _longest_of(iter(_SIZES))


def measure_at(text: str, at: int) -> tuple[Measure, int] | None:
    """Return the longest measure that begins at `at` of a cleaned text, and where it ends; None if there is none.

    A Latin spelling must be a whole word, a Chinese one need not be.
    """
    match = _MEASURE.match(text, at)
    return (MEASURES[match.group()], match.end()) if match else None


def size_at(text: str, at: int) -> tuple[Size, int] | None:
    """Return the size word that begins at `at` of a cleaned text, and where it ends; None if there is none."""
    match = _SIZE.match(text, at)
    return (_SIZES[match.group()], match.end()) if match else None


def measure_named(word: str) -> Measure | None:
    """Return the measure that a cleaned word spells in full, or None: `slices` and `slice` are the same."""
    return MEASURES.get(word)
