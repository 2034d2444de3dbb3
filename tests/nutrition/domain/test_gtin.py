"""Numbers under bar codes."""

from __future__ import annotations

import pytest

from nutrition.domain.gtin import check_digit, gtin_of


@pytest.mark.parametrize(
    ("text", "gtin"),
    [
        ("4006381333931", "4006381333931"),
        ("4 006381-333931", "4006381333931"),
        ("04006381333931", "4006381333931"),
        ("036000291452", "0036000291452"),
        ("73513537", "0000073513537"),
    ],
)
def test_each_length_has_one_spelling(text: str, gtin: str) -> None:
    assert gtin_of(text) == gtin


@pytest.mark.parametrize(
    "text", ["", "abc", "4006381333930", "123", "１２３４５６７８", "14006381333938", "4006381333931000"]
)
def test_what_is_no_gtin_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"GTIN|check digit|carton"):
        gtin_of(text)


def test_the_check_digit_of_the_standard_example() -> None:
    # GS1 General Specifications, 7.9: 629104150021 has the check digit 3.
    assert check_digit("629104150021") == "3"
