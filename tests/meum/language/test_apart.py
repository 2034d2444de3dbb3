"""What is told of others, or of long ago, is told apart from what somebody tells of themselves today."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meum.language.apart import apart_in


def stretches(text: str) -> list[str]:
    return [text[start:end] for start, end in apart_in(text, 0, len(text))]


@pytest.mark.parametrize(
    "text",
    [
        "我妈体重130斤",
        "我老公今天跑了半马",
        "她睡了7小时",
        "闺蜜下巴长痘了",
        "my brother weighs 90 kg",
        "the kids ran around all afternoon",
        "she weighs 50 kg",
        "去年130斤",
        "三年前体重60",
        "i weighed 140 last year",
        "i used to walk 10000 steps a day",
    ],
)
def test_somebody_else_and_long_ago_stand_apart(text: str) -> None:
    assert stretches(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "和老公跑了5公里",
        "陪孩子踢了一个小时足球",
        "老公说我胖了,体重62",
        "妈妈的面霜用完了",
        "孩子睡了我跑了5公里",
        "朋友一起跑了5公里",
        "比去年瘦了5斤",
        "7点以前睡",
        "my brother and i ran 5k",
        "played with my dog for 20 min",
        "my weight is 62",
        "i got used to the cold",
    ],
)
def test_what_is_ones_own_does_not(text: str) -> None:
    assert stretches(text) == []


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("我妈130斤,血压150,我120斤", ["我妈130斤,血压150,"]),
        ("my husband ran a half marathon, i ran 5k", ["my husband ran a half marathon, "]),
        ("去年130斤现在120斤", ["去年130斤"]),
        ("现在120斤,去年130斤", ["去年130斤"]),
        ("现在120斤去年130斤", ["去年130斤"]),
        ("以前体重130,现在120", ["以前体重130,"]),
    ],
)
def test_it_ends_where_one_speaks_of_oneself_and_of_now(text: str, apart: list[str]) -> None:
    assert stretches(text) == apart


@given(
    st.lists(st.sampled_from(["我妈", "去年", "现在", "我", ",", " ", "130斤", "my mom ", "last year", "i "])).map(
        "".join
    )
)
def test_stretches_lie_inside_the_text(text: str) -> None:
    assert all(0 <= start < end <= len(text) for start, end in apart_in(text, 0, len(text)))
