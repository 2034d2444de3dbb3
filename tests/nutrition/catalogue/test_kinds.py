"""Of which kinds of food the catalogue's foods are made."""

from __future__ import annotations

from pathlib import Path
from uuid import uuid4

import pytest

from meum.domain.intervals import Interval
from nutrition.catalogue.drafts import food_id_of
from nutrition.catalogue.kinds import PURINES, UNKNOWN, FoodKinds, kinds, kinds_of_food
from nutrition.catalogue.sources.base import EVERYDAY, rows_of
from nutrition.domain.layers import Layer
from nutrition.targets.purines import build


def told(key: str) -> FoodKinds:
    return kinds_of_food(food_id_of(key))


def grams(key: str) -> dict[str, float]:
    return {kind.key: amount.mid for kind, amount in told(key).grams.items()}


def test_a_dish_is_made_of_the_parts_of_its_recipe() -> None:
    # Its recipe has twice as much tomato as egg.
    of_dish = grams("everyday:tomato_egg")

    assert of_dish["tomato"] == pytest.approx(2 * of_dish["chicken_egg"])
    assert told("everyday:tomato_egg").is_known


def test_the_oil_of_a_dish_keeps_its_range() -> None:
    oil = told("everyday:tomato_egg").grams[kinds()["oil"]]

    assert oil.low < oil.mid < oil.high


@pytest.mark.parametrize(
    ("key", "kind", "raw"),
    [
        ("everyday:rice", "rice", 36),  # cooked rice is two thirds water
        ("everyday:apple", "apple", 100),
        ("sr28:16108", "soy", 104),  # dry soybeans
        ("sr28:16427", "soy", 23),  # regular tofu, 8 % protein to 35 % in soybeans
        ("sr28:01211", "milk", 98),
        ("sr28:01009", "cheese", 715),  # as much protein as seven times its weight of milk
    ],
)
def test_amounts_are_those_of_raw_food(key: str, kind: str, raw: float) -> None:
    assert grams(key)[kind] == pytest.approx(raw, rel=0.03)


def test_water_sugar_and_salt_are_known_to_be_none() -> None:
    assert told("everyday:water") == FoodKinds({}, is_known=True)


def test_what_nobody_has_told_is_unknown() -> None:
    assert kinds_of_food(uuid4()) is UNKNOWN
    assert not told("everyday:kfc_strips").is_known


def test_every_kind_is_of_some_part_and_every_part_of_some_kind() -> None:
    rows = list(rows_of(EVERYDAY / "part_foods.csv"))

    assert {row["kind"] for row in rows} - {""} == set(kinds())
    assert len({row["part"] for row in rows}) == len(rows)
    assert {kind.layer for kind in kinds().values()} == set(Layer)


def test_purines_are_built_from_a_source_that_has_every_food_named(tmp_path: Path) -> None:
    kinds_told = [row["purine"].split(";") for row in rows_of(EVERYDAY / "kinds.csv") if row["purine"]]
    names = {name for told in kinds_told for name in told}
    source, target = tmp_path / "purine_cn.csv", tmp_path / "purines.csv"

    def write(*, doubtful: str = "") -> None:
        rows = "".join(f"{name},30,{name != doubtful}\n" for name in sorted(names))
        source.write_text("name_zh,purine_total_mg,sum_ok\n" + rows, encoding="utf-8")

    write()
    assert build(source, target) == len(kinds_told) == len(list(rows_of(PURINES)))
    assert {(row["low"], row["high"]) for row in rows_of(target)} == {("30", "30")}

    write(doubtful="大米")
    with pytest.raises(ValueError, match="no purines are told of 大米"):
        build(source, target)


def test_purines_are_told_of_most_kinds_that_are_eaten_much() -> None:
    told = {kind.key: kind.purine_mg for kind in kinds().values()}

    assert told["rice"] == Interval(31, 36.67, 44)
    assert told["durian"] is None
