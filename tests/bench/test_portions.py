"""The evaluation of portions: how bounds are fitted and counted, and what a coin tells of weighed objects."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest

from bench.coin import bounds, by_class, by_sides, judged
from bench.places import Place
from bench.portions import OBJECTS, PLATES, Weighed, calibration_of, portions, weighted_quantile, within
from bench.reports import Report
from bench.weighed import Seen
from meum.domain.intervals import Interval

BOWL = Interval(100, 200, 400)
CUBE = Seen(name="", code="cube", grams=0.0, area=0.0, width=0.0, height=0.0, files=())


def cube(number: int, *, code: str) -> Seen:
    """Return a cube of which ln of the side by the coin's is told by its number; one class is twice as heavy."""
    side = number / 20
    grams = 10 * math.exp(3 * side) * (2 if code == "heavy" else 1)
    return replace(CUBE, name=f"{code}{number}", code=code, grams=grams, area=2 * side, width=side, height=side)


CUBES = [cube(number, code=code) for code in ("light", "heavy") for number in range(10, 30)]


def test_without_a_folder_of_photos_it_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("MEUM_SOURCE_DATA", raising=False)
    report = Report("portions")

    portions(report, Place(name="none", environment={}))

    assert report.figures == []
    assert "passed over" in capsys.readouterr().out


def test_the_bounds_reach_as_far_as_nine_of_ten_portions() -> None:
    weighed = [
        Weighed(of=of, food=str(number), measure=BOWL, grams=(100 * math.exp(-number / 10), 400.0))
        for of in (OBJECTS, PLATES)
        for number in range(10)
    ]

    fitted = calibration_of(weighed)

    assert fitted.below == pytest.approx(0.7)
    assert fitted.above == 0


def test_a_food_that_was_weighed_often_counts_once() -> None:
    often = Weighed(of=PLATES, food="rice", measure=BOWL, grams=(20.0,) * 999)
    others = [Weighed(of=PLATES, food=str(number), measure=BOWL, grams=(100.0,)) for number in range(19)]

    assert calibration_of([often, *others]).below == 0


def test_a_quantile_counts_weights() -> None:
    assert weighted_quantile([(1, 0.2), (2, 0.2), (3, 0.6)], 0.4) == 2


def test_the_share_within_bounds_is_counted_with_the_bounds() -> None:
    assert within([99, 100, 400, 401], BOWL) == 0.5


def test_the_sides_of_cubes_tell_their_grams_where_the_class_alone_does_not() -> None:
    grams = np.array([each.grams for each in CUBES])
    errors = [float(np.mean(np.abs(judged(CUBES, way) - grams) / grams)) for way in (by_sides, by_class)]

    assert errors[0] < 0.05
    assert errors[1] > 0.5


def test_no_object_is_judged_by_itself() -> None:
    odd = replace(CUBES[0], grams=CUBES[0].grams * 50)

    guessed = judged([odd, *CUBES[1:]], by_sides)

    assert guessed[0] == pytest.approx(CUBES[0].grams, rel=0.2)


def test_bounds_of_objects_hold_about_four_of_five() -> None:
    draw = np.random.default_rng(0)
    objects = [replace(each, grams=each.grams * float(np.exp(draw.normal(0, 0.2)))) for each in CUBES * 5]
    reach = bounds(objects, by_sides)

    held = np.mean([low <= each.grams <= high for each, low, high in zip(objects, reach.low, reach.high, strict=True)])

    assert 0.7 < held < 0.9
