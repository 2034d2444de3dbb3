"""What all sources of foods share."""

from __future__ import annotations

import pytest

from meum.domain.languages import Lang
from nutrition.catalogue.sources.base import chinese_names, figure
from nutrition.domain.foods import NameKind


def test_a_chinese_name_comes_with_its_aliases_their_sounds_and_initials() -> None:
    names = list(chinese_names({"zh": "番茄", "names_zh": "西红柿;洋柿子"}))

    assert [(name.kind, name.text) for name in names] == [
        (NameKind.NAME, "番茄"),
        (NameKind.ALIAS, "西红柿"),
        (NameKind.ALIAS, "洋柿子"),
        (NameKind.PINYIN, "fanqie"),
        (NameKind.PINYIN, "xihongshi"),
        (NameKind.PINYIN, "yangshizi"),
        (NameKind.INITIALS, "xhs"),
        (NameKind.INITIALS, "ysz"),
    ]
    assert {name.lang for name in names} == {Lang.ZH}


def test_a_name_without_aliases_is_alone() -> None:
    assert [name.text for name in chinese_names({"zh": "米饭", "names_zh": ""})] == ["米饭", "mifan"]


def test_where_no_chinese_name_is_the_tables_own_all_are_aliases() -> None:
    first, *_ = chinese_names({"zh": "米饭", "names_zh": ""}, first=NameKind.ALIAS)

    assert (first.kind, first.text) == (NameKind.ALIAS, "米饭")


def test_a_food_without_a_chinese_name_has_none() -> None:
    assert list(chinese_names({})) == []


@pytest.mark.parametrize(("cell", "number"), [("", None), ("0", 0.0), ("1.5", 1.5)])
def test_an_empty_cell_is_unknown_and_not_nothing(cell: str, number: float | None) -> None:
    assert figure(cell) == number
