"""Our own table of what people type first in both languages, its nutrients computed from the tables before it.

The files of `everyday/foods/` name each food and either the row that supplies its nutrients or `recipe`; those of
`everyday/recipes/` then have its raw parts in grams (with `low` and `high` where kitchens differ, and the share of them
that is `eaten`), `cooked_g` the weight of the finished dish and `method` how it is cooked. What goes away in between is
water, and of vitamins what `retention` says. Portions are our own estimates unless marked `@usda`; where English
speakers mean another amount by a word (a bottle, a cup, a serving) than the Chinese, `everyday/english_portions.csv`
tells it. Of what is weighed with shell, bone, peel or stone `everyday/as_bought.csv` tells the share that is eaten.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from meum.domain.intervals import Interval
from meum.domain.languages import Lang
from meum.domain.nutrients import NutrientVector
from meum.domain.units import G_PER_JIN, G_PER_LB, G_PER_LIANG
from meum.language.measures import measure_named
from nutrition.catalogue.allergens import allergens_in_names
from nutrition.catalogue.drafts import FoodDraft, NameDraft, PortionDraft, distinct
from nutrition.catalogue.mixing import TAP_WATER
from nutrition.catalogue.nutrients import TABLES
from nutrition.catalogue.sources.base import EVERYDAY, FoodSource, chinese_names, figure, rows_of
from nutrition.catalogue.sources.part_patterns import Vector, mixed_patterns, patterns_of_parts
from nutrition.catalogue.sources.recipes import Part, dish
from nutrition.catalogue.sources.retention import cooked
from nutrition.catalogue.tables import Refusal, read_table
from nutrition.domain.allergens import AllergenFacts, together
from nutrition.domain.foods import FoodGroup, NameKind

# Units in which people buy food as it lies in the shop; who tells grams has it on a plate.
_SHOP_UNITS = {"斤": G_PER_JIN, "两": G_PER_LIANG, "kg": 1000.0, "lb": G_PER_LB}
UNCOOKED = ("none", "raw", "cold")
"""Methods of dishes that are not cooked as a whole."""


def _portions(cell: str) -> Iterator[PortionDraft]:
    """Read `个+只+piece:42/50/60*;cup:140/158/180@usda`: units of one weight, grams, a star at the default."""
    for entry in filter(None, cell.split(";")):
        units, told = entry.split(":")
        grams, _, basis = told.partition("@")
        low, mid, high = map(float, grams.rstrip("*").split("/"))
        for place, unit in enumerate(units.split("+")):
            measure = measure_named(unit)
            yield PortionDraft(
                unit=measure.word if measure else unit,
                grams=Interval(low, mid, high),
                basis="usda_sr28" if basis else "own_estimate",
                is_default=grams.endswith("*") and place == 0,
            )


@cache
def _english_portions() -> Mapping[str, tuple[PortionDraft, ...]]:
    """Return what English words for an amount of a food mean where they mean another one than the Chinese."""
    told: defaultdict[str, tuple[PortionDraft, ...]] = defaultdict(tuple)
    for row in rows_of(EVERYDAY / "english_portions.csv"):
        grams = Interval(*(float(row[bound]) for bound in ("low", "mid", "high")))
        told[row["food"]] += (PortionDraft(row["unit"], grams, row["basis"], row["detail"]),)
    return told


@cache
def _edible_shares() -> Mapping[str, Interval]:
    """Return the share that is eaten of what is bought, by key of the food."""
    rows = rows_of(EVERYDAY / "as_bought.csv")
    return {row["food"]: Interval(*(float(row[bound]) for bound in ("low", "mid", "high"))) for row in rows}


def _bought(share: Interval) -> Iterator[PortionDraft]:
    for unit, grams in _SHOP_UNITS.items():
        yield PortionDraft(unit=unit, grams=share.scaled(grams), basis="own_estimate", detail="as bought")


def _names(row: Mapping[str, str]) -> tuple[NameDraft, ...]:
    others = filter(None, row["names_en"].split(";"))
    english = [NameDraft(Lang.EN, NameKind.ALIAS, text) for text in others]
    return distinct([NameDraft(Lang.EN, NameKind.NAME, row["en"]), *english, *chinese_names(row)])


def _nutrients(row: Mapping[str, str], recipe: Sequence[Part], rows: Mapping[str, FoodDraft]) -> NutrientVector:
    return dish(recipe, cooked_g=figure(row["cooked_g"])) if recipe else rows[row["of"]].nutrients


def _provenance(row: Mapping[str, str], recipe: Sequence[Part], rows: Mapping[str, FoodDraft]) -> str:
    if not recipe:
        return rows[row["of"]].provenance
    parts = ", ".join(f"{part.food.key} {_told(part.grams)} g" for part in recipe)
    raw_g = sum(part.grams.mid for part in recipe)
    done_g = figure(row["cooked_g"]) or raw_g
    retained = f"; {row['method']}, USDA retention factors r6" if row["method"] not in UNCOOKED else ""
    return f"Computed from {parts}; {done_g:g} g when done, yield {done_g / raw_g:.2f}{retained}"


def _told(grams: Interval) -> str:
    return f"{grams.mid:g}" if grams.is_exact else f"{grams.mid:g} ({grams.low:g}-{grams.high:g})"


def _allergens(row: Mapping[str, str], recipe: Sequence[Part], rows: Mapping[str, FoodDraft]) -> AllergenFacts:
    """Return the allergens of all parts; what the names tell is added unless the parts tell it all."""
    parts = [part.food for part in recipe] or [rows[row["of"]]]
    facts = together(part.allergens or AllergenFacts() for part in parts)
    if recipe and facts.is_known:
        return facts
    return AllergenFacts(facts.contains | allergens_in_names(zh=row["zh"], en=row["en"]), facts.is_known)


def _pattern(food: FoodDraft) -> Vector | None:
    """Return the pattern of a part as our small table tells it, else as its own table does."""
    return patterns_of_parts().get(food.key, food.patterns)


def _patterns(row: Mapping[str, str], recipe: Sequence[Part], rows: Mapping[str, FoodDraft]) -> Vector | None:
    if not recipe:
        return _pattern(rows[row["of"]])
    of_parts = {part.food.key: pattern for part in recipe if (pattern := _pattern(part.food)) is not None}
    grams: defaultdict[str, float] = defaultdict(float)
    for part in recipe:
        grams[part.food.key] += part.grams.mid
    done_g = figure(row["cooked_g"]) or sum(grams.values())
    return mixed_patterns(grams, cooked_g=done_g, of_parts=of_parts, water=TAP_WATER)


def _draft(row: Mapping[str, str], recipe: Sequence[Part], rows: Mapping[str, FoodDraft]) -> FoodDraft:
    units: dict[tuple[str, str], PortionDraft] = {}
    edible = _edible_shares().get(row["key"])
    for portion in (*_portions(row["portions"]), *(_bought(edible) if edible else ())):
        if (portion.unit, "") not in units:
            units[portion.unit, portion.detail] = portion
    for portion in _english_portions().get(row["key"], ()):
        before = units.get((portion.unit, portion.detail), portion)
        units[portion.unit, portion.detail] = replace(portion, is_default=before.is_default)
    return FoodDraft(
        source=SOURCE.name,
        code=row["key"],
        group=FoodGroup(row["group"]),
        name_zh=row["zh"],
        name_en=row["en"],
        nutrients=_nutrients(row, recipe, rows),
        provenance=_provenance(row, recipe, rows),
        names=_names(row),
        portions=tuple(units.values()),
        is_drink=row["drink"] == "1",
        edible_share=edible.mid if edible else 1.0,
        density_g_per_ml=figure(row["density"]),
        prior=100,
        allergens=_allergens(row, recipe, rows),
        patterns=_patterns(row, recipe, rows),
    )


def _built_rows() -> dict[str, FoodDraft]:
    """Return the foods of the tables that stand in the repository, by key."""
    names = ("sr28", "tfda", "fndds")
    drafts = (draft for name in names for draft in read_table(TABLES / f"{name}.csv.gz", source=name))
    return {draft.key: draft for draft in drafts if not isinstance(draft, Refusal)}


def _all_rows(folder: str) -> Iterator[Mapping[str, str]]:
    for path in sorted((EVERYDAY / folder).glob("*.csv")):
        yield from rows_of(path)


def build(folder: Path) -> Iterator[FoodDraft]:
    """Yield the everyday foods; `folder` is not needed, as all they rest on is in the repository."""
    rows = _built_rows()
    told: dict[str, list[Mapping[str, str]]] = defaultdict(list)
    for part in _all_rows("recipes"):
        told[part["food"]].append(part)
    for row in _all_rows("foods"):
        recipe = [_part(part, rows, row["method"]) for part in told.get(row["key"], [])]
        yield _draft(row, recipe, rows)


def _part(row: Mapping[str, str], rows: Mapping[str, FoodDraft], method: str) -> Part:
    mid = float(row["grams"])
    grams = Interval(float(row["low"] or mid), mid, float(row["high"] or mid))
    eaten = figure(row["eaten"])
    return Part(cooked(rows[row["part"]], method=method), grams.scaled(1 if eaten is None else eaten))


SOURCE = FoodSource(
    name="everyday",
    title="Everyday foods of Meum",
    edition="2026-11",
    licence="CC0-1.0 for our own names, portions and recipes; nutrients as their tables (SR28, TFDA, FNDDS)",
    build=build,
)
