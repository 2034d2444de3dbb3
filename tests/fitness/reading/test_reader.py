"""A message may tell of a meal and of the body; each gets its own words, and no text breaks the reader."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fitness.compendium import activity_lexicon
from fitness.reading import read_body
from tests.fitness.reading.conftest import NOW, Read

_ZH = "体重 斤 跑 了 公里 分钟 昨晚 11点半 睡 7点 醒 血压 配速 6分30 没 不 ， 。 一万 步 半 小时 打 羽毛球 明天 鸡蛋 １"
_EN = "600 61.5 kg 130 5 28 128/82 and in for ran slept to weight steps / : ' \" eggs nan inf -1 1e309 9999999999"
PIECES = st.sampled_from(_ZH.split() + _EN.split())


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("今早体重61.5，早饭吃了两个鸡蛋，跑了5公里28分钟", "早饭吃了两个鸡蛋"),
        ("吃了碗面然后跑了5公里28分钟", "吃了碗面"),
        ("跑步30分钟吃了香蕉", "吃了香蕉"),
        ("今早称了61.2公斤，吃了两个包子", "今早吃了两个包子"),
        ("昨晚11点半睡7点醒，早餐一碗燕麦", "早餐一碗燕麦"),
        ("lunch: rice 200g. then walked 30 minutes", "lunch: rice 200g"),
        ("跳绳1000个，喝水300", "喝水300"),
        ("did 50 push-ups and 2 eggs", "did and 2 eggs"),
        ("午饭牛肉面，饭后走了20分钟，喝水200", "午饭牛肉面，喝水200"),
        ("yesterday ran 5k in 30 min, had hot pot for dinner", "yesterday had hot pot for dinner"),
        ("昨天跑步5公里30分钟，晚饭吃了火锅", "昨天晚饭吃了火锅"),
        ("今天61公斤，比昨天轻了0.5公斤，早饭吃了鸡蛋", "早饭吃了鸡蛋"),
        ("61.5kg 22% body fat, 2 eggs", "2 eggs"),
        ("i'm 65kg, 175 cm tall, ate 2 eggs", "ate 2 eggs"),
        ("体重，2个鸡蛋", "体重，2个鸡蛋"),
        ("早饭：两个包子\n午饭：一碗面\n快走40分钟", "早饭：两个包子，午饭：一碗面"),
    ],
)
def test_the_rest_is_what_no_draft_used(read: Read, text: str, rest: str) -> None:
    assert read(text).rest == rest


def test_a_full_stop_ends_the_reach_of_a_time(read: Read) -> None:
    later = read("昨天跑了5公里30分钟。体重61.5").drafts[1]

    assert later.at == NOW


def test_drafts_come_in_the_order_told(read: Read) -> None:
    drafts = read("跑步20分钟，体重61，昨晚睡了7小时").drafts

    assert [type(draft).__name__ for draft in drafts] == ["ActivityDraft", "MeasurementDraft", "SleepDraft"]


@given(
    text=st.text(max_size=60) | st.lists(PIECES, max_size=14).map("".join) | st.lists(PIECES, max_size=14).map(" ".join)
)
def test_no_text_breaks_the_reader(text: str) -> None:
    reading = read_body(text, now=NOW, lexicon=activity_lexicon(), latest_weight_kg=61)

    assert len(reading.rest) <= 2 * len(text) + 20


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\ud800",
        "😀" * 500,
        "1" * 5000,
        "体重" * 1000,
        "1 x " * 500,
        "三分之" * 600,
        "\n跑步30分钟" * 200,
        "体重60，昨天61，" * 180,
        "\u202e体重\x00 61",
        "<b>体重</b>;--",
    ],
)
def test_odd_texts_are_read_in_peace(read: Read, text: str) -> None:
    assert isinstance(read(text).drafts, tuple)


def test_a_time_without_zone_is_refused(read: Read) -> None:
    with pytest.raises(ValueError, match="zone"):
        read("体重61", now=NOW.replace(tzinfo=None))
