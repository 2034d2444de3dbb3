"""Our own table of what people type first in both languages, its nutrients computed from the tables before it.

`everyday/foods.csv` names each food and either the row that supplies its nutrients or `recipe`; `everyday/recipes.csv`
then has its raw parts in grams, and `cooked_g` the weight of the finished dish. What goes away in between is water.
Nothing is taken off for vitamins lost in cooking. Portions are our own estimates unless marked `@usda`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np

from meum.domain.intervals import Interval
from meum.domain.languages import Lang
from meum.domain.nutrients import NutrientVector
from meum.language.measures import measure_named
from nutrition.catalogue.allergens import allergens_in_names
from nutrition.catalogue.drafts import FoodDraft, NameDraft, PortionDraft, distinct
from nutrition.catalogue.nutrients import SIZE, TABLES, position_of
from nutrition.catalogue.sources.base import FoodSource, chinese_names, figure, rows_of
from nutrition.catalogue.sources.part_patterns import Vector, mixed_patterns, patterns_of_parts
from nutrition.catalogue.tables import Refusal, read_table
from nutrition.domain.allergens import AllergenFacts, together
from nutrition.domain.foods import FoodGroup, NameKind

FOLDER = Path(__file__).parent.parent / "everyday"
_WATER = position_of("WATER")
_TAP_WATER = "sr28:14411"
# A nutrient is known for a dish when the parts that lack it weigh at most this share of it, water aside.
_LACKING_AT_MOST = 0.02

Part = tuple[FoodDraft, float]


def mixed(parts: Sequence[Part], *, cooked_g: float | None = None) -> NutrientVector:
    """Return what 100 g of a dish contain that was made of parts in grams; `cooked_g` is what it weighs when done.

    The difference to the sum of the parts is water. Raises ValueError when more would have to go than there is.
    """
    raw_g = sum(grams for _, grams in parts)
    done_g = cooked_g or raw_g
    amounts = np.stack([part.nutrients.amounts for part, _ in parts])
    shares = np.array([grams for _, grams in parts])
    solid = np.array([0.0 if part.key == _TAP_WATER else grams for part, grams in parts])
    lacking = solid @ np.isnan(amounts) / solid.sum()
    total = shares @ np.where(np.isnan(amounts), 0.0, amounts) / 100
    total[_WATER] -= raw_g - done_g
    if total[_WATER] < 0:
        raise ValueError("more water would go than there is")
    total[lacking > _LACKING_AT_MOST] = np.nan
    return NutrientVector(total / done_g * 100, np.zeros(SIZE, dtype=bool))


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


def _names(row: Mapping[str, str]) -> tuple[NameDraft, ...]:
    others = filter(None, row["names_en"].split(";"))
    english = [NameDraft(Lang.EN, NameKind.ALIAS, text) for text in others]
    return distinct([NameDraft(Lang.EN, NameKind.NAME, row["en"]), *english, *chinese_names(row)])


def _nutrients(row: Mapping[str, str], recipe: Sequence[Part], rows: Mapping[str, FoodDraft]) -> NutrientVector:
    return mixed(recipe, cooked_g=figure(row["cooked_g"])) if recipe else rows[row["of"]].nutrients


def _provenance(row: Mapping[str, str], recipe: Sequence[Part], rows: Mapping[str, FoodDraft]) -> str:
    if not recipe:
        return rows[row["of"]].provenance
    parts = ", ".join(f"{part.key} {grams:g} g" for part, grams in recipe)
    return f"Computed from {parts}"


def _allergens(row: Mapping[str, str], recipe: Sequence[Part], rows: Mapping[str, FoodDraft]) -> AllergenFacts:
    """Return the allergens of all parts; what the names tell is added unless the parts tell it all."""
    parts = [part for part, _ in recipe] or [rows[row["of"]]]
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
    of_parts = {part.key: pattern for part, _ in recipe if (pattern := _pattern(part)) is not None}
    grams: defaultdict[str, float] = defaultdict(float)
    for part, part_g in recipe:
        grams[part.key] += part_g
    done_g = figure(row["cooked_g"]) or sum(grams.values())
    return mixed_patterns(grams, cooked_g=done_g, of_parts=of_parts, water=_TAP_WATER)


def _draft(row: Mapping[str, str], recipe: Sequence[Part], rows: Mapping[str, FoodDraft]) -> FoodDraft:
    units: dict[str, PortionDraft] = {}
    for portion in _portions(row["portions"]):
        units.setdefault(portion.unit, portion)
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
    for path in sorted((FOLDER / folder).glob("*.csv")):
        yield from rows_of(path)


def build(folder: Path) -> Iterator[FoodDraft]:
    """Yield the everyday foods; `folder` is not needed, as all they rest on is in the repository."""
    rows = _built_rows()
    recipes: dict[str, list[Part]] = defaultdict(list)
    for part in _all_rows("recipes"):
        eaten = figure(part.get("eaten") or "")
        recipes[part["food"]].append((rows[part["part"]], float(part["grams"]) * (1 if eaten is None else eaten)))
    for row in _all_rows("foods"):
        yield _draft(row, recipes.get(row["key"], []), rows)


SOURCE = FoodSource(
    name="everyday",
    title="Everyday foods of Meum",
    edition="2026-11",
    licence="CC0-1.0 for our own names, portions and recipes; nutrients as their tables (SR28, TFDA, FNDDS)",
    build=build,
)
