"""Nutrient vectors, in which unknown, trace and zero differ, and totals that carry coverage."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from meum.domain.intervals import Interval

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

# In the packed form a negative figure stands for "trace"; real amounts are never negative.
_TRACE = -1.0
_PACKED = np.dtype("<f4")


@dataclass(frozen=True, slots=True, eq=False)
class NutrientVector:
    """Hold what 100 g of edible part contain.

    `amounts` is float64 (N,), each in the unit of its nutrient, NaN where unknown, 0 where a trace was found;
    `trace` is bool (N,). N is the number of nutrients in the table; a nutrient keeps its position for ever.
    """

    amounts: Floats
    trace: Flags

    @classmethod
    def unknown(cls, size: int) -> NutrientVector:
        """Return a vector of `size` nutrients of which none is known."""
        return cls(np.full(size, np.nan), np.zeros(size, dtype=bool))

    @classmethod
    def from_bytes(cls, blob: bytes, *, size: int) -> NutrientVector:
        """Unpack what `to_bytes` made; positions that the blob does not reach are unknown."""
        packed = np.frombuffer(blob, dtype=_PACKED)[:size]
        amounts = np.full(size, np.nan)
        # By way of the shortest decimal, so that 144.4 comes back as 144.4 and not as 144.39999389648438.
        amounts[: len(packed)] = packed.astype(np.str_).astype(np.float64)
        trace = amounts == _TRACE
        amounts[trace] = 0.0
        return cls(amounts, trace)

    def to_bytes(self) -> bytes:
        """Pack into little-endian float32, 4 bytes a nutrient."""
        return np.where(self.trace, _TRACE, self.amounts).astype(_PACKED).tobytes()

    def is_known(self, position: int) -> bool:
        """Tell whether the nutrient at a position has a value (a trace and a zero are values)."""
        return not bool(np.isnan(self.amounts[position]))


class Portion(NamedTuple):
    """An amount eaten of one food: its vector per 100 g, and the grams."""

    vector: NutrientVector
    grams: Interval


@dataclass(frozen=True, slots=True, eq=False)
class NutrientTotals:
    """Hold sums over portions: `low`, `mid`, `high` float64 (N,) of what is known, and `coverage` (N,) in 0..1.

    Coverage is the share of the eaten grams (by mid) whose food has a known value. Where it is 0 the sums are 0
    and mean nothing; a caller must not show them as a fact.
    """

    low: Floats
    mid: Floats
    high: Floats
    coverage: Floats

    def interval(self, position: int) -> Interval:
        """Return the sum of one nutrient as an interval."""
        return Interval(float(self.low[position]), float(self.mid[position]), float(self.high[position]))


def totals_of(portions: Sequence[Portion], *, size: int) -> NutrientTotals:
    """Sum portions of foods over `size` nutrients, unknown values left out and told by the coverage."""
    if not portions:
        nothing = np.zeros(size)
        return NutrientTotals(nothing, nothing, nothing, nothing)
    per_gram = np.stack([portion.vector.amounts for portion in portions]) / 100
    known = ~np.isnan(per_gram)
    grams = np.array([(p.grams.low, p.grams.mid, p.grams.high) for p in portions])
    low, mid, high = grams.T @ np.where(known, per_gram, 0.0)
    eaten = float(grams[:, 1].sum())
    covered = (grams[:, 1:2] * known).sum(axis=0) / eaten if eaten > 0 else known.all(axis=0)
    return NutrientTotals(low, mid, high, np.asarray(covered, dtype=np.float64))
