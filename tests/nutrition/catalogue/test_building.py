"""Building the tables from a folder of source data."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from nutrition.catalogue.building import build_tables
from nutrition.catalogue.sources import SOURCES
from nutrition.catalogue.sources.tfda import _COLUMNS, _MILLIGRAM_COLUMNS
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
    return folder


def test_every_source_gets_its_table_of_the_same_bytes_each_time(source_data: Path, tmp_path: Path) -> None:
    first, second = (list(build_tables(source_data, into=tmp_path)) for _ in range(2))

    assert [table.path.name for table in first] == [f"{name}.csv.gz" for name in SOURCES]
    assert [table.foods for table in first] == [1, 1, 385]
    assert [table.sha256 for table in second] == [table.sha256 for table in first]


def test_building_without_source_data_says_what_to_give(settings: object) -> None:
    with pytest.raises(CommandError, match="MEUM_SOURCE_DATA"):
        call_command("build_catalogue", source_data="")
