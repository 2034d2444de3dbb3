"""Indices of diet quality: how near what was eaten over some days comes to the guidelines of a country; pure.

Both go by density, amounts per 1000 kcal, so that a small eater is judged like a large one. One day overstates what is
eaten seldom: take the sums of several days, never the mean of the scores of single days.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from nutrition.domain.layers import Layer
from nutrition.domain.targets import Sex

ENERGY = "ENERC_KCAL"
SUGAR_GRAMS_A_TSP = 4.2
"""Grams of sugar in a teaspoon equivalent of added sugars (FPED)."""
_SUGAR_KCAL_A_TSP = 16.0
ALCOHOL_GRAMS_A_DRINK = 14.0
"""Grams of alcohol in a drink (FPED)."""
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


_PORTIONS = (
    # Raw grams of a standard portion, the middle of the range that the guideline of 2016 prints.
    ("total_grains", 5, (Layer.CEREALS, Layer.WHOLE_GRAINS), 55, 2.5),
    ("whole_grains_mixed_beans", 5, (Layer.WHOLE_GRAINS,), 55, 0.6),
    ("tubers", 5, (Layer.TUBERS,), 90, 0.3),
    ("total_vegetables", 5, (Layer.VEGETABLES, Layer.DARK_VEGETABLES), 100, 1.9),
    ("dark_vegetables", 5, (Layer.DARK_VEGETABLES,), 100, 0.9),
    ("fruits", 10, (Layer.FRUITS,), 100, 1.1),
    ("dairy", 5, (Layer.DAIRY,), 225, 0.5),
    ("soybeans", 5, (Layer.SOY,), 22.5, 0.4),
    ("fish_seafood", 5, (Layer.AQUATIC,), 45, 0.6),
    ("poultry", 5, (Layer.POULTRY,), 45, 0.3),
    ("eggs", 5, (Layer.EGGS,), 45, 0.5),
    ("seeds_nuts", 5, (Layer.NUTS,), 10, 0.4),
)
_CHEI_DENSITIES = (
    *(_Density(key, most, layers, portion_g * portions) for key, most, layers, portion_g, portions in _PORTIONS),
    _Density("red_meat", 5, (Layer.RED_MEAT,), 45 * 0.4, 45 * 3.5),
    _Density("cooking_oils", 10, (Layer.OIL,), 15.6, 32.6),
    _Density("sodium", 10, ("NA",), 1000, 3608),
)
"""Raw grams, or mg, per 1000 kcal."""
_ALCOHOL_G = {Sex.MALE: (25.0, 60.0), Sex.FEMALE: (15.0, 40.0)}


def chei_2017(eaten: Mapping[str, float], *, alcohol_g: float, sex: Sex | None) -> tuple[Component, ...]:
    """Return the components of the Chinese Healthy Eating Index, 100 points in all.

    Yuan and others 2017, Nutrients 9:977, by the guideline of 2016. `eaten` holds the sums, over the same foods, of
    the raw grams of each layer and of ENERC_KCAL (kcal), NA (mg) and add_sugars (tsp eq). `alcohol_g` is that of a mean
    day; where the sex is not told it is judged as a woman's, the stricter way. Raises as `hei_2020` does.
    """
    kcal = _kcal_of(eaten)
    best, worst = _ALCOHOL_G[sex or Sex.FEMALE]
    sugar_percent = eaten["add_sugars"] * _SUGAR_KCAL_A_TSP / kcal * 100
    return (
        *(_dense(each, eaten, kcal) for each in _CHEI_DENSITIES),
        _scored("added_sugars", 5, sugar_percent, best=10, worst=20),
        _scored("alcohol", 5, alcohol_g, best=best, worst=worst),
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
