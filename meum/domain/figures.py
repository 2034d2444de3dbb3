"""How figures are written for people: without more digits than an estimate deserves; pure."""

from __future__ import annotations


def plain_number(value: float) -> str:
    """Return a number as people write it: at most one decimal, none after ten."""
    return f"{value:.0f}" if value >= 10 or value == round(value) else f"{value:.1f}".removesuffix(".0")


def rounded(value: float) -> str:
    """Return an estimate without more digits than it deserves."""
    step = 1 if value < 50 else 5 if value < 500 else 10
    return plain_number(value) if value < 10 else f"{round(value / step) * step:d}"


def amount_figure(value: float) -> str:
    """Return an amount of a nutrient, small ones with two significant digits."""
    return rounded(value) if value >= 1 or value == 0 else f"{float(f'{value:.2g}'):g}"
