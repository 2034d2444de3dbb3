"""USDA National Nutrient Database for Standard Reference 28: 8,789 foods, 150 nutrients, US household weights."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from meum.domain.intervals import Interval
from meum.domain.languages import Lang
from meum.domain.units import ML_PER_FL_OZ
from nutrition.catalogue.drafts import FoodDraft, NameDraft, PortionDraft, distinct
from nutrition.catalogue.nutrients import vector_of
from nutrition.catalogue.sources.base import FoodSource, figure, rows_of
from nutrition.domain.foods import FoodGroup, NameKind

_GROUPS = {
    "0100": FoodGroup.DAIRY,
    "0200": FoodGroup.SEASONING,
    "0300": FoodGroup.INFANT,
    "0400": FoodGroup.FAT,
    "0500": FoodGroup.POULTRY,
    "0600": FoodGroup.SEASONING,
    "0700": FoodGroup.MEAT,
    "0800": FoodGroup.GRAIN,
    "0900": FoodGroup.FRUIT,
    "1000": FoodGroup.MEAT,
    "1100": FoodGroup.VEGETABLE,
    "1200": FoodGroup.NUT,
    "1300": FoodGroup.MEAT,
    "1400": FoodGroup.BEVERAGE,
    "1500": FoodGroup.SEAFOOD,
    "1600": FoodGroup.LEGUME,
    "1700": FoodGroup.MEAT,
    "1800": FoodGroup.BAKERY,
    "1900": FoodGroup.SWEET,
    "2000": FoodGroup.GRAIN,
    "2100": FoodGroup.DISH,
    "2200": FoodGroup.DISH,
    "2500": FoodGroup.SNACK,
    "3500": FoodGroup.DISH,
    "3600": FoodGroup.DISH,
}
# Words at the beginning of a name that say more than the group does.
_GROUPS_BY_HEAD = {
    "egg": FoodGroup.EGG,
    "potato": FoodGroup.TUBER,
    "potatoes": FoodGroup.TUBER,
    "sweet potato": FoodGroup.TUBER,
    "taro": FoodGroup.TUBER,
    "yam": FoodGroup.TUBER,
    "cassava": FoodGroup.TUBER,
    "mushroom": FoodGroup.MUSHROOM,
    "mushrooms": FoodGroup.MUSHROOM,
    "seaweed": FoodGroup.SEAWEED,
    "soup": FoodGroup.DISH,
    "alcoholic beverage": FoodGroup.ALCOHOL,
    "alcoholic beverages": FoodGroup.ALCOHOL,
}
_UNITS = {
    "tablespoon": "tbsp",
    "teaspoon": "tsp",
    "nlea serving": "serving",
    "portion": "serving",
    "unit": "piece",
    "item": "piece",
    "fruit": "piece",
    "package": "packet",
    "pouch": "packet",
    "leave": "leaf",
    "halve": "half",
    "pattie": "patty",
}
# Energy and vitamin D come in two units each, which our tagnames tell apart.
_TAGS_WITH_UNIT = {"enerc_kcal": "ENERC_KCAL", "enerc_kj": "ENERC_KJ", "vitd_iu": "VITD_IU"}
_SIZES = frozenset({"small", "medium", "large", "extra large", "extra small"})
# Masses need no table; a volume of a drink is its density; a cubic inch is nobody's measure.
_NOT_UNITS = frozenset({"oz", "lb", "fl oz", "cubic inch", "quart", "gallon", "package yield", "recipe yield"})
_KEPT_WHOLE = ("extra large", "extra small", "nlea serving")
# The table gives one weight; kitchen cups and pieces differ from it by about this much (own estimate).
_SPREAD = 0.15


def _group_of(row: Mapping[str, str]) -> FoodGroup:
    head = row["name"].split(",")[0].lower()
    return _GROUPS_BY_HEAD.get(head, _GROUPS[row["group_code"]])


def _singular(word: str) -> str:
    """Return an English measure word without its plural s."""
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _unit_of(measure: str) -> tuple[str, str]:
    """Return the unit and the detail of a measure such as `cup, sliced` or `medium (3" dia)`."""
    text = measure.lower().strip()
    head = re.split(r"[,(]", text)[0].strip()
    if head in _NOT_UNITS or head.split(" ")[0] in ("oz", "lb"):
        return "", ""
    word = next((kept for kept in _KEPT_WHOLE if head.startswith(kept)), head.split(" ")[0])
    detail = text[len(word) :].strip(" ,").removeprefix("(").removesuffix(")").replace("~", "-").replace("|", "/")
    if word in _SIZES:
        return "piece", f"{word} {detail}".strip()
    return _UNITS.get(word, _UNITS.get(_singular(word), _singular(word))), detail


def _portions(weights: list[Mapping[str, str]]) -> tuple[PortionDraft, ...]:
    """Return the household measures of a food, the first of each unit being what a bare unit means."""
    found: dict[tuple[str, str], PortionDraft] = {}
    for row in weights:
        unit, detail = _unit_of(row["measure"])
        grams = float(row["g_per_unit"])
        if unit and grams > 0:
            portion = PortionDraft(unit, Interval.around(grams, share=_SPREAD), "usda_sr28", detail[:60])
            found.setdefault((portion.unit, portion.detail), portion)
    return tuple(found.values())


def _density(weights: list[Mapping[str, str]]) -> float | None:
    """Return g/ml of a drink from the weight of its US fluid ounce."""
    for row in weights:
        if row["measure"].lower().startswith("fl oz"):
            return round(float(row["g_per_unit"]) / ML_PER_FL_OZ, 3)
    return None


def _is_drink(row: Mapping[str, str], group: FoodGroup, water: float | None, density: float | None) -> bool:
    name = row["name"].lower()
    drinks = group in (FoodGroup.BEVERAGE, FoodGroup.ALCOHOL) or name.startswith("milk,") or "juice" in name
    return drinks and density is not None and (water is None or water > 55)


def _prior(row: Mapping[str, str]) -> int:
    """Return how likely a bare word means this food: short plain names first, brands and infant food last."""
    name = row["name"]
    prior = 40 - 2 * max(0, name.count(",") - 1) - len(name) // 12
    prior -= 10 if row["manufacturer"] or re.search(r"\b[A-Z]{3,}\b", name) else 0
    prior -= 12 if row["group_code"] in ("0300", "3500", "3600") else 0
    return max(1, prior)


def _names(row: Mapping[str, str]) -> tuple[NameDraft, ...]:
    own = [NameDraft(Lang.EN, NameKind.NAME, row["name"])]
    others = (text.strip() for text in row["common_name"].split(","))
    return distinct([*own, *(NameDraft(Lang.EN, NameKind.ALIAS, text) for text in others if text)])


def _draft(row: Mapping[str, str], amounts: Mapping[str, str], weights: list[Mapping[str, str]]) -> FoodDraft:
    group, density = _group_of(row), _density(weights)
    refuse = float(row["refuse_pct"] or 0)
    return FoodDraft(
        source=SOURCE.name,
        code=row["ndb_no"],
        group=group,
        name_zh="",
        name_en=row["name"],
        nutrients=vector_of({tag: figure(amounts[column]) for column, tag in _columns(amounts).items()}),
        provenance=f"USDA SR28, NDB {row['ndb_no']}",
        names=_names(row),
        portions=_portions(weights),
        is_drink=_is_drink(row, group, figure(amounts["water_g"]), density),
        edible_share=round(1 - refuse / 100, 4),
        density_g_per_ml=density,
        prior=_prior(row),
    )


def _columns(amounts: Mapping[str, str]) -> dict[str, str]:
    """Return the tagname of each nutrient column, whose names are `<tagname>_<unit>` in lower case."""
    return {
        column: _TAGS_WITH_UNIT.get(column, column.rsplit("_", 1)[0].upper())
        for column in amounts
        if column != "ndb_no"
    }


def build(folder: Path) -> Iterator[FoodDraft]:
    """Yield the foods of SR28 from `usda_sr28_foods`, `_nutrients_wide` and `_weights` in the folder."""
    weights = defaultdict(list)
    for weight in rows_of(folder / "usda_sr28_weights.csv.gz"):
        weights[weight["ndb_no"]].append(weight)
    amounts = {row["ndb_no"]: row for row in rows_of(folder / "usda_sr28_nutrients_wide.csv.gz")}
    for row in rows_of(folder / "usda_sr28_foods.csv.gz"):
        yield _draft(row, amounts[row["ndb_no"]], weights[row["ndb_no"]])


SOURCE = FoodSource(
    name="sr28",
    title="USDA National Nutrient Database for Standard Reference",
    edition="Release 28 (2016)",
    licence="Public domain (work of the United States government)",
    build=build,
)
