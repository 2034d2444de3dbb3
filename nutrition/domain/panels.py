"""What a nutrition panel tells, and what about it cannot be right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Per(StrEnum):
    """The amount of food that a column of figures is about."""

    HUNDRED_GRAMS = "100g"
    HUNDRED_MILLILITRES = "100ml"
    SERVING = "serving"


@dataclass(frozen=True, slots=True)
class PanelField:
    """One thing that panels tell: the tagname under which it is kept (none where no table has it) and its unit.

    `china` and `america` are the amounts that make 100 % on packets there: GB 28050 and 21 CFR 101.9.
    """

    tagname: str | None
    unit: str
    china: float | None = None
    america: float | None = None


ENERGY_KJ, ENERGY_KCAL, SALT = "energy_kj", "energy_kcal", "salt_g"
FIELDS: Mapping[str, PanelField] = {
    ENERGY_KJ: PanelField("ENERC_KJ", "kJ", 8400),
    ENERGY_KCAL: PanelField("ENERC_KCAL", "kcal"),
    "protein_g": PanelField("PROCNT", "g", 60, 50),
    "fat_g": PanelField("FAT", "g", 60, 78),
    "saturated_fat_g": PanelField("FASAT", "g", 20, 20),
    "trans_fat_g": PanelField("FATRN", "g"),
    "monounsaturated_fat_g": PanelField("FAMS", "g"),
    "polyunsaturated_fat_g": PanelField("FAPU", "g"),
    "cholesterol_mg": PanelField("CHOLE", "mg", 300, 300),
    "carbohydrate_g": PanelField("CHOCDF", "g", 300, 275),
    "sugars_g": PanelField("SUGAR", "g"),
    "added_sugars_g": PanelField(None, "g", None, 50),
    "polyols_g": PanelField(None, "g"),
    "starch_g": PanelField("STARCH", "g"),
    "fibre_g": PanelField("FIBTG", "g", 25, 28),
    "sodium_mg": PanelField("NA", "mg", 2000, 2300),
    SALT: PanelField(None, "g"),
    "calcium_mg": PanelField("CA", "mg", 800, 1300),
    "iron_mg": PanelField("FE", "mg", 15, 18),
    "zinc_mg": PanelField("ZN", "mg", 15, 11),
    "potassium_mg": PanelField("K", "mg", 2000, 4700),
    "magnesium_mg": PanelField("MG", "mg", 300, 420),
    "phosphorus_mg": PanelField("P", "mg", 700, 1250),
    "selenium_ug": PanelField("SE", "ug", 50, 55),
    "vitamin_a_ug": PanelField("VITA_RAE", "ug", 800, 900),
    "vitamin_d_ug": PanelField("VITD", "ug", 5, 20),
    "vitamin_e_mg": PanelField("TOCPHA", "mg", 14, 15),
    "vitamin_c_mg": PanelField("VITC", "mg", 100, 90),
    "vitamin_b1_mg": PanelField("THIA", "mg", 1.4, 1.2),
    "vitamin_b2_mg": PanelField("RIBF", "mg", 1.4, 1.3),
    "vitamin_b6_mg": PanelField("VITB6A", "mg", 1.4, 1.7),
    "vitamin_b12_ug": PanelField("VITB12", "ug", 2.4, 2.4),
    "niacin_mg": PanelField("NIA", "mg", 14, 16),
    "folate_ug": PanelField("FOL", "ug", 400, 400),
}
"""What panels tell, by its name with the unit, in the order in which it is shown."""

KJ_A_KCAL = 4.184
# Salt by the rule of the European Union (1169/2011): sodium times 2.5.
SODIUM_MG_A_GRAM_OF_SALT = 400.0
# A label may lie a fifth beside what is in the packet; energy below 25 kcal is all rounding.
_ENERGY_SHARE, _ENERGY_KCAL = 0.2, 25.0
_MOST_KJ, _MOST_KCAL = 3787.0, 905.0
_ROUNDING_G = 0.6
_PARTS = {
    "saturated_fat_g": "fat_g",
    "trans_fat_g": "fat_g",
    "sugars_g": "carbohydrate_g",
    "added_sugars_g": "sugars_g",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelColumn:
    """One column of figures: amounts by the names of `FIELDS`, and the share of a day's reference in per cent."""

    per: Per | None
    amounts: Mapping[str, float]
    percents: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """A panel as it was read. `serving` is what a serving weighs in g, of a drink its ml; None where nobody told.

    `counts_fibre` tells that its carbohydrate holds the fibre, as on American packets alone.
    """

    columns: tuple[PanelColumn, ...]
    serving: float | None = None
    counts_fibre: bool = False

    @property
    def best(self) -> PanelColumn | None:
        """Return the column to count with: of 100 g or 100 ml where there is one, as its figures are finest."""
        told = [column for column in self.columns if column.amounts]
        hundreds = [column for column in told if column.per in (Per.HUNDRED_GRAMS, Per.HUNDRED_MILLILITRES)]
        return next(iter([*hundreds, *told]), None)


class Problem(StrEnum):
    """What about a panel does not fit; nothing here stops a person from keeping it, but they should look again."""

    NOTHING_READ = "nothing_read"
    PER_UNKNOWN = "per_unknown"
    SERVING_UNKNOWN = "serving_unknown"
    ENERGY_MISSING = "energy_missing"
    ENERGY_UNLIKE_PARTS = "energy_unlike_parts"
    ENERGIES_DIFFER = "energies_differ"
    TOO_MUCH = "too_much"
    PART_ABOVE_WHOLE = "part_above_whole"
    PERCENT_UNLIKE_AMOUNT = "percent_unlike_amount"
    COLUMNS_DIFFER = "columns_differ"


@dataclass(frozen=True, slots=True)
class Finding:
    """One problem with the name of the field it is about, empty where it is about the whole."""

    problem: Problem
    name: str = ""


def energy_kcal_of(amounts: Mapping[str, float]) -> float | None:
    """Return the energy that a column tells, in kcal; None where it tells none."""
    if ENERGY_KCAL in amounts:
        return amounts[ENERGY_KCAL]
    return amounts[ENERGY_KJ] / KJ_A_KCAL if ENERGY_KJ in amounts else None


def energy_of_parts(amounts: Mapping[str, float]) -> tuple[float, float] | None:
    """Return the least and the most kcal that protein, fat and carbohydrate of a column give; None without all three.

    The least counts fibre and polyols as part of the carbohydrate that give 2 and 2.4 kcal, the most as besides it.
    """
    named = [amounts.get(name) for name in ("protein_g", "fat_g", "carbohydrate_g")]
    protein, fat, carbohydrate = named
    if protein is None or fat is None or carbohydrate is None:
        return None
    fibre, polyols = amounts.get("fibre_g", 0.0), amounts.get("polyols_g", 0.0)
    whole = 4 * protein + 9 * fat + 4 * carbohydrate
    return whole - 2 * min(fibre, carbohydrate) - 4 * min(polyols, carbohydrate), whole + 2 * fibre


def problems_of(panel: Panel) -> Iterator[Finding]:
    """Yield what does not fit in a panel."""
    told = [column for column in panel.columns if column.amounts]
    if not told:
        yield Finding(Problem.NOTHING_READ)
        return
    best = panel.best
    if best is not None and best.per is None:
        yield Finding(Problem.PER_UNKNOWN)
    if best is not None and best.per is Per.SERVING and not panel.serving:
        yield Finding(Problem.SERVING_UNKNOWN)
    found = [finding for column in told for finding in _column_problems(column, panel)]
    found += _differences(panel)
    yield from dict.fromkeys(found)


def _column_problems(column: PanelColumn, panel: Panel) -> Iterator[Finding]:
    amounts = column.amounts
    yield from _energy_problems(amounts)
    for part, whole in _PARTS.items():
        if amounts.get(part, 0.0) > amounts.get(whole, float("inf")) + _ROUNDING_G:
            yield Finding(Problem.PART_ABOVE_WHOLE, part)
    yield from _too_much(column, panel)
    for name in column.percents.keys() & amounts.keys():
        if not percent_fits(name, amounts[name], column.percents[name]):
            yield Finding(Problem.PERCENT_UNLIKE_AMOUNT, name)


def _energy_problems(amounts: Mapping[str, float]) -> Iterator[Finding]:
    energy = energy_kcal_of(amounts)
    if energy is None:
        yield Finding(Problem.ENERGY_MISSING)
        return
    by_parts = energy_of_parts(amounts)
    slack = max(_ENERGY_SHARE * energy, _ENERGY_KCAL)
    # Alcohol and organic acids give energy that no line tells: more than the parts is possible, in drinks even usual.
    if by_parts is not None and not by_parts[0] - slack <= energy <= by_parts[1] + slack:
        yield Finding(Problem.ENERGY_UNLIKE_PARTS, ENERGY_KCAL if ENERGY_KCAL in amounts else ENERGY_KJ)
    if {ENERGY_KJ, ENERGY_KCAL} <= amounts.keys():
        in_kj = amounts[ENERGY_KCAL] * KJ_A_KCAL
        # The rules reckon each unit by factors of its own; they differ by up to some 4 %.
        if abs(in_kj - amounts[ENERGY_KJ]) > max(0.04 * in_kj, 8):
            yield Finding(Problem.ENERGIES_DIFFER, ENERGY_KJ)


def _too_much(column: PanelColumn, panel: Panel) -> Iterator[Finding]:
    """Yield what cannot be in so much food; drinks may be denser than water by a third."""
    grams = panel.serving if column.per is Per.SERVING else 100.0
    if grams is None:
        return
    share = grams / 100 * (1.35 if column.per is Per.HUNDRED_MILLILITRES else 1.0)
    most = {"g": 100.0 * share, "mg": 100_000.0 * share, "ug": 1e8 * share, "kJ": _MOST_KJ * share}
    for name, amount in column.amounts.items():
        if amount > most.get(FIELDS[name].unit, _MOST_KCAL * share) * 1.01 + _ROUNDING_G:
            yield Finding(Problem.TOO_MUCH, name)
    named = ("protein_g", "fat_g", "carbohydrate_g")
    if sum(column.amounts.get(name, 0.0) for name in named) > 105 * share + 2:
        yield Finding(Problem.TOO_MUCH, "carbohydrate_g")


def percent_fits(name: str, amount: float, percent: float) -> bool:
    """Tell whether a share in per cent is that of an amount by the references of China or of America."""
    return any(
        abs(100 * amount / reference - percent) <= _percent_slack(name, percent, reference)
        for reference in (FIELDS[name].china, FIELDS[name].america)
        if reference
    ) or (FIELDS[name].china is None and FIELDS[name].america is None)


def _percent_slack(name: str, percent: float, reference: float) -> float:
    """Return by how much a rounded share may differ from that of a rounded amount.

    The amount is rounded by a step of its own, in America to whole grams, from 50 kcal or 140 mg to the next ten.
    """
    step = {"g": 0.5, "kJ": 0.5, "kcal": 5.0, "ug": 1.0}.get(FIELDS[name].unit, 5.0)
    return 1.01 + 100 * step / reference + 0.02 * percent


def _differences(panel: Panel) -> Iterator[Finding]:
    """Yield where a column of 100 g and one of a serving tell of different foods."""
    by_per = {column.per: column.amounts for column in panel.columns}
    hundred = by_per.get(Per.HUNDRED_GRAMS) or by_per.get(Per.HUNDRED_MILLILITRES)
    serving = by_per.get(Per.SERVING)
    if not hundred or not serving or not panel.serving:
        return
    for name in hundred.keys() & serving.keys():
        expected = hundred[name] * panel.serving / 100
        step = {"g": 0.6, "kJ": 6.0, "kcal": 3.0}.get(FIELDS[name].unit, 5.0)
        if abs(expected - serving[name]) > max(0.1 * expected, step):
            yield Finding(Problem.COLUMNS_DIFFER, name)


def plain_panel(panel: Panel) -> dict[str, Any]:
    """Return a panel as values that JSON can hold."""
    return {
        "serving": panel.serving,
        "counts_fibre": panel.counts_fibre,
        "columns": [
            {"per": column.per, "amounts": dict(column.amounts), "percents": dict(column.percents)}
            for column in panel.columns
        ],
    }


def panel_from_plain(told: Mapping[str, Any]) -> Panel:
    """Return the panel that `plain_panel` made plain."""
    columns = tuple(
        PanelColumn(per=each["per"] and Per(each["per"]), amounts=each["amounts"], percents=each["percents"])
        for each in told["columns"]
    )
    return Panel(columns=columns, serving=told["serving"], counts_fibre=told["counts_fibre"])
