"""Nutrient vectors, in which unknown, trace and zero differ, and totals that carry coverage."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from meum.domain.intervals import Interval

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

# In the packed form a negative figure stands for "trace"; real amounts are never negative.
_TRACE = -1.0
_PACKED = np.dtype("<f4")
_PACKED_SPREAD = np.dtype([("position", "<u2"), ("low", "<f4"), ("high", "<f4")])


@dataclass(frozen=True, slots=True, eq=False)
class Spread:
    """Hold how far amounts may lie from what a vector says, as factors of it, for the nutrients where it matters.

    `positions` is int64 (M,) without repeats, `low` in 0..1 and `high` of at least 1 are float64 (M,).
    """

    positions: NDArray[np.int64]
    low: Floats
    high: Floats

    @classmethod
    def from_bytes(cls, blob: bytes) -> Spread:
        """Unpack what `to_bytes` made."""
        packed = np.frombuffer(blob, dtype=_PACKED_SPREAD)
        # By way of the shortest decimal, as amounts are.
        low, high = (packed[name].astype(np.str_).astype(np.float64) for name in ("low", "high"))
        return cls(packed["position"].astype(np.int64), low, high)

    def to_bytes(self) -> bytes:
        """Pack into 10 bytes a nutrient."""
        packed = np.empty(len(self.positions), dtype=_PACKED_SPREAD)
        packed["position"], packed["low"], packed["high"] = self.positions, self.low, self.high
        return packed.tobytes()

    def without(self, positions: Collection[int]) -> Spread:
        """Return the spread of the other nutrients."""
        kept = ~np.isin(self.positions, list(positions))
        return Spread(self.positions[kept], self.low[kept], self.high[kept])


@dataclass(frozen=True, eq=False)
class NutrientVector:
    """Hold what 100 g of edible part contain.

    `amounts` is float64 (N,), each in the unit of its nutrient, NaN where unknown, 0 where a trace was found;
    `trace` is bool (N,). N is the number of nutrients in the table; a nutrient keeps its position for ever.
    `spread` is None where nobody told how far the amounts may lie from these.
    """

    amounts: Floats
    trace: Flags
    spread: Spread | None = None

    @classmethod
    def unknown(cls, size: int) -> NutrientVector:
        """Return a vector of `size` nutrients of which none is known."""
        return cls(np.full(size, np.nan), np.zeros(size, dtype=bool))

    @classmethod
    def from_bytes(cls, blob: bytes, *, size: int, spread: bytes | None = None) -> NutrientVector:
        """Unpack what `to_bytes` and `Spread.to_bytes` made; positions that the blob does not reach are unknown."""
        packed = np.frombuffer(blob, dtype=_PACKED)[:size]
        amounts = np.full(size, np.nan)
        # By way of the shortest decimal, so that 144.4 comes back as 144.4 and not as 144.39999389648438.
        amounts[: len(packed)] = packed.astype(np.str_).astype(np.float64)
        trace = amounts == _TRACE
        amounts[trace] = 0.0
        return cls(amounts, trace, None if spread is None else Spread.from_bytes(spread))

    def to_bytes(self) -> bytes:
        """Pack into little-endian float32, 4 bytes a nutrient."""
        return np.where(self.trace, _TRACE, self.amounts).astype(_PACKED).tobytes()

    def is_known(self, position: int) -> bool:
        """Tell whether the nutrient at a position has a value (a trace and a zero are values)."""
        return not bool(np.isnan(self.amounts[position]))

    @cached_property
    def per_gram(self) -> Floats:
        """Return float64 (4, N): low, mid and high of one gram, 0 where unknown, then 1 where known and 0 elsewhere.

        Kept with the vector, which is summed up far more often than it is read.
        """
        known = ~np.isnan(self.amounts)
        mid = np.where(known, self.amounts, 0.0) / 100
        rows = np.stack([mid, mid, mid, known.astype(np.float64)])
        if self.spread is not None:
            rows[0, self.spread.positions] *= self.spread.low
            rows[2, self.spread.positions] *= self.spread.high
        rows.flags.writeable = False
        return rows


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
    """Sum portions of foods over `size` nutrients, unknown values left out and told by the coverage.

    Grams times amounts and the sums are taken bound by bound, as `Interval.times` and `Interval.__add__` do: the hand
    that serves much and the kitchen that pours much oil are the same for every dish of a day.
    """
    if not portions:
        nothing = np.zeros(size)
        return NutrientTotals(nothing, nothing, nothing, nothing)
    grams = np.array([(p.grams.low, p.grams.mid, p.grams.high, p.grams.mid) for p in portions])
    per_gram = np.stack([portion.vector.per_gram for portion in portions])
    low, mid, high, covered = np.einsum("pb,pbn->bn", grams, per_gram)
    eaten = float(grams[:, 1].sum())
    coverage = covered / eaten if eaten > 0 else per_gram[:, 3].min(axis=0)
    # The sum of shares may pass 1 by the last bit.
    return NutrientTotals(low, mid, high, np.minimum(coverage, 1.0))
