"""What cooking leaves of vitamins, against the printed factors."""

from __future__ import annotations

import numpy as np
import pytest

from nutrition.catalogue.nutrients import amounts_of, position_of
from nutrition.catalogue.sources import everyday
from nutrition.catalogue.sources.base import EVERYDAY, rows_of
from nutrition.catalogue.sources.retention import cooked, kept_shares, kinds_of_parts
from tests.nutrition.catalogue.drafts import draft

SPINACH = draft("11457", source="sr28", amounts={"ENERC_KCAL": 23, "VITC": 28.1, "FOL": 194, "K": 558, "WATER": 91.4})
RICE_WINE = draft("43479", source="sr28", amounts={"ENERC_KCAL": 134, "ALC": 16.1, "WATER": 78.4})


@pytest.mark.parametrize(
    ("kind", "method", "tagname", "share"),
    [
        # Read by eye: "VEG,GREENS,STIR FRY" (3015), "VEG,GREENS,BOILED,WATER USED" (3006), "PORK,FRSH,CHOPS,BRWN,
        # SIMMRD,W/DRIP" (1352), "POTATOES,FRIED" (3315), "FINFISH,>5%FAT,SIMMERED,W/DRIP" (2552).
        ("greens", "stir_fry", "VITC", 0.85),
        ("greens", "boil", "VITC", 0.70),
        ("greens", "soup", "FOL", 0.75),
        ("pork", "braise", "THIA", 0.55),
        ("pork", "braise", "NIA", 0.95),
        ("potato", "deep_fry", "VITC", 0.80),
        ("fish", "steam", "VITB12", 0.95),
        ("fish", "steam", "THIA", 0.90),
    ],
)
def test_factors_are_those_of_the_printed_table(kind: str, method: str, tagname: str, share: float) -> None:
    assert kept_shares()[kind, method][position_of(tagname)] == share


def test_stir_fried_spinach_loses_vitamin_c_and_folate_but_no_potassium() -> None:
    amounts = amounts_of(cooked(SPINACH, method="stir_fry").nutrients)

    assert (amounts["VITC"], amounts["FOL"], amounts["K"]) == pytest.approx((28.1 * 0.85, 194 * 0.85, 558))


def test_spinach_in_a_cold_dish_keeps_what_it_has() -> None:
    assert cooked(SPINACH, method="cold") is SPINACH


def test_a_part_that_is_cooked_already_loses_nothing_more() -> None:
    boiled = draft("11458", source="sr28", amounts={"VITC": 9.8})

    assert cooked(boiled, method="stir_fry") is boiled


def test_alcohol_boils_away_with_its_energy_and_leaves_the_weight_right() -> None:
    amounts = amounts_of(cooked(RICE_WINE, method="stir_fry").nutrients)

    assert amounts["ALC"] == pytest.approx(16.1 * 0.4)
    assert amounts["ENERC_KCAL"] == pytest.approx(134 - 6.93 * 16.1 * 0.6)
    assert amounts["ALC"] + amounts["WATER"] == pytest.approx(16.1 + 78.4)


def test_every_method_of_a_recipe_is_one_that_we_know() -> None:
    methods = {row["method"] for path in (EVERYDAY / "foods").glob("*.csv") for row in rows_of(path)}

    assert methods <= {method for _, method in kept_shares()} | set(everyday.UNCOOKED)


def test_every_kind_of_part_has_factors_and_no_factor_passes_all() -> None:
    assert set(kinds_of_parts().values()) == {kind for kind, _ in kept_shares()}
    assert all(((share >= 0) & (share <= 1)).all() for share in kept_shares().values())
    assert not any(np.isnan(share).any() for share in kept_shares().values())
