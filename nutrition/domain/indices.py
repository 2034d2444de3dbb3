"""Indices of diet quality: how near what was eaten over some days comes to the guidelines of a country; pure.

Both go by density, amounts per 1000 kcal, so that a small eater is judged like a large one. One day overstates what is
eaten seldom: take the sums of several days, never the mean of the scores of single days.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

ENERGY = "ENERC_KCAL"
SUGAR_GRAMS_A_TSP = 4.2
"""Grams of sugar in a teaspoon equivalent of added sugars (FPED)."""
_SUGAR_KCAL_A_TSP = 16.0
_FAT_KCAL = 9.0


@dataclass(frozen=True, slots=True)
class Component:
    """One component of an index: the points it got, and the most that there are."""

    key: str
    points: float
    most: float


def points_of(components: Sequence[Component]) -> float:
    """Return the points of an index, 0..100."""
    return sum(component.points for component in components)


@dataclass(frozen=True, slots=True)
class _Density:
    """A component by what it sums up and the densities that get all and no points."""

    key: str
    most: float
    of: tuple[str, ...]
    best: float
    worst: float = 0.0


_HEI_DENSITIES = (
    _Density("total_fruits", 5, ("f_total",), 0.8),
    _Density("whole_fruits", 5, ("f_citmlb", "f_other"), 0.4),
    _Density("total_vegetables", 5, ("v_total", "v_legumes"), 1.1),
    _Density("greens_and_beans", 5, ("v_drkgr", "v_legumes"), 0.2),
    _Density("whole_grains", 10, ("g_whole",), 1.5),
    _Density("dairy", 10, ("d_total",), 1.3),
    _Density("total_protein_foods", 5, ("pf_mps_total", "pf_eggs", "pf_nutsds", "pf_soy", "pf_legumes"), 2.5),
    _Density(
        "seafood_and_plant_proteins",
        5,
        ("pf_seafd_hi", "pf_seafd_low", "pf_nutsds", "pf_soy", "pf_legumes"),
        0.8,
    ),
    _Density("refined_grains", 10, ("g_refined",), 1.8, 4.3),
    # Sodium in mg per 1000 kcal.
    _Density("sodium", 10, ("NA",), 1100, 2000),
)
"""Cup, ounce equivalents or mg per 1000 kcal."""


def hei_2020(eaten: Mapping[str, float]) -> tuple[Component, ...]:
    """Return the components of the Healthy Eating Index 2020 for people from two years on, 100 points in all.

    Shams-White and others 2023, J Acad Nutr Diet 123:1280; the standards are those of 2015. `eaten` holds the sums,
    over the same foods, of food pattern equivalents by tag (cup eq, oz eq, tsp eq) and of ENERC_KCAL (kcal), NA (mg),
    FASAT, FAMS and FAPU (g). Raises ValueError without energy, KeyError where a sum is missing.
    """
    kcal = _kcal_of(eaten)
    unsaturated, saturated = eaten["FAMS"] + eaten["FAPU"], eaten["FASAT"]
    sugar_percent = eaten["add_sugars"] * _SUGAR_KCAL_A_TSP / kcal * 100
    return (
        *(_dense(each, eaten, kcal) for each in _HEI_DENSITIES),
        Component("fatty_acids", 10.0, 10.0)
        if saturated <= 0 < unsaturated
        else _scored("fatty_acids", 10, unsaturated / saturated if saturated > 0 else 0.0, best=2.5, worst=1.2),
        _scored("added_sugars", 10, sugar_percent, best=6.5, worst=26),
        _scored("saturated_fats", 10, saturated * _FAT_KCAL / kcal * 100, best=8, worst=16),
    )


def _kcal_of(eaten: Mapping[str, float]) -> float:
    if eaten[ENERGY] <= 0:
        raise ValueError("an index of density needs energy")
    return eaten[ENERGY]


def _dense(of: _Density, eaten: Mapping[str, float], kcal: float) -> Component:
    density = sum(eaten[each] for each in of.of) / kcal * 1000
    return _scored(of.key, of.most, density, best=of.best, worst=of.worst)


def _scored(key: str, most: float, value: float, *, best: float, worst: float) -> Component:
    """Return the points of a value: none at the worst, all at the best, along a straight line between."""
    share = (value - worst) / (best - worst)
    return Component(key, most * min(1.0, max(0.0, share)), most)
