"""Wishes about saved meals."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bots.nlu.keeping import Keep, Keeping, keep_of
from bots.nlu.repeats import USUAL
from bots.nlu.whens import NEVER, When
from meum.language.scripts import clean
from meum.language.times import MealSlot

FRIDAY_NOON = datetime(2026, 11, 20, 12, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
BREAKFAST, DINNER = MealSlot.BREAKFAST, MealSlot.DINNER


def told(text: str) -> Keep | None:
    return keep_of(clean(text).text, names=frozenset({"gym breakfast"}), now=FRIDAY_NOON)


@pytest.mark.parametrize(
    ("text", "name", "slot", "foods"),
    [
        ("以后“老样子”就是豆浆一杯、油条两根", USUAL, None, "豆浆一杯、油条两根"),
        ("以后早饭老样子就是豆浆一杯", USUAL, BREAKFAST, "豆浆一杯"),
        ("老样子就是两个鸡蛋", USUAL, None, "两个鸡蛋"),
        ("以后健身早餐就是两个鸡蛋", "健身早餐", BREAKFAST, "两个鸡蛋"),
        ("my usual is 2 eggs", USUAL, None, "2 eggs"),
        ("my usual breakfast is 2 eggs", USUAL, BREAKFAST, "2 eggs"),
        ("from now on gym snack is a banana", "gym snack", MealSlot.SNACK, "a banana"),
    ],
)
def test_a_name_is_given_to_foods_told(text: str, name: str, slot: MealSlot | None, foods: str) -> None:
    assert told(text) == Keep(keeping=Keeping.SAVE, name=name, slot=slot, foods=foods)


@pytest.mark.parametrize(
    ("text", "name", "slot", "source"),
    [
        ("把这顿记成老样子", USUAL, None, NEVER),
        ("存为老样子", USUAL, None, NEVER),
        ("把早饭存为我的早餐", "我的早餐", BREAKFAST, When(slot=BREAKFAST)),
        ("把昨天的晚饭存为健身餐", "健身餐", None, When(day_offset=-1, slot=DINNER)),
        ("save this as my usual", USUAL, None, NEVER),
        ("save as gym breakfast", "gym breakfast", BREAKFAST, NEVER),
        ("save yesterday's dinner as pasta night", "pasta night", None, When(day_offset=-1, slot=DINNER)),
    ],
)
def test_a_name_is_given_to_a_meal_that_was_logged(text: str, name: str, slot: MealSlot | None, source: When) -> None:
    assert told(text) == Keep(keeping=Keeping.SAVE, name=name, slot=slot, source=source)


@pytest.mark.parametrize("text", ["常吃的", "my usuals", "what's my usual", "老样子是什么", "saved meals"])
def test_what_is_saved_is_asked_for(text: str) -> None:
    assert told(text) == Keep(keeping=Keeping.LIST)


@pytest.mark.parametrize(
    ("text", "name", "slot"),
    [
        ("忘掉老样子", USUAL, None),
        ("忘掉早饭老样子", USUAL, BREAKFAST),
        ("forget my usual", USUAL, None),
        ("delete gym breakfast", "gym breakfast", BREAKFAST),
    ],
)
def test_a_saved_meal_is_forgotten_by_its_name(text: str, name: str, slot: MealSlot | None) -> None:
    assert told(text) == Keep(keeping=Keeping.FORGET, name=name, slot=slot)


@pytest.mark.parametrize(
    "text",
    ["把这个记成晚饭", "save this as dinner", "把米饭改成200克", "删掉油条", "delete the rice", "以后不吃油条了"],
)
def test_corrections_and_plans_are_no_wishes_about_saved_meals(text: str) -> None:
    assert told(text) is None
