"""Figures behind names to the columns in which they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from nutrition.domain.panels import ENERGY_KCAL, ENERGY_KJ, FIELDS, Per
from nutrition.reading.panels.figures import Figure, amount_of
from nutrition.reading.panels.names import CALORIES, ENERGY

_ENERGIES = {"kJ": ENERGY_KJ, "kcal": ENERGY_KCAL}
_THOUSAND = {("g", "mg"): 1000.0, ("mg", "ug"): 1000.0, ("mg", "g"): 0.001, ("ug", "mg"): 0.001}


@dataclass(slots=True)
class Line:
    """What was read behind one name: figures with their middle in pixels, and the unit behind the name itself."""

    name: str
    row: int
    unit: str = ""
    figures: list[tuple[Figure, float]] = field(default_factory=list)

    @property
    def amounts(self) -> list[tuple[Figure, float]]:
        """Return the figures that are no share."""
        return [(figure, x) for figure, x in self.figures if figure.unit != "%"]


@dataclass(frozen=True, slots=True)
class Head:
    """A column: of how much food, and its middle in pixels."""

    per: Per | None
    x: float


@dataclass(frozen=True, slots=True)
class Told:
    """An amount in the unit of its field, with the digits as read, and the unit behind them or behind the name."""

    amount: float
    digits: str
    unit: str


@dataclass(frozen=True, slots=True)
class Placed:
    """One column of figures as read, the shares in per cent besides."""

    per: Per | None
    amounts: dict[str, Told] = field(default_factory=dict)
    percents: dict[str, float] = field(default_factory=dict)


def placed(lines: Sequence[Line], heads: Sequence[Head]) -> list[Placed]:
    """Return the columns with what stands in them."""
    columns = [Placed(head.per) for head in heads]
    for line in lines:
        if line.name in (ENERGY, CALORIES):
            _place_energy(line, heads, columns)
        elif line.name in FIELDS:
            bare = _place(line.name, line.amounts, line.unit, heads, columns)
            _place_percents(line.name, line, bare, columns)
    return columns


def _place_energy(line: Line, heads: Sequence[Head], columns: Sequence[Placed]) -> None:
    """Place kJ and kcal apart; figures without a unit are kcal behind "calories", else what their size says."""
    by_unit: dict[str, list[tuple[Figure, float]]] = {"kJ": [], "kcal": []}
    bare: list[tuple[Figure, float]] = []
    for figure, x in line.amounts:
        (by_unit.get(figure.unit, bare)).append((figure, x))
    unit = line.unit if line.unit in by_unit else "kcal" if line.name == CALORIES else ""
    left = bare
    if unit or not any(by_unit.values()):
        by_unit[unit or "kJ"] += bare
        left = []
    for unit_read, figures in by_unit.items():
        left = left + _place(_ENERGIES[unit_read], figures, unit_read, heads, columns)
    _place_percents(ENERGY_KJ if by_unit["kJ"] else ENERGY_KCAL, line, left, columns)


def _place(
    name: str, figures: Sequence[tuple[Figure, float]], unit: str, heads: Sequence[Head], columns: Sequence[Placed]
) -> list[tuple[Figure, float]]:
    """Put each figure into its column, in order where there are as many as columns, else where it stands.

    Returns what was left over.
    """
    if not figures:
        return []
    left = []
    for place, (figure, x) in enumerate(figures):
        in_order = len(figures) >= len(heads)
        at = place if in_order else min(range(len(heads)), key=lambda number: abs(heads[number].x - x))
        if at < len(columns) and name not in columns[at].amounts:
            columns[at].amounts[name] = _told(name, figure, unit)
        else:
            left.append((figure, x))
    return left


def _told(name: str, figure: Figure, unit: str) -> Told:
    read = figure.unit or unit
    amount = amount_of(figure.digits, unit=read or FIELDS[name].unit)
    return Told(amount * _THOUSAND.get((read, FIELDS[name].unit), 1.0), figure.digits, read)


def _place_percents(name: str, line: Line, bare: Sequence[tuple[Figure, float]], columns: Sequence[Placed]) -> None:
    """Give the shares to the column whose amounts they are shares of: the first one that they fit, else the last.

    A bare whole number behind all amounts is a share whose sign was not read.
    """
    shares = [amount_of(figure.digits, unit="%") for figure, _ in line.figures if figure.unit == "%"]
    shares = shares or [float(figure.digits) for figure, _ in bare if figure.digits.isdigit() and not figure.unit]
    if len(shares) == len(columns) > 1:
        for column, share in zip(columns, shares, strict=True):
            column.percents[name] = share
    elif shares:
        columns[-1].percents[name] = shares[0]
