"""How rows of SR28 become foods."""

from __future__ import annotations

import csv
import gzip
from pathlib import Path
from typing import Any

import pytest

from nutrition.catalogue.drafts import FoodDraft
from nutrition.catalogue.nutrients import amounts_of
from nutrition.catalogue.sources.sr28 import build
from nutrition.domain.foods import FoodGroup

FOOD = {
    "ndb_no": "01077",
    "name": "Milk, whole, 3.25% milkfat",
    "common_name": "",
    "manufacturer": "",
    "group_code": "0100",
    "refuse_pct": "0.0",
}
AMOUNTS = {"ndb_no": "01077", "water_g": "88.1", "enerc_kcal": "61.0", "vitd_ug": "1.3", "vitd_iu": "51.0", "fe_mg": ""}


def write_gz(path: Path, *rows: dict[str, Any]) -> None:
    with gzip.open(path, "wt", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def built(folder: Path, *measures: tuple[str, str], **food: str) -> FoodDraft:
    weights = [{"ndb_no": "01077", "measure": measure, "g_per_unit": grams} for measure, grams in measures]
    write_gz(folder / "usda_sr28_foods.csv.gz", FOOD | food)
    write_gz(folder / "usda_sr28_nutrients_wide.csv.gz", AMOUNTS)
    write_gz(folder / "usda_sr28_weights.csv.gz", *(weights or [{"ndb_no": "", "measure": "", "g_per_unit": ""}]))
    [draft] = build(folder)
    return draft


def test_a_row_keeps_its_code_its_name_and_its_unknowns(tmp_path: Path) -> None:
    milk = built(tmp_path)

    assert (milk.key, milk.name_en, milk.name_zh) == ("sr28:01077", "Milk, whole, 3.25% milkfat", "")
    assert amounts_of(milk.nutrients) == {"WATER": 88.1, "ENERC_KCAL": 61.0, "VITD": 1.3, "VITD_IU": 51.0}


def test_the_fluid_ounce_of_a_drink_is_its_density(tmp_path: Path) -> None:
    milk = built(tmp_path, ("fl oz", "30.5"), ("cup", "244"))

    assert milk.is_drink
    assert milk.density_g_per_ml == pytest.approx(1.031)
    assert [portion.unit for portion in milk.portions] == ["cup"]


@pytest.mark.parametrize(
    ("measure", "unit", "detail"),
    [
        ("cup", "cup", ""),
        ("cup, sliced", "cup", "sliced"),
        ("cup slices", "cup", "slices"),
        ("tbsp", "tbsp", ""),
        ("cookies", "cookie", ""),
        ('medium (3" dia)', "piece", 'medium 3" dia'),
        ("large", "piece", "large"),
        ("NLEA serving", "serving", ""),
        ('fruit (2-1/8" dia)', "piece", '2-1/8" dia'),
        ("package (10 oz)", "packet", "10 oz"),
    ],
)
def test_measures_become_units_with_a_detail(tmp_path: Path, measure: str, unit: str, detail: str) -> None:
    [portion] = built(tmp_path, (measure, "100")).portions

    assert (portion.unit, portion.detail) == (unit, detail)
    assert (portion.grams.low, portion.grams.mid, portion.grams.high) == pytest.approx((85, 100, 115))


@pytest.mark.parametrize("measure", ["oz", "lb", "oz, cooked", "cubic inch"])
def test_masses_are_no_portions(tmp_path: Path, measure: str) -> None:
    assert built(tmp_path, (measure, "28.35")).portions == ()


def test_what_is_thrown_away_is_not_edible(tmp_path: Path) -> None:
    assert built(tmp_path, refuse_pct="36.0").edible_share == pytest.approx(0.64)


@pytest.mark.parametrize(
    ("name", "code", "group"),
    [
        ("Egg, whole, raw", "0100", FoodGroup.EGG),
        ("Potatoes, boiled", "1100", FoodGroup.TUBER),
        ("Alcoholic beverage, beer", "1400", FoodGroup.ALCOHOL),
        ("Cheese, gouda", "0100", FoodGroup.DAIRY),
    ],
)
def test_the_head_of_a_name_says_more_than_its_group(tmp_path: Path, name: str, code: str, group: FoodGroup) -> None:
    assert built(tmp_path, name=name, group_code=code).group is group


def test_a_brand_comes_after_the_plain_food(tmp_path: Path) -> None:
    plain = built(tmp_path, name="Soymilk, unsweetened")
    brand = built(tmp_path, name="SILK Unsweetened, soymilk")

    assert plain.prior > brand.prior
