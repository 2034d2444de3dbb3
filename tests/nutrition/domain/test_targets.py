"""Targets by hand: energy by the formula, goals and limits as the reference intakes print them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from meum.domain.intervals import Interval
from nutrition.domain.adequacy import Standing, standing_of
from nutrition.domain.targets import Body, Bound, Sex, day_targets, resting_energy, with_drinking_limits
from nutrition.targets.tables import reference_intakes

WOMAN = Body(sex=Sex.FEMALE, age_years=30, region="CN", weight_kg=60, height_cm=165, activity="sedentary")
MAN = replace(WOMAN, sex=Sex.MALE, weight_kg=75, height_cm=178)


def goals(body: Body, *tags: str) -> list[tuple[float | None, float | None]]:
    """Return at least and at most for some nutrients."""
    bounds = day_targets(body, reference_intakes()).bounds
    return [(bounds[tag].low, bounds[tag].high) for tag in tags]


def test_energy_at_rest_is_that_of_mifflin_and_st_jeor() -> None:
    # 9.99 x 60 + 6.25 x 165 - 4.92 x 30 - 161 and 9.99 x 75 + 6.25 x 178 - 4.92 x 30 + 5
    assert resting_energy(sex=Sex.FEMALE, weight_kg=60, height_cm=165, age_years=30) == pytest.approx(1322.05)
    assert resting_energy(sex=Sex.MALE, weight_kg=75, height_cm=178, age_years=30) == pytest.approx(1719.15)


def test_energy_that_keeps_the_weight_is_an_interval() -> None:
    energy = day_targets(WOMAN, reference_intakes()).energy_kcal

    assert energy is not None
    assert energy.mid == pytest.approx(1322.05 * 1.4)
    assert (energy.low / energy.mid, energy.high / energy.mid) == pytest.approx((0.83, 1.17))


@pytest.mark.parametrize(
    "unknown",
    [replace(WOMAN, weight_kg=None), replace(WOMAN, height_cm=None), replace(WOMAN, activity=None)],
    ids=["weight", "height", "activity"],
)
def test_without_a_figure_there_is_no_energy_and_no_share_of_it_but_the_rest_stands(unknown: Body) -> None:
    targets = day_targets(unknown, reference_intakes())

    assert targets.energy_kcal is None
    assert "FASAT" not in targets.bounds
    assert targets.bounds["CA"].low == 800


# Read by eye from the tables that were transcribed.
@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (WOMAN, {"CA": (800, 2000), "FE": (18, 42), "VITC": (100, 2000), "FIBTG": (25, None), "NA": (None, 2000)}),
        (MAN, {"CA": (800, 2000), "FE": (12, 42), "ZN": (12, 40), "PROCNT": (65, ...)}),
        (replace(WOMAN, age_years=55), {"FE": (10, 42)}),
        (replace(WOMAN, age_years=70), {"PROCNT": (62, ...)}),
        (replace(WOMAN, age_years=80), {"NA": (None, 1800)}),
        (replace(WOMAN, region="US"), {"CA": (1000, 2500), "FE": (18, 45), "K": (2600, None), "NA": (None, 2300)}),
        (replace(MAN, region="US"), {"K": (3400, None), "MG": (400, None), "VITC": (90, 2000)}),
        (replace(MAN, region="US", age_years=55), {"CA": (1000, 2000), "MG": (420, None)}),
        (replace(WOMAN, region="EU"), {"FE": (16, None), "ZN": (9.3, 25), "CA": (950, 2500)}),
        (replace(WOMAN, region="EU", age_years=55), {"FE": (11, None)}),
        (replace(MAN, region="EU"), {"ZN": (11.7, 25), "VITC": (110, None)}),
        # 0.83 g of protein a kilogram.
        (replace(MAN, region="EU"), {"PROCNT": (0.83 * 75, ...)}),
    ],
)
def test_goals_and_limits_are_those_of_the_region(body: Body, expected: dict[str, tuple[object, object]]) -> None:
    known = day_targets(body, reference_intakes()).bounds

    for tag, (low, high) in expected.items():
        assert known[tag].low == pytest.approx(low), tag
        # An ellipsis: a share of the energy, which has a test of its own.
        assert high is ... or known[tag].high == pytest.approx(high), tag


def test_shares_of_energy_become_grams() -> None:
    kcal = 1322.05 * 1.4

    ((fat_low, fat_high), (_, saturated), (_, protein)) = goals(WOMAN, "FAT", "FASAT", "PROCNT")

    assert (fat_low, fat_high) == pytest.approx((0.2 * kcal / 9, 0.3 * kcal / 9))
    assert saturated == pytest.approx(0.1 * kcal / 9)
    assert protein == pytest.approx(0.2 * kcal / 4)


@pytest.mark.parametrize("region", ["CN", "US", "EU"])
def test_upper_levels_of_supplements_limit_no_food(region: str) -> None:
    assert [high for _, high in goals(replace(WOMAN, region=region), "MG", "FOLDFE", "TOCPHA", "VITA_RAE")] == [
        None
    ] * 4
    assert goals(replace(WOMAN, region=region), "RETOL") == [(None, 3000)]


def test_a_child_gets_no_targets_of_ours() -> None:
    with pytest.raises(ValueError, match="adults"):
        day_targets(replace(WOMAN, age_years=15), reference_intakes())


def test_an_unknown_activity_is_an_error() -> None:
    with pytest.raises(ValueError, match="sedentary, light"):
        day_targets(replace(WOMAN, activity="lively"), reference_intakes())


CALCIUM = Bound(tag="CA", low=800, high=2000, certainty="A")
SODIUM = Bound(tag="NA", low=None, high=2000, certainty="A")


@pytest.mark.parametrize(
    ("bound", "amount", "coverage", "standing"),
    [
        (CALCIUM, (300, 400, 500), 1.0, Standing.LOW),
        (CALCIUM, (700, 780, 900), 1.0, Standing.ABOUT),
        (CALCIUM, (300, 400, 500), 0.5, Standing.NOT_KNOWN),
        (CALCIUM, (850, 900, 950), 1.0, Standing.ENOUGH),
        # What is known is already enough, or too much, whatever the rest holds.
        (CALCIUM, (850, 900, 950), 0.3, Standing.ENOUGH),
        (CALCIUM, (2100, 2200, 2300), 0.3, Standing.HIGH),
        (CALCIUM, (1900, 2100, 2300), 1.0, Standing.ENOUGH),
        (SODIUM, (500, 600, 700), 1.0, Standing.ENOUGH),
        (SODIUM, (500, 600, 700), 0.5, Standing.NOT_KNOWN),
        (SODIUM, (2100, 2500, 2900), 0.5, Standing.HIGH),
    ],
)
def test_no_more_is_said_than_is_known(
    bound: Bound, amount: tuple[float, float, float], coverage: float, standing: Standing
) -> None:
    assert standing_of(Interval(*amount), coverage=coverage, bound=bound) is standing


@pytest.mark.parametrize("goal", ["lose", "gain"])
def test_who_loses_or_gains_has_a_goal_of_protein_by_the_kilogram(goal: str) -> None:
    def grams(body: Body, told: str = goal) -> float | None:
        return day_targets(body, reference_intakes(), goal=told).bounds["PROCNT"].low

    assert grams(WOMAN) == pytest.approx(1.2 * 60)
    assert grams(WOMAN, "maintain") == 55
    # Of 110 kg those count that a body mass index of 25 has, and the limit of the reference stays one.
    heavy = replace(MAN, weight_kg=110, activity="active")
    assert grams(heavy) == pytest.approx(1.2 * 25 * 1.78**2)
    assert grams(replace(WOMAN, weight_kg=None)) == 55


def test_a_goal_of_protein_never_lies_above_its_limit() -> None:
    small = replace(WOMAN, weight_kg=68, activity="sedentary", age_years=60)
    bound = day_targets(small, reference_intakes(), goal="lose").bounds["PROCNT"]

    assert bound.low is not None
    assert bound.high is not None
    assert bound.low <= bound.high


def test_nobody_loses_more_than_one_per_cent_of_the_weight_in_a_week() -> None:
    # 500 kcal a day are less than a fifth of 2800, but 1.1 % of 40 kg in a week.
    light = Body(sex=Sex.FEMALE, age_years=20, region="CN", weight_kg=40, height_cm=147, activity="very_active")
    spent = Interval.exact(2800)
    energy = day_targets(light, reference_intakes(), goal="lose", learned=spent).energy_kcal

    assert energy is not None
    assert energy.mid == pytest.approx(2800 - 0.01 * 40 * 7700 / 7)


@pytest.mark.parametrize(
    ("body", "caffeine_mg", "alcohol_g"),
    [
        (WOMAN, 400, 15),
        (replace(WOMAN, stage="pregnant_1"), 200, 0),
        (replace(MAN, region="US"), 400, 28),
        (replace(WOMAN, region="EU"), 400, None),  # EFSA sets none for alcohol
    ],
)
def test_caffeine_and_alcohol_have_limits(body: Body, caffeine_mg: float, alcohol_g: float | None) -> None:
    bounds = with_drinking_limits(day_targets(body, reference_intakes())).bounds

    assert bounds["CAFFN"].high == caffeine_mg
    assert (bounds["ALC"].high if "ALC" in bounds else None) == alcohol_g
