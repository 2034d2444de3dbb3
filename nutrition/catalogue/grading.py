"""How far the figures of a food can be trusted: a grade with its reasons, from rules that anybody can work by hand.

A is sound, B has something small against it, C something that makes its figures doubtful. What is impossible
(`quality.problems_of`) is refused, so that no food of the catalogue is worse.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import isnan, nan

from meum.domain.nutrients import NutrientVector
from nutrition.catalogue.drafts import FoodDraft
from nutrition.catalogue.nutrients import position_of
from nutrition.domain.foods import FoodGroup, Grade

# A change to a rule or a bound is a new edition: tables are then loaded anew, because their grades may differ.
EDITION = "1"

CORE = (
    "ENERC_KCAL",
    "WATER",
    "PROCNT",
    "FAT",
    "CHOCDF",
    "FIBTG",
    "SUGAR",
    "FASAT",
    "NA",
    "K",
    "CA",
    "FE",
    "VITA_RAE",
    "VITC",
    "THIA",
)
"""The fifteen nutrients that most people ask for; a sound food has at least twelve of them."""
_CORE_SOUND, _CORE_LEAST = 12, 6

_TAGS = (*CORE, "ALC", "ASH")
_PLACES = [position_of(tagname) for tagname in _TAGS]
_MACROS = ("PROCNT", "FAT", "CHOCDF")
_PROXIMATES = ("WATER", "PROCNT", "FAT", "CHOCDF", "ASH")
_FIBRE_KCAL, _ALCOHOL_KCAL = 2, 7
_MG_SODIUM_PER_G_SALT = 393.4
_SALTY_G = 10
_ETHANOL_G_PER_ML = 0.789
# The strongest drink that is sold to drink (rum of 80 %, rectified spirit is not).
_STRONGEST_PERCENT = 82


class Reason(StrEnum):
    """What stands against a food; the value is stored, its words are the phrase `quality.<value>`."""

    ENERGY_DIFFERS = "energy_differs"
    ENERGY_FAR_OFF = "energy_far_off"
    ENERGY_UNKNOWN = "energy_unknown"
    SUM_DIFFERS = "sum_differs"
    SUM_FAR_OFF = "sum_far_off"
    VERY_SALTY = "very_salty"
    UNLIKE_ITS_GROUP = "unlike_its_group"
    TOO_STRONG = "too_strong"
    ALCOHOL_UNKNOWN = "alcohol_unknown"
    PARTLY_KNOWN = "partly_known"
    HARDLY_KNOWN = "hardly_known"
    REPEATED = "repeated"


_GRAVE = frozenset(
    {
        Reason.ENERGY_FAR_OFF,
        Reason.ENERGY_UNKNOWN,
        Reason.SUM_FAR_OFF,
        Reason.UNLIKE_ITS_GROUP,
        Reason.TOO_STRONG,
        Reason.HARDLY_KNOWN,
    }
)


@dataclass(frozen=True, slots=True)
class Bound:
    """At least or at most how much of a nutrient 100 g of the foods of some groups hold."""

    groups: frozenset[FoodGroup]
    tagname: str
    least: float = 0.0
    most: float = float("inf")


_PLANTS = frozenset({FoodGroup.FRUIT, FoodGroup.VEGETABLE, FoodGroup.MUSHROOM, FoodGroup.SEAWEED})
_FLESH = frozenset({FoodGroup.MEAT, FoodGroup.POULTRY, FoodGroup.SEAFOOD})
_BOUNDS = (
    Bound(_PLANTS, "FAT", most=70),
    Bound(frozenset({FoodGroup.FRUIT}), "PROCNT", most=25),
    Bound(frozenset({FoodGroup.TUBER}), "PROCNT", most=25),
    Bound(_FLESH, "CHOCDF", most=75),
    Bound(frozenset({FoodGroup.EGG}), "PROCNT", least=3),
)
_LEAST_WATER_OF_DRINK_G = 40


@dataclass(frozen=True, slots=True)
class Judgement:
    """A grade and what led to it."""

    reasons: tuple[Reason, ...]

    @property
    def grade(self) -> Grade:
        """Return A without reasons, C with a grave one, B otherwise."""
        if not self.reasons:
            return Grade.A
        return Grade.C if _GRAVE.intersection(self.reasons) else Grade.B

    @property
    def codes(self) -> str:
        """Return the reasons as they are stored: joined by commas."""
        return ",".join(self.reasons)


def judgement_of(
    *,
    group: FoodGroup,
    nutrients: NutrientVector,
    is_drink: bool = False,
    density_g_per_ml: float | None = None,
    is_repeated: bool = False,
) -> Judgement:
    """Return the grade of a food by what 100 g of it are said to hold; `is_repeated` when the table has it before."""
    known = dict(zip(_TAGS, nutrients.amounts[_PLACES].tolist(), strict=True))
    amounts = {tagname: amount for tagname, amount in known.items() if not isnan(amount)}
    found = [
        _energy_reason(amounts),
        _sum_reason(amounts, group),
        _salt_reason(amounts, group),
        Reason.UNLIKE_ITS_GROUP if _is_unlike(amounts, group, is_drink) else None,
        _alcohol_reason(amounts, group, density_g_per_ml),
        _core_reason(amounts),
        Reason.REPEATED if is_repeated else None,
    ]
    return Judgement(tuple(reason for reason in found if reason))


def judgements_of(drafts: Iterable[FoodDraft]) -> Iterator[Judgement]:
    """Yield the grade of each food of a table, in its order."""
    seen: dict[str, list[list[float]]] = {}
    for draft in drafts:
        yield judgement_of(
            group=draft.group,
            nutrients=draft.nutrients,
            is_drink=draft.is_drink,
            density_g_per_ml=draft.density_g_per_ml,
            is_repeated=_is_repeated(draft, seen),
        )


def reasons_of(codes: str) -> list[Reason]:
    """Return the reasons that `Judgement.codes` joined."""
    return [Reason(code) for code in codes.split(",") if code]


def _energy_by_parts(amounts: Mapping[str, float]) -> tuple[float, float]:
    """Return kcal by Atwater's 4, 9, 4 and 7, with fibre as 2 and as 4: tables differ in which they take."""
    protein, fat, carbohydrate = (amounts[tagname] for tagname in _MACROS)
    most = 4 * protein + 9 * fat + 4 * carbohydrate + _ALCOHOL_KCAL * amounts.get("ALC", 0.0)
    fibre = min(amounts.get("FIBTG", 0.0), carbohydrate)
    return most - (4 - _FIBRE_KCAL) * fibre, most


def _energy_reason(amounts: Mapping[str, float]) -> Reason | None:
    if "ENERC_KCAL" not in amounts:
        return Reason.ENERGY_UNKNOWN
    if any(tagname not in amounts for tagname in _MACROS):
        return None
    energy = amounts["ENERC_KCAL"]
    low, high = _energy_by_parts(amounts)
    off = max(low - energy, energy - high, 0.0)
    if off > max(40, 0.3 * energy):
        return Reason.ENERGY_FAR_OFF
    return Reason.ENERGY_DIFFERS if off > max(10, 0.1 * energy) else None


def _sum_reason(amounts: Mapping[str, float], group: FoodGroup) -> Reason | None:
    if any(tagname not in amounts for tagname in _PROXIMATES):
        return None
    off = abs(sum(amounts[tagname] for tagname in _PROXIMATES) + amounts.get("ALC", 0.0) - 100)
    # The acid of vinegar and the oils of spices stand in no column.
    if off > 5 and group is not FoodGroup.SEASONING:
        return Reason.SUM_FAR_OFF
    return Reason.SUM_DIFFERS if off > 1.5 else None


def _salt_reason(amounts: Mapping[str, float], group: FoodGroup) -> Reason | None:
    salt_g = amounts.get("NA", 0.0) / _MG_SODIUM_PER_G_SALT
    return Reason.VERY_SALTY if salt_g > _SALTY_G and group is not FoodGroup.SEASONING else None


def _is_unlike(amounts: Mapping[str, float], group: FoodGroup, is_drink: bool) -> bool:
    if is_drink and amounts.get("WATER", 100.0) < _LEAST_WATER_OF_DRINK_G:
        return True
    bounds = (bound for bound in _BOUNDS if group in bound.groups)
    return any(not bound.least <= amounts.get(bound.tagname, bound.least) <= bound.most for bound in bounds)


def _alcohol_reason(amounts: Mapping[str, float], group: FoodGroup, density_g_per_ml: float | None) -> Reason | None:
    """Judge alcohol by volume; a drink of alcohol whose density nobody told is taken for water."""
    if group is FoodGroup.ALCOHOL and "ALC" not in amounts:
        return Reason.ALCOHOL_UNKNOWN
    percent = amounts.get("ALC", nan) * (density_g_per_ml or 1.0) / _ETHANOL_G_PER_ML
    return Reason.TOO_STRONG if percent > _STRONGEST_PERCENT else None


def _core_reason(amounts: Mapping[str, float]) -> Reason | None:
    known = sum(tagname in amounts for tagname in CORE)
    if known < _CORE_LEAST:
        return Reason.HARDLY_KNOWN
    return Reason.PARTLY_KNOWN if known < _CORE_SOUND else None


def _is_repeated(draft: FoodDraft, seen: dict[str, list[list[float]]]) -> bool:
    """Tell whether a food of the same names and nearly the same main figures was seen; remember this one."""
    figures = draft.nutrients.amounts[_PLACES[:5]].tolist()
    others = seen.setdefault(f"{draft.name_zh}\n{draft.name_en}".lower(), [])
    repeated = any(all(map(_is_near, figures, other)) for other in others)
    others.append(figures)
    return repeated


def _is_near(one: float, other: float) -> bool:
    """Tell whether two amounts differ by at most 3 % or half a gram, or neither is known."""
    return abs(one - other) <= max(0.5, 0.03 * one) or (isnan(one) and isnan(other))
