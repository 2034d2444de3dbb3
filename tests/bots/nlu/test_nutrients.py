"""Questions for one nutrient, and spans of days."""

from __future__ import annotations

from datetime import date

import pytest

from bots.nlu.nutrients import nutrient_asked
from bots.nlu.spans import span_in
from meum.language.scripts import clean
from nutrition.catalogue.nutrients import NUTRIENTS, Nutrient

FRIDAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("text", "tagname"),
    [
        ("今天咖啡因多少", "CAFFN"),
        ("how much caffeine today", "CAFFN"),
        ("喝了多少酒精", "ALC"),
        ("今天喝了多少酒", "ALC"),
        ("今天蛋白质多少", "PROCNT"),
        ("钠吃了多少", "NA"),
        ("这周平均膳食纤维", "FIBTG"),
        ("iron this week", "FE"),
        ("最近7天维生素C平均多少", "VITC"),
        ("CAFFN today", "CAFFN"),
        ("how much sugar did I have yesterday", "SUGAR"),
        ("蛋白质够了吗", "PROCNT"),
        ("碳水够不够", "CHOCDF"),
        ("今天钠超标了吗", "NA"),
        ("糖吃得太多了吗", "SUGAR"),
        ("am I getting enough protein?", "PROCNT"),
        ("is my sodium too high this week?", "NA"),
    ],
)
def test_a_nutrient_is_asked_for_by_name(text: str, tagname: str) -> None:
    assert nutrient_asked(clean(text).text) == tagname


@pytest.mark.parametrize(
    "text",
    [
        "鸡蛋蛋白质多少",
        "how much protein in an egg",
        "今天蛋白质20克",
        "蛋白质",
        "fat",
        "血糖多少",
        "吃了多少糖果",
        "今天有点缺铁",
        "今天摄入了多少钙和铁",
        "how much water today",
        "今天吃了多少热量",
    ],
)
def test_other_questions_and_foods_are_none(text: str) -> None:
    assert nutrient_asked(clean(text).text) == ""


NAMED = [one for one in NUTRIENTS[3:40] if one.tagname not in ("RETOL", "FOLDFE")]


@pytest.mark.parametrize("nutrient", NAMED, ids=lambda one: one.tagname)
def test_the_main_nutrients_are_known_by_their_names_in_the_table(nutrient: Nutrient) -> None:
    asked = (f"今天{nutrient.name_zh}多少", f"how much {nutrient.name_en} today")

    assert {nutrient_asked(clean(text).text) for text in asked} == {nutrient.tagname}


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("这周", date(2026, 11, 16), FRIDAY),
        ("上周", date(2026, 11, 9), date(2026, 11, 15)),
        ("last week", date(2026, 11, 9), date(2026, 11, 15)),
        ("最近7天", date(2026, 11, 14), FRIDAY),
        ("最近七天", date(2026, 11, 14), FRIDAY),
        ("past two weeks", date(2026, 11, 7), FRIDAY),
        ("最近一个月", date(2026, 10, 22), FRIDAY),
        ("上个月", date(2026, 10, 1), date(2026, 10, 31)),
        ("this month", date(2026, 11, 1), FRIDAY),
        ("最近300天", date(2026, 8, 21), FRIDAY),
    ],
)
def test_a_span_has_a_first_and_a_last_day(text: str, first: date, last: date) -> None:
    span = span_in(text, today=FRIDAY)

    assert span is not None
    assert (span.first, span.last) == (first, last)


@pytest.mark.parametrize("text", ["周三", "今天", "上周五", "last friday"])
def test_one_day_is_no_span(text: str) -> None:
    assert span_in(text, today=FRIDAY) is None


@pytest.mark.parametrize("text", ["what about caffeine", "how about caffeine today?"])
def test_what_about_a_nutrient_asks_for_it(text: str) -> None:
    assert nutrient_asked(clean(text).text) == "CAFFN"
