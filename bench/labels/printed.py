"""What is printed on a panel: its lines, and what a right reading of them gives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a panel: a cell for each column, the first one the name."""

    cells: tuple[str, ...]
    indent: int = 0
    scale: float = 1.0
    is_bold: bool = False
    spans: bool = False
    """Whether the first cell takes the whole width."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """What one column of figures tells: of which amount (`100g`, `100ml`, `serving`), in units by name, in per cent."""

    per: str
    amounts: Mapping[str, float]
    percents: Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A panel as its makers meant it. `is_running` lines are set one behind the other, not as a table."""

    style: str
    lines: tuple[Line, ...]
    columns: tuple[Column, ...]
    serving: float | None
    is_running: bool = False
    has_latin_only: bool = False
