"""The made-up people by whom estimates of expenditure are judged: their bodies, and what they log."""

from __future__ import annotations

from statistics import fmean

import numpy as np
import pytest

from bench.physiology import LivingBody
from bench.trackers import DAYS, tracker
from nutrition.domain.targets import Sex


def woman() -> LivingBody:
    """Return a woman of 70 kg who spends 2000 kcal a day."""
    return LivingBody(sex=Sex.FEMALE, age_years=40, height_cm=165, weight_kg=70, kcal=2000, resting_kcal=1350)


def test_a_body_that_eats_what_it_spends_stays_as_it_is() -> None:
    body = woman()

    spent = [body.live(2000) for _ in range(100)]

    assert spent == pytest.approx([2000] * 100)
    assert body.mass_kg == pytest.approx(70)


def test_eating_less_takes_water_first_then_fat_and_the_body_spends_less() -> None:
    body = woman()
    fat, spent, weights = body.fat_kg, 2000.0, [body.mass_kg]
    for _ in range(56):
        spent = body.live(1500)
        weights.append(body.mass_kg)

    # The first week takes more weight than the eighth: glycogen and water go first.
    assert weights[0] - weights[7] > 1.5 * (weights[49] - weights[56])
    assert 1.5 < fat - body.fat_kg < 3.5
    assert 1700 < spent < 1950


def test_salt_binds_water_for_some_days() -> None:
    body = woman()
    body.live(2000, sodium_mg=3000)
    salted = body.mass_kg
    for _ in range(10):
        body.live(2000)

    assert salted - 70 > 0.3
    assert body.mass_kg == pytest.approx(70, abs=0.05)


def test_who_moves_more_spends_more() -> None:
    assert woman().live(2000, moving=1.5) > 2100


def test_a_person_is_the_same_each_time_and_of_another_seed_another() -> None:
    assert tracker((0, 1)).days == tracker((0, 1)).days
    assert tracker((0, 1)).days != tracker((1, 1)).days


def test_people_log_as_studies_found() -> None:
    people = [tracker((0, number)) for number in range(200)]

    unlogged = fmean(each.intake_kcal is None for one in people for each in one.days)
    shares = [float(one.share.mean()) for one in people]
    assert 0.26 < unlogged < 0.34
    assert 0.8 < fmean(shares) < 0.92
    assert 0.08 < float(np.std(shares)) < 0.15


def test_the_truth_of_a_day_is_the_mean_of_the_week_that_ends_with_it() -> None:
    one = tracker((0, 3))

    assert one.truth(DAYS) == pytest.approx(one.spent[-7:].mean())
    assert one.truth_as_logged(14) == pytest.approx((one.spent * one.share)[7:14].mean())
