"""Panels as packets in America (Nutrition Facts) and in Europe (Nutrition declaration) have them."""

from __future__ import annotations

import random

from bench.labels.foods import Packed
from bench.labels.printed import Column, Line, Printed

# By language: the title, "per", "per serving", then the names of the rows.
_WORDS = {
    "en": {
        "title": "NUTRITION INFORMATION",
        "head": "Typical values",
        "per": "per",
        "serving": "Per serving",
        "energy": "Energy",
        "fat_g": "Fat",
        "saturated_fat_g": "of which saturates",
        "carbohydrate_g": "Carbohydrate",
        "sugars_g": "of which sugars",
        "fibre_g": "Fibre",
        "protein_g": "Protein",
        "salt_g": "Salt",
    },
    "de": {
        "title": "Nährwertangaben",
        "head": "Durchschnittliche Nährwerte",
        "per": "je",
        "serving": "pro Portion",
        "energy": "Energie",
        "fat_g": "Fett",
        "saturated_fat_g": "davon gesättigte Fettsäuren",
        "carbohydrate_g": "Kohlenhydrate",
        "sugars_g": "davon Zucker",
        "fibre_g": "Ballaststoffe",
        "protein_g": "Eiweiß",
        "salt_g": "Salz",
    },
    "fr": {
        "title": "Déclaration nutritionnelle",
        "head": "Valeurs nutritionnelles moyennes",
        "per": "pour",
        "serving": "par portion",
        "energy": "Énergie",
        "fat_g": "Matières grasses",
        "saturated_fat_g": "dont acides gras saturés",
        "carbohydrate_g": "Glucides",
        "sugars_g": "dont sucres",
        "fibre_g": "Fibres alimentaires",
        "protein_g": "Protéines",
        "salt_g": "Sel",
    },
}
_DAILY = {
    "fat_g": 78,
    "saturated_fat_g": 20,
    "cholesterol_mg": 300,
    "sodium_mg": 2300,
    "carbohydrate_g": 275,
    "fibre_g": 28,
    "calcium_mg": 1300,
    "iron_mg": 18,
    "potassium_mg": 4700,
    "added_sugars_g": 50,
}
_NO_PERCENT = ("trans_fat_g", "sugars_g", "protein_g")


def draw_american(chance: random.Random, food: Packed) -> Printed:
    """Return an American panel of a food: a serving, calories, and the share of a day's value."""
    told = _american_figures(food)
    is_running = chance.random() < 0.15
    if not is_running and chance.random() < 0.6:
        # The amount of this line stands before its name.
        told["added_sugars_g"] = min(told["sugars_g"], 3.0)
    percents = {name: float(round(100 * told[name] / day)) for name, day in _DAILY.items() if name in told}
    column = Column(per="serving", amounts=told, percents=percents)
    lines = _american_running(column, food) if is_running else _american_table(chance, column, food)
    return Printed(
        style="us",
        lines=tuple(lines),
        columns=(column,),
        serving=food.serving,
        is_running=is_running,
        has_latin_only=True,
    )


def _american_figures(food: Packed) -> dict[str, float]:
    share = food.serving / 100
    energy = food.energy(protein=4, fat=9, carbohydrate=4, fibre=2) * share
    fat = food.fat * share
    return {
        "energy_kcal": float(round(energy / 10) * 10 if energy > 50 else round(energy / 5) * 5),
        "fat_g": float(round(fat)) if fat >= 5 else round(fat * 2) / 2,
        "saturated_fat_g": _halves(food.saturated * share),
        "trans_fat_g": _halves(food.trans * share),
        "cholesterol_mg": float(round(food.cholesterol * share / 5) * 5),
        "sodium_mg": float(round(food.sodium * share / 10) * 10),
        "carbohydrate_g": float(round((food.carbohydrate + food.fibre) * share)),
        "fibre_g": float(round(food.fibre * share)),
        "sugars_g": float(round(food.sugars * share)),
        "protein_g": float(round(food.protein * share)),
        "calcium_mg": float(round(food.calcium * share / 10) * 10),
        "iron_mg": round(food.iron * share, 1),
        "potassium_mg": float(round(food.potassium * share / 10) * 10),
    }


def _halves(grams: float) -> float:
    return float(round(grams)) if grams >= 5 else round(grams * 2) / 2


_AMERICAN = (
    ("fat_g", "Total Fat", 0),
    ("saturated_fat_g", "Saturated Fat", 1),
    ("trans_fat_g", "Trans Fat", 1),
    ("cholesterol_mg", "Cholesterol", 0),
    ("sodium_mg", "Sodium", 0),
    ("carbohydrate_g", "Total Carbohydrate", 0),
    ("fibre_g", "Dietary Fiber", 1),
    ("sugars_g", "Total Sugars", 1),
    ("protein_g", "Protein", 0),
    ("calcium_mg", "Calcium", 0),
    ("iron_mg", "Iron", 0),
    ("potassium_mg", "Potassium", 0),
)


def _american_table(chance: random.Random, column: Column, food: Packed) -> list[Line]:
    unit = "mL" if food.is_drink else "g"
    measure = chance.choice(("1 cup", "2/3 cup", "1 package", "3 pieces", "1 bar", "2 Tbsp"))
    lines = [
        Line(cells=("Nutrition Facts",), spans=True, scale=1.8, is_bold=True),
        Line(cells=(f"{chance.randint(2, 12)} servings per container",), spans=True),
        Line(cells=("Serving size", f"{measure} ({food.serving:g}{unit})"), is_bold=True),
        Line(cells=("Amount per serving",), spans=True, scale=0.8, is_bold=True),
        Line(cells=("Calories", f"{column.amounts['energy_kcal']:g}"), scale=1.6, is_bold=True),
        Line(cells=("", "% Daily Value*"), scale=0.8, is_bold=True),
    ]
    for name, said, indent in _AMERICAN:
        amount = f"{said} {column.amounts[name]:g}{name.rpartition('_')[2]}"
        percent = "" if name in _NO_PERCENT else f"{column.percents[name]:.0f}%"
        lines.append(Line(cells=(amount, percent), indent=indent, is_bold=not indent and chance.random() < 0.5))
        if name == "sugars_g" and "added_sugars_g" in column.amounts:
            added, share = column.amounts["added_sugars_g"], column.percents["added_sugars_g"]
            lines.append(Line(cells=(f"Includes {added:g}g Added Sugars", f"{share:.0f}%"), indent=2))
    lines.append(Line(cells=("* The % Daily Value tells you how much a nutrient in a",), spans=True, scale=0.6))
    lines.append(
        Line(cells=("serving of food contributes to a daily diet. 2,000 calories a day",), spans=True, scale=0.6)
    )
    return lines


def _american_running(column: Column, food: Packed) -> list[Line]:
    unit = "mL" if food.is_drink else "g"
    parts = [
        "Nutrition Facts",
        f"Serv. size: 1 package ({food.serving:g}{unit}),",
        "Amount per serving:",
        f"Calories {column.amounts['energy_kcal']:g},",
    ]
    for name, said, _ in _AMERICAN:
        percent = "" if name in _NO_PERCENT else f" ({column.percents[name]:.0f}% DV)"
        parts.append(f"{said} {column.amounts[name]:g}{name.rpartition('_')[2]}{percent},")
    return [Line(cells=(part,)) for part in parts]


def draw_european(chance: random.Random, food: Packed) -> Printed:
    """Return a European panel of a food: 100 g and sometimes a serving, kJ and kcal, salt in place of sodium."""
    lang = chance.choice(("en", "en", "de", "fr"))
    words = _WORDS[lang]
    pers = chance.choice((["100"], ["100", "serving"]))
    hundred = "100ml" if food.is_drink else "100g"
    columns = tuple(
        Column(
            per=hundred if per == "100" else "serving",
            amounts=_european_figures(food, share=1.0 if per == "100" else food.serving / 100),
            percents={},
        )
        for per in pers
    )
    lines = _european_table(chance, columns, food, words, lang)
    serving = food.serving if "serving" in pers else None
    return Printed(style="eu", lines=tuple(lines), columns=columns, serving=serving, has_latin_only=True)


def _european_figures(food: Packed, *, share: float) -> dict[str, float]:
    raw = {
        "energy_kj": food.energy(protein=17, fat=37, carbohydrate=17, fibre=8),
        "energy_kcal": food.energy(protein=4, fat=9, carbohydrate=4, fibre=2),
        "fat_g": food.fat,
        "saturated_fat_g": food.saturated,
        "carbohydrate_g": food.carbohydrate,
        "sugars_g": food.sugars,
        "fibre_g": food.fibre,
        "protein_g": food.protein,
        "salt_g": food.sodium * 2.5 / 1000,
    }
    digits = {"energy_kj": 0, "energy_kcal": 0, "salt_g": 2}
    return {name: float(f"{amount * share:.{digits.get(name, 1)}f}") for name, amount in raw.items()}


def _european_table(
    chance: random.Random, columns: tuple[Column, ...], food: Packed, words: dict[str, str], lang: str
) -> list[Line]:
    comma, gap = lang != "en", chance.choice(("", " "))
    unit = "ml" if food.is_drink else "g"
    heads = [
        f"{words['per']} 100{gap}{unit}"
        if column.per != "serving"
        else f"{words['serving']} ({food.serving:g}{gap}{unit})"
        for column in columns
    ]
    lines = [
        Line(cells=(words["title"],), spans=True, scale=1.2, is_bold=True),
        Line(cells=(words["head"] if chance.random() < 0.7 else "", *heads), is_bold=True),
    ]
    energies = [(_told(c.amounts["energy_kj"], 0, comma), _told(c.amounts["energy_kcal"], 0, comma)) for c in columns]
    if chance.random() < 0.6:
        together = (f"{kj}{gap}kJ / {kcal}{gap}kcal" for kj, kcal in energies)
        lines.append(Line(cells=(words["energy"], *together)))
    else:
        lines.append(Line(cells=(words["energy"], *(f"{kj}{gap}kJ" for kj, _ in energies))))
        lines.append(Line(cells=("", *(f"{kcal}{gap}kcal" for _, kcal in energies))))
    for name in ("fat_g", "saturated_fat_g", "carbohydrate_g", "sugars_g", "fibre_g", "protein_g", "salt_g"):
        values = (_told(column.amounts[name], 2 if name == "salt_g" else 1, comma) + f"{gap}g" for column in columns)
        lines.append(
            Line(cells=(words[name], *values), indent=int("of which" in words[name] or "da" in words[name][:2]))
        )
    return lines


def _told(amount: float, digits: int, comma: bool) -> str:
    said = f"{amount:.{digits}f}"
    return said.replace(".", ",") if comma else said
