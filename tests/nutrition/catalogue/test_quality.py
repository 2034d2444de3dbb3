"""What no food can be."""

from __future__ import annotations

from typing import Any

import pytest

from meum.domain.intervals import Interval
from meum.domain.languages import Lang
from nutrition.catalogue.drafts import NameDraft, PortionDraft
from nutrition.catalogue.quality import problems_of
from nutrition.domain.foods import NameKind
from tests.nutrition.catalogue.drafts import draft

TWICE = (NameDraft(Lang.ZH, NameKind.NAME, "鸡蛋"), NameDraft(Lang.ZH, NameKind.ALIAS, "鸡蛋"))
TWO_DEFAULTS = tuple(PortionDraft(unit, Interval(1, 2, 3), "own", is_default=True) for unit in ("个", "碗"))


def test_an_egg_is_a_food() -> None:
    assert list(problems_of(draft())) == []


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"code": ""}, "needs a code of 1 to 40 characters"),
        ({"edible_share": 0}, "edible share is not within 0 and 1"),
        ({"density_g_per_ml": 14}, "density is not within 0.1 and 3 g/ml"),
        ({"prior": 101}, "prior is not within 0 and 100"),
        ({"provenance": "p" * 801}, "has a provenance of more than 800 characters"),
        ({"gtin": "4006381333930"}, "has no GTIN of 13 digits under its bar code"),
        ({"gtin": "73513537"}, "has no GTIN of 13 digits under its bar code"),
        ({"name_zh": "", "name_en": ""}, "has no name"),
        ({"name_en": "e" * 251}, "has a name that is too long"),
        ({"names": TWICE}, "repeats a name"),
        ({"amounts": {}}, "has no nutrient at all"),
        ({"amounts": {"ENERC_KCAL": 3700}}, "has more than 905 kcal in 100 g"),
        ({"amounts": {"PROCNT": 180}}, "has more than 100 g of one nutrient in 100 g"),
        (
            {"amounts": {"WATER": 60, "PROCNT": 30, "FAT": 30}},
            "has water, protein, fat, carbohydrate and ash of far more than 100 g in 100 g",
        ),
        ({"portions": (PortionDraft("", Interval(1, 2, 3), "own"),)}, "has a portion without a unit"),
        (
            {"portions": (PortionDraft("个", Interval(0, 2, 3), "own"),)},
            "has a portion '个' that is not within 0 and 20 kg",
        ),
        ({"portions": TWO_DEFAULTS}, "has more than one default portion"),
    ],
)
def test_what_cannot_be_is_named(changes: dict[str, Any], problem: str) -> None:
    assert problem in list(problems_of(draft(**changes)))
