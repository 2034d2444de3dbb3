"""Exact conversions between units; the factors are definitions, not measurements."""

from __future__ import annotations

KJ_PER_KCAL = 4.184
G_PER_OZ = 28.349523125
G_PER_LB = 453.59237
LB_PER_STONE = 14
G_PER_JIN = 500.0
G_PER_LIANG = 50.0
ML_PER_FL_OZ = 29.5735295625
CM_PER_INCH = 2.54
M_PER_MILE = 1609.344


def kg_of_lb(pounds: float) -> float:
    """Return kilograms of avoirdupois pounds."""
    return pounds * G_PER_LB / 1000


def kg_of_jin(jin: float) -> float:
    """Return kilograms of mainland Chinese jin (市斤, 500 g)."""
    return jin * G_PER_JIN / 1000


def kj_of_kcal(kilocalories: float) -> float:
    """Return kilojoules of thermochemical kilocalories."""
    return kilocalories * KJ_PER_KCAL
