"""Figures that were misread in ways that show: a g taken for a 9, a lost point, a share that does not fit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain

from nutrition.domain.panels import FIELDS, SALT, PanelColumn, percent_fits
from nutrition.reading.panels.figures import amount_of
from nutrition.reading.panels.placing import Placed, Told


def mended(columns: Sequence[Placed]) -> list[PanelColumn]:
    """Return the columns with what could be set right by the panel's own figures."""
    digits = _usual_digits(columns)
    return [
        PanelColumn(
            per=column.per,
            amounts={name: _mended(name, told, column, digits) for name, told in column.amounts.items()},
            percents=column.percents,
        )
        for column in columns
    ]


def _usual_digits(columns: Sequence[Placed]) -> int | None:
    """Return how many decimals the grams of a panel have, None where they differ or are few."""
    told = chain.from_iterable(column.amounts.items() for column in columns)
    grams = (each for name, each in told if FIELDS[name].unit == "g" and name != SALT and each.unit == "g")
    counted = Counter(_decimals(each.digits) for each in grams)
    usual = counted.most_common(1)
    return usual[0][0] if usual and usual[0][1] >= 2 and len(counted) == 1 else None


def _decimals(digits: str) -> int:
    return len(digits.replace(",", ".").partition(".")[2])


def _mended(name: str, told: Told, column: Placed, usual: int | None) -> float:
    """Return the amount as read, or the one misreading of it that its share in per cent and its fellows speak for."""
    percent = column.percents.get(name)
    if _has_nine_for_g(name, told, usual):
        meant = amount_of(told.digits[:-1].rstrip(".,"), unit="g")
        if percent is None or percent_fits(name, meant, percent):
            return meant
    if percent is not None and not percent_fits(name, told.amount, percent):
        return next((each for each in _misread(name, told) if percent_fits(name, each, percent)), told.amount)
    return told.amount


def _has_nine_for_g(name: str, told: Told, usual: int | None) -> bool:
    """Tell whether a figure without any unit has one decimal more than is usual, and that a 9.

    Usual is what its fellows have; where they do not say, one decimal, as on Chinese and European packets.
    """
    is_bare = FIELDS[name].unit == "g" and not told.unit and told.digits.endswith("9") and len(told.digits) > 1
    expected = 2 if usual is None else usual + 1 if usual else 0
    return is_bare and _decimals(told.digits) == expected


def _misread(name: str, told: Told) -> Iterator[float]:
    """Yield what may have stood there, the likeliest first."""
    if told.digits.isdigit() and FIELDS[name].unit == "g" and len(told.digits) > 1:
        yield told.amount / 10
    if told.digits.isdigit() and len(told.digits) > 2:
        yield told.amount / 100
