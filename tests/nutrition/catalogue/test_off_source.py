"""How rows of Open Food Facts become products."""

from __future__ import annotations

from pathlib import Path

import pytest

from nutrition.catalogue.drafts import FoodDraft
from nutrition.catalogue.nutrients import amounts_of
from nutrition.catalogue.sources import off
from nutrition.domain.foods import FoodGroup
from tests.nutrition.catalogue.test_sr28_source import write_gz

PRODUCT = {
    "gtin": "4006381333931",
    "product_name": "Petit &quot;beurre&quot;",
    "brands": "Lu,Mondelez",
    "categories_tags": "en:snacks,en:biscuits-and-cakes",
    "serving_quantity": "25",
    "energy-kcal_100g": "440",
    "energy_100g": "1841",
    "fat_100g": "12",
    "saturated-fat_100g": "7.5",
    "carbohydrates_100g": "73",
    "sugars_100g": "23",
    "fiber_100g": "3",
    "proteins_100g": "8",
    "sodium_100g": "0.48",
    "grade": "A",
}


def built(folder: Path, **changes: str) -> list[FoodDraft]:
    write_gz(
        folder / "openfoodfacts_sample_odbl.csv.gz",
        PRODUCT | {name.replace("__", "-"): cell for name, cell in changes.items()},
    )
    return list(off.build(folder))


def test_a_product_has_its_number_its_brand_and_its_group(tmp_path: Path) -> None:
    [biscuit] = built(tmp_path)

    assert (biscuit.key, biscuit.gtin) == ("off:4006381333931", "4006381333931")
    assert (biscuit.name_en, biscuit.group) == ('Petit "beurre" (Lu)', FoodGroup.BAKERY)
    assert [(one.unit, one.grams.mid, one.is_default) for one in biscuit.portions] == [("serving", 25, True)]


def test_fibre_is_added_to_the_carbohydrate_of_the_label(tmp_path: Path) -> None:
    [biscuit] = built(tmp_path)

    assert amounts_of(biscuit.nutrients)["CHOCDF"] == 76
    assert biscuit.provenance.endswith("carbohydrate with the fibre added")


def test_without_fibre_on_the_label_the_provenance_says_what_is_missing(tmp_path: Path) -> None:
    [biscuit] = built(tmp_path, fiber_100g="")

    assert amounts_of(biscuit.nutrients)["CHOCDF"] == 73
    assert biscuit.provenance.endswith("carbohydrate without fibre, which the label does not tell")


def test_sodium_is_told_in_grams(tmp_path: Path) -> None:
    [biscuit] = built(tmp_path)

    assert amounts_of(biscuit.nutrients)["NA"] == pytest.approx(480)


def test_a_name_that_has_the_brand_does_not_get_it_twice(tmp_path: Path) -> None:
    assert built(tmp_path, product_name="LU Petit beurre")[0].name_en == "LU Petit beurre"


def test_nobody_finds_a_product_by_words_of_other_languages(tmp_path: Path) -> None:
    assert built(tmp_path)[0].names == ()


@pytest.mark.parametrize(
    "changes",
    [
        {"grade": "C"},
        {"gtin": "2006381333937"},
        {"gtin": "0000000000017"},
        {"energy__kcal_100g": "0", "proteins_100g": "0", "fat_100g": "0"},
        {"proteins_100g": "73"},
    ],
)
def test_what_is_not_sound_is_left_out(tmp_path: Path, changes: dict[str, str]) -> None:
    assert built(tmp_path, **changes) == []
