"""Foods as a table would tell them, for tests of what comes before the database."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from meum.domain.languages import Lang
from nutrition.catalogue.drafts import FoodDraft, NameDraft
from nutrition.catalogue.nutrients import vector_of
from nutrition.domain.foods import FoodGroup, NameKind


def draft(code: str = "egg", *, amounts: Mapping[str, float | None] | None = None, **changes: Any) -> FoodDraft:
    """Return an egg of the everyday table, with what is told changed."""
    told: dict[str, Any] = {
        "source": "everyday",
        "code": code,
        "group": FoodGroup.EGG,
        "name_zh": "鸡蛋",
        "name_en": "egg",
        "nutrients": vector_of({"ENERC_KCAL": 143, "PROCNT": 12.56} if amounts is None else amounts),
        "provenance": "made for a test",
        "names": (NameDraft(Lang.ZH, NameKind.NAME, "鸡蛋"), NameDraft(Lang.EN, NameKind.NAME, "egg")),
    }
    return FoodDraft(**(told | changes))
