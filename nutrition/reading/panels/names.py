"""What packets call the things that panels tell, in Chinese and in languages of the West."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

ENERGY, CALORIES, IGNORED = "energy", "calories", ""
"""Names that are no field by themselves: energy in whatever unit, in kcal, and what must not be taken for a name."""

# Spelt as `plain` leaves them: lower case, simplified, without accents. A blank stands for any or none.
_NAMES: Mapping[str, tuple[str, ...]] = {
    ENERGY: ("能量", "热量", "energy", "energie", "energia", "brennwert", "valor energetico", "valeur energetique"),
    CALORIES: ("calories", "calorie", "大卡数"),
    IGNORED: (
        "calories from fat",
        "energy from fat",
        "来自脂肪的能量",
        "calories a day",
        "calories per day",
        "calorie diet",
        "daily value",
        "milk fat",
        "low fat",
        "非脂乳固体",
        "脂肪含量",
        "蛋白质含量",
    ),
    "protein_g": ("蛋白质", "protein", "proteins", "eiweiss", "proteines", "proteine", "proteinas"),
    "fat_g": ("脂肪", "总脂肪", "total fat", "fat", "fett", "matieres grasses", "lipides", "grassi", "grasas"),
    "saturated_fat_g": (
        "饱和脂肪",
        "饱和脂肪酸",
        "saturated fat",
        "saturated",
        "saturates",
        "of which saturates",
        "sat. fat",
        "sat fat",
        "gesattigte fettsauren",
        "davon gesattigte fettsauren",
        "acides gras satures",
        "dont acides gras satures",
        "acidi grassi saturi",
        "acidos grasos saturados",
        "saturadas",
    ),
    "trans_fat_g": ("反式脂肪", "反式脂肪酸", "trans fat", "trans fatty acids"),
    "monounsaturated_fat_g": ("单不饱和脂肪", "单不饱和脂肪酸", "monounsaturated fat", "monounsaturates"),
    "polyunsaturated_fat_g": ("多不饱和脂肪", "多不饱和脂肪酸", "polyunsaturated fat", "polyunsaturates"),
    "cholesterol_mg": ("胆固醇", "cholesterol", "cholest.", "cholesterin"),
    "carbohydrate_g": (
        "碳水化合物",
        "总碳水化合物",
        "carbohydrate",
        "carbohydrates",
        "total carbohydrate",
        "total carbohydrates",
        "total carb.",
        "total carb",
        "kohlenhydrate",
        "glucides",
        "carboidrati",
        "hidratos de carbono",
    ),
    "sugars_g": (
        "糖",
        "总糖",
        "其中糖",
        "sugars",
        "sugar",
        "total sugars",
        "of which sugars",
        "zucker",
        "davon zucker",
        "sucres",
        "dont sucres",
        "zuccheri",
        "azucares",
    ),
    "added_sugars_g": ("添加糖", "added sugars", "added sugar"),
    "polyols_g": ("糖醇", "polyols", "of which polyols", "sugar alcohol", "sugar alcohols", "mehrwertige alkohole"),
    "starch_g": ("淀粉", "starch", "of which starch", "starke", "amidon"),
    "fibre_g": (
        "膳食纤维",
        "纤维",
        "dietary fiber",
        "dietary fibre",
        "fibre",
        "fiber",
        "fibres alimentaires",
        "fibres",
        "ballaststoffe",
        "fibra alimentaria",
        "fibre alimentari",
    ),
    "sodium_mg": ("钠", "sodium", "natrium"),
    "salt_g": ("食盐", "食盐相当量", "盐", "salt", "salz", "sel", "sale"),
    "calcium_mg": ("钙", "calcium", "kalzium"),
    "iron_mg": ("铁", "iron", "eisen", "fer"),
    "zinc_mg": ("锌", "zinc", "zink"),
    "potassium_mg": ("钾", "potassium", "potas.", "kalium"),
    "magnesium_mg": ("镁", "magnesium"),
    "phosphorus_mg": ("磷", "phosphorus", "phosphor", "phosphore"),
    "selenium_ug": ("硒", "selenium", "selen"),
    "vitamin_a_ug": ("维生素 a", "vitamin a", "vit. a"),
    "vitamin_d_ug": ("维生素 d", "vitamin d", "vit. d"),
    "vitamin_e_mg": ("维生素 e", "vitamin e", "vit. e"),
    "vitamin_c_mg": ("维生素 c", "vitamin c", "vit. c"),
    "vitamin_b1_mg": ("维生素 b1", "硫胺素", "vitamin b1", "thiamin", "thiamine"),
    "vitamin_b2_mg": ("维生素 b2", "核黄素", "vitamin b2", "riboflavin"),
    "vitamin_b6_mg": ("维生素 b6", "vitamin b6"),
    "vitamin_b12_ug": ("维生素 b12", "vitamin b12"),
    "niacin_mg": ("烟酸", "niacin", "nicotinamide"),
    "folate_ug": ("叶酸", "folate", "folic acid"),
}
_FIELD_OF = {alias.replace(" ", ""): name for name, aliases in _NAMES.items() for alias in aliases}
# A dash before an indented name is often read as the sign for one.
_MAY_STAND_BEFORE = "一中"
_HAN = "一-鿿"


class Named(NamedTuple):
    """A name found in a text: the field, or one of the names above that are none, and where it stands."""

    name: str
    start: int
    end: int


@cache
def _pattern() -> re.Pattern[str]:
    """Return the pattern of all names, the longest first; no name begins or ends within a word."""
    aliases = sorted({alias for aliases in _NAMES.values() for alias in aliases}, key=len, reverse=True)
    spelt = (_spelt(alias) for alias in aliases)
    return re.compile("|".join(spelt))


def _spelt(alias: str) -> str:
    pieces = r"\s*".join(re.escape(piece) for piece in alias.split(" "))
    if re.match(f"[{_HAN}]", alias):
        # A single sign may be the end of another word: 糖 in 低聚糖, 钠 in 谷氨酸钠.
        alone = rf"(?<![^\W\d_{_MAY_STAND_BEFORE}a-z])" if len(alias) == 1 else ""
        ends = rf"(?![{_HAN}])" if len(alias) == 1 else ""
        return f"(?:{alone}{pieces}{ends})"
    return rf"(?:(?<![a-z]){pieces}(?![a-z]))"


def names_in(text: str) -> list[Named]:
    """Return the names in a plain text, in their order."""
    found = _pattern().finditer(text)
    return [Named(_FIELD_OF[re.sub(r"\s", "", match.group())], match.start(), match.end()) for match in found]


def nearly_named(text: str) -> str | None:
    """Return the field whose name a text nearly is, one letter in five misread; None where there is none."""
    letters = "".join(re.findall(rf"[a-z{_HAN}]+", text)).lstrip(_MAY_STAND_BEFORE)
    if len(letters) < 3:
        return None
    ranked = min(_FIELD_OF, key=lambda alias: (Levenshtein.distance(letters, alias), -len(alias)))
    most = max(1, len(ranked) // 5)
    is_near = len(ranked) >= 3 and Levenshtein.distance(letters, ranked) <= most
    return (_FIELD_OF[ranked] or None) if is_near else None
