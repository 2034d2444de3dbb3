"""How rows of FNDDS become foods."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path

import pytest

from meum.domain.languages import Lang
from nutrition.catalogue.drafts import FoodDraft
from nutrition.catalogue.nutrients import amounts_of
from nutrition.catalogue.patterns import pattern_amounts
from nutrition.catalogue.sources import fndds
from nutrition.domain.foods import FoodGroup, NameKind
from tests.nutrition.catalogue.test_sr28_source import write_gz

Row = Mapping[str, str]

PIZZA = {"food_code": "58106200", "name": "Pizza, cheese", "wweia_code": "3602", "additional_descriptions": ""}
COLA = {"food_code": "92410310", "name": "Soft drink, cola", "wweia_code": "7202", "additional_descriptions": ""}
NEW = {"food_code": "58100001", "name": "Burrito bowl", "wweia_code": "3502"}
RENAMED = {"food_code": PIZZA["food_code"], "name": "Pizza, renamed", "wweia_code": "3602"}
PATTERNS = {"g_total_oz_eq": "2.31", "g_refined_oz_eq": "2.31", "oils_g": "4.5", "d_total_cup_eq": "0"}
_AMOUNTS = dict.fromkeys(fndds._COLUMNS, "")


def _write_csv(path: Path, rows: list[dict[str, str]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def _portion_rows(portions: Mapping[str, Mapping[str, str]], **more: str) -> list[dict[str, str]]:
    rows = [
        {"food_code": code, "portion": portion, "grams": grams, **more}
        for code, told in portions.items()
        for portion, grams in told.items()
    ]
    return rows or [{"food_code": "", "portion": "", "grams": "0", **more}]


def built(
    root: Path,
    *foods: dict[str, str],
    portions: Mapping[str, Mapping[str, str]] | None = None,
    reports: Mapping[str, str] | None = None,
    later: tuple[dict[str, str], ...] = (RENAMED,),
    **amounts: str,
) -> dict[str, FoodDraft]:
    """Return what is built of the foods by name; `portions` by code, `later` the foods of the edition 2021-2023."""
    folder = root / "foods"
    folder.mkdir(exist_ok=True)
    write_gz(folder / "fndds_2017_2018_foods.csv.gz", *foods)
    write_gz(
        folder / "fndds_2017_2018_nutrients.csv.gz",
        *({"food_code": food["food_code"], **_AMOUNTS, **amounts} for food in foods),
    )
    write_gz(
        folder / "fndds_2021_2023_nutrients.csv.gz",
        *({"food_code": "", "name": "", "wweia_code": "", **_AMOUNTS, **food, **amounts} for food in later),
    )
    write_gz(folder / "fped_2017_2018.csv.gz", *({"food_code": food["food_code"], **PATTERNS} for food in foods))
    write_gz(folder / "fndds_2017_2018_portions.csv.gz", *_portion_rows(portions or {}, subcode=""))
    write_gz(folder / "fndds_2021_2023_portions.csv.gz", *_portion_rows(portions or {}))
    _write_csv(
        root / "targets" / "us_foods_by_occasion.csv",
        [{"food_code": code, "reports": count} for code, count in (reports or {"": "0"}).items()],
    )
    return {draft.name_en: draft for draft in fndds.build(folder)}


def pizza(root: Path, portions: Mapping[str, str], **changes: str) -> FoodDraft:
    """Return the cheese pizza with the portions told."""
    return built(root, PIZZA | changes, portions={PIZZA["food_code"]: portions})["Pizza, cheese"]


def test_a_row_keeps_its_code_its_name_and_its_unknowns(tmp_path: Path) -> None:
    draft = built(tmp_path, PIZZA, energy_kcal="266", protein_g="11.4")["Pizza, cheese"]

    assert (draft.key, draft.group) == ("fndds:58106200", FoodGroup.DISH)
    assert amounts_of(draft.nutrients) == {"ENERC_KCAL": 266, "PROCNT": 11.4}
    assert draft.provenance == "USDA FNDDS 2017-2018, 58106200"


@pytest.mark.parametrize(
    ("portion", "unit", "detail", "grams"),
    [
        ("1 cup", "cup", "", 100),
        ("1 cup, cooked, diced", "cup", "cooked, diced", 100),
        ("1-1/2 cups", "cup", "", 100 / 1.5),
        ("1/2 cup", "cup", "", 200),
        ("1 tablespoon", "tbsp", "", 100),
        ("1 slice, NFS", "slice", "nfs", 100),
        ("1 large or thick slice", "slice", "large or thick", 100),
        ("1 can (12 fl oz)", "can", "12 fl oz", 100),
        ("1 king size bar", "bar", "large king size", 100),
        ("1 miniature", "each", "small miniature", 100),
        ("1 personal pizza", "each", "personal pizza", 100),
        ("10 chips", "each", "chips", 10),
        ("1 mango", "each", "mango", 100),
        ("1 piece of mango", "piece", "of mango", 100),
        ("1 large", "each", "large", 100),
    ],
)
def test_portions_become_grams_of_one_unit_with_a_detail(
    tmp_path: Path, portion: str, unit: str, detail: str, grams: float
) -> None:
    [told] = pizza(tmp_path, {portion: "100"}).portions

    assert (told.unit, told.detail) == (unit, detail)
    assert (told.grams.low, told.grams.mid, told.grams.high) == pytest.approx((0.85 * grams, grams, 1.15 * grams))


@pytest.mark.parametrize("portion", ["1 small cup", "1 medium cup (16 fl oz)"])
def test_a_cup_of_some_size_is_no_measuring_cup(tmp_path: Path, portion: str) -> None:
    [told] = pizza(tmp_path, {portion: "480"}).portions

    assert told.unit == "each"


@pytest.mark.parametrize(
    "portion", ["1 oz", "1 oz, cooked", "1 lb", "1 cubic inch", "1 surface inch", "1 fl oz", "Guideline amount per cup"]
)
def test_what_nobody_tells_is_no_portion(tmp_path: Path, portion: str) -> None:
    assert pizza(tmp_path, {portion: "28.35"}).portions == ()


def test_a_portion_that_weighs_nothing_is_none(tmp_path: Path) -> None:
    assert pizza(tmp_path, {"1 cup": "0", "Quantity not specified": "0"}).portions == ()


def test_what_is_eaten_where_nobody_told_is_the_default_serving(tmp_path: Path) -> None:
    serving, piece = pizza(tmp_path, {"1 slice": "100", "Quantity not specified": "200"}).portions

    assert (serving.unit, serving.is_default) == ("serving", True)
    assert (serving.grams.low, serving.grams.mid, serving.grams.high) == (120, 200, 300)
    assert (piece.unit, piece.is_default) == ("slice", False)


@pytest.mark.parametrize(
    ("portions", "details"),
    [
        ({"1 slice, thick": "120", "1 slice": "90"}, ["", "thick"]),
        ({"1 slice, thin": "60", "1 regular slice": "90"}, ["regular", "thin"]),
        ({"1 slice, thin": "70", "1 slice, folded": "100", "Quantity not specified": "200"}, ["folded", "thin"]),
        ({"1 large slice": "100", "1 slice, folded": "100", "Quantity not specified": "200"}, ["folded", "large"]),
    ],
)
def test_of_one_unit_the_plain_portion_comes_first_then_what_makes_the_usual_amount(
    tmp_path: Path, portions: dict[str, str], details: list[str]
) -> None:
    told = pizza(tmp_path, portions).portions

    assert [portion.detail for portion in told if portion.unit == "slice"] == details


def test_a_portion_named_by_the_food_itself_is_plain(tmp_path: Path) -> None:
    told = pizza(tmp_path, {"1 crust": "300", "1 pizza": "900"}).portions

    assert [portion.detail for portion in told] == ["pizza", "crust"]


def test_the_weight_of_a_fluid_ounce_is_the_density_of_a_drink(tmp_path: Path) -> None:
    told = {COLA["food_code"]: {"1 fl oz": "30.5", "1 cup": "200", "1 fl oz (no ice)": "29"}}

    cola = built(tmp_path, COLA, portions=told, water_g="89")["Soft drink, cola"]

    assert cola.is_drink
    assert cola.density_g_per_ml == pytest.approx(1.031)


def test_a_plain_cup_tells_the_density_where_no_fluid_ounce_does(tmp_path: Path) -> None:
    assert pizza(tmp_path, {"1 cup": "118.29", "1 cup, diced": "200"}).density_g_per_ml == 0.5


def test_of_what_is_very_light_nobody_tells_millilitres(tmp_path: Path) -> None:
    assert pizza(tmp_path, {"1 cup": "8"}).density_g_per_ml is None


def test_a_food_without_a_cup_has_the_median_density_of_its_category(tmp_path: Path) -> None:
    soups = [PIZZA | {"food_code": f"5810620{at}", "name": f"Soup, {at}"} for at in range(4)]
    told = {food["food_code"]: {"1 fl oz": grams} for food, grams in zip(soups, ["29.57", "32.53", "59"], strict=False)}

    drafts = built(tmp_path, *soups, COLA, portions=told)

    assert drafts["Soup, 3"].density_g_per_ml == pytest.approx(1.1)
    assert drafts["Soft drink, cola"].density_g_per_ml is None


def test_what_holds_hardly_any_water_is_no_drink(tmp_path: Path) -> None:
    assert not built(tmp_path, COLA, water_g="3")["Soft drink, cola"].is_drink
    assert not built(tmp_path, PIZZA, water_g="89")["Pizza, cheese"].is_drink


@pytest.mark.parametrize(
    "ingredient",
    [
        {"food_code": "89902100", "name": "Breading or batter"},
        {"food_code": "58106201", "name": "Cheese as ingredient in pizza"},
    ],
)
def test_parts_of_recipes_are_left_out(tmp_path: Path, ingredient: dict[str, str]) -> None:
    assert list(built(tmp_path, PIZZA, PIZZA | ingredient)) == ["Pizza, cheese"]


def _aliases(draft: FoodDraft) -> list[str]:
    return [name.text for name in draft.names if name.lang is Lang.EN and name.kind is NameKind.ALIAS]


def test_descriptions_are_names_too(tmp_path: Path) -> None:
    cola = built(tmp_path, COLA | {"additional_descriptions": "Coca-Cola; Pepsi."})["Soft drink, cola"]

    assert _aliases(cola) == ["Coca-Cola", "Pepsi"]


@pytest.mark.parametrize("text", ["made with cheese", "NFS", "includes Pepsi", "e.g. Pepsi", "ns as to brand", "--"])
def test_descriptions_that_say_how_are_no_names(tmp_path: Path, text: str) -> None:
    assert _aliases(built(tmp_path, COLA | {"additional_descriptions": text})["Soft drink, cola"]) == []


def test_a_description_that_is_a_part_of_another_foods_name_is_none_of_this_food(tmp_path: Path) -> None:
    cola = built(tmp_path, COLA | {"additional_descriptions": "Pizza; Cheese; Coke"}, PIZZA)["Soft drink, cola"]

    assert _aliases(cola) == ["Coke"]


def test_foods_that_only_the_later_edition_has_are_added(tmp_path: Path) -> None:
    drafts = built(tmp_path, PIZZA, later=(NEW, RENAMED), energy_kcal="150")

    assert list(drafts) == ["Pizza, cheese", "Burrito bowl"]
    assert drafts["Burrito bowl"].provenance == "USDA FNDDS 2021-2023, 58100001"
    assert amounts_of(drafts["Burrito bowl"].nutrients) == {"ENERC_KCAL": 150}


def test_the_more_often_a_food_was_reported_the_likelier_it_is_meant(tmp_path: Path) -> None:
    reports = {PIZZA["food_code"]: "99", COLA["food_code"]: "999999"}

    drafts = built(tmp_path, PIZZA, COLA, PIZZA | {"food_code": "58106299", "name": "Pizza, NFS"}, reports=reports)

    assert {draft.code: draft.prior for draft in drafts.values()} == {
        PIZZA["food_code"]: 50,
        COLA["food_code"]: 80,
        "58106299": 22,
    }


def test_a_food_has_our_own_chinese_names(tmp_path: Path) -> None:
    water = built(tmp_path, {**COLA, "food_code": "94000100", "name": "Water, tap"})["Water, tap"]

    assert water.name_zh == "自来水"
    assert {"自来水", "zilaishui"} <= {name.text for name in water.names}


def test_a_food_of_the_first_edition_has_its_food_patterns(tmp_path: Path) -> None:
    foods = built(tmp_path, PIZZA, later=(RENAMED, NEW))

    patterns = foods["Pizza, cheese"].patterns
    assert patterns is not None
    assert pattern_amounts(patterns) == {"g_total": 2.31, "g_refined": 2.31, "oils": 4.5}
    assert foods["Burrito bowl"].patterns is None
