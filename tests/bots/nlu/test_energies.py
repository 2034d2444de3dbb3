"""Energy told without a food."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bots.nlu.energies import BareEnergy, energies_of, energy_alone, energy_words
from bots.nlu.whens import NEVER, When
from meum.domain.intervals import Interval
from meum.language.scripts import clean
from meum.language.times import MealSlot

FRIDAY_NOON = datetime(2026, 11, 20, 12, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
SNACK = When(slot=MealSlot.SNACK)


def told(text: str) -> tuple[tuple[BareEnergy, ...], str]:
    return energies_of(clean(text).text, now=FRIDAY_NOON)


@pytest.mark.parametrize(
    ("text", "kcal", "when"),
    [
        ("+350大卡", Interval.exact(350), NEVER),
        ("加350千卡", Interval.exact(350), NEVER),
        ("零食大概500卡", Interval(400, 500, 600), SNACK),
        ("吃了一顿大概800大卡", Interval(640, 800, 960), NEVER),
        ("昨晚吃了一千大卡", Interval.exact(1000), When(day_offset=-1, slot=MealSlot.DINNER)),
        ("+350 kcal", Interval.exact(350), NEVER),
        ("quick add 350 kcal", Interval.exact(350), NEVER),
        ("snack ~200 calories", Interval(160, 200, 240), SNACK),
        ("ate 300-400 calories", Interval(300, 350, 400), NEVER),
    ],
)
def test_energy_is_read_with_how_sure_it_is_and_its_meal(text: str, kcal: Interval, when: When) -> None:
    (energy,), rest = told(text)

    assert (energy.kcal, energy.when, rest) == (kcal, when, "")


def test_kilojoules_are_taken_as_kilocalories() -> None:
    (energy,), _ = told("+1200kJ")

    assert energy.kcal.mid == pytest.approx(286.8, abs=0.1)


@pytest.mark.parametrize(
    "text",
    ["+350大卡 蛋白质20克 脂肪10克", "+350大卡，蛋白质20克，脂肪10克", "+350 kcal, 20g protein and 10 g fat"],
)
def test_macronutrients_go_with_the_energy(text: str) -> None:
    (energy,), rest = told(text)

    assert (energy.macros, rest) == ({"PROCNT": 20, "FAT": 10}, "")


def test_a_food_beside_it_is_left_to_the_reader() -> None:
    (energy,), rest = told("一碗米饭，+100大卡")

    assert (energy.kcal.mid, rest) == (100, "一碗米饭")


@pytest.mark.parametrize(
    "text",
    ["跑步消耗350大卡", "burned 300 kcal", "薯片500大卡", "目标1800大卡", "350大卡", "-350大卡", "今天还能吃500大卡"],
)
def test_energy_of_something_else_is_none(text: str) -> None:
    assert told(text) == ((), clean(text).text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("500大卡", "500大卡"),
        ("大概500卡。", "500卡"),
        ("500 kcal", "500 kcal"),
        ("巧克力200大卡", ""),
        ("🤔", ""),
    ],
)
def test_energy_may_be_all_that_a_text_tells(text: str, words: str) -> None:
    assert energy_alone(clean(text).text) == words


def test_energy_beside_a_food_is_found_by_its_words() -> None:
    assert energy_words("巧克力 200大卡") == ("200大卡",)
    assert energy_words("无糖可乐 0大卡") == ()
