"""Measures as they are said in either language."""

from __future__ import annotations

import pytest

from meum.domain.languages import Lang
from meum.language.measure_names import measure_name


@pytest.mark.parametrize(
    ("quantity", "measure", "chinese", "english"),
    [
        (16, "oz", "盎司", "oz"),
        (8, "fl oz", "液盎司", "fl oz"),
        (2, "lb", "磅", "lb"),
        (200, "ml", "毫升", "ml"),
        (3, "pint", "品脱", "pints"),
        (2, "slice", "片", "slices"),
        (1, "slice", "片", "slice"),
        (0.5, "cup", "杯", "cup"),
        (2, "glass", "杯", "glasses"),
        (2, "box", "盒", "boxes"),
        (2, "patty", "块", "patties"),
        (3, "leaf", "片", "leaves"),
        (2, "katori", "小碗", "katoris"),
        (2, "碗", "碗", "bowls"),
        (1, "大碗", "大碗", "large bowl"),
        (1, "顿", "顿", "meal"),
        (2, "斤", "斤", "jin"),
        (2, "个", "个", ""),
        (2, "", "个", ""),
        (2, "muffin", "muffin", "muffins"),
        (2, "筷子", "筷子", "筷子"),
    ],
)
def test_a_measure_has_a_name_in_both_languages(quantity: float, measure: str, chinese: str, english: str) -> None:
    assert measure_name(measure, quantity=quantity, lang=Lang.ZH) == chinese
    assert measure_name(measure, quantity=quantity, lang=Lang.EN) == english
