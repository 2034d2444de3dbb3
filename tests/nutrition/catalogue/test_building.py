"""Building the tables from a folder of source data."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from nutrition.catalogue.building import build_tables
from nutrition.catalogue.drafts import FoodDraft
from nutrition.catalogue.sources import SOURCES, fndds
from nutrition.catalogue.sources.base import EVERYDAY, rows_of
from nutrition.catalogue.sources.tfda import _COLUMNS, _MILLIGRAM_COLUMNS
from nutrition.catalogue.tables import read_table
from nutrition.domain.allergens import Allergen, AllergenFacts
from nutrition.domain.foods import Grade
from tests.nutrition.catalogue.test_foundation_source import FOUNDATION_ROW
from tests.nutrition.catalogue.test_off_source import PRODUCT
from tests.nutrition.catalogue.test_sr28_source import AMOUNTS, FOOD, write_gz
from tests.nutrition.catalogue.test_tfda_source import ROW


@pytest.fixture
def source_data(tmp_path: Path) -> Path:
    """Return a folder with one food of each source."""
    folder = tmp_path / "foods"
    folder.mkdir()
    write_gz(folder / "usda_sr28_foods.csv.gz", FOOD)
    write_gz(folder / "usda_sr28_nutrients_wide.csv.gz", AMOUNTS)
    write_gz(folder / "usda_sr28_weights.csv.gz", {"ndb_no": "01077", "measure": "cup", "g_per_unit": "244"})
    columns = dict.fromkeys([*_COLUMNS, *_MILLIGRAM_COLUMNS], "")
    write_gz(folder / "tfda_2025_foods.csv.gz", columns | ROW)
    write_gz(folder / "usda_foundation_foods.csv.gz", FOUNDATION_ROW)
    write_gz(folder / "openfoodfacts_sample_odbl.csv.gz", PRODUCT)
    _write_fndds(folder)
    return folder


def _write_fndds(folder: Path) -> None:
    """Write one food of the first edition of FNDDS, and a later edition that has no other."""
    food = {"food_code": "11111000", "name": "Milk, whole", "additional_descriptions": "", "wweia_code": "1002"}
    amounts = {"food_code": "11111000"} | dict.fromkeys(fndds._COLUMNS, "") | {"energy_kcal": "60", "water_g": "88"}
    write_gz(folder / "fndds_2017_2018_foods.csv.gz", food)
    write_gz(folder / "fndds_2017_2018_nutrients.csv.gz", amounts)
    write_gz(folder / "fndds_2021_2023_nutrients.csv.gz", amounts)
    write_gz(folder / "fped_2017_2018.csv.gz", {"food_code": "11111000", "d_total_cup_eq": "0.41"})
    for edition in ("2017_2018", "2021_2023"):
        write_gz(
            folder / f"fndds_{edition}_portions.csv.gz", {"food_code": "11111000", "portion": "1 cup", "grams": "244"}
        )
    (folder.parent / "targets").mkdir()
    (folder.parent / "targets" / "us_foods_by_occasion.csv").write_text("food_code,reports\n11111000,9\n")


def _everyday_foods() -> int:
    return sum(1 for path in (EVERYDAY / "foods").glob("*.csv") for _ in rows_of(path))


def test_every_source_gets_its_table_of_the_same_bytes_each_time(source_data: Path, tmp_path: Path) -> None:
    first, second = (list(build_tables(source_data, into=tmp_path)) for _ in range(2))

    assert [table.path.name for table in first] == [f"{name}.csv.gz" for name in SOURCES]
    assert [table.foods for table in first] == [1, 1, 1, 1, _everyday_foods(), 1]
    assert [table.sha256 for table in second] == [table.sha256 for table in first]


def test_a_built_table_tells_the_shares_of_grades_and_the_allergens(source_data: Path, tmp_path: Path) -> None:
    built = {table.path.name: table for table in build_tables(source_data, into=tmp_path)}

    [milk] = read_table(built["fndds.csv.gz"].path, source="fndds")
    assert isinstance(milk, FoodDraft)
    assert milk.allergens == AllergenFacts(frozenset({Allergen.MILK}), is_known=False)
    assert built["fndds.csv.gz"].share(Grade.C) == 1.0
    assert sum(built["everyday.csv.gz"].share(grade) for grade in Grade) == pytest.approx(1.0)


def test_building_without_source_data_says_what_to_give(settings: object) -> None:
    with pytest.raises(CommandError, match="MEUM_SOURCE_DATA"):
        call_command("build_catalogue", source_data="")
