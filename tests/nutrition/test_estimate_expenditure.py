"""The command that estimates what people spend: a line in, a line out, and nothing stored."""

from __future__ import annotations

import json
from datetime import date, timedelta
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

PROFILE = {"sex": "female", "age": 30, "height_cm": 165, "weight_kg": 60, "activity": "light", "region": "CN"}
STEADY = [
    {"day": str(date(2026, 3, 2) + timedelta(days=number)), "intake_kcal": 1700, "weight_kg": 60}
    for number in range(28)
]


def estimated(folder: Path, *questions: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the answers to questions, each with the profile unless it has one."""
    file = folder / "questions.jsonl"
    file.write_text("\n".join(json.dumps({"profile": PROFILE, **question}) for question in questions), "utf-8")
    written = StringIO()
    call_command("estimate_expenditure", str(file), stdout=written)
    return [json.loads(line) for line in written.getvalue().splitlines()]


def test_what_is_spent_comes_with_its_interval_in_both_units(tmp_path: Path) -> None:
    (answer,) = estimated(tmp_path, {"id": "a", "days": STEADY})

    assert (answer["id"], answer["method"], answer["trend_kg"]) == ("a", "learned", pytest.approx(60, abs=0.3))
    assert answer["low"] < answer["kcal_per_day"] < answer["high"]
    assert answer["logged_low"] < answer["logged_kcal_per_day"] < answer["logged_high"]
    assert answer["logged_kcal_per_day"] == pytest.approx(1700, rel=0.05)
    assert answer["kcal_per_day"] > 1750


def test_no_days_give_the_formula(tmp_path: Path) -> None:
    (answer,) = estimated(tmp_path, {"id": 1, "days": []})

    assert (answer["method"], round(answer["kcal_per_day"])) == ("formula", 2049)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ({"days": "none"}, "days must be a list"),
        ({"days": [3]}, "days[0] must be an object"),
        ({"days": [{"day": "yesterday"}]}, "days[0]: Invalid isoformat"),
        ({"days": [*STEADY, {"day": "2026-05-01", "weight_kg": 7}]}, "days[28]: weight_kg must be from 20 to 400"),
        ({"days": [{"day": "2026-05-01", "intake_kcal": "much"}]}, "days[0]: intake_kcal must be a number"),
        ({"days": [STEADY[0], STEADY[0]]}, "a day stands there twice"),
        ({"days": [], "profile": {**PROFILE, "height_cm": 16}}, "profile.height_cm must be a number from 100 to 250"),
        ({"days": [], "profile": {**PROFILE, "activity": "lazy"}}, "an activity is one of"),
    ],
)
def test_what_cannot_be_answered_is_said_and_the_next_line_is_read(
    question: dict[str, Any], said: str, tmp_path: Path
) -> None:
    refused, answer = estimated(tmp_path, {"id": 1, **question}, {"id": 2, "days": STEADY})

    assert (refused["id"], refused["error"]["code"]) == (1, "invalid_input")
    assert said in refused["error"]["detail"]
    assert answer["method"] == "learned"
