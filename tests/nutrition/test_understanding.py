"""A sentence becomes foods of the catalogue with grams, a time and what is not known; nothing is stored."""

from __future__ import annotations

import io
import json
import sys
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.core.management import call_command

from meum.domain.days import DayClock
from meum.domain.intervals import Interval
from nutrition.catalogue.nutrients import position_of
from nutrition.models import Meal
from nutrition.queries import Understanding, understand_meal

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("everyday_catalogue")]

SHANGHAI = DayClock(ZoneInfo("Asia/Shanghai"), 4)
AFTERNOON = datetime(2026, 3, 10, 7, 10, tzinfo=UTC)  # 15:10 in Shanghai


def understand(text: str) -> Understanding:
    return understand_meal(text=text, at=AFTERNOON, counted_by=SHANGHAI)


def test_a_breakfast_told_in_the_afternoon() -> None:
    read = understand("早上吃了两个鸡蛋、一碗小米粥")

    assert [item.food.name_zh for item in read.items] == ["鸡蛋", "小米粥"]
    assert [item.draft.grams.mid for item in read.items] == [100, 250]
    assert read.sittings[0].slot == "breakfast"
    assert SHANGHAI.local(read.sittings[0].at).strftime("%H:%M") == "08:00"


def test_english_reads_as_well() -> None:
    read = understand("2 eggs and 200 ml milk")

    assert [(item.food.name_en, round(item.draft.grams.mid)) for item in read.items] == [("egg", 100), ("milk", 206)]


def test_what_it_counts_to_keeps_the_interval() -> None:
    energy = understand("两个鸡蛋").totals().interval(position_of("ENERC_KCAL"))

    assert energy.low < energy.mid < energy.high
    assert energy.mid == pytest.approx(144, abs=15)


def test_water_is_a_drink() -> None:
    read = understand("喝了500毫升水")

    assert read.items == ()
    assert [drink.volume_ml for drink in read.drinks] == [Interval.exact(500)]


def test_breakfast_and_lunch_in_one_message_are_two_sittings() -> None:
    read = understand("早饭一个鸡蛋，午饭一碗米饭")

    assert [sitting.slot for sitting in read.sittings] == ["breakfast", "lunch"]


@pytest.mark.parametrize("text", ["", "你好", "asdf qwer", "🙂🙂", "'; DROP TABLE people; --", "\udcff"])
def test_what_is_no_food_is_no_item(text: str) -> None:
    assert understand(text).items == ()


def test_the_batch_door_answers_line_by_line(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [{"id": 1, "text": "两个鸡蛋", "at": "2026-03-10T12:00:00+08:00"}, {"id": 2}, {"id": 3, "text": "一杯牛奶"}]

    answers = answers_to("\n".join(json.dumps(line) for line in lines), monkeypatch)

    assert [answer["id"] for answer in answers] == [1, 2, 3]
    assert answers[0]["items"][0] | {"food_id": ""} == {
        "food": "everyday:egg",
        "food_id": "",
        "name_zh": "鸡蛋",
        "name_en": "egg",
        "grams": 100,
        "grams_low": 84,
        "grams_high": 120,
        "energy_kcal": 143.0,
        "meal": "lunch",
        "words": "两个鸡蛋",
    }
    assert answers[1]["error"]["code"] == "invalid_input"
    assert answers[2]["energy_kcal"] > 0
    assert not Meal.objects.exists()


def answers_to(text: str, monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    written = io.StringIO()
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(text.encode())))
    call_command("understand_meals", stdout=written)
    return [json.loads(line) for line in written.getvalue().splitlines()]
