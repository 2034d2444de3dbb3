"""Working a dish out from its parts: by hand on small figures, and from USDA's and Taiwan's tables."""

from __future__ import annotations

import pytest

from meum.domain.intervals import Interval
from meum.domain.nutrients import NutrientVector
from nutrition.catalogue.nutrients import factors_of, position_of
from nutrition.catalogue.sources.recipes import Part, dish
from tests.nutrition.catalogue.drafts import draft

CABBAGE = draft("11109", source="sr28", amounts={"ENERC_KCAL": 25, "FAT": 0.1, "WATER": 92, "VITC": 36, "CARTA": 0})
OIL = draft("04044", source="sr28", amounts={"ENERC_KCAL": 884, "FAT": 100, "WATER": 0, "VITC": 0, "CARTA": 0})


def test_oil_that_kitchens_pour_differently_spreads_energy_and_fat() -> None:
    # 300 g of cabbage and 20 (10-35) g of oil weigh 260 g when done, 250 g with the least oil and 275 g with the most:
    # fat 20.3, 10.3, 35.3 g in all; 7.808, 4.12, 12.836 g in 100 g. Energy 251.8, 163.4, 384.4 kcal.
    fried = dish([Part(CABBAGE, Interval.exact(300)), Part(OIL, Interval(10, 20, 35))], cooked_g=260)

    assert fried.amounts[position_of("FAT")] == pytest.approx(7.808, abs=0.001)
    assert _spread_of(fried)["FAT"] == pytest.approx((4.12 / 7.808, 12.836 / 7.808), abs=0.001)
    assert _spread_of(fried)["ENERC_KCAL"] == pytest.approx((65.36 / 96.85, 139.78 / 96.85), abs=0.001)


def test_what_oil_hardly_changes_has_no_spread() -> None:
    fried = dish([Part(CABBAGE, Interval.exact(300)), Part(OIL, Interval(10, 20, 35))], cooked_g=260)

    assert set(_spread_of(fried)) == {"ENERC_KCAL", "FAT"}


def test_two_parts_that_differ_add_up() -> None:
    lard = draft("lard", amounts={"ENERC_KCAL": 884, "FAT": 100, "WATER": 0, "VITC": 0, "CARTA": 0})
    alone = dish(
        [Part(CABBAGE, Interval.exact(300)), Part(OIL, Interval(10, 20, 20)), Part(lard, Interval.exact(20))],
        cooked_g=280,
    )
    both = dish(
        [Part(CABBAGE, Interval.exact(300)), Part(OIL, Interval(10, 20, 20)), Part(lard, Interval(10, 20, 20))],
        cooked_g=280,
    )

    assert 1 - _spread_of(both)["FAT"][0] == pytest.approx(2 * (1 - _spread_of(alone)["FAT"][0]), abs=0.002)


def test_a_recipe_without_ranges_has_no_spread() -> None:
    assert dish([Part(CABBAGE, Interval.exact(300)), Part(OIL, Interval.exact(20))], cooked_g=260).spread is None


def _spread_of(vector: NutrientVector) -> dict[str, tuple[float, float]]:
    assert vector.spread is not None
    return factors_of(vector.spread)
