"""The China Food Composition Tables (standard edition, 6th), for operators who hold them: nothing of it is shipped.

The file is a transcription with `grade` (A and B are sound, C is not) and `grade_micro` of each row (`C`: the columns
of minerals and vitamins have slipped). Its fibre is the insoluble part only and its carotene a sum, so that both are
left out; trace amounts are told by `trace_fields`, readings that disagree by `conflict_fields`.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from meum.domain.languages import Lang
from nutrition.catalogue.drafts import FoodDraft, NameDraft
from nutrition.catalogue.grading import Reason, judgement_of
from nutrition.catalogue.naming import initials_of, pinyin_of
from nutrition.catalogue.nutrients import position_of, vector_of
from nutrition.catalogue.quality import problems_of
from nutrition.catalogue.sources.base import HeldSource, figure
from nutrition.catalogue.tables import Refusal, open_text
from nutrition.domain.foods import FoodGroup, Grade, NameKind

_GROUPS = {
    "谷类": FoodGroup.GRAIN,
    "薯类": FoodGroup.TUBER,
    "干豆": FoodGroup.LEGUME,
    "蔬菜": FoodGroup.VEGETABLE,
    "菌藻": FoodGroup.MUSHROOM,
    "水果": FoodGroup.FRUIT,
    "坚果": FoodGroup.NUT,
    "畜肉": FoodGroup.MEAT,
    "禽肉": FoodGroup.POULTRY,
    "乳类": FoodGroup.DAIRY,
    "蛋类": FoodGroup.EGG,
    "鱼虾": FoodGroup.SEAFOOD,
    "婴幼": FoodGroup.INFANT,
    "植物": FoodGroup.FAT,
    "动物": FoodGroup.FAT,
    "其他": FoodGroup.DISH,
}
_MAIN = {
    "energy_kcal": "ENERC_KCAL",
    "energy_kj": "ENERC_KJ",
    "water_g": "WATER",
    "protein_g": "PROCNT",
    "fat_g": "FAT",
    "carb_g": "CHOCDF",
    "cholesterol_mg": "CHOLE",
    "ash_g": "ASH",
}
_MICRO = {
    "vitamin_a_rae_ug": "VITA_RAE",
    "retinol_ug": "RETOL",
    "thiamin_mg": "THIA",
    "riboflavin_mg": "RIBF",
    "niacin_mg": "NIA",
    "vitamin_c_mg": "VITC",
    "vitamin_e_alpha_mg": "TOCPHA",
    "calcium_mg": "CA",
    "phosphorus_mg": "P",
    "potassium_mg": "K",
    "sodium_mg": "NA",
    "magnesium_mg": "MG",
    "iron_mg": "FE",
    "zinc_mg": "ZN",
    "selenium_ug": "SE",
    "copper_mg": "CU",
    "manganese_mg": "MN",
}
_SLIPPED = "C"
# That little is known of a row says nothing against what is.
_CONTRADICTIONS = frozenset(
    {Reason.ENERGY_FAR_OFF, Reason.ENERGY_UNKNOWN, Reason.SUM_FAR_OFF, Reason.UNLIKE_ITS_GROUP, Reason.TOO_STRONG}
)
_OTHER_NAMES = re.compile(r"\[([^\]]*)\]")
_TYPICAL = "代表值"
_COLUMNS = ("food_code", "name_zh", "category", "grade", "grade_micro", "trace_fields", "conflict_fields", "edible_pct")


def _told(row: Mapping[str, str]) -> dict[str, str]:
    """Return the tagname of each column that may be believed: the main ones by the grade, others unless in conflict."""
    doubtful = set(row["conflict_fields"].split("|"))
    micro = {} if row["grade_micro"] == _SLIPPED else _MICRO
    return _MAIN | {column: tag for column, tag in micro.items() if column not in doubtful}


def _names(name: str) -> tuple[str, tuple[NameDraft, ...]]:
    """Return the name to show, and all names: `马铃薯[土豆、洋芋]` has two more."""
    shown = _OTHER_NAMES.sub("", name).strip()
    others = [part.strip() for found in _OTHER_NAMES.findall(name) for part in re.split(r"[、，,]", found)]
    bare = re.sub(r"[（(][^）)]*[）)]", "", shown).strip()
    told = {shown: NameKind.NAME} | {other: NameKind.ALIAS for other in (bare, *others) if other and other != shown}
    told.setdefault(pinyin_of(bare), NameKind.PINYIN)
    told.setdefault(initials_of(bare), NameKind.INITIALS)
    return shown, tuple(NameDraft(Lang.ZH, kind, text) for text, kind in told.items() if text)


def _group_of(category: str) -> FoodGroup:
    if category[:2] not in _GROUPS:
        raise ValueError(f"is of an unknown category {category[:40]!r}")
    return _GROUPS[category[:2]]


def _draft(row: Mapping[str, str]) -> FoodDraft:
    """Return the food of a row; raise ValueError for one that may not be shown."""
    if row["grade"] not in (Grade.A, Grade.B):
        raise ValueError(f"is of grade {row['grade'] or 'unknown'}; only A and B are sound")
    columns = _told(row)
    nutrients = vector_of({tag: figure(row[column]) for column, tag in columns.items()})
    traces = [position_of(columns[column]) for column in row["trace_fields"].split("|") if column in columns]
    nutrients.amounts[traces], nutrients.trace[traces] = 0.0, True
    shown, names = _names(row["name_zh"])
    return FoodDraft(
        source=SOURCE.name,
        code=row["food_code"],
        group=_group_of(row["category"]),
        name_zh=shown,
        name_en="",
        nutrients=nutrients,
        provenance=f"China Food Composition Tables, 6th edition, {row['food_code']}",
        names=names,
        edible_share=(figure(row["edible_pct"]) or 100.0) / 100,
        prior=max(1, 40 - 2 * len(shown) + (8 if _TYPICAL in shown else 0)),
    )


def _accepted(row: Mapping[str, str]) -> FoodDraft:
    draft = _draft(row)
    if problem := next(problems_of(draft), None):
        raise ValueError(problem)
    found = judgement_of(group=draft.group, nutrients=draft.nutrients).reasons
    if against := [reason.value for reason in found if reason in _CONTRADICTIONS]:
        raise ValueError(f"contradicts itself: {', '.join(against)}")
    return draft


def read(path: Path) -> Iterator[FoodDraft | Refusal]:
    """Yield the foods of a file, and a refusal with its reason in place of each row that is not sound.

    Raises ValueError when the file lacks a column.
    """
    with open_text(path) as lines:
        reader = csv.DictReader(lines)
        if missing := {*_COLUMNS, *_MAIN, *_MICRO}.difference(reader.fieldnames or ()):
            raise ValueError(f"{path.name} lacks the columns {', '.join(sorted(missing))}")
        seen: set[str] = set()
        for row in reader:
            try:
                draft = _accepted(row)
                if draft.code in seen:
                    raise ValueError("repeats a code")
            except ValueError as error:
                yield Refusal(path.name, reader.line_num, str(error))
            else:
                seen.add(draft.code)
                yield draft


SOURCE = HeldSource(
    name="china_fct6",
    title="China Food Composition Tables, standard edition",
    edition="6th edition",
    licence="All rights with the publisher; loaded by an operator who holds the tables",
    read=read,
)
