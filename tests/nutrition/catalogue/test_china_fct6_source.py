"""How an operator's file of the China tables becomes foods: sound rows only, the others told by line."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

import numpy as np
import pytest
from django.core.management import CommandError, call_command

from nutrition.catalogue.drafts import FoodDraft
from nutrition.catalogue.nutrients import amounts_of, position_of
from nutrition.catalogue.queries import visible_foods
from nutrition.catalogue.sources import HELD_SOURCES, SOURCES, china_fct6
from nutrition.catalogue.tables import Refusal
from nutrition.domain.foods import FoodGroup
from nutrition.models.catalogue import CatalogueSource
from tests.nutrition.catalogue.test_sr28_source import write_gz

RICE = dict.fromkeys([*china_fct6._COLUMNS, *china_fct6._MAIN, *china_fct6._MICRO], "") | {
    "food_code": "012401x",
    "name_zh": "稻米（代表值）[大米、白米]",
    "category": "谷类及其制品-稻米",
    "grade": "A",
    "grade_micro": "B",
    "edible_pct": "100",
    "energy_kcal": "346",
    "water_g": "13.3",
    "protein_g": "7.9",
    "fat_g": "0.9",
    "carb_g": "77.2",
    "ash_g": "0.7",
    "calcium_mg": "8",
    "iron_mg": "1.1",
    "thiamin_mg": "0.15",
    "potassium_mg": "112",
    "sodium_mg": "1.8",
}


def read(folder: Path, *rows: dict[str, str]) -> list[FoodDraft | Refusal]:
    path = folder / "china.csv.gz"
    write_gz(path, *rows)
    return list(china_fct6.read(path))


def rice(folder: Path, **changes: str) -> FoodDraft:
    [food] = read(folder, RICE | changes)
    assert isinstance(food, FoodDraft), food
    return food


def refused(folder: Path, **changes: str) -> str:
    [refusal] = read(folder, RICE | changes)
    assert isinstance(refusal, Refusal)
    return refusal.reason


def test_a_row_keeps_its_code_and_its_names(tmp_path: Path) -> None:
    food = rice(tmp_path)

    assert (food.key, food.name_zh, food.group) == ("china_fct6:012401x", "稻米（代表值）", FoodGroup.GRAIN)
    assert [name.text for name in food.names] == ["稻米（代表值）", "稻米", "大米", "白米", "daomi"]
    assert amounts_of(food.nutrients)["CHOCDF"] == 77.2


def test_a_trace_is_told_as_one(tmp_path: Path) -> None:
    food = rice(tmp_path, trace_fields="iron_mg", iron_mg="0")

    assert bool(food.nutrients.trace[position_of("FE")])


def test_figures_on_which_two_readings_disagree_are_left_out(tmp_path: Path) -> None:
    food = rice(tmp_path, conflict_fields="calcium_mg|protein_g")

    assert np.isnan(food.nutrients.amounts[position_of("CA")])
    assert amounts_of(food.nutrients)["PROCNT"] == 7.9


def test_of_a_row_whose_small_columns_slipped_only_the_main_ones_are_taken(tmp_path: Path) -> None:
    known = amounts_of(rice(tmp_path, grade_micro="C").nutrients)

    assert "CA" not in known
    assert known["ENERC_KCAL"] == 346


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"grade": "C"}, "is of grade C; only A and B are sound"),
        ({"grade": ""}, "is of grade unknown; only A and B are sound"),
        ({"energy_kcal": "100"}, "contradicts itself: energy_far_off"),
        ({"energy_kcal": ""}, "contradicts itself: energy_unknown"),
        ({"protein_g": "180"}, "has more than 100 g of one nutrient in 100 g"),
        ({"protein_g": "much"}, "could not convert string to float: 'much'"),
        ({"category": "矿物"}, "is of an unknown category '矿物'"),
    ],
)
def test_a_row_that_is_not_sound_is_refused_with_its_reason(
    tmp_path: Path, changes: dict[str, str], reason: str
) -> None:
    assert refused(tmp_path, **changes) == reason


def test_a_code_counts_once(tmp_path: Path) -> None:
    assert read(tmp_path, RICE, RICE)[1] == Refusal("china.csv.gz", 3, "repeats a code")


def test_a_file_that_lacks_a_column_is_none_of_this_source(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"china\.csv\.gz lacks the columns category"):
        read(tmp_path, {column: cell for column, cell in RICE.items() if column != "category"})


def test_nothing_of_a_held_source_is_shipped() -> None:
    assert not HELD_SOURCES.keys() & SOURCES.keys()


@pytest.mark.django_db
def test_the_command_loads_sound_rows_and_tells_the_others(tmp_path: Path) -> None:
    path, told, problems = tmp_path / "china.csv.gz", StringIO(), StringIO()
    write_gz(path, RICE, RICE | {"food_code": "1", "grade": "C"})

    call_command("load_foods", source=["china_fct6", str(path)], stdout=told, stderr=problems)

    assert told.getvalue().startswith("china_fct6: 1 new")
    assert problems.getvalue().strip() == "china.csv.gz:3: is of grade C; only A and B are sound"
    assert visible_foods().get().key == "china_fct6:012401x"
    assert CatalogueSource.objects.get().edition == "6th edition"


@pytest.mark.django_db
def test_a_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "china.csv"
    path.write_text("a,b\n1,2\n", encoding="utf-8")

    with pytest.raises(CommandError, match=r"china\.csv cannot be read"):
        call_command("load_foods", source=["china_fct6", str(path)])
