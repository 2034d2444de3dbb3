"""Skin is read as ratings, counts and steps; food, shopping and questions are not."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skincare.domain import Step
from skincare.reading import SkinDraft, read_skin

NOW = datetime(2026, 11, 20, 22, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
_ZH = "脸 有点 干 很 红 痘 两颗 下巴 不 没 用 了 防晒 面霜 早c晚a 酸 a醇 精华 昨晚 ， 。 吃 红烧肉 油条"
_EN = "and skin dry very red pimple 3 15 6/10 sunscreen skipped oily a ? vc serum 1e9 nan no bit my face"
PIECES = st.sampled_from(_ZH.split() + _EN.split())


def only(text: str) -> SkinDraft:
    draft = read_skin(text, now=NOW).draft
    assert draft is not None
    return draft


def steps(text: str) -> list[tuple[str, str, bool]]:
    return [(each.step, each.slot, each.is_skipped) for each in only(text).applications]


@pytest.mark.parametrize(
    ("text", "ratings"),
    [
        ("今天脸有点干", {"dryness": 3}),
        ("脸干", {"dryness": 5}),
        ("皮肤比较干", {"dryness": 6}),
        ("脸很干", {"dryness": 7}),
        ("臉非常乾", {"dryness": 9}),
        ("脸干死了", {"dryness": 9}),
        ("脸不太干", {"dryness": 2}),
        ("脸不干了", {"dryness": 0}),
        ("T区特别油，两颊不油", {"oil": 9}),
        ("脸颊泛红，有点刺痛", {"redness": 5, "sting": 3}),
        ("鼻翼起皮，额头痒", {"dryness": 5, "itch": 5}),
        ("昨天刷酸了，今天脸很红还有点刺痛", {"redness": 7, "sting": 3}),
        ("皮肤打卡：油 6，干 3，红 2", {"oil": 6, "dryness": 3, "redness": 2}),
        ("skin is a bit dry today", {"dryness": 3}),
        ("my face is very red and itchy", {"redness": 7, "itch": 5}),
        ("forehead oily, cheeks not dry", {"oil": 5, "dryness": 0}),
        ("dryness 6/10, itch 2", {"dryness": 6, "itch": 2}),
        ("不痒了但是还有点红", {"itch": 0, "redness": 3}),
        ("lips are chapped", {"dryness": 5}),
        ("嘴唇干裂", {"dryness": 5}),
    ],
)
def test_words_for_strength_become_ratings(text: str, ratings: Mapping[str, int]) -> None:
    draft = only(text)

    assert draft.ratings.told() == ratings
    assert (draft.problem, read_skin(text, now=NOW).rest) == ("", "")


@pytest.mark.parametrize(
    ("text", "lesions"),
    [
        ("下巴两颗痘", 2),
        ("额头长了3颗闭口", 3),
        ("痘痘4颗", 4),
        ("额头两颗痘，下巴一颗痘", 3),
        ("没长痘", 0),
        ("下巴冒了几颗痘", None),
        ("two pimples on my chin", 2),
        ("woke up with a pimple", 1),
        ("no new pimples", 0),
    ],
)
def test_spots_are_counted_when_a_count_was_told(text: str, lesions: int | None) -> None:
    assert only(text).lesions == lesions


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("用了防晒和面霜", [(Step.SUNSCREEN, "", False), (Step.MOISTURISER, "", False)]),
        ("早C晚A", [(Step.VITAMIN_C, "morning", False), (Step.RETINOID, "evening", False)]),
        ("没用防晒", [(Step.SUNSCREEN, "", True)]),
        ("防晒没涂", [(Step.SUNSCREEN, "", True)]),
        ("今天忘了涂防晒", [(Step.SUNSCREEN, "", True)]),
        ("停用酸了", [(Step.EXFOLIANT, "", True)]),
        ("晚上刷酸", [(Step.EXFOLIANT, "evening", False)]),
        ("烟酰胺精华", [(Step.SERUM, "", False)]),
        ("水杨酸洁面", [(Step.CLEANSER, "", False)]),
        ("A醇面霜", [(Step.RETINOID, "", False)]),
        ("敷了面膜", [(Step.MASK, "", False)]),
        ("used sunscreen and moisturizer", [(Step.SUNSCREEN, "", False), (Step.MOISTURISER, "", False)]),
        ("applied retinol at night", [(Step.RETINOID, "evening", False)]),
        ("skipped sunscreen today", [(Step.SUNSCREEN, "", True)]),
        ("forgot sunscreen", [(Step.SUNSCREEN, "", True)]),
        ("vitamin c serum this morning", [(Step.VITAMIN_C, "morning", False)]),
    ],
)
def test_what_was_applied_or_skipped_is_read(text: str, told: list[tuple[str, str, bool]]) -> None:
    assert steps(text) == told
    assert read_skin(text, now=NOW).rest == ""


def test_a_morning_and_an_evening_routine_keep_their_halves() -> None:
    told = steps("早上：洗面奶、面霜、防晒；晚上：卸妆油、A醇面霜")

    assert [slot for _, slot, _ in told] == ["morning", "morning", "morning", "evening", "evening"]


def test_a_note_may_tell_of_skin_and_steps_at_once() -> None:
    draft = only("敷了面膜，皮肤好多了，下巴两颗痘")

    assert ([each.step for each in draft.applications], draft.lesions) == ([Step.MASK], 2)
    assert draft.condition == "皮肤好多了，下巴两颗痘"


@pytest.mark.parametrize(
    "text",
    [
        "午饭吃了红烧肉和油条",
        "两个鸡蛋，一包饼干",
        "买了防晒霜",
        "这两个能一起用吗？",
        "吃了维C",
        "喝了红酒",
        "防晒衣",
        "干燥剂放进柜子",
        "太丢脸了，脸书不看了",
        "心里痒痒的",
        "我闺蜜下巴长痘了",
        "上个月还满脸痘",
        "my skin was terrible last year",
        "脸干怎么办",
        "burned 300 kcal",
        "a glass of dry red wine",
        "2 eggs and 200 ml milk",
    ],
)
def test_food_shopping_and_questions_are_no_skin_notes(text: str) -> None:
    reading = read_skin(text, now=NOW)

    assert reading.draft is None
    assert reading.rest == text


@pytest.mark.parametrize(
    "text",
    [
        "黑眼圈很重",
        "毛孔粗大",
        "眼睛周围有细纹",
        "large pores and blackheads on nose",
        "puffy eyes",
        "eczema flare on my eyelids",
        "little bumps on my temples",
        "zits, chin",
    ],
)
def test_states_without_a_scale_are_kept_in_the_words_said(text: str) -> None:
    said = only(text).condition.replace("，", " ").split()

    assert said == text.replace(",", "").replace("and ", "").split()


def test_two_symptoms_in_one_breath_keep_the_place_beside_them() -> None:
    draft = only("脸又油又痘")

    assert (draft.condition, draft.ratings.told()) == ("脸又油又痘", {"oil": 5})


@pytest.mark.parametrize("text", ["用了新的精华之后刺痛", "skin stings after the new serum"])
def test_what_a_product_did_to_the_skin_is_noted_beside_it(text: str) -> None:
    draft = only(text)

    assert (draft.ratings.told(), [each.step for each in draft.applications]) == ({"sting": 5}, [Step.SERUM])


def test_a_meal_in_the_same_message_is_left_for_others() -> None:
    reading = read_skin("脸干，早饭吃了两个包子", now=NOW)

    assert reading.rest == "早饭吃了两个包子"
    assert reading.draft is not None
    assert reading.draft.at == NOW


@pytest.mark.parametrize(
    ("text", "problem"), [("脸油 15分", "impossible_rating"), ("脸上500颗痘", "impossible_lesions")]
)
def test_an_impossible_figure_is_a_draft_with_its_problem(text: str, problem: str) -> None:
    assert only(text).problem == problem


def test_yesterdays_skin_is_noted_for_yesterday() -> None:
    assert only("昨天脸很干").at.date() == NOW.replace(day=19).date()


@given(
    text=st.text(max_size=60) | st.lists(PIECES, max_size=14).map("".join) | st.lists(PIECES, max_size=14).map(" ".join)
)
def test_no_text_breaks_the_reader(text: str) -> None:
    reading = read_skin(text, now=NOW)

    assert len(reading.rest) <= 2 * len(text) + 20


@pytest.mark.parametrize("text", ["", "\ud800", "😀" * 500, "脸干" * 1000, "\u202e脸\x00干", "<b>脸干</b>;--"])
def test_odd_texts_are_read_in_peace(text: str) -> None:
    assert isinstance(read_skin(text, now=NOW).rest, str)
