"""A small line of figures over days."""

from __future__ import annotations

from datetime import date

import pytest

from meum.overview.domain.sparkline import MARGIN, sparkline


def test_the_line_goes_from_edge_to_edge_and_higher_figures_stand_higher() -> None:
    figures = [(date(2026, 11, 1), 60.0), (date(2026, 11, 6), 62.0), (date(2026, 11, 11), 61.0)]

    line = sparkline(figures, width=108, height=58)

    assert line is not None
    assert line.points == ((4.0, 54.0), (54.0, 4.0), (104.0, 29.0))
    assert line.end == (104.0, 29.0)
    assert line.path == "4.0,54.0 54.0,4.0 104.0,29.0"


def test_a_gap_of_days_is_a_gap_on_the_line() -> None:
    line = sparkline([(date(2026, 11, day), 60.0 + day) for day in (1, 2, 11)], width=108, height=58)

    assert line is not None
    assert [x for x, _ in line.points] == pytest.approx([4.0, 14.0, 104.0])


def test_level_figures_make_a_line_in_the_middle() -> None:
    line = sparkline([(date(2026, 11, 1), 60.0), (date(2026, 11, 2), 60.0)], width=100, height=50)

    assert line is not None
    assert {y for _, y in line.points} == {25.0}
    assert line.points[0][0] == MARGIN


@pytest.mark.parametrize("days", [[], [1], [1, 1]])
def test_one_day_makes_no_line(days: list[int]) -> None:
    assert sparkline([(date(2026, 11, day), 60.0) for day in days], width=100, height=50) is None
