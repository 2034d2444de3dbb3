"""Height and weight as two bare numbers."""

from __future__ import annotations

import pytest

from bots.nlu.figures import height_and_weight

pytestmark = pytest.mark.once


@pytest.mark.parametrize(
    ("plain", "told"),
    [
        ("170 61.5", (170.0, 61.5)),
        ("170cm 61.5kg", (170.0, 61.5)),
        ("165.5 厘米,120 公斤", (165.5, 120.0)),
        ("170 120", None),
        ("61.5 170", None),
        ("170", None),
        ("170 克 61", None),
        ("999 61", None),
    ],
)
def test_two_numbers_are_height_and_weight_where_they_can_be(plain: str, told: tuple[float, float] | None) -> None:
    assert height_and_weight(plain) == told
