"""Reading the tables of weighed food."""

from __future__ import annotations

import gzip
import math
from pathlib import Path

import pytest

from bench.weighed import read_objects, read_plates

OBJECTS = """source,file,object_id,code,grams,volume_cm3,view,food_box,coin_box,coin_mm,split
x,a/top.jpg,apple1,apple,250,300,top,0 0 80 20,0 0 20 20,25,val
x,a/side.jpg,apple1,apple,250,300,side,10 0 50 80,0 0 20 5,25,val
"""
PLATES = """dish_id,cafe,kcal,mass_g,fat_g,carb_g,protein_g,ingredients_g,flag
d1,1,130,100,0,28,3,rice:98.0|soy sauce:2.0|salt:0.0,
d2,1,9000,100,0,28,3,rice:100.0,implausible
d3,1,1,100,0,0,0,plate only:100.0,
"""


def test_the_sides_of_an_object_are_told_by_those_of_the_coin(tmp_path: Path) -> None:
    (tmp_path / "weighed.csv").write_text(OBJECTS, encoding="utf-8")

    (apple,) = read_objects(tmp_path)

    assert (apple.name, apple.code, apple.grams) == ("apple1", "apple", 250)
    assert (apple.area, apple.width, apple.height) == pytest.approx((math.log(4), math.log(2), math.log(4)))
    assert apple.files == ("a/top.jpg", "a/side.jpg")


def test_plates_that_cannot_be_true_or_hold_no_food_are_left_out(tmp_path: Path) -> None:
    (tmp_path / "nutrition5k_dishes.csv.gz").write_bytes(gzip.compress(PLATES.encode()))

    (plate,) = read_plates(tmp_path)

    assert (plate.kcal, plate.parts) == (130, (("rice", 98.0), ("soy sauce", 2.0)))
