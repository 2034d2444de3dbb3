"""How rows of Foundation Foods become foods."""

from __future__ import annotations

from pathlib import Path

import pytest

from nutrition.catalogue.drafts import FoodDraft
from nutrition.catalogue.nutrients import amounts_of
from nutrition.catalogue.sources import foundation
from nutrition.domain.foods import FoodGroup
from tests.nutrition.catalogue.test_sr28_source import write_gz

_FIBRES_AND_SUGARS = [column for pair in foundation._EITHER_COLUMN.values() for column in pair]
_EMPTY = dict.fromkeys([*foundation._COLUMNS, *_FIBRES_AND_SUGARS], "")
FOUNDATION_ROW = _EMPTY | {
    "foodName": "Kale, raw",
    "food_category": "Vegetables and Vegetable Products",
    "portion_unit_name": "cup",
    "portion_gram_weight": "20.6",
    "Energy": "43.0",
    "Vitamin C": "93.4",
}


def built(folder: Path, **changes: str) -> list[FoodDraft]:
    write_gz(folder / "usda_foundation_foods.csv.gz", FOUNDATION_ROW | changes)
    return list(foundation.build(folder))


def test_a_row_keeps_its_name_its_measure_and_its_unknowns(tmp_path: Path) -> None:
    [kale] = built(tmp_path)

    assert (kale.name_en, kale.group) == ("Kale, raw", FoodGroup.VEGETABLE)
    assert [(one.unit, one.grams.mid) for one in kale.portions] == [("cup", 20.6)]
    assert amounts_of(kale.nutrients) == {"ENERC_KCAL": 43.0, "VITC": 93.4, "ENERC_KJ": pytest.approx(179.912)}


def test_energy_that_is_missing_is_computed_and_the_provenance_says_so(tmp_path: Path) -> None:
    [kale] = built(tmp_path, Energy="", Protein="2.9", Carbohydrate="4.4", **{"Total fat": "1.5"})

    assert amounts_of(kale.nutrients)["ENERC_KCAL"] == 4 * 2.9 + 9 * 1.5 + 4 * 4.4
    assert kale.provenance.endswith("energy computed by the general Atwater factors")


def test_a_row_whose_energy_cannot_be_known_is_left_out(tmp_path: Path) -> None:
    assert built(tmp_path, Energy="", Protein="2.9", **{"Total fat": "1.5"}) == []


def test_carbohydrate_by_difference_is_never_below_nothing(tmp_path: Path) -> None:
    [kale] = built(tmp_path, Carbohydrate="-0.705")

    assert amounts_of(kale.nutrients)["CHOCDF"] == 0


def test_the_sum_of_single_sugars_and_the_usual_fibre_come_first(tmp_path: Path) -> None:
    figures = {"Sugars, Total": "12.6", "Total Sugars": "13.3", "Fiber": "", "Fiber (AOAC 2011.25)": "2.0"}

    [kale] = built(tmp_path, **figures)

    assert (amounts_of(kale.nutrients)["SUGAR"], amounts_of(kale.nutrients)["FIBTG"]) == (13.3, 2.0)


def test_a_measure_of_one_millilitre_is_the_density(tmp_path: Path) -> None:
    [oil] = built(tmp_path, portion_unit_name="milliliter", portion_gram_weight="0.909")

    assert (oil.density_g_per_ml, oil.portions) == (0.909, ())


@pytest.mark.parametrize(("word", "unit"), [("tablespoon", "tbsp"), ("egg", "piece"), ("order", "serving")])
def test_measures_become_units(tmp_path: Path, word: str, unit: str) -> None:
    [food] = built(tmp_path, portion_unit_name=word)

    assert food.portions[0].unit == unit
