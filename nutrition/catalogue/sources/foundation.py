"""USDA Foundation Foods: few foods, each analysed in many samples of the American market.

The file of source data has no FDC numbers, so that a food's code is made from its name. Rows without energy are left
out unless protein, fat and carbohydrate are there to compute it from.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path

from meum.domain.intervals import Interval
from meum.domain.languages import Lang
from meum.domain.units import kj_of_kcal
from nutrition.catalogue.drafts import FoodDraft, NameDraft, PortionDraft
from nutrition.catalogue.nutrients import vector_of
from nutrition.catalogue.sources.base import FoodSource, figure, rows_of
from nutrition.domain.foods import FoodGroup, NameKind

_GROUPS = {
    "Baked Products": FoodGroup.BAKERY,
    "Beef Products": FoodGroup.MEAT,
    "Beverages": FoodGroup.BEVERAGE,
    "Cereal Grains and Pasta": FoodGroup.GRAIN,
    "Dairy and Egg Products": FoodGroup.DAIRY,
    "Fats and Oils": FoodGroup.FAT,
    "Finfish and Shellfish Products": FoodGroup.SEAFOOD,
    "Fruits and Fruit Juices": FoodGroup.FRUIT,
    "Lamb, Veal, and Game Products": FoodGroup.MEAT,
    "Legumes and Legume Products": FoodGroup.LEGUME,
    "Nut and Seed Products": FoodGroup.NUT,
    "Pork Products": FoodGroup.MEAT,
    "Poultry Products": FoodGroup.POULTRY,
    "Restaurant Foods": FoodGroup.DISH,
    "Sausages and Luncheon Meats": FoodGroup.MEAT,
    "Soups, Sauces, and Gravies": FoodGroup.SEASONING,
    "Spices and Herbs": FoodGroup.SEASONING,
    "Sweets": FoodGroup.SWEET,
    "Vegetables and Vegetable Products": FoodGroup.VEGETABLE,
}
_GROUPS_BY_HEAD = {
    "Egg": FoodGroup.EGG,
    "Eggs": FoodGroup.EGG,
    "Mushroom": FoodGroup.MUSHROOM,
    "Mushrooms": FoodGroup.MUSHROOM,
    "Potatoes": FoodGroup.TUBER,
    "Sweet potatoes": FoodGroup.TUBER,
}
# FoodData Central tells energy in kcal, acids and proximates in g, and the others as this table does.
_COLUMNS = {
    "Energy": "ENERC_KCAL",
    "Protein": "PROCNT",
    "Total fat": "FAT",
    "Carbohydrate": "CHOCDF",
    "Cholesterol": "CHOLE",
    "Fatty acids, total saturated": "FASAT",
    "DHA": "F22D6",
    "EPA": "F20D5",
    "ALA": "F18D3CN3",
    "Vitamin A, RAE": "VITA_RAE",
    "Vitamin E": "TOCPHA",
    "Vitamin D (D2 + D3)": "VITD",
    "Vitamin C": "VITC",
    "Thiamin": "THIA",
    "Riboflavin": "RIBF",
    "Niacin": "NIA",
    "Pantothenic acid": "PANTAC",
    "Vitamin B-6": "VITB6A",
    "Folate, total": "FOL",
    "Vitamin B-12": "VITB12",
    "Choline": "CHOLN",
    "Vitamin K2 MK-4": "MK4",
    "Vitamin K1": "VITK1",
    "Calcium": "CA",
    "Iron": "FE",
    "Magnesium": "MG",
    "Phosphorus": "P",
    "Potassium": "K",
    "Sodium": "NA",
    "Zinc": "ZN",
    "Copper": "CU",
    "Manganese": "MN",
    "Selenium": "SE",
}
# Two analyses each: the sum of single sugars before the older one, the fibre that other tables have before the newer.
_EITHER_COLUMN = {"SUGAR": ("Total Sugars", "Sugars, Total"), "FIBTG": ("Fiber", "Fiber (AOAC 2011.25)")}
_UNITS = {
    "bunch": "bunch",
    "container": "container",
    "cup": "cup",
    "link": "link",
    "order": "serving",
    "slice": "slice",
    "tablespoon": "tbsp",
    "teaspoon": "tsp",
}
_NOT_UNITS = frozenset({"", "oz", "milliliter"})
# The table gives one weight; kitchen cups and pieces differ from it by about this much (own estimate).
_SPREAD = 0.15
# General factors of Atwater, kcal/g (Merrill and Watt, USDA Agriculture Handbook 74, 1973).
_ATWATER = {"PROCNT": 4, "FAT": 9, "CHOCDF": 4}


def _at_least_nothing(cell: str) -> float | None:
    """Return the amount in a cell; carbohydrate by difference may come out below zero, which is none."""
    amount = figure(cell)
    return None if amount is None else max(0.0, amount)


def _amounts(row: Mapping[str, str]) -> dict[str, float | None]:
    amounts = {tag: _at_least_nothing(row[column]) for column, tag in _COLUMNS.items()}
    for tag, (first, second) in _EITHER_COLUMN.items():
        amounts[tag] = _at_least_nothing(row[first] or row[second])
    return amounts


def _computed_energy(amounts: Mapping[str, float | None]) -> float | None:
    """Return kcal by the general Atwater factors, None where one of the three that give energy is unknown."""
    parts = [(amounts[tag], factor) for tag, factor in _ATWATER.items()]
    known = [amount * factor for amount, factor in parts if amount is not None]
    return round(sum(known), 1) if len(known) == len(parts) else None


def _portions(row: Mapping[str, str]) -> tuple[PortionDraft, ...]:
    """Return the one household measure of a row; its other words (banana, fillet, egg) are pieces."""
    word, grams = row["portion_unit_name"].lower(), figure(row["portion_gram_weight"])
    if word in _NOT_UNITS or not grams:
        return ()
    return (PortionDraft(_UNITS.get(word, "piece"), Interval.around(grams, share=_SPREAD), "usda_foundation"),)


def _density(row: Mapping[str, str]) -> float | None:
    """Return g/ml where the measure is a millilitre."""
    return round(float(row["portion_gram_weight"]), 3) if row["portion_unit_name"] == "milliliter" else None


def _prior(name: str) -> int:
    """Return how likely a bare word means this food: below the same food of the larger tables, which tell portions."""
    return max(1, 24 - 2 * max(0, name.count(",") - 1) - len(name) // 12)


def _draft(row: Mapping[str, str]) -> FoodDraft | None:
    """Return the food of a row, None where its energy is neither told nor to be computed."""
    amounts, name = _amounts(row), row["foodName"].strip()
    told = amounts["ENERC_KCAL"] is not None
    amounts["ENERC_KCAL"] = energy = amounts["ENERC_KCAL"] if told else _computed_energy(amounts)
    if energy is None:
        return None
    amounts["ENERC_KJ"] = kj_of_kcal(energy)
    return FoodDraft(
        source=SOURCE.name,
        code=hashlib.sha256(name.encode()).hexdigest()[:12],
        group=_GROUPS_BY_HEAD.get(name.split(",")[0], _GROUPS[row["food_category"]]),
        name_zh="",
        name_en=name,
        nutrients=vector_of(amounts),
        provenance="USDA Foundation Foods" + ("" if told else "; energy computed by the general Atwater factors"),
        names=(NameDraft(Lang.EN, NameKind.NAME, name),),
        portions=_portions(row),
        density_g_per_ml=_density(row),
        prior=_prior(name),
    )


def build(folder: Path) -> Iterator[FoodDraft]:
    """Yield the foods of `usda_foundation_foods` whose energy is known."""
    for row in rows_of(folder / "usda_foundation_foods.csv.gz"):
        if (draft := _draft(row)) is not None:
            yield draft


SOURCE = FoodSource(
    name="foundation",
    title="USDA FoodData Central, Foundation Foods",
    edition="October 2024",
    licence="Public domain (work of the United States government)",
    build=build,
)
