"""Panels as Chinese packets have them (GB 28050): one or two columns of figures and the NRV %, or running text."""

from __future__ import annotations

import random
from collections.abc import Mapping

from bench.labels.foods import Packed
from bench.labels.printed import Column, Line, Printed

# Name in Chinese and English, unit, decimals, reference value; the indented ones follow "of which".
_ROWS: dict[str, tuple[str, str, str, int, float | None]] = {
    "energy_kj": ("能量", "Energy", "kJ", 0, 8400),
    "protein_g": ("蛋白质", "Protein", "g", 1, 60),
    "fat_g": ("脂肪", "Fat", "g", 1, 60),
    "saturated_fat_g": ("饱和脂肪", "Saturated fat", "g", 1, 20),
    "trans_fat_g": ("反式脂肪", "Trans fat", "g", 1, None),
    "cholesterol_mg": ("胆固醇", "Cholesterol", "mg", 0, 300),
    "carbohydrate_g": ("碳水化合物", "Carbohydrate", "g", 1, 300),
    "sugars_g": ("糖", "Sugars", "g", 1, None),
    "fibre_g": ("膳食纤维", "Dietary fiber", "g", 1, 25),
    "sodium_mg": ("钠", "Sodium", "mg", 0, 2000),
    "calcium_mg": ("钙", "Calcium", "mg", 0, 800),
}
_INDENTED = ("saturated_fat_g", "trans_fat_g", "sugars_g")
_UNITS = {
    "full": {"kJ": "千焦(kJ)", "g": "克(g)", "mg": "毫克(mg)"},
    "short": {"kJ": "kJ", "g": "g", "mg": "mg"},
    "spaced": {"kJ": " kJ", "g": " g", "mg": " mg"},
    "words": {"kJ": "千焦", "g": "克", "mg": "毫克"},
    "wide": {"kJ": "千焦（kJ）", "g": "克（g）", "mg": "毫克（mg）"},
    "none": {"kJ": "", "g": "", "mg": ""},
}
_OPTIONAL = ("saturated_fat_g", "trans_fat_g", "cholesterol_mg", "sugars_g", "fibre_g", "calcium_mg")


def draw_chinese(chance: random.Random, food: Packed) -> Printed:
    """Return a Chinese panel of a food."""
    shown = _shown(chance)
    pers = chance.choice((["100"], ["100"], ["100"], ["serving"], ["100", "serving"]))
    figures = {per: _figures(food, shown, share=1.0 if per == "100" else food.serving / 100) for per in pers}
    hundred = "100ml" if food.is_drink else "100g"
    columns = tuple(
        Column(
            per=hundred if per == "100" else "serving",
            amounts=told,
            percents=_percents(told) if per == pers[-1] else {},
        )
        for per, told in figures.items()
    )
    serving = food.serving if "serving" in pers else None
    is_running = len(pers) == 1 and chance.random() < 0.15
    lines = _running(chance, columns[0], food) if is_running else _table(chance, columns, food, shown)
    return Printed(style="zh", lines=tuple(lines), columns=columns, serving=serving, is_running=is_running)


def _shown(chance: random.Random) -> list[str]:
    """Return the rows of a panel: energy and four, energy and six, or more."""
    kind = chance.random()
    left_out = set(_OPTIONAL)
    if kind > 0.4:
        left_out -= {"saturated_fat_g", "sugars_g"}
    if kind > 0.7:
        left_out -= set(chance.sample(_OPTIONAL, 3))
    return [name for name in _ROWS if name not in left_out]


def _figures(food: Packed, shown: list[str], *, share: float) -> dict[str, float]:
    energy = food.energy(protein=17, fat=37, carbohydrate=17, fibre=8 if "fibre_g" in shown else 0)
    raw = {
        "energy_kj": energy,
        "protein_g": food.protein,
        "fat_g": food.fat,
        "saturated_fat_g": food.saturated,
        "trans_fat_g": food.trans,
        "cholesterol_mg": food.cholesterol,
        "carbohydrate_g": food.carbohydrate,
        "sugars_g": food.sugars,
        "fibre_g": food.fibre,
        "sodium_mg": food.sodium,
        "calcium_mg": food.calcium,
    }
    return {name: float(f"{raw[name] * share:.{_ROWS[name][3]}f}") for name in shown}


def _percents(told: Mapping[str, float]) -> dict[str, float]:
    known = {name: reference for name, (_, _, _, _, reference) in _ROWS.items() if reference}
    return {name: float(round(100 * told[name] / known[name])) for name in told if name in known}


def _table(chance: random.Random, columns: tuple[Column, ...], food: Packed, shown: list[str]) -> list[Line]:
    style, is_bilingual, mark = (
        chance.choice(sorted(_UNITS)),
        chance.random() < 0.2,
        chance.choice(("—", "-", "  ", "--")),
    )
    title = chance.choice(("营养成分表", "营养成分表", "营养成分表 Nutrition Information"))
    nrv = chance.choice(("NRV%", "营养素参考值%", "营养素参考值%或NRV%", "NRV％"))
    unit_of = _UNITS[style]
    heads = [_head(chance, column, food) for column in columns]
    lines = [Line(cells=(title,), spans=True, scale=1.2, is_bold=True)]
    if any(column.per == "serving" for column in columns) and not any("(" in head or "（" in head for head in heads):
        unit = "毫升" if food.is_drink else "克"
        lines.append(Line(cells=(f"每份食用量：{food.serving:g}{unit}",), spans=True))
    lines.append(Line(cells=("项目" if not is_bilingual else "项目/Items", *heads, nrv)))
    for name in shown:
        zh, en, unit, digits, reference = _ROWS[name]
        said = f"{zh}/{en}" if is_bilingual else zh
        said += f"({unit_told(unit, chance)})" if style == "none" else ""
        said = f"{mark}{said}" if name in _INDENTED else said
        values = tuple(f"{column.amounts[name]:.{digits}f}{unit_of[unit]}" for column in columns)
        percent = f"{columns[-1].percents[name]:.0f}%" if reference else ""
        lines.append(Line(cells=(said, *values, percent)))
    return lines


def unit_told(unit: str, chance: random.Random) -> str:
    """Return a unit as it stands behind a name."""
    return chance.choice((unit, {"kJ": "千焦", "g": "克", "mg": "毫克"}[unit]))


def _head(chance: random.Random, column: Column, food: Packed) -> str:
    if column.per == "serving":
        unit = "mL" if food.is_drink else "g"
        return chance.choice((f"每份({food.serving:g}{unit})", f"每份（{food.serving:g}{unit}）", "每份"))
    if column.per == "100ml":
        return chance.choice(("每100毫升(mL)", "每100mL", "每100毫升", "每100ml"))
    return chance.choice(("每100克(g)", "每100g", "每100克", "每100克（g）"))


def _running(chance: random.Random, column: Column, food: Packed) -> list[Line]:
    unit_of = _UNITS[chance.choice(("full", "short", "words"))]
    head = _head(chance, column, food)
    if head == "每份":
        head = f"每份({food.serving:g}{'mL' if food.is_drink else 'g'})"
    parts = [f"营养成分表（{head.replace('(', '').replace(')', '')}）："]
    for name, amount in column.amounts.items():
        zh, _, unit, digits, reference = _ROWS[name]
        percent = f"，NRV {column.percents[name]:.0f}%" if reference and chance.random() < 2 else ""
        parts.append(f"{zh}{amount:.{digits}f}{unit_of[unit]}{percent}；")
    return [Line(cells=(part,)) for part in parts]
