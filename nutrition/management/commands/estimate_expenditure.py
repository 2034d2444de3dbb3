"""Estimate the energy that people spend from what they logged and weighed, from JSON Lines to JSON Lines."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from meum.domain.intervals import Interval
from meum.kernel.errors import Invalid
from meum.kernel.json_lines import JsonLinesCommand
from nutrition.domain.expenditure import LoggedDay, expenditure
from nutrition.suggestions.asking import body_asked


class Command(JsonLinesCommand):
    """Answer `{"id", "profile", "days": [{"day", "intake_kcal"?, "weight_kg"?}]}`; nothing is stored.

    `kcal_per_day` is what the body spends; `logged_kcal_per_day` is that in the units of the person's own log, which a
    budget goes by. Each lies between its `low` and `high` eight times of ten.
    """

    help = (
        'Read {"id", "profile", "days": [{"day", "intake_kcal"?, "weight_kg"?}]} a line and write {"id", '
        '"kcal_per_day", "low", "high", "logged_kcal_per_day", "logged_low", "logged_high", "trend_kg", "method"}: '
        "what the body spends, and that as the person logs it."
    )

    def answer(self, question: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return the energy spent at the end of the days."""
        try:
            found = expenditure(body_asked(question.get("profile")), _days(question.get("days")))
        except ValueError as error:
            raise Invalid("invalid_input", str(error)) from error
        return {
            **_shown(found.kcal),
            **{f"logged_{name}": kcal for name, kcal in _shown(found.logged_kcal).items()},
            "trend_kg": round(found.trend_kg, 2),
            "method": found.method,
        }


def _shown(kcal: Interval) -> dict[str, float]:
    return {"kcal_per_day": round(kcal.mid, 1), "low": round(kcal.low, 1), "high": round(kcal.high, 1)}


def _days(told: object) -> list[LoggedDay]:
    if not isinstance(told, list):
        raise ValueError("days must be a list of objects with day, intake_kcal and weight_kg")
    return [_day(each, place) for place, each in enumerate(told)]


def _day(told: object, place: int) -> LoggedDay:
    if not isinstance(told, Mapping):
        raise ValueError(f"days[{place}] must be an object")
    try:
        day = date.fromisoformat(str(told.get("day")))
        return LoggedDay(day=day, intake_kcal=_figure(told, "intake_kcal"), weight_kg=_figure(told, "weight_kg"))
    except ValueError as error:
        raise ValueError(f"days[{place}]: {error}") from error


def _figure(told: Mapping[str, Any], name: str) -> float | None:
    value = told.get(name)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError(f"{name} must be a number or null")
    return float(value)
