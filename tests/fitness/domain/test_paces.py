"""A distance and a time choose the Compendium's row of that speed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fitness.compendium import activities
from fitness.domain.paces import FAMILY_OF_CODE, code_by_speed, is_possible_speed, usual_minutes


@pytest.mark.parametrize(
    ("code", "distance_m", "minutes", "chosen"),
    [
        ("12050", 5000, 28, "12060"),  # 10.7 km/h
        ("12020", 5000, 37.5, "12030"),  # jogging at 8 km/h
        ("17190", 5000, 50, "17200"),  # 6 km/h
        ("17170", 2000, 30, "17170"),  # 4 km/h
        ("01015", 20000, 60, "01030"),  # 20 km/h
        ("18310", 1000, 22, "18290"),  # 45 m a minute
    ],
)
def test_the_nearest_speed_is_chosen(code: str, distance_m: float, minutes: float, chosen: str) -> None:
    assert code_by_speed(code=code, minutes=minutes, distance_m=distance_m) == chosen


def test_what_has_no_speeds_stays_as_it_is() -> None:
    assert code_by_speed(code="15030", minutes=60, distance_m=3000) == "15030"
    assert usual_minutes(code="15030", distance_m=3000) is None


@given(code=st.sampled_from(sorted(FAMILY_OF_CODE)), minutes=st.floats(1, 600), faster=st.floats(1, 3))
def test_a_faster_pace_never_has_a_lower_met(code: str, minutes: float, faster: float) -> None:
    def met(speed: float) -> float:
        return activities()[code_by_speed(code=code, minutes=minutes, distance_m=speed * minutes)].met

    assert met(60) <= met(60 * faster)


@given(code=st.sampled_from(sorted(FAMILY_OF_CODE)), distance_m=st.floats(1, 100_000))
def test_the_usual_time_is_a_possible_one(code: str, distance_m: float) -> None:
    minutes = usual_minutes(code=code, distance_m=distance_m)

    assert minutes is not None
    assert is_possible_speed(code=code, minutes=minutes, distance_m=distance_m)


def test_five_kilometres_in_two_minutes_are_impossible() -> None:
    assert not is_possible_speed(code="12050", minutes=2, distance_m=5000)
