"""Figures of the body are read in every way people write them, and impossible ones are said to be so."""

from __future__ import annotations

import pytest

from fitness.domain.measures import Kind
from fitness.reading import HeightDraft, MeasurementDraft
from tests.fitness.reading.conftest import NOW, Read

WEIGHTS = [
    ("体重 61.5", 61.5),
    ("体重61.5kg", 61.5),
    ("体重：６１．５公斤", 61.5),
    ("體重 61.5 公斤", 61.5),
    ("体重六十一公斤半", 61.5),
    ("130斤", 65),
    ("一百三十斤", 65),
    ("今天130斤了", 65),
    ("今早称了61.2公斤", 61.2),
    ("早上空腹称重 60.8kg", 60.8),
    ("空腹61.3", 61.3),
    ("我现在体重是62公斤", 62),
    ("weight 61.5 kg", 61.5),
    ("My weight this morning was 61.5", 61.5),
    ("135 lb", 61.23),
    ("135 lbs this morning", 61.23),
    ("i weigh 61.2 kg", 61.2),
    ("weighed in at 61 kilos", 61),
    ("i'm 65kg today", 65),
    ("I'm at 65 kg", 65),
    ("weighed 143 lbs this morning", 64.86),
    ("10 stone 4", 65.32),
    ("10st 4lb", 65.32),
    ("10st4", 65.32),
    ("I weigh ten stone four pounds", 65.32),
    ("weight 10.5 st", 66.68),
    ("体重10英石", 63.5),
    ("61,5 kg", 61.5),
    ("体重 六十一点五 公斤", 61.5),
    ("今天体重一百二十二斤三两", 61.15),
    ("61.5kg (135.6 lb)", 61.5),
    ("体重61.5kg 123斤", 61.5),
    ("体重61,5", 61.5),
    ("今天120斤半", 60.25),
    ("瘦了，现在61.2公斤", 61.2),
    ("今天体重降到60了", 60),
    ("weight went down to 61", 61),
    ("130斤了 烦死", 65),
    ("体重没变 还是70.2", 70.2),
    ("终于跌破120斤了", 60),
    ("秤上显示57.3", 57.3),
    ("晚上洗完澡称 56.2公斤", 56.2),
    ("又胖了三斤 现在131斤", 65.5),
    ("my weight is still 82", 82),
    ("down to 165.8 pounds!!", 75.21),
    ("scale says 58.9", 58.9),
    ("sixty two and a half kilos", 62.5),
]
OTHERS = [
    ("体脂22%", Kind.BODY_FAT, 22),
    ("22% body fat", Kind.BODY_FAT, 22),
    ("腰围 80", Kind.WAIST, 80),
    ("腰围80厘米", Kind.WAIST, 80),
    ("量了腰围，74厘米", Kind.WAIST, 74),
    ("腰围二尺四", Kind.WAIST, 80),
    ("waist 80 cm", Kind.WAIST, 80),
    ("waist 32", Kind.WAIST, 81.28),
    ("waist 32 inches", Kind.WAIST, 81.28),
    ("臀围95", Kind.HIP, 95),
    ("hips 95 cm", Kind.HIP, 95),
    ("颈围33cm", Kind.NECK, 33),
    ("体脂率22.5%", Kind.BODY_FAT, 22.5),
    ("体脂 23.1", Kind.BODY_FAT, 23.1),
    ("体脂百分之二十二", Kind.BODY_FAT, 22),
    ("body fat 22%", Kind.BODY_FAT, 22),
    ("静息心率58", Kind.RESTING_HEART_RATE, 58),
    ("resting heart rate 58 bpm", Kind.RESTING_HEART_RATE, 58),
]
PRESSURES = [
    "血压128/82",
    "血压 128/82 mmHg",
    "高压128，低压82",
    "blood pressure was 128 over 82",
    "bp 128/82",
    "128/82mmHg",
    "血压128 82",
    "血压一百二十八 八十二",
]
NO_FIGURES = [
    "我妈体重130斤",
    "去年这时候我才110斤",
    "I weighed 140 lb last year",
    "苹果 35斤",
    "称了2斤苹果",
    "买了三斤排骨",
    "目标体重55公斤",
    "体重多少合适？",
    "想减到55公斤",
    "weighed 200 g of rice",
    "on the 21st",
    "stone fruit",
    "goal weight 55 kg",
    "早上吃了两个鸡蛋、一碗小米粥",
    "2 eggs and 200 ml milk",
]


def only(read: Read, text: str) -> MeasurementDraft:
    (draft,) = read(text).drafts
    assert isinstance(draft, MeasurementDraft)
    return draft


@pytest.mark.parametrize(("text", "kilograms"), WEIGHTS)
def test_a_weight_is_read_in_kilograms(read: Read, text: str, kilograms: float) -> None:
    draft = only(read, text)

    assert (draft.kind, draft.value, draft.problem) == (Kind.WEIGHT, kilograms, "")
    assert read(text).rest == ""


@pytest.mark.parametrize(("text", "kind", "value"), OTHERS)
def test_other_measures_are_read_in_their_unit(read: Read, text: str, kind: Kind, value: float) -> None:
    draft = only(read, text)

    assert (draft.kind, draft.value, draft.problem) == (kind, value, "")


def test_an_aside_does_not_hide_a_weight(read: Read) -> None:
    assert only(read, "净重119斤（没穿衣服）").value == 59.5


@pytest.mark.parametrize("text", PRESSURES)
def test_a_blood_pressure_is_one_draft_of_two_figures(read: Read, text: str) -> None:
    draft = only(read, text)

    assert (draft.kind, draft.value, draft.diastolic_mmhg) == (Kind.BLOOD_PRESSURE, 128, 82)


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("体重60 昨天61", [(20, 60), (19, 61)]),
        ("昨天体重61，今天60", [(19, 61), (20, 60)]),
        ("weight yesterday 61, today 60", [(19, 61), (20, 60)]),
        ("昨天血压120/80，今早130/85", [(19, 120), (20, 130)]),
        ("体重:60.5 / 喝水:1500", [(20, 60.5)]),
    ],
)
def test_one_word_may_hold_for_the_figures_of_two_times(
    read: Read, text: str, figures: list[tuple[int, float]]
) -> None:
    drafts = read(text).drafts

    assert [(draft.at.day, draft.value) for draft in drafts if isinstance(draft, MeasurementDraft)] == figures


@pytest.mark.parametrize("text", NO_FIGURES)
def test_food_wishes_and_changes_are_no_figures(read: Read, text: str) -> None:
    reading = read(text)

    assert reading.drafts == ()
    assert reading.rest == text


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("体重 600", "impossible_weight"),
        ("weight 5 kg", "impossible_weight"),
        ("腰围 800", "impossible_waist"),
        ("体脂 90%", "impossible_body_fat"),
        ("血压 82/128", "impossible_blood_pressure"),
        ("静息心率 300", "impossible_resting_heart_rate"),
    ],
)
def test_an_impossible_figure_is_a_draft_with_its_problem(read: Read, text: str, problem: str) -> None:
    assert only(read, text).problem == problem


@pytest.mark.parametrize(
    ("text", "height_cm"),
    [
        ("身高165", 165),
        ("身高1米65", 165),
        ("身高一米六五", 165),
        ("身高一米八", 180),
        ("height 1.65 m", 165),
        ("i'm 5'6\"", 167.6),
    ],
)
def test_a_height_is_for_the_profile(read: Read, text: str, height_cm: float) -> None:
    (draft,) = read(text).drafts

    assert isinstance(draft, HeightDraft)
    assert (draft.height_cm, draft.problem) == (height_cm, "")


def test_a_large_weight_without_a_unit_may_be_two_things(read: Read) -> None:
    draft = only(read, "体重130")

    assert (draft.value, draft.alternatives) == (130, (65,))
    assert only(read, "i weigh 140").alternatives == (63.5,)


def test_the_latest_weight_tells_the_unit(read: Read) -> None:
    (draft,) = read("体重130", latest_weight_kg=64).drafts

    assert isinstance(draft, MeasurementDraft)
    assert (draft.value, draft.alternatives) == (65, ())


def test_several_figures_of_one_message_are_all_read(read: Read) -> None:
    drafts = read("早上空腹称重 60.8kg，体脂 23.1，腰围 74cm").drafts

    assert [draft.value for draft in drafts if isinstance(draft, MeasurementDraft)] == [60.8, 23.1, 74]
    assert {draft.at.hour for draft in drafts} == {8}


def test_the_time_told_is_the_time_of_the_figure(read: Read) -> None:
    assert only(read, "昨晚9点体重62").at == NOW.replace(day=19, hour=21)
    assert only(read, "体重62").at == NOW
    assert only(read, "明天体重60").problem == "in_future"


def test_the_words_are_the_persons_own(read: Read) -> None:
    assert only(read, "今早體重：６１．５公斤！").words == "體重：６１．５公斤"
