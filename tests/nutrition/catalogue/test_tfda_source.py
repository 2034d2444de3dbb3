"""How rows of Taiwan's table become foods, its traps taken care of."""

from __future__ import annotations

from pathlib import Path

import pytest

from nutrition.catalogue.drafts import FoodDraft
from nutrition.catalogue.nutrients import amounts_of
from nutrition.catalogue.sources import tfda
from nutrition.domain.foods import FoodGroup, NameKind
from tests.nutrition.catalogue.test_sr28_source import write_gz

ROW = {
    "tfda_id": "E7300101",
    "name_zh_hant": "圓茄子",
    "name_zh_hans": "圆茄子",
    "aliases_zh_hant": "",
    "aliases_zh_hans": "",
    "category_zh_hans": "蔬菜类",
    "grade": "A",
    "refuse_pct": "",
    "alcohol_g": "",
    "energy_kcal": "25.0",
}


def built(folder: Path, **told: str) -> list[FoodDraft]:
    columns = dict.fromkeys([*tfda._COLUMNS, *tfda._MILLIGRAM_COLUMNS], "")
    write_gz(folder / "tfda_2025_foods.csv.gz", columns | ROW | told)
    return list(tfda.build(folder))


def names_of(food: FoodDraft, kind: NameKind) -> list[str]:
    return [name.text for name in food.names if name.kind is kind]


def test_a_food_is_found_by_both_scripts_and_by_its_sound(tmp_path: Path) -> None:
    [food] = built(tmp_path)

    assert names_of(food, NameKind.NAME) == ["圆茄子"]
    assert names_of(food, NameKind.TRADITIONAL) == ["圓茄子"]
    assert names_of(food, NameKind.PINYIN) == ["yuanqiezi"]
    assert names_of(food, NameKind.INITIALS) == ["yqz"]


def test_kilojoules_follow_from_kilocalories(tmp_path: Path) -> None:
    [food] = built(tmp_path)

    assert amounts_of(food.nutrients) == pytest.approx({"ENERC_KCAL": 25.0, "ENERC_KJ": 104.6})


def test_the_alcohol_column_is_per_cent_by_volume_and_carbohydrate_holds_it_too(tmp_path: Path) -> None:
    [beer] = built(tmp_path, name_zh_hans="啤酒", category_zh_hans="饮料类", grade="C", alcohol_g="5.0", carb_g="8.2")

    amounts = amounts_of(beer.nutrients)

    assert beer.group is FoodGroup.ALCOHOL
    assert amounts["ALC"] == pytest.approx(3.945)
    assert "CHOCDF" not in amounts


def test_a_row_that_its_energy_does_not_fit_is_left_out(tmp_path: Path) -> None:
    assert built(tmp_path, grade="C") == []


@pytest.mark.parametrize(
    ("equivalents", "units", "activity"),
    [
        ("100", "333.333", 100),  # all retinol
        ("100", "1000", 50),  # all carotene
        ("100", "666.667", 75),  # half and half
        ("0", "0", 0),
    ],
)
def test_retinol_activity_follows_from_two_older_units(
    tmp_path: Path, equivalents: str, units: str, activity: float
) -> None:
    [food] = built(tmp_path, vitamin_a_re_ug=equivalents, vitamin_a_iu=units)

    assert amounts_of(food.nutrients)["VITA_RAE"] == pytest.approx(activity, abs=0.01)


def test_milligrams_become_grams(tmp_path: Path) -> None:
    [food] = built(tmp_path, fa_18_2_mg="2500", aa_trp_mg="93.4")

    amounts = amounts_of(food.nutrients)

    assert (amounts["F18D2"], amounts["TRP_G"]) == pytest.approx((2.5, 0.0934))


def test_an_alias_that_means_another_food_on_the_mainland_is_dropped(tmp_path: Path) -> None:
    [peanut] = built(tmp_path, name_zh_hans="花生", aliases_zh_hans="土豆,落花生", aliases_zh_hant="土豆,落花生")

    assert names_of(peanut, NameKind.ALIAS) == ["落花生"]
    assert all("土豆" not in name.text for name in peanut.names)


def test_words_of_taiwan_are_said_in_mainland_words_too(tmp_path: Path) -> None:
    [pineapple] = built(tmp_path, name_zh_hans="凤梨平均值(杂交种)")

    assert names_of(pineapple, NameKind.ALIAS) == ["凤梨"]
    assert names_of(pineapple, NameKind.MAINLAND) == ["菠萝"]


def test_poultry_is_told_from_meat_by_its_name(tmp_path: Path) -> None:
    [duck] = built(tmp_path, name_zh_hans="鸭胸肉", category_zh_hans="肉类")

    assert duck.group is FoodGroup.POULTRY


def test_an_average_row_is_shown_without_the_word_for_it(tmp_path: Path) -> None:
    [yam] = built(tmp_path, name_zh_hans="山药平均值(白皮)")

    assert yam.name_zh == "山药（白皮）"
    assert names_of(yam, NameKind.NAME) == ["山药平均值(白皮)"]


def test_an_average_row_beside_one_of_its_plain_name_keeps_the_word(tmp_path: Path) -> None:
    columns = dict.fromkeys([*tfda._COLUMNS, *tfda._MILLIGRAM_COLUMNS], "")
    celery = columns | ROW | {"name_zh_hans": "芹菜平均值"}
    write_gz(tmp_path / "tfda_2025_foods.csv.gz", celery, celery | {"tfda_id": "Z0000001", "name_zh_hans": "芹菜"})

    assert [food.name_zh for food in tfda.build(tmp_path)] == ["芹菜平均值", "芹菜"]


@pytest.mark.parametrize(
    ("converted", "meant"), [("芥蓝牙", "芥蓝芽"), ("红𫊻", "红蟳"), ("冷冻,水晶饺", "冷冻水晶饺")]
)
def test_what_the_conversion_of_scripts_spoilt_is_put_right(tmp_path: Path, converted: str, meant: str) -> None:
    [food] = built(tmp_path, name_zh_hans=converted)

    assert food.name_zh == meant
