"""Each measure says its unit, its code and what is plausible."""

from __future__ import annotations

import pytest

from fitness.domain.measures import KINDS, Kind, is_plausible_measure


def test_every_kind_has_facts_and_a_code_of_its_own() -> None:
    assert set(KINDS) == set(Kind)
    assert len({facts.loinc for facts in KINDS.values()}) == len(Kind)


@pytest.mark.parametrize(
    ("kind", "value", "diastolic"),
    [
        (Kind.WEIGHT, float("nan"), None),
        (Kind.WEIGHT, float("inf"), None),
        (Kind.WEIGHT, -61, None),
        (Kind.WEIGHT, 600, None),
        (Kind.WEIGHT, 61, 80),
        (Kind.BODY_FAT, 100, None),
        (Kind.BLOOD_PRESSURE, 128, None),
        (Kind.BLOOD_PRESSURE, 82, 128),
        (Kind.BLOOD_PRESSURE, 128, float("nan")),
    ],
)
def test_what_no_body_shows_is_not_plausible(kind: Kind, value: float, diastolic: float | None) -> None:
    assert not is_plausible_measure(kind, value, diastolic)


def test_ordinary_figures_are_plausible() -> None:
    assert is_plausible_measure(Kind.WEIGHT, 61.5, None)
    assert is_plausible_measure(Kind.BLOOD_PRESSURE, 128, 82)
