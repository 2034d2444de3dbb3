"""USDA Food and Nutrient Database for Dietary Studies 2017-2018: what people in the United States eat, as eaten.

Foods that only the edition 2021-2023 has are added from there. Popularity is counted from dietary recalls.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from statistics import median

import numpy as np
from numpy.typing import NDArray

from meum.domain.intervals import Interval
from meum.domain.languages import Lang
from meum.domain.units import ML_PER_FL_OZ
from meum.language.measures import VOLUMES_ML, measure_named, size_at
from nutrition.catalogue.drafts import FoodDraft, NameDraft, PortionDraft, distinct
from nutrition.catalogue.nutrients import vector_of
from nutrition.catalogue.patterns import patterns_vector
from nutrition.catalogue.sources.base import NAMES, FoodSource, chinese_names, figure, rows_of
from nutrition.domain.foods import FoodGroup, NameKind

Row = Mapping[str, str]

# First categories (WWEIA numbers) of the ranges that share a group; the last number below a code's own counts.
_GROUPS = {
    1002: FoodGroup.DAIRY,
    2002: FoodGroup.MEAT,
    2202: FoodGroup.POULTRY,
    2402: FoodGroup.SEAFOOD,
    2502: FoodGroup.EGG,
    2602: FoodGroup.MEAT,
    2802: FoodGroup.LEGUME,
    2804: FoodGroup.NUT,
    2806: FoodGroup.LEGUME,
    3002: FoodGroup.DISH,
    4002: FoodGroup.GRAIN,
    4202: FoodGroup.BAKERY,
    4602: FoodGroup.GRAIN,
    5002: FoodGroup.SNACK,
    5502: FoodGroup.BAKERY,
    5702: FoodGroup.SWEET,
    6002: FoodGroup.FRUIT,
    6402: FoodGroup.VEGETABLE,
    6802: FoodGroup.TUBER,
    7002: FoodGroup.BEVERAGE,
    7502: FoodGroup.ALCOHOL,
    7702: FoodGroup.BEVERAGE,
    8002: FoodGroup.FAT,
    8402: FoodGroup.SEASONING,
    8802: FoodGroup.SWEET,
    9002: FoodGroup.INFANT,
    9802: FoodGroup.SNACK,
    9999: FoodGroup.DISH,
}
_DRINKS = (range(1002, 1405), range(7002, 7805), range(9202, 9205), range(9402, 9603))
_WATER_OF_DRINKS_G = 55
# Ingredients that stand in the table only to be parts of its recipes.
_PARTS_OF_RECIPES = re.compile(r"899|.*as ingredient", re.DOTALL)
_COLUMNS = {
    "energy_kcal": "ENERC_KCAL",
    "protein_g": "PROCNT",
    "carb_g": "CHOCDF",
    "sugars_g": "SUGAR",
    "fiber_g": "FIBTG",
    "fat_g": "FAT",
    "fatty_acids_total_saturated_g": "FASAT",
    "fatty_acids_total_monounsaturated_g": "FAMS",
    "fatty_acids_total_polyunsaturated_g": "FAPU",
    "cholesterol_mg": "CHOLE",
    "retinol_ug": "RETOL",
    "vitamin_a_rae_ugrae": "VITA_RAE",
    "carotene_alpha_ug": "CARTA",
    "carotene_beta_ug": "CARTB",
    "cryptoxanthin_beta_ug": "CRYPX",
    "lycopene_ug": "LYCPN",
    "lutein_zeaxanthin_ug": "LUT+ZEA",
    "thiamin_mg": "THIA",
    "riboflavin_mg": "RIBF",
    "niacin_mg": "NIA",
    "vitamin_b_6_mg": "VITB6A",
    "folic_acid_ug": "FOLAC",
    "folate_food_ug": "FOLFD",
    "folate_dfe_ugdfe": "FOLDFE",
    "folate_total_ug": "FOL",
    "choline_total_mg": "CHOLN",
    "vitamin_b_12_ug": "VITB12",
    "vitamin_b_12_added_ug": "N578",
    "vitamin_c_mg": "VITC",
    "vitamin_d_d2_d3_ug": "VITD",
    "vitamin_e_alpha_tocopherol_mg": "TOCPHA",
    "vitamin_e_added_mg": "N573",
    "vitamin_k_phylloquinone_ug": "VITK1",
    "calcium_mg": "CA",
    "phosphorus_mg": "P",
    "magnesium_mg": "MG",
    "iron_mg": "FE",
    "zinc_mg": "ZN",
    "copper_mg": "CU",
    "selenium_ug": "SE",
    "potassium_mg": "K",
    "sodium_mg": "NA",
    "caffeine_mg": "CAFFN",
    "theobromine_mg": "THEBRN",
    "alcohol_g": "ALC",
    "4_0_g": "F4D0",
    "6_0_g": "F6D0",
    "8_0_g": "F8D0",
    "10_0_g": "F10D0",
    "12_0_g": "F12D0",
    "14_0_g": "F14D0",
    "16_0_g": "F16D0",
    "18_0_g": "F18D0",
    "16_1_g": "F16D1",
    "18_1_g": "F18D1",
    "20_1_g": "F20D1",
    "22_1_g": "F22D1",
    "18_2_g": "F18D2",
    "18_3_g": "F18D3",
    "18_4_g": "F18D4",
    "20_4_g": "F20D4",
    "20_5_n_3_g": "F20D5",
    "22_5_n_3_g": "F22D5",
    "22_6_n_3_g": "F22D6",
    "water_g": "WATER",
}
_WITH_PATTERNS = "2017-2018"
_PATTERN_UNIT = re.compile(r"_(?:cup_eq|oz_eq|tsp_eq|g|n)$")
_UNSPECIFIED = "quantity not specified"
_NUMBER = re.compile(r"(\d+)?-?(?:(\d+)/(\d+))?\s+")
_BRACKETS = re.compile(r"\(([^()]*(?:\([^()]*\)[^()]*)*)\)")
# Masses need no table, and nobody tells food in cubic or surface inches.
_NOT_TOLD = re.compile(r"\b(?:cubic|surface) inch|^(?:oz|lb)\b|^guideline|^topping|^skin from|^juice of|^quantity")
_OTHER_SIZES = {"miniature": "small", "mini": "small", "king": "large", "jumbo": "large", "bite": "small"}
_USUAL = ("", "nfs", "ns as to size", "regular", "medium")
_REGULAR = re.compile(r"\b(?:regular|nfs|ns as to size|any size|ns size)\b")
_TINY = re.compile(r"\b(?:mini|miniature|bite|fun|snack)\b")
_MOST_IN_SERVING = 6
_SPREAD = 0.15
# Bounds of a serving that nobody told; own estimate from the quartiles of amounts in dietary recalls.
_SERVING_SPREAD = Interval(0.6, 1.0, 1.5)
# Of popcorn and the like nobody tells millilitres.
_LIGHTEST = 0.1
_NOT_SAID = re.compile(r",? (?:NFS|NS as to [^,;()]*)")
# Measures of a volume whose grams tell the density, the surest first.
_DENSE = (("1 fl oz", ML_PER_FL_OZ), ("1 fl oz (no ice)", ML_PER_FL_OZ), ("1 cup", VOLUMES_ML["cup"]))
# Descriptions that say how, not what.
_NO_NAME = re.compile(
    r"^(?:with|without|made|ns|nfs|all|any|other|includes?|including|prepared|cooked|not|no|and|or|from|for|in|on|e\.?g)\b"
    r"|\bNFS\b|\bNS\b|[;:]|^\W*$"
)


def _group_of(code: int) -> FoodGroup:
    return _GROUPS[max(first for first in _GROUPS if first <= code)]


def _is_drink(row: Row, water: float | None) -> bool:
    category = int(row["wweia_code"])
    return any(category in drinks for drinks in _DRINKS) and (water or 0) > _WATER_OF_DRINKS_G


def _counted(text: str) -> tuple[float, str]:
    """Return the number that a portion begins with, and the rest: `1-1/2 cups` gives 1.5."""
    match = _NUMBER.match(text)
    if match is None or not (match[1] or match[2]):
        return 1.0, text
    part = int(match[2]) / int(match[3]) if match[2] else 0.0
    return int(match[1] or 0) + part, text[match.end() :]


def _unit_of(text: str) -> tuple[str, str]:
    """Return unit and detail of a portion such as `cup, cooked, diced`, `large or thick slice` or `personal pizza`.

    A word that is no measure is the food itself: "a mango" is each, "a piece of mango" a piece.
    """
    detail = ", ".join(match[1] for match in _BRACKETS.finditer(text))
    head, *kinds = [part.strip() for part in _BRACKETS.sub("", text).split(",")]
    words = head.split()
    for at in range(len(words) - 1, -1, -1):
        measure = measure_named(words[at].split("/")[0])
        if measure is not None and (measure.is_household or measure.word == "fl oz"):
            told = [*words[:at], *words[at + 1 :]]
            if measure.volume_ml and told and size_at(told[0], 0):
                break
            return measure.word, ", ".join(filter(None, [" ".join(told), *kinds, detail]))
    return "each", ", ".join(filter(None, [head, *kinds, detail]))


def _sized(detail: str) -> str:
    """Return a detail that begins with its size, where it tells one."""
    first = detail.split(" ", maxsplit=1)[0].split("/", maxsplit=1)[0].strip(",")
    size = _OTHER_SIZES.get(first)
    return f"{size} {detail}" if size else detail


def _rank(portion: PortionDraft, usual_g: float, name: str) -> tuple[int, bool, bool]:
    """Order the portions of one unit: the plain one, a regular one, one of which the usual amount is made, others."""
    detail = portion.detail.lower()
    if detail in _USUAL or (detail.isalpha() and detail in name.lower()):
        return 0, False, False
    if _REGULAR.search(detail):
        return 1, False, False
    ones = usual_g / portion.grams.mid
    is_part = abs(ones - round(ones)) < 0.02 * ones and 1 <= round(ones) <= _MOST_IN_SERVING
    return 2 if is_part else 3, bool(_TINY.search(detail)), size_at(detail, 0) is not None


def _told(row: Row) -> PortionDraft | None:
    text, grams = row["portion"].lower().strip().replace("~", "-").replace("|", "/"), float(row["grams"])
    if grams <= 0 or _NOT_TOLD.search(text.lstrip("0123456789/- ")):
        return None
    number, rest = _counted(text)
    if rest.startswith("fl oz"):
        return None
    unit, detail = _unit_of(rest)
    return PortionDraft(unit, Interval.around(grams / number, share=_SPREAD), "usda_fndds", _sized(detail)[:60])


def _portions(rows: Sequence[Row], name: str) -> tuple[PortionDraft, ...]:
    """Return the serving that nobody told first, then the measures, the plain ones of each unit before the others."""
    usual = next((float(row["grams"]) for row in rows if row["portion"].lower().startswith(_UNSPECIFIED)), 0.0)
    serving = [PortionDraft("serving", _SERVING_SPREAD.scaled(usual), "usda_fndds", "", True)] if usual > 0 else []
    found: dict[tuple[str, str], PortionDraft] = {}
    for portion in sorted(filter(None, map(_told, rows)), key=lambda each: _rank(each, usual, name)):
        found.setdefault((portion.unit, portion.detail), portion)
    found.pop(("serving", ""), None)
    return (*serving, *found.values())


def _density(rows: Sequence[Row]) -> float | None:
    """Return g/ml from the weight of a fluid ounce, or of a plain cup."""
    grams = {row["portion"].lower(): float(row["grams"]) for row in rows}
    for portion, volume in (
        ("1 fl oz", ML_PER_FL_OZ),
        ("1 fl oz (no ice)", ML_PER_FL_OZ),
        ("1 cup", VOLUMES_ML["cup"]),
    ):
        if grams.get(portion, 0) / volume > _LIGHTEST:
            return round(grams[portion] / volume, 3)
    return None


def _cups(portions: Mapping[str, Sequence[Row]], foods: Sequence[Row]) -> dict[str, float]:
    """Return the median density of each category, for foods whose own is not told."""
    known = defaultdict(list)
    for row in foods:
        if (density := _density(portions[row["food_code"]])) is not None:
            known[row["wweia_code"]].append(density)
    return {category: round(median(densities), 3) for category, densities in known.items()}


def _prior(reports: int, name: str) -> int:
    """Return how likely a bare word means this food, from how often people reported to have eaten it."""
    return min(80, round(20 + 15 * math.log10(1 + reports)) + (2 if "NFS" in name else 0))


def _shown(name: str) -> str:
    """Return a name without what it says of nobody having told: "Milk, NFS" is milk."""
    return re.sub(r" {2,}", " ", _NOT_SAID.sub("", name)).strip(" ,") or name


def _names(row: Row, heads: frozenset[str], chinese: Row) -> tuple[NameDraft, ...]:
    """Return the names and the descriptions that name it too; not those that are a part of another food's name."""
    told = (text.strip(" .") for text in (row.get("additional_descriptions") or "").split(";"))
    others = (text for text in told if text and not _NO_NAME.search(text) and text.lower() not in heads)
    own = NameDraft(Lang.EN, NameKind.NAME, row["name"])
    english = [own, *(NameDraft(Lang.EN, NameKind.ALIAS, text[:250]) for text in others)]
    return distinct([*english, *chinese_names(chinese, first=NameKind.ALIAS)])


def _chinese(row: Row) -> Row:
    """Return our own Chinese names of a food; empty for one that has none."""
    return _chinese_rows().get(f"fndds:{row['food_code']}", {})


@cache
def _chinese_rows() -> Mapping[str, Row]:
    return {row["key"]: row for row in rows_of(NAMES / "fndds.csv")}


def _reports(folder: Path) -> Mapping[str, int]:
    """Return how often each food was reported in dietary recalls."""
    reports: defaultdict[str, int] = defaultdict(int)
    for row in rows_of(folder.parent / "targets" / "us_foods_by_occasion.csv"):
        reports[row["food_code"]] += int(row["reports"])
    return reports


def _patterns(folder: Path) -> Mapping[str, NDArray[np.float64]]:
    """Return the food pattern equivalents of each food (FPED 2017-2018), whose columns are `<tag>_<unit>`."""
    return {
        row["food_code"]: patterns_vector(
            {_PATTERN_UNIT.sub("", column): float(cell) for column, cell in row.items() if column != "food_code"}
        )
        for row in rows_of(folder / "fped_2017_2018.csv.gz")
    }


class _Edition:
    """One edition of the table: its foods and their portions."""

    def __init__(self, folder: Path, edition: str, foods: Sequence[Row]) -> None:
        self.edition = edition
        self.foods = [row for row in foods if not _PARTS_OF_RECIPES.match(row["food_code"] + row["name"])]
        self.portions: dict[str, list[Row]] = defaultdict(list)
        for row in rows_of(folder / f"fndds_{edition.replace('-', '_')}_portions.csv.gz"):
            if not row.get("subcode"):
                self.portions[row["food_code"]].append(row)
        self.patterns = _patterns(folder) if edition == _WITH_PATTERNS else {}
        self._cups = _cups(self.portions, self.foods)

    def density(self, row: Row) -> float | None:
        return _density(self.portions[row["food_code"]]) or self._cups.get(row["wweia_code"])


def _draft(row: Row, amounts: Row, edition: _Edition, reports: int, heads: frozenset[str]) -> FoodDraft:
    return FoodDraft(
        source=SOURCE.name,
        code=row["food_code"],
        group=_group_of(int(row["wweia_code"])),
        name_zh=_chinese(row).get("zh", ""),
        name_en=_shown(row["name"]),
        nutrients=vector_of({tag: figure(amounts[column]) for column, tag in _COLUMNS.items()}),
        provenance=f"USDA FNDDS {edition.edition}, {row['food_code']}",
        names=_names(row, heads, _chinese(row)),
        portions=_portions(edition.portions[row["food_code"]], row["name"]),
        is_drink=_is_drink(row, figure(amounts["water_g"])),
        density_g_per_ml=edition.density(row),
        prior=_prior(reports, row["name"]),
        patterns=edition.patterns.get(row["food_code"]),
    )


def build(folder: Path) -> Iterator[FoodDraft]:
    """Yield the foods of 2017-2018, then those that only 2021-2023 has, from the `fndds_*` files of the folder."""
    first = _Edition(folder, "2017-2018", list(rows_of(folder / "fndds_2017_2018_foods.csv.gz")))
    amounts = {row["food_code"]: row for row in rows_of(folder / "fndds_2017_2018_nutrients.csv.gz")}
    later = {row["food_code"]: row for row in rows_of(folder / "fndds_2021_2023_nutrients.csv.gz")}
    new = _Edition(folder, "2021-2023", [row for code, row in later.items() if code not in amounts])
    heads = frozenset(part.strip().lower() for row in (*first.foods, *new.foods) for part in row["name"].split(","))
    reports = _reports(folder)
    for edition, values in ((first, amounts), (new, later)):
        for row in edition.foods:
            code = row["food_code"]
            yield _draft(row, values[code], edition, reports.get(code, 0), heads)


SOURCE = FoodSource(
    name="fndds",
    title="USDA Food and Nutrient Database for Dietary Studies",
    edition="2017-2018, and foods new in 2021-2023",
    licence="Public domain (work of the United States government)",
    build=build,
)
