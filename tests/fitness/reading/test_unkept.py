"""What has no place here is understood, said not to be kept, and never taken for food."""

from __future__ import annotations

import pytest

from fitness.reading import MeasurementDraft, SleepDraft, Unkept, UnkeptDraft
from meum.domain.languages import Lang
from meum.kernel.phrases import phrase
from tests.fitness.reading.conftest import Read

UNKEPT = [
    ("血糖5.6", Unkept.BLOOD_SUGAR),
    ("空腹血糖 5.6 mmol/L", Unkept.BLOOD_SUGAR),
    ("blood sugar 5.6", Unkept.BLOOD_SUGAR),
    ("体温37.2度", Unkept.TEMPERATURE),
    ("temperature 37.2", Unkept.TEMPERATURE),
    ("running a fever, 38.4", Unkept.TEMPERATURE),
    ("fasting glucose 98 mg/dl", Unkept.BLOOD_SUGAR),
    ("心率72", Unkept.HEART_RATE),
    ("average heart rate 151 bpm", Unkept.HEART_RATE),
    ("avg hr 150", Unkept.HEART_RATE),
    ("血氧98%", Unkept.BLOOD_OXYGEN),
    ("SpO2 98", Unkept.BLOOD_OXYGEN),
    ("尿酸420", Unkept.BLOOD_VALUES),
    ("cholesterol 5.2", Unkept.BLOOD_VALUES),
    ("BMI 22", Unkept.BODY_VALUES),
    ("肌肉量42公斤", Unkept.BODY_VALUES),
    ("大腿围55厘米", Unkept.GIRTHS),
    ("chest 95 cm", Unkept.GIRTHS),
    ("大姨妈来了", Unkept.CYCLE),
    ("my period started", Unkept.CYCLE),
    ("吃了一片感冒药", Unkept.MEDICINE),
    ("took 2 ibuprofen", Unkept.MEDICINE),
    ("今天瘦了2斤", Unkept.WEIGHT_CHANGE),
    ("lost 2 kg", Unkept.WEIGHT_CHANGE),
    ("gained a pound", Unkept.WEIGHT_CHANGE),
    ("血压有点高", Unkept.NO_FIGURE),
    ("my weight is stable", Unkept.NO_FIGURE),
]


@pytest.mark.parametrize(("text", "kind"), UNKEPT)
def test_what_cannot_be_kept_is_said_to_be_so(read: Read, text: str, kind: Unkept) -> None:
    (draft,) = read(text).drafts

    assert isinstance(draft, UnkeptDraft)
    assert draft.kind is kind
    assert read(text).rest == ""


@pytest.mark.parametrize("kind", list(Unkept))
@pytest.mark.parametrize("lang", list(Lang))
def test_each_kind_has_its_sentence(kind: Unkept, lang: Lang) -> None:
    assert phrase(lang, f"not_kept.{kind}")


@pytest.mark.parametrize("text", ["瘦了，现在61.2公斤", "胖了两斤，现在61.2公斤", "lost weight, now 61.2 kg"])
def test_a_change_beside_the_weight_needs_no_word(read: Read, text: str) -> None:
    (draft,) = read(text).drafts

    assert isinstance(draft, MeasurementDraft)
    assert draft.value == 61.2
    assert read(text).rest == ""


@pytest.mark.parametrize("text", ["静息心率60", "resting heart rate 60", "体重61.5，血压128/82"])
def test_what_is_kept_is_not_said_to_be_lost(read: Read, text: str) -> None:
    assert all(isinstance(draft, MeasurementDraft) for draft in read(text).drafts)


@pytest.mark.parametrize(
    "text", ["chicken breast 150 g", "calf liver", "药膳鸡汤一碗", "low cholesterol eggs", "鸡胸肉"]
)
def test_food_is_left_to_others(read: Read, text: str) -> None:
    assert read(text).drafts == ()
    assert read(text).rest == text


@pytest.mark.parametrize(
    "text", ["失眠", "昨晚失眠了", "没睡好", "睡得很香", "couldn't sleep last night", "slept badly"]
)
def test_a_night_without_its_length_is_asked_for(read: Read, text: str) -> None:
    (draft,) = read(text).drafts

    assert isinstance(draft, SleepDraft)
    assert draft.problem == "sleep_length_missing"
    assert read(text).rest == ""


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("昨晚失眠，只睡了4小时", ""),
        ("没睡好，睡了5小时，早饭两个鸡蛋", "早饭两个鸡蛋"),
        ("昨晚失眠，早上喝了杯咖啡，睡了4小时", "早上喝了杯咖啡"),
    ],
)
def test_how_a_night_was_says_nothing_beside_its_length(read: Read, text: str, rest: str) -> None:
    (draft,) = read(text).drafts

    assert draft.problem == ""
    assert read(text).rest == rest
