"""Indices of diet quality, worked by hand."""

from __future__ import annotations

import pytest

from nutrition.catalogue.patterns import POSITIONS
from nutrition.domain.indices import chei_2017, hei_2020, points_of
from nutrition.domain.layers import Layer
from nutrition.domain.targets import Sex

NOTHING = dict.fromkeys(POSITIONS, 0.0) | {"ENERC_KCAL": 2000.0, "NA": 0.0, "FASAT": 0.0, "FAMS": 0.0, "FAPU": 0.0}


def hei_of(**eaten: float) -> dict[str, float]:
    return {each.key: each.points for each in hei_2020(NOTHING | eaten)}


def test_half_of_the_standard_gets_half_of_the_points() -> None:
    # 0.8 cup eq of fruit in 2000 kcal are 0.4 per 1000; the standard is 0.8.
    assert hei_of(f_total=0.8, f_other=0.8)["total_fruits"] == pytest.approx(2.5)
    # Whole fruit has a standard of 0.4, so the same fruit gets all five points there.
    assert hei_of(f_total=0.8, f_other=0.8)["whole_fruits"] == pytest.approx(5)


def test_beans_count_as_vegetables_and_as_protein() -> None:
    told = hei_of(v_legumes=0.2, pf_legumes=0.8)

    assert told["greens_and_beans"] == pytest.approx(2.5)  # 0.1 of 0.2 cup eq
    assert told["total_vegetables"] == pytest.approx(5 * 0.1 / 1.1)
    assert told["seafood_and_plant_proteins"] == pytest.approx(2.5)  # 0.4 of 0.8 oz eq


@pytest.mark.parametrize(
    ("sodium_mg", "points"),
    [(2200, 10), (3100, 5), (4000, 0), (6000, 0)],  # 1.1, 1.55, 2.0 and 3.0 g per 1000 kcal
)
def test_sodium_loses_points_between_its_two_standards(sodium_mg: float, points: float) -> None:
    assert hei_of(NA=sodium_mg)["sodium"] == pytest.approx(points)


def test_fats_are_judged_by_their_ratio_and_by_their_share_of_energy() -> None:
    # 26.67 g of saturated fat are 240 of 2000 kcal, 12 %: half way from 16 to 8.
    told = hei_of(FASAT=26.667, FAMS=26.667, FAPU=22.667)

    assert told["saturated_fats"] == pytest.approx(5, abs=0.01)
    assert told["fatty_acids"] == pytest.approx(10 * (1.85 - 1.2) / 1.3, abs=0.01)
    assert hei_of(FAMS=1)["fatty_acids"] == 10
    assert hei_of()["fatty_acids"] == 0


def test_added_sugar_counts_16_kcal_a_teaspoon() -> None:
    assert hei_of(add_sugars=20.3125)["added_sugars"] == pytest.approx(5)  # 325 of 2000 kcal, 16.25 %


def test_a_perfect_week_has_a_hundred_points() -> None:
    adequate = {
        "f_total": 1.6,
        "f_other": 0.8,
        "v_total": 2.2,
        "v_drkgr": 0.4,
        "g_whole": 3,
        "d_total": 2.6,
        "pf_mps_total": 3.4,
        "pf_nutsds": 1.6,
        "FASAT": 10,
        "FAPU": 30,
    }
    assert points_of(hei_2020(NOTHING | adequate)) == pytest.approx(100)
    assert sum(each.most for each in hei_2020(NOTHING)) == 100


def test_without_energy_there_is_no_density() -> None:
    with pytest.raises(ValueError, match="energy"):
        hei_2020(NOTHING | {"ENERC_KCAL": 0.0})


PLAIN = dict.fromkeys(Layer, 0.0) | {"ENERC_KCAL": 2000.0, "NA": 0.0, "add_sugars": 0.0}


def chei_of(alcohol_g: float = 0.0, sex: Sex | None = None, **eaten: float) -> dict[str, float]:
    return {each.key: each.points for each in chei_2017(PLAIN | eaten, alcohol_g=alcohol_g, sex=sex)}


def test_chinas_index_counts_standard_portions() -> None:
    # 110 g of fruit in 2000 kcal are 0.55 portions of 100 g per 1000 kcal; 1.1 get all ten points.
    assert chei_of(fruits=110)["fruits"] == pytest.approx(5)
    # 137.5 g of grain are 1.25 portions of 55 g per 1000 kcal, half of 2.5, whole or not.
    assert chei_of(cereals=137.5, whole_grains=137.5)["total_grains"] == pytest.approx(5)
    assert chei_of(cereals=275)["whole_grains_mixed_beans"] == 0


@pytest.mark.parametrize(("meat_g", "points"), [(36, 5), (175.5, 2.5), (315, 0)])  # 0.4, 1.95 and 3.5 portions
def test_red_meat_loses_points_there(meat_g: float, points: float) -> None:
    assert chei_of(red_meat=meat_g)["red_meat"] == pytest.approx(points)


def test_alcohol_is_judged_by_the_day_and_by_the_sex() -> None:
    assert chei_of(alcohol_g=27.5, sex=Sex.FEMALE)["alcohol"] == pytest.approx(2.5)
    assert chei_of(alcohol_g=27.5, sex=Sex.MALE)["alcohol"] == pytest.approx(5 * 32.5 / 35)
    assert chei_of(alcohol_g=27.5)["alcohol"] == pytest.approx(2.5)


def test_chinas_index_has_a_hundred_points() -> None:
    assert sum(each.most for each in chei_2017(PLAIN, alcohol_g=0, sex=None)) == 100
    # Of plain nothing red meat, oil, sodium, sugar and alcohol have nothing against them.
    assert points_of(chei_2017(PLAIN, alcohol_g=0, sex=None)) == 35
