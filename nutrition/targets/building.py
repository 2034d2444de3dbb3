"""Build the table of reference intakes of adults from the transcribed tables of China, the United States and the EU.

Expecting and breastfeeding women have rows of their own.

What cannot be counted in food is left out: upper levels that are for supplements (magnesium, folic acid, niacin) or
that a table of foods cannot tell apart (vitamin E), goals for salt, and water, most of which is drunk. The upper level
of vitamin A is one of retinol.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path

from nutrition.catalogue.nutrients import NUTRIENTS

COLUMNS = ("region", "tag", "kind", "sex", "stage", "from_months", "to_months", "value", "basis", "certainty")
_KINDS = frozenset({"RI", "AI", "UL", "CDRR_LIMIT", "RANGE_LOW", "RANGE_HIGH"})
_BASES = frozenset({"day", "kg_day", "pct_energy", "increment_per_day"})
_STAGES = {
    "none": "",
    "pregnant": "pregnant",
    **{name: name for name in ("pregnant_1", "pregnant_2", "pregnant_3")},
    "lactating": "breastfeeding",
    "lactating_0_6m": "breastfeeding",
}
_SEXES = {"F": "female", "M": "male", "both": ""}
_TAGS = {"VITK": "VITK1", "F18D3N3": "F18D3CN3"}
_NOT_OF_FOOD = frozenset({("MG", "UL"), ("FOLDFE", "UL"), ("TOCPHA", "UL"), ("NA", "AI"), ("WATER", "AI")})
# The units of our vectors; a table in others would be wrong by a thousand.
_UNITS = {"g": ("g",), "mg": ("mg", "mg a-TE", "mg a-toc"), "ug": ("ug", "ug DFE", "ug RAE", "ug RE")}
_PHYTATE = "phytate 600 mg/d"
"""EFSA gives zinc by the phytate of the diet; 600 mg a day is that of a mixed one with whole grain."""
_MENOPAUSE_MONTHS = "600"
_NO_LIMIT = "not a UL"
_ADULT_MONTHS = 18 * 12


def build(source: Path, target: Path) -> int:
    """Write the table; return its rows. Raises OSError, and ValueError for a row in another unit than ours."""
    with source.open(encoding="utf-8", newline="") as lines:
        rows = sorted(set(_rows(csv.DictReader(lines))))
    with target.open("w", encoding="utf-8", newline="") as lines:
        csv.writer(lines, lineterminator="\n").writerows([COLUMNS, *rows])
    return len(rows)


def _rows(told: Iterator[dict[str, str]] | csv.DictReader[str]) -> Iterator[tuple[str, ...]]:
    units = {each.tagname: each.unit for each in NUTRIENTS}
    for row in told:
        tag = _tag_of(row)
        if tag not in units or not _is_wanted(row):
            continue
        if row["basis"] != "pct_energy" and row["unit"] not in _UNITS[units[tag]]:
            raise ValueError(f"{tag} of {row['authority']} is in {row['unit']}, not in {units[tag]}")
        first, last = _ages(row)
        kept = (row["authority"], tag, row["kind"], _SEXES[row["sex"]], _STAGES[row["stage"]], first, last)
        yield (*kept, row["value"], row["basis"], row["certainty"])


def _tag_of(row: Mapping[str, str]) -> str:
    if (row["tag"], row["kind"]) == ("VITA_RAE", "UL"):
        return "RETOL"
    return _TAGS.get(row["tag"], row["tag"])


def _is_wanted(row: Mapping[str, str]) -> bool:
    to_months = row["age_to_months"]
    is_adult = not to_months or float(to_months) > _ADULT_MONTHS
    is_other_zinc = row["note"].startswith("phytate") and row["note"] != _PHYTATE
    is_of_food = (row["tag"], row["kind"]) not in _NOT_OF_FOOD and _NO_LIMIT not in row["note"] and not is_other_zinc
    # What is added for nobody, as protein for who is not expecting, has no place; energy is not in the table.
    is_added = row["basis"] == "increment_per_day" and row["stage"] == "none"
    is_known = row["stage"] in _STAGES and row["kind"] in _KINDS and row["basis"] in _BASES
    return is_known and is_adult and is_of_food and not is_added


def _ages(row: Mapping[str, str]) -> tuple[str, str]:
    """Return from and to in months; where a table goes by the menopause, ours goes by 50 years."""
    first, last = row["age_from_months"], row["age_to_months"]
    if row["note"] == "premenopausal":
        return first, _MENOPAUSE_MONTHS
    return (_MENOPAUSE_MONTHS if row["note"] == "postmenopausal" else first), last
