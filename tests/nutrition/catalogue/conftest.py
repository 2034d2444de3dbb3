"""A few everyday foods in the database of a test."""

from __future__ import annotations

from pathlib import Path

import pytest

from nutrition.catalogue.drafts import FoodDraft
from nutrition.catalogue.loading import LoadReport, load_source
from nutrition.catalogue.sources import SOURCES
from nutrition.catalogue.tables import read_table, table_bytes

_FEW = frozenset(
    {"egg", "egg_boiled", "rice", "congee", "millet_congee", "noodles", "coffee", "green_tea", "glass_noodles"}
    | {"oatmeal", "rolled_oats", "milk", "apple"}
)


@pytest.fixture(scope="session")
def few_everyday_foods(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a table of a few of the everyday foods as they are shipped."""
    path = tmp_path_factory.mktemp("catalogue") / "everyday.csv.gz"
    rows = read_table(SOURCES["everyday"].table, source="everyday")
    path.write_bytes(table_bytes(row for row in rows if isinstance(row, FoodDraft) and row.code in _FEW))
    return path


@pytest.fixture
def everyday_catalogue(db: None, few_everyday_foods: Path) -> LoadReport:
    """Load a few everyday foods and return what the load did."""
    return load_source(name="everyday", path=few_everyday_foods)
