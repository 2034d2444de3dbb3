"""A panel counts as right only when everything on it was read, and nothing besides."""

from __future__ import annotations

import random
from typing import Any

import pytest

from bench.labels.chinese import draw_chinese
from bench.labels.foods import draw_food
from bench.labels.panels import Specimen
from bench.labels.printed import Column, Printed
from bench.labels.western import draw_american, draw_european
from bench.packets import judged_of

COLUMN = Column(per="100g", amounts={"fat_g": 18.0, "salt_g": 0.5}, percents={"fat_g": 30.0})
PRINTED = Printed(style="eu", lines=(), columns=(COLUMN,), serving=30.0)
READ: dict[str, Any] = {
    "serving": 30.0,
    "columns": [{"per": "100g", "amounts": {"fat_g": 18.0, "salt_g": 0.5}, "percents": {"fat_g": 30.0}}],
}


def is_right(panel: dict[str, Any] | None) -> bool:
    specimen = Specimen(name="one", photo=b"", printed=PRINTED)
    return judged_of(specimen, {"panel": panel, "problems": []}).is_right


def column(**told: Any) -> dict[str, Any]:
    return READ | {"columns": [READ["columns"][0] | told]}


def test_a_panel_read_as_printed_is_right() -> None:
    assert is_right(READ)


@pytest.mark.parametrize(
    "read",
    [
        None,
        READ | {"serving": 3.0},
        READ | {"columns": READ["columns"] * 2},
        column(per="serving"),
        column(amounts={"fat_g": 18.0}),
        column(amounts={"fat_g": 1.8, "salt_g": 0.5}),
        column(amounts={"fat_g": 18.0, "salt_g": 0.5, "fibre_g": 1.0}),
        column(percents={}),
    ],
)
def test_one_field_wrong_missing_or_invented_makes_it_wrong(read: dict[str, Any] | None) -> None:
    assert not is_right(read)


@pytest.mark.parametrize("draw", [draw_chinese, draw_american, draw_european])
def test_the_same_seed_prints_the_same_panel(draw: Any) -> None:
    first, second = (draw(chance, draw_food(chance)) for chance in (random.Random(7), random.Random(7)))  # a fixed seed

    assert first == second
    assert first.columns[0].amounts
