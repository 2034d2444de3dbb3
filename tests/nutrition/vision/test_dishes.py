"""Every dish that photos are told apart by has a name, a group and a food of the catalogue."""

from __future__ import annotations

import csv
import gzip
from collections.abc import Iterator

from nutrition.catalogue.sources import SOURCES
from nutrition.vision.dishes import dishes, groups


def test_every_dish_has_a_name_in_both_languages_and_a_group() -> None:
    assert [dish.code for dish in dishes().values() if not (dish.zh and dish.en)] == []
    assert {dish.group for dish in dishes().values()} == set(groups())


def test_every_dish_has_a_food_of_the_shipped_catalogue() -> None:
    wanted = {dish.food for dish in dishes().values()}
    tables = {food.partition(":")[0] for food in wanted}

    assert wanted - {key for table in tables for key in _keys(table)} == set()


def _keys(table: str) -> Iterator[str]:
    with gzip.open(SOURCES[table].table, "rt", encoding="utf-8") as lines:
        yield from (f"{table}:{row['code']}" for row in csv.DictReader(lines))
