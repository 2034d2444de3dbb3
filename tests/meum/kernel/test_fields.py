"""Fields that take one form only."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from rest_framework.exceptions import ValidationError
from rest_framework.serializers import Field

from meum.kernel.fields import (
    ChoiceField,
    DayField,
    FlagField,
    IdField,
    InstantField,
    NumberField,
    TextField,
    WholeField,
)


@pytest.mark.parametrize(
    ("field", "told", "taken"),
    [
        (NumberField(), 5, 5.0),
        (NumberField(), -0.5, -0.5),
        (WholeField(), 5, 5),
        (WholeField(), 5.0, 5),
        (FlagField(), True, True),
        (TextField(), "  粥 ", "粥"),
        (DayField(), "2024-02-29", date(2024, 2, 29)),
        (DayField(), "2199-12-31", date(2199, 12, 31)),
        (InstantField(), "2026-11-23T08:10:00+08:00", datetime(2026, 11, 23, 0, 10, tzinfo=UTC)),
        (InstantField(), "2026-11-23t00:10:00.5z", datetime(2026, 11, 23, 0, 10, 0, 500000, tzinfo=UTC)),
    ],
)
def test_the_one_form_is_taken(field: Field[Any, Any, Any, Any], told: Any, taken: Any) -> None:
    assert field.run_validation(told) == taken


@pytest.mark.parametrize(
    ("field", "told"),
    [
        *[(NumberField(), told) for told in ["5", True, None, [], {}, 10**400]],
        *[(WholeField(), told) for told in ["5", True, 5.5, float("inf"), float("nan"), [], {}]],
        *[(FlagField(), told) for told in [1, 0, "true", None, []]],
        *[(TextField(), told) for told in [5, True, ["x"], {"x": 1}, None]],
        *[(ChoiceField(choices=["a"]), told) for told in [["a"], {"a": 1}, 1, True]],
        *[(DayField(), told) for told in ["1899-12-31", "2200-01-01", "2023-02-29", "20260101", "2026-W01-1", 5, ""]],
        *[(DayField(), told) for told in ["٢٠٢٦-٠١-٠١", "2026-01-01T00:00:00Z", None, "0000-01-01"]],
        *[(InstantField(), told) for told in ["2026-11-23T08:10:00", "2026-11-23", "1899-12-31T00:00:00Z"]],
        *[(InstantField(), told) for told in ["2200-01-01T00:00:00Z", "9999-12-31T23:59:59-14:00", 1764000000]],
        *[(InstantField(), told) for told in ["0001-01-01T00:00:00+14:00", "2026-11-23T25:00:00Z", "now", None]],
        *[(InstantField(), told) for told in ["2026-11-23T08:10:00+99:00", "2026-11-23T08:10:00+08:00 "]],
        *[(IdField(), told) for told in [5, "x", "{12345678123456781234567812345678}", "1" * 32, None]],
    ],
)
def test_any_other_form_is_refused(field: Field[Any, Any, Any, Any], told: Any) -> None:
    with pytest.raises(ValidationError):
        field.run_validation(told)
