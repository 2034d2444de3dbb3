"""Taiwan's food composition database (TFDA, 2025 update 1): measured foods with names in both Chinese scripts."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from pathlib import Path

from meum.domain.languages import Lang
from meum.domain.units import kj_of_kcal
from nutrition.catalogue.drafts import FoodDraft, NameDraft
from nutrition.catalogue.naming import initials_of, pinyin_of
from nutrition.catalogue.nutrients import vector_of
from nutrition.catalogue.sources.base import NAMES, FoodSource, figure, rows_of
from nutrition.domain.foods import FoodGroup, NameKind

_GROUPS = {
    "乳品类": FoodGroup.DAIRY,
    "加工调理食品及其他类": FoodGroup.DISH,
    "坚果及种子类": FoodGroup.NUT,
    "水果类": FoodGroup.FRUIT,
    "油脂类": FoodGroup.FAT,
    "淀粉类": FoodGroup.TUBER,
    "糕饼点心类": FoodGroup.BAKERY,
    "糖类": FoodGroup.SWEET,
    "肉类": FoodGroup.MEAT,
    "菇类": FoodGroup.MUSHROOM,
    "蔬菜类": FoodGroup.VEGETABLE,
    "藻类": FoodGroup.SEAWEED,
    "蛋类": FoodGroup.EGG,
    "调味料及香辛料类": FoodGroup.SEASONING,
    "谷物类": FoodGroup.GRAIN,
    "豆类": FoodGroup.LEGUME,
    "饮料类": FoodGroup.BEVERAGE,
    "鱼贝类": FoodGroup.SEAFOOD,
}
_COLUMNS = {
    "energy_kcal": "ENERC_KCAL",
    "water_g": "WATER",
    "protein_g": "PROCNT",
    "fat_g": "FAT",
    "fat_saturated_g": "FASAT",
    "ash_g": "ASH",
    "carb_g": "CHOCDF",
    "fiber_g": "FIBTG",
    "sugars_g": "SUGAR",
    "glucose_g": "GLUS",
    "fructose_g": "FRUS",
    "galactose_g": "GALS",
    "maltose_g": "MALS",
    "sucrose_g": "SUCS",
    "lactose_g": "LACS",
    "sodium_mg": "NA",
    "potassium_mg": "K",
    "calcium_mg": "CA",
    "magnesium_mg": "MG",
    "iron_mg": "FE",
    "zinc_mg": "ZN",
    "phosphorus_mg": "P",
    "copper_mg": "CU",
    "manganese_mg": "MN",
    "vitamin_a_iu": "VITA_IU",
    "vitamin_a_re_ug": "VITA",
    "retinol_ug": "RETOL",
    "carotene_alpha_ug": "CARTA",
    "carotene_beta_ug": "CARTB",
    "vitamin_d_iu": "VITD_IU",
    "vitamin_d_ug": "VITD",
    "vitamin_d2_ug": "ERGCAL",
    "vitamin_d3_ug": "CHOCAL",
    "vitamin_e_alpha_te_mg": "VITE",
    "tocopherol_alpha_mg": "TOCPHA",
    "tocopherol_beta_mg": "TOCPHB",
    "tocopherol_gamma_mg": "TOCPHG",
    "tocopherol_delta_mg": "TOCPHD",
    "vitamin_k1_ug": "VITK1",
    "vitamin_k2_mk4_ug": "MK4",
    "vitamin_k2_mk7_ug": "MK7",
    "thiamin_mg": "THIA",
    "riboflavin_mg": "RIBF",
    "niacin_mg": "NIA",
    "vitamin_b6_mg": "VITB6A",
    "vitamin_b12_ug": "VITB12",
    "folate_ug": "FOL",
    "vitamin_c_mg": "VITC",
    "cholesterol_mg": "CHOLE",
}
_AMINO_ACIDS = frozenset(
    {
        "asp",
        "thr",
        "ser",
        "glu",
        "pro",
        "gly",
        "ala",
        "cys",
        "val",
        "met",
        "ile",
        "leu",
        "tyr",
        "phe",
        "lys",
        "arg",
        "trp",
    }
)
# Columns in mg whose nutrient we keep in g.
_MILLIGRAM_COLUMNS = (
    {f"fa_{n}_0_mg": f"F{n}D0" for n in (4, 6, 8, 10, 12, 13, 14, 15, 16, 17, 18, 19, 20, 22, 24)}
    | {f"fa_{n}_1_mg": f"F{n}D1" for n in (14, 16, 18, 20, 22)}
    | {"fa_18_2_mg": "F18D2", "fa_18_3_mg": "F18D3", "fa_18_4_mg": "F18D4", "fa_20_4_mg": "F20D4"}
    | {"fa_20_5_mg": "F20D5", "fa_22_5_mg": "F22D5", "fa_22_6_mg": "F22D6"}
    | {"fa_mono_mg": "FAMS", "fa_poly_mg": "FAPU", "fa_trans_mg": "FATRN"}
    | {f"aa_{word}_mg": f"{word.upper()}_G" for word in _AMINO_ACIDS}
    | {"aa_his_mg": "HISTN_G"}
)
_ETHANOL_G_PER_ML = 0.789
# One IU of vitamin A is 0.3 ug retinol or 0.1 RE of carotenoids; one RE of carotenoids is half a RAE.
_IU_PER_UG_RETINOL, _IU_PER_UG_CAROTENOID_RE = 1 / 0.3, 10.0

# Other names of these rows are mainland names of other foods; keeping them would turn potatoes into peanuts.
_MISLEADING = {"小串", "土豆", "鸡精", "奶油", "饼干", "米粉", "面包", "面", "肉", "鱼", "虾", "菜"}
# Words of Taiwan and what the mainland says, longest first where one holds another.
_MAINLAND_WORDS = {
    "青花菜": "西兰花",
    "花椰菜": "菜花",
    "高丽菜": "卷心菜",
    "青江菜": "上海青",
    "红萝卜": "胡萝卜",
    "马铃薯": "土豆",
    "优酪乳": "酸奶",
    "奇异果": "猕猴桃",
    "百香果": "西番莲",
    "番茄": "西红柿",
    "凤梨": "菠萝",
    "芭乐": "番石榴",
    "柳橙": "橙子",
    "柳丁": "橙子",
    "甘薯": "红薯",
    "地瓜": "红薯",
    "优格": "酸奶",
    "起司": "奶酪",
    "鲔鱼": "金枪鱼",
    "鲑鱼": "三文鱼",
    "豆干": "豆腐干",
    "猪脚": "猪蹄",
    "吐司": "切片面包",
    "白米饭": "米饭",
    "水饺": "饺子",
    "鱿鱼": "枪乌贼",
    "冬粉": "粉丝",
    "花生仁": "花生米",
}
# What the conversion of scripts made of rare signs, and of sprouts (藍芽 is Bluetooth too); then a slip of the table.
_MENDED = {
    "𫉄": "薯",
    "𩽾𩾌": "鮟鱇",
    "𩾃": "鮸",
    "𫚉": "魟",
    "𫚕": "鰤",
    "𬶟": "鯻",
    "𫊻": "蟳",
    "蓝牙": "蓝芽",
    "冷冻,": "冷冻",
}
_POULTRY = re.compile(r"[鸡鸭鹅鸽]|鹌鹑|土鸡|火鸡")
# Not inside brackets: 草(番、西红、六月)柿 is one name.
_SEPARATORS = re.compile(r"[,、;，；](?![^(（]*[)）])")
_BRACKETS = re.compile(r"[(（][^)）]*[)）]")


def _group_of(row: Mapping[str, str]) -> FoodGroup:
    group = _GROUPS[row["category_zh_hans"]]
    if group is FoodGroup.MEAT and _POULTRY.search(row["name_zh_hans"]):
        return FoodGroup.POULTRY
    return FoodGroup.ALCOHOL if row["alcohol_g"] else group


def _vitamin_a_rae(row: Mapping[str, str]) -> float | None:
    """Return ug RAE from retinol equivalents and international units, which weigh carotenoids differently."""
    equivalents, units = figure(row["vitamin_a_re_ug"]), figure(row["vitamin_a_iu"])
    if equivalents is None or units is None:
        return None
    excess = (units - equivalents * _IU_PER_UG_RETINOL) / (_IU_PER_UG_CAROTENOID_RE - _IU_PER_UG_RETINOL)
    return equivalents - min(max(excess, 0.0), equivalents) / 2


_WIDE_BRACKETS = str.maketrans("()", "（）")


def _amounts(row: Mapping[str, str]) -> dict[str, float | None]:
    amounts = {tag: figure(row[column]) for column, tag in _COLUMNS.items()}
    for column, tag in _MILLIGRAM_COLUMNS.items():
        milligrams = figure(row[column])
        amounts[tag] = None if milligrams is None else milligrams / 1000
    amounts["VITA_RAE"] = _vitamin_a_rae(row)
    energy = amounts["ENERC_KCAL"]
    amounts["ENERC_KJ"] = None if energy is None else kj_of_kcal(energy)
    if volume := figure(row["alcohol_g"]):
        # The column is headed g but holds % by volume, and carbohydrate by difference holds the alcohol too.
        amounts |= {"ALC": volume * _ETHANOL_G_PER_ML, "CHOCDF": None}
    return amounts


def _mended(name: str) -> str:
    """Return a name without blanks at its ends, what the conversion of scripts made of it put right."""
    for made, meant in _MENDED.items():
        name = name.replace(made, meant)
    return name.strip()


def _shown(name: str, others: Collection[str]) -> str:
    """Return a name in brackets of one width, without the word for an average row unless another name is just that."""
    plain = name.replace("平均值", "")
    return (name if plain in others else plain).translate(_WIDE_BRACKETS)


@cache
def _our_names() -> Mapping[str, str]:
    """Return the names that mainland readers are shown where those of the table would puzzle them, by key."""
    return {row["key"]: row["zh"] for row in rows_of(NAMES / "tfda.csv")}


def _bare(name: str) -> str:
    """Return a name without its brackets and without the word for an average row."""
    return _BRACKETS.sub("", name).replace("平均值", "").strip()


def _in_mainland_words(name: str) -> str:
    for word, mainland in _MAINLAND_WORDS.items():
        name = name.replace(word, mainland)
    return name


def _names(row: Mapping[str, str]) -> tuple[NameDraft, ...]:
    """Return all names of a row, each once: own, bare, traditional, other names, mainland words, pinyin, initials."""
    own = _mended(row["name_zh_hans"])
    told = [_mended(name) for name in _SEPARATORS.split(row["aliases_zh_hans"])]
    kept = [name for name in (_bare(own), *told) if name and name not in _MISLEADING and not _BRACKETS.search(name)]
    found = {own: NameKind.NAME} | {name: NameKind.ALIAS for name in kept if name != own}
    if ours := _our_names().get(f"{SOURCE.name}:{row['tfda_id']}"):
        found.setdefault(ours, NameKind.ALIAS)
    for name in (own, *kept):
        found.setdefault(_in_mainland_words(_bare(name)), NameKind.MAINLAND)
    for name, simplified in zip(_SEPARATORS.split(row["aliases_zh_hant"]), told, strict=False):
        if simplified in found:
            found.setdefault(name.strip(), NameKind.TRADITIONAL)
    found.setdefault(row["name_zh_hant"], NameKind.TRADITIONAL)
    found.setdefault(pinyin_of(_bare(own)), NameKind.PINYIN)
    for name in (own, *kept):
        found.setdefault(initials_of(_bare(name)), NameKind.INITIALS)
    return tuple(NameDraft(Lang.ZH, kind, text) for text, kind in found.items() if text)


def _prior(name: str) -> int:
    """Return how likely a bare word means this row: short plain names and averages first."""
    prior = 42 - 2 * len(_bare(name)) + (6 if "平均值" in name else 0)
    prior -= 6 if name.startswith(("冷冻", "冷藏")) else 0
    prior -= 4 if _BRACKETS.search(name) else 0
    return max(1, prior)


def _is_drink(row: Mapping[str, str], group: FoodGroup) -> bool:
    liquid = group in (FoodGroup.BEVERAGE, FoodGroup.ALCOHOL) or _bare(row["name_zh_hans"]).endswith(("豆浆", "鲜乳"))
    return liquid and (figure(row["water_g"]) or 0) > 75


def _draft(row: Mapping[str, str], others: Collection[str]) -> FoodDraft:
    group = _group_of(row)
    return FoodDraft(
        source=SOURCE.name,
        code=row["tfda_id"],
        group=group,
        name_zh=_our_names().get(f"{SOURCE.name}:{row['tfda_id']}") or _shown(_mended(row["name_zh_hans"]), others),
        name_en="",
        nutrients=vector_of(_amounts(row)),
        provenance=f"Taiwan FDA 2025, {row['tfda_id']}",
        names=_names(row),
        is_drink=_is_drink(row, group),
        edible_share=round(1 - (figure(row["refuse_pct"]) or 0) / 100, 4),
        prior=_prior(row["name_zh_hans"]),
    )


def build(folder: Path) -> Iterator[FoodDraft]:
    """Yield the foods of `tfda_2025_foods`; rows whose energy their parts cannot explain (grade C) are left out.

    Alcoholic drinks have grade C only for their alcohol column, which is repaired.
    """
    rows = list(rows_of(folder / "tfda_2025_foods.csv.gz"))
    names = {_mended(row["name_zh_hans"]) for row in rows}
    for row in rows:
        if row["grade"] != "C" or row["alcohol_g"]:
            yield _draft(row, names)


SOURCE = FoodSource(
    name="tfda",
    title="Food Nutrition Database, Food and Drug Administration, Ministry of Health and Welfare, Taiwan",
    edition="2025 update 1",
    licence="Open Government Data License, version 1.0 (Taiwan)",
    build=build,
)
