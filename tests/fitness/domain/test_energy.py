"""Energy keeps the reference's figures and never narrows what is not known."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fitness.domain.energy import activity_energy, gross_energy, net_energy
from meum.domain.intervals import Interval

METS = st.floats(1, 23)
KILOGRAMS = st.floats(20, 400)
MINUTES = st.floats(0.1, 1440)


def test_half_an_hour_of_jogging_costs_what_the_reference_computes() -> None:
    gross = gross_energy(met=Interval.exact(8.3), weight_kg=Interval.exact(70), minutes=Interval.exact(30))

    assert gross.mid == pytest.approx(290.5)
    assert net_energy(gross=gross, met=8.3).mid == pytest.approx(255.5)


@given(met=METS, weight_kg=KILOGRAMS, minutes=MINUTES)
def test_net_lies_between_nothing_and_gross(met: float, weight_kg: float, minutes: float) -> None:
    gross = gross_energy(met=Interval.exact(met), weight_kg=Interval.exact(weight_kg), minutes=Interval.exact(minutes))

    assert 0 <= net_energy(gross=gross, met=met).mid <= gross.mid


@given(met=METS, weight_kg=KILOGRAMS, minutes=MINUTES)
def test_a_known_speed_narrows_and_an_unknown_weight_widens(met: float, weight_kg: float, minutes: float) -> None:
    def width(*, weight: float | None, is_speed_known: bool) -> float:
        told = activity_energy(
            met=met, weight_kg=weight, minutes=minutes, is_speed_known=is_speed_known, is_duration_assumed=False
        )
        return (told.high - told.low) / told.mid

    assert width(weight=weight_kg, is_speed_known=True) < width(weight=weight_kg, is_speed_known=False)
    assert width(weight=weight_kg, is_speed_known=False) < width(weight=None, is_speed_known=False)


@given(
    met=METS,
    minutes=MINUTES,
    more=st.floats(0, 100),
)
def test_more_minutes_never_cost_less(met: float, minutes: float, more: float) -> None:
    def energy(duration: float) -> float:
        time = Interval.exact(min(duration, 1440))
        return gross_energy(met=Interval.exact(met), weight_kg=Interval.exact(60), minutes=time).mid

    assert energy(minutes) <= energy(minutes + more)


@pytest.mark.parametrize(("met", "weight_kg", "minutes"), [(0, 60, 30), (5, 0, 30), (5, 60, 0), (5, 60, 1441)])
def test_impossible_figures_are_refused(met: float, weight_kg: float, minutes: float) -> None:
    with pytest.raises(ValueError, match=r"must be positive|at most a day"):
        gross_energy(met=Interval.exact(met), weight_kg=Interval.exact(weight_kg), minutes=Interval.exact(minutes))


@pytest.mark.parametrize("met", [0, -1, float("nan"), float("inf")])
def test_net_energy_needs_a_met(met: float) -> None:
    with pytest.raises(ValueError, match="MET must be positive"):
        net_energy(gross=Interval.exact(100), met=met)
