"""Unknown, trace and zero differ, and totals say how much they know."""

from dataclasses import replace

import numpy as np
import pytest

from meum.domain.intervals import Interval
from meum.domain.nutrients import NutrientVector, Portion, Spread, totals_of

ENERGY, IRON, IODINE = range(3)


def vector(*amounts: float, trace: tuple[bool, ...] = (False, False, False)) -> NutrientVector:
    return NutrientVector(np.array(amounts), np.array(trace))


def test_packing_keeps_unknown_trace_and_zero_apart() -> None:
    packed = vector(144, 0, 0, trace=(False, False, True)).to_bytes()

    unpacked = NutrientVector.from_bytes(packed, size=4)

    assert unpacked.amounts[:3].tolist() == [144, 0, 0]
    assert unpacked.trace.tolist() == [False, False, True, False]
    assert [unpacked.is_known(position) for position in range(4)] == [True, True, True, False]


def test_packing_keeps_the_decimals_of_a_table() -> None:
    packed = vector(144.4, 0.035, 12345.67).to_bytes()

    assert NutrientVector.from_bytes(packed, size=3).amounts.tolist() == [144.4, 0.035, 12345.67]


def test_totals_carry_the_interval_of_the_grams() -> None:
    totals = totals_of([Portion(vector(200, 1, 0), Interval(50, 100, 150))], size=3)

    assert totals.interval(ENERGY) == Interval(100, 200, 300)


def test_coverage_is_the_share_of_grams_with_a_known_value() -> None:
    known, unknown = vector(100, 2, 5), vector(100, 2, np.nan)

    totals = totals_of([Portion(known, Interval.exact(150)), Portion(unknown, Interval.exact(50))], size=3)

    assert totals.coverage.tolist() == [1, 1, 0.75]
    assert totals.mid[IODINE] == pytest.approx(7.5)


def test_nothing_eaten_is_nothing_known() -> None:
    assert totals_of([], size=3).coverage.tolist() == [0, 0, 0]


def test_totals_widen_by_what_a_recipe_leaves_open() -> None:
    oily = replace(vector(200, 1, 0), spread=Spread(np.array([ENERGY]), np.array([0.8]), np.array([1.3])))

    totals = totals_of([Portion(oily, Interval(50, 100, 150)), Portion(vector(10, 0, 0), Interval.exact(100))], size=3)

    assert totals.interval(ENERGY) == Interval(0.8 * 100 + 10, 200 + 10, 1.3 * 300 + 10)
    assert totals.interval(1) == Interval(0.5, 1, 1.5)


def test_a_spread_of_what_is_not_known_adds_nothing() -> None:
    unknown = replace(vector(np.nan, 1, 0), spread=Spread(np.array([ENERGY]), np.array([0.8]), np.array([1.3])))

    totals = totals_of([Portion(unknown, Interval.exact(100))], size=3)

    assert (totals.high[ENERGY], totals.coverage[ENERGY]) == (0, 0)


def test_a_spread_survives_packing() -> None:
    spread = Spread(np.array([0, 153]), np.array([0.815, 0.5]), np.array([1.231, 2.0]))

    unpacked = Spread.from_bytes(spread.to_bytes())

    assert [side.tolist() for side in (unpacked.positions, unpacked.low, unpacked.high)] == [
        [0, 153],
        [0.815, 0.5],
        [1.231, 2.0],
    ]


def test_a_spread_without_some_nutrients_keeps_the_others() -> None:
    spread = Spread(np.array([0, 4, 8]), np.array([0.8, 0.7, 0.6]), np.array([1.2, 1.3, 1.4]))

    assert spread.without([4]).positions.tolist() == [0, 8]
