"""The conversation in a terminal and in the sandbox."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from bots.sandbox.server import answer_line
from meum.kernel.errors import Invalid
from meum.people.models import Person

pytestmark = pytest.mark.django_db


def talk(script: Path, *words: str, person: str = "ada", **options: Any) -> list[str]:
    out = StringIO()
    script.write_text("\n".join(words), encoding="utf-8")
    call_command("chat", person=person, script=script, stdout=out, **options)
    return out.getvalue().splitlines()


def test_a_script_holds_a_conversation(tmp_path: Path, ada: Person) -> None:
    lines = talk(tmp_path / "script", "体重 61.5", "", "撤销")

    assert [line for line in lines if line] == [
        "已记：体重 61.5 公斤。",
        "不对？发「撤销」。",
        "已撤销：体重 61.5 公斤。",
        "发「恢复」可找回。",
    ]


def test_a_new_name_is_a_new_person(tmp_path: Path) -> None:
    assert talk(tmp_path / "script", "你好", person="eve")[0].startswith("你好，我是 Meum。")
    assert talk(tmp_path / "script", "1", person="eve")[0].startswith("我同意 Meum 保存")


def test_the_answers_can_be_json(tmp_path: Path, ada: Person) -> None:
    (line,) = talk(tmp_path / "script", "体重 130", json=True)

    assert json.loads(line) == {
        "reply": ["「体重 130」是哪一个？（还没有记）"],
        "choices": ["1 体重 130 公斤", "2 体重 65 公斤", "0 都不是"],
    }


@pytest.mark.parametrize("options", [{}, {"sandbox": True}, {"sandbox": True, "json": True, "person": "ada"}])
def test_wrong_usage_ends_with_2(options: dict[str, Any]) -> None:
    with pytest.raises(CommandError) as refused:
        call_command("chat", **options)

    assert refused.value.returncode == 2


def test_the_inner_command_touches_no_other_database() -> None:
    with pytest.raises(CommandError):
        call_command("serve_sandbox")


def line(**changes: Any) -> dict[str, Any]:
    told = {
        "conversation": "c1",
        "start": "ready",
        "lang": "zh",
        "now": "2026-03-10T08:00:00+08:00",
        "message_id": "m1",
        "text": "早饭两个鸡蛋",
    }
    return told | changes


@pytest.mark.usefixtures("foods")
def test_a_line_is_answered_with_the_reply_and_what_is_stored() -> None:
    answer = answer_line(line())

    assert answer["reply"][0] == "早餐：鸡蛋 2 个（约 100 克）。"
    assert answer["stored"] == {
        "consent": True,
        "meals_total": 1,
        "meals_today": 1,
        "items_total": 1,
        "grams_last_meal": 100.0,
        "foods_last_meal": ["鸡蛋"],
        "slot_last_meal": "breakfast",
        "water_ml_today": 0.0,
        "weight_kg": None,
        "height_cm": None,
        "allergies": [],
        "exercise_total": 0,
        "skin_total": 0,
    }


@pytest.mark.usefixtures("foods")
def test_an_equal_message_id_is_the_same_message() -> None:
    first = answer_line(line())

    assert answer_line(line(now="2026-03-10T08:00:05+08:00")) == first


@pytest.mark.usefixtures("foods")
def test_two_conversations_are_two_people() -> None:
    answer_line(line())

    assert answer_line(line(conversation="c2", text="今天"))["stored"]["meals_total"] == 0


def test_a_new_conversation_begins_without_an_agreement() -> None:
    answer = answer_line(line(start="new", text="你好"))

    assert answer["choices"] == ["1 满 18 岁", "2 14 到 17 岁", "3 未满 14 岁"]
    assert answer["stored"]["consent"] is False


@pytest.mark.usefixtures("foods")
@pytest.mark.parametrize("now", ["2026-03-10T08:00:00-05:00", "2026-03-10T08:00:00Z", "2026-03-10T08:00:00+05:30"])
def test_the_clock_of_the_line_is_the_clock_of_the_person(now: str) -> None:
    slot = answer_line(line(now=now, text="两个鸡蛋"))["stored"]["slot_last_meal"]

    assert slot == ("snack" if "05:30" in now else "breakfast")


@pytest.mark.parametrize(
    "change",
    [
        {"conversation": ""},
        {"conversation": 7},
        {"lang": "fr"},
        {"now": "yesterday"},
        {"now": "2026-03-10T08:00:00"},
        {"text": None},
        {"message_id": ""},
    ],
)
def test_a_line_that_cannot_be_read_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(Invalid):
        answer_line(line(**change))


@pytest.mark.parametrize("text", ["", "\x00\ud800", "吃" * 100_000, "🍜", "\u202e\u0645"])
def test_any_text_is_borne(text: str) -> None:
    assert len(answer_line(line(text=text, conversation="\ud800 c", message_id="\x00"))["reply"]) <= 5
