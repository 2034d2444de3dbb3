"""Speeds of walking, running, cycling and swimming: which Compendium row a distance and a time mean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from meum.domain.units import M_PER_MILE

MOST_DISTANCE_M = 1_000_000.0
_YARD_M = M_PER_MILE / 1760


@dataclass(frozen=True, slots=True)
class Family:
    """Hold the rungs (speed in m/min, Compendium code) of one way of moving, slowest first.

    `usual` is the speed in m/min taken where only a distance was told; `fastest` what no body passes.
    """

    rungs: tuple[tuple[float, str], ...]
    usual: float
    fastest: float


def _mph(speed: float) -> float:
    return speed * M_PER_MILE / 60


def _kmh(speed: float) -> float:
    return speed * 1000 / 60


# Speeds are those in the Compendium's own descriptions (mph; the middle where a range is given). What is usual and
# what is impossible is ours: amateurs' habits and somewhat above the world records.
_RUNNING = Family(
    (
        (_mph(4.0), "12029"),
        (_mph(5.0), "12030"),
        (_mph(5.2), "12040"),
        (_mph(6.0), "12050"),
        (_mph(6.7), "12060"),
        (_mph(7.0), "12070"),
        (_mph(7.5), "12080"),
        (_mph(8.0), "12090"),
        (_mph(8.6), "12100"),
        (_mph(9.0), "12110"),
        (_mph(10.0), "12120"),
    ),
    usual=_kmh(8.5),
    fastest=_kmh(26),
)
_WALKING = Family(
    (
        (_mph(1.5), "17151"),
        (_mph(2.0), "17152"),
        (_mph(2.5), "17170"),
        (_mph(3.0), "17190"),
        (_mph(3.5), "17200"),
        (_mph(4.0), "17220"),
        (_mph(4.5), "17230"),
    ),
    usual=_kmh(4.8),
    fastest=_kmh(16),
)
_CYCLING = Family(
    (
        (_mph(5.5), "01018"),
        (_mph(9.4), "01019"),
        (_mph(11.0), "01020"),
        (_mph(13.0), "01030"),
        (_mph(15.0), "01040"),
        (_mph(17.5), "01050"),
        (_mph(20.5), "01060"),
    ),
    usual=_kmh(16),
    fastest=_kmh(70),
)
_SWIMMING = Family(
    ((30.0, "18310"), (38.0, "18240"), (50 * _YARD_M, "18290"), (75 * _YARD_M, "18280")),
    usual=30.0,
    fastest=_kmh(8),
)
FAMILY_OF_CODE: Mapping[str, Family] = MappingProxyType(
    {code: family for family in (_RUNNING, _WALKING, _CYCLING, _SWIMMING) for _, code in family.rungs}
    | {"12020": _RUNNING, "01015": _CYCLING}
)
"""Codes whose MET a distance and a time make more exact."""


def is_possible_speed(*, code: str, minutes: float, distance_m: float) -> bool:
    """Tell whether a body can cover the distance in the time; unknown ways of moving are not judged."""
    family = FAMILY_OF_CODE.get(code)
    return family is None or distance_m <= family.fastest * minutes


def code_by_speed(*, code: str, minutes: float, distance_m: float) -> str:
    """Return the Compendium code whose speed is nearest; the code itself for what has no speeds."""
    family = FAMILY_OF_CODE.get(code)
    if family is None:
        return code
    speed = distance_m / minutes
    return min(family.rungs, key=lambda rung: abs(rung[0] - speed))[1]


def usual_minutes(*, code: str, distance_m: float) -> float | None:
    """Return how long a distance usually takes, or None for what has no speeds."""
    family = FAMILY_OF_CODE.get(code)
    return None if family is None else distance_m / family.usual
