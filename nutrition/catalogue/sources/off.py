"""Products of Open Food Facts by the number under their bar code, in a table apart: its licence is ODbL.

Only rows whose energy fits their parts (grade A and B of the source file) are taken. They are found by number, not by
words: most names are Italian or French. Labels of the European Union tell carbohydrate without fibre; our tables mean
it with fibre, so that the fibre is added where the label tells it.
"""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping
from pathlib import Path

from meum.domain.intervals import Interval
from nutrition.catalogue.drafts import FoodDraft, PortionDraft
from nutrition.catalogue.nutrients import vector_of
from nutrition.catalogue.quality import problems_of
from nutrition.catalogue.sources.base import FoodSource, figure, rows_of
from nutrition.domain.foods import FoodGroup
from nutrition.domain.gtin import gtin_of

# The first of these that is among a product's categories says what it is.
_GROUPS = {
    "en:alcoholic-beverages": FoodGroup.ALCOHOL,
    "en:baby-foods": FoodGroup.INFANT,
    "en:dairies": FoodGroup.DAIRY,
    "en:beverages": FoodGroup.BEVERAGE,
    "en:sauces": FoodGroup.SEASONING,
    "en:condiments": FoodGroup.SEASONING,
    "en:vinegars": FoodGroup.SEASONING,
    "en:meals": FoodGroup.DISH,
    "en:breads": FoodGroup.BAKERY,
    "en:biscuits-and-cakes": FoodGroup.BAKERY,
    "en:confectioneries": FoodGroup.SWEET,
    "en:sweeteners": FoodGroup.SWEET,
    "en:sweet-spreads": FoodGroup.SWEET,
    "en:desserts": FoodGroup.SWEET,
    "en:snacks": FoodGroup.SNACK,
    "en:fats": FoodGroup.FAT,
    "en:eggs": FoodGroup.EGG,
    "en:poultries": FoodGroup.POULTRY,
    "en:meats": FoodGroup.MEAT,
    "en:seafood": FoodGroup.SEAFOOD,
    "en:nuts": FoodGroup.NUT,
    "en:legumes": FoodGroup.LEGUME,
    "en:cereals-and-their-products": FoodGroup.GRAIN,
    "en:fruits": FoodGroup.FRUIT,
    "en:vegetables": FoodGroup.VEGETABLE,
}
_COLUMNS = {
    "energy-kcal_100g": "ENERC_KCAL",
    "energy_100g": "ENERC_KJ",
    "proteins_100g": "PROCNT",
    "fat_100g": "FAT",
    "saturated-fat_100g": "FASAT",
    "sugars_100g": "SUGAR",
    "fiber_100g": "FIBTG",
}
# Numbers that shops give to what they weigh or bake themselves; elsewhere they mean something else.
_OF_ONE_SHOP = ("2", "02", "04", "000000")
_SPREAD = 0.15
_PRIOR = 5


def _amounts(row: Mapping[str, str]) -> dict[str, float | None]:
    amounts = {tag: figure(row[column]) for column, tag in _COLUMNS.items()}
    available, sodium_g = figure(row["carbohydrates_100g"]), figure(row["sodium_100g"])
    amounts["CHOCDF"] = None if available is None else available + (amounts["FIBTG"] or 0)
    amounts["NA"] = None if sodium_g is None else sodium_g * 1000
    return amounts


def _provenance(row: Mapping[str, str]) -> str:
    fibre = "with the fibre added" if row["fiber_100g"] else "without fibre, which the label does not tell"
    return f"Open Food Facts (ODbL), label of {row['gtin']}; carbohydrate {fibre}"


def _name(row: Mapping[str, str]) -> str:
    """Return the name on the packet with the first brand, where the name does not have it."""
    name = " ".join(html.unescape(row["product_name"]).split())
    brand = html.unescape(row["brands"]).split(",")[0].strip()
    return name[:250] if not brand or brand.lower() in name.lower() else f"{name} ({brand})"[:250]


def _serving(row: Mapping[str, str]) -> tuple[PortionDraft, ...]:
    grams = figure(row["serving_quantity"])
    if not grams or not 1 <= grams <= 2000:
        return ()
    return (PortionDraft("serving", Interval.around(grams, share=_SPREAD), "label", is_default=True),)


def _draft(row: Mapping[str, str]) -> FoodDraft:
    categories = set(row["categories_tags"].split(","))
    group = next((group for tag, group in _GROUPS.items() if tag in categories), FoodGroup.DISH)
    gtin = gtin_of(row["gtin"])
    return FoodDraft(
        source=SOURCE.name,
        code=gtin,
        group=group,
        name_zh="",
        name_en=_name(row),
        nutrients=vector_of(_amounts(row)),
        provenance=_provenance(row),
        portions=_serving(row),
        is_drink=bool(categories & {"en:beverages", "en:milks"}),
        prior=_PRIOR,
        gtin=gtin,
    )


def _is_sound(row: Mapping[str, str]) -> bool:
    """Tell whether a row may be shown: of grade A or B, not all zero, its number the same product everywhere."""
    is_own = len(row["gtin"]) == 13 and row["gtin"].startswith(_OF_ONE_SHOP)
    gives = any(float(row[column] or 0) for column in ("energy-kcal_100g", "proteins_100g", "fat_100g"))
    return row["grade"] in ("A", "B") and not is_own and gives


def build(folder: Path) -> Iterator[FoodDraft]:
    """Yield the products of `openfoodfacts_sample_odbl` that are sound; what cannot be true was typed in wrong."""
    drafts = map(_draft, filter(_is_sound, rows_of(folder / "openfoodfacts_sample_odbl.csv.gz")))
    yield from (draft for draft in drafts if next(problems_of(draft), None) is None)


SOURCE = FoodSource(
    name="off",
    title="Open Food Facts",
    edition="2021-2024, a sample",
    licence="Open Database License (ODbL) 1.0; contents Database Contents License",
    build=build,
)
