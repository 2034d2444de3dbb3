"""Our own table format: what goes in comes out, equal foods give equal bytes, a broken row is told and passed over."""

from __future__ import annotations

import gzip
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from meum.domain.intervals import Interval
from nutrition.catalogue.drafts import FoodDraft, PortionDraft
from nutrition.catalogue.nutrients import factors_of, position_of, spread_of
from nutrition.catalogue.patterns import patterns_vector
from nutrition.catalogue.tables import COLUMNS, Refusal, digest_of_row, read_table, table_bytes
from nutrition.domain.allergens import Allergen, AllergenFacts
from tests.nutrition.catalogue.drafts import draft


def _written(folder: Path, *drafts: FoodDraft) -> Path:
    path = folder / "everyday.csv.gz"
    path.write_bytes(table_bytes(drafts))
    return path


def _rows(folder: Path, *rows: str) -> list[FoodDraft | Refusal]:
    path = folder / "foods.csv"
    path.write_text("\n".join([",".join([*COLUMNS, "ENERC_KCAL"]), *rows]), encoding="utf-8")
    return list(read_table(path, source="everyday"))


def test_a_food_comes_back_as_it_was_written(tmp_path: Path) -> None:
    portion = PortionDraft("个", Interval(42, 50, 60), "own_estimate", "大", is_default=True)
    egg = draft(portions=(portion,), is_drink=False, edible_share=0.88, density_g_per_ml=1.03, prior=100)

    [read] = read_table(_written(tmp_path, egg), source="everyday")

    assert isinstance(read, FoodDraft)
    assert digest_of_row(read) == digest_of_row(egg)
    assert read.portions == (portion,)


def test_unknown_trace_and_zero_stay_apart(tmp_path: Path) -> None:
    egg = draft(amounts={"ENERC_KCAL": 143, "CHOCDF": 0})
    egg.nutrients.amounts[position_of("FE")] = 0
    egg.nutrients.trace[position_of("FE")] = True

    [read] = read_table(_written(tmp_path, egg), source="everyday")

    assert isinstance(read, FoodDraft)
    assert bool(read.nutrients.trace[position_of("FE")])
    assert not bool(read.nutrients.trace[position_of("CHOCDF")])
    assert np.isnan(read.nutrients.amounts[position_of("FAT")])


def test_a_spread_comes_back(tmp_path: Path) -> None:
    fried = draft(nutrients=replace(draft().nutrients, spread=spread_of({"ENERC_KCAL": (0.815, 1.231)})))

    [read] = read_table(_written(tmp_path, fried), source="everyday")

    assert isinstance(read, FoodDraft)
    assert digest_of_row(read) == digest_of_row(fried)
    assert read.nutrients.spread is not None
    assert factors_of(read.nutrients.spread) == {"ENERC_KCAL": (0.815, 1.231)}


def test_a_bar_code_allergens_and_patterns_come_back(tmp_path: Path) -> None:
    told = AllergenFacts(frozenset({Allergen.EGG}), is_known=True)
    egg = draft(gtin="4006381333931", allergens=told, patterns=patterns_vector({"pf_total": 2, "pf_eggs": 2}))
    nothing = draft("water", allergens=AllergenFacts(is_known=True), patterns=patterns_vector({}))
    open_end = draft("stew", allergens=AllergenFacts())
    bare = draft("bare")

    read = {
        row.code: row
        for row in read_table(_written(tmp_path, egg, nothing, open_end, bare), source="everyday")
        if isinstance(row, FoodDraft)
    }

    assert [read[code].allergens for code in ("egg", "water", "stew", "bare")] == [
        told,
        AllergenFacts(is_known=True),
        AllergenFacts(),
        None,
    ]
    assert [row.patterns is None for row in (read["egg"], read["water"], read["stew"])] == [False, False, True]
    assert (read["egg"].gtin, digest_of_row(read["egg"])) == ("4006381333931", digest_of_row(egg))


def test_equal_foods_give_equal_bytes_in_any_order() -> None:
    egg, rice = draft("egg"), draft("rice", name_zh="米饭", name_en="rice")

    assert table_bytes([egg, rice]) == table_bytes([rice, egg])


def test_a_digest_changes_with_anything_that_is_told() -> None:
    assert digest_of_row(draft()) != digest_of_row(draft(amounts={"ENERC_KCAL": 144, "PROCNT": 12.56}))
    assert digest_of_row(draft()) != digest_of_row(replace(draft(), edible_share=0.88))


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("rice,grain,0,1,,100,米饭,rice,,,x,-5", "has an amount that is negative or infinite"),
        ("rice,grain,0,1,,100,米饭,rice,,,x,9000", "has more than 905 kcal in 100 g"),
        ("rice,grain,0,1,,100,米饭,rice,,,x,many", "could not convert string to float: 'many'"),
        ("rice,stone,0,1,,100,米饭,rice,,,x,130", "'stone' is not a valid FoodGroup"),
        ("rice,grain,0,1,,100,,,,,x,130", "has no name"),
        ("rice,grain,0,1,,100,米饭,rice,,碗~~9~5~20~own~1,x,130", "an interval needs low <= mid <= high"),
        ("rice,grain,0,1,,100", "has 6 cells where the head has 12"),
        ("egg,egg,0,1,,100,鸡蛋,egg,,,x,143", "repeats a code"),
    ],
)
def test_a_broken_row_is_told_with_file_and_line_and_the_rest_is_read(tmp_path: Path, row: str, reason: str) -> None:
    egg, milk = "egg,egg,0,1,,100,鸡蛋,egg,,,x,143", "milk,dairy,1,1,1.03,100,牛奶,milk,,,x,61"

    read = _rows(tmp_path, egg, row, milk)

    assert read[1] == Refusal("foods.csv", 3, reason)
    assert [one.code for one in read if isinstance(one, FoodDraft)] == ["egg", "milk"]


def test_a_file_with_another_head_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "recipes.csv"
    path.write_text("food,part,grams\n", encoding="utf-8")

    with pytest.raises(ValueError, match="does not begin with the columns code, group"):
        list(read_table(path, source="everyday"))


def test_a_packed_table_tells_no_time_and_no_machine(tmp_path: Path) -> None:
    packed = _written(tmp_path, draft()).read_bytes()

    assert packed[4:8] == b"\0\0\0\0"
    assert gzip.decompress(packed).startswith(b"code,group,drink")
