"""Height and weight, as people write them when both are asked for."""

from __future__ import annotations

import pytest

from bots.nlu.figures import Figures, figures_told, is_unsure, sex_told
from meum.language.scripts import clean

pytestmark = pytest.mark.once


def told(text: str) -> Figures | None:
    return figures_told(clean(text).text)


@pytest.mark.parametrize(
    ("text", "height_cm", "weight_kg"),
    [
        ("170 61.5", 170, 61.5),
        ("170cm 61.5kg", 170, 61.5),
        ("165.5 厘米,120 公斤", 165.5, 120),
        ("身高170，体重61.5公斤", 170, 61.5),
        ("一米七 130斤", 170, 65),
        ("一米七五，七十公斤", 175, 70),
        ("1米75，70公斤", 175, 70),
        ("1.68m 55", 168, 55),
        ("170 130斤", 170, 65),
        ("62公斤 168", 168, 62),
        ("5'6\" and 140 pounds", 167.6, 63.5),
        ("5 ft 6, 140 lb", 167.6, 63.5),
        ("I'm 5 feet 10 inches tall and weigh 11 stone", 177.8, 69.9),
        ("my height is 170 cm and my weight is 60 kg", 170, 60),
    ],
)
def test_both_are_read_in_any_order_and_unit(text: str, height_cm: float, weight_kg: float) -> None:
    assert told(text) == Figures(height_cm=height_cm, weight_kg=weight_kg)


@pytest.mark.parametrize("text", ["170", "170cm", "一米七", "1.7", "5'7\"", "我身高170左右"])
def test_a_height_alone_is_read(text: str) -> None:
    figures = told(text)
    assert figures is not None
    assert figures.height_cm == pytest.approx(170, abs=0.3)
    assert figures.weight_kg is None


@pytest.mark.parametrize(("text", "weight_kg"), [("61.5", 61.5), ("130斤", 65), ("140 lb", 63.5), ("体重60", 60)])
def test_a_weight_alone_is_read(text: str, weight_kg: float) -> None:
    assert told(text) == Figures(weight_kg=weight_kg)


def test_of_a_large_weight_without_a_unit_only_the_number_is_known() -> None:
    assert told("165cm 110") == Figures(height_cm=165, bare_weight=110)


@pytest.mark.parametrize(
    "text", ["170 克 61", "999 61", "一米七 165厘米", "60公斤 61公斤", "两个鸡蛋", "170 米饭", "", "一", "5"]
)
def test_any_other_text_is_not_taken_for_figures(text: str) -> None:
    assert told(text) is None


@pytest.mark.parametrize(
    ("text", "figures"), [("体重 130", Figures(bare_weight=130)), ("I weigh 150", Figures(bare_weight=150))]
)
def test_what_is_called_a_weight_is_one(text: str, figures: Figures) -> None:
    assert told(text) == figures


def test_where_the_height_is_known_a_bare_number_is_a_weight() -> None:
    assert figures_told("130", knows_height=True) == Figures(bare_weight=130)


@pytest.mark.parametrize(
    ("text", "sex"), [("女", "female"), ("我是男的", "male"), ("Female.", "female"), ("M", "male")]
)
def test_a_sex_in_words(text: str, sex: str) -> None:
    assert sex_told(clean(text).text) == sex


@pytest.mark.parametrize("text", ["女儿吃了一个苹果", "manchego", "m&m"])
def test_other_words_tell_no_sex(text: str) -> None:
    assert sex_told(clean(text).text) is None


@pytest.mark.parametrize("text", ["不知道", "我不太清楚", "没称过", "I don't know.", "not sure"])
def test_somebody_who_does_not_know(text: str) -> None:
    assert is_unsure(clean(text).text)
