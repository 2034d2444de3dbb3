"""Words about a nutrition label are told from names and from meals."""

from __future__ import annotations

import pytest

from bots.nlu.labels import label_name_in, tells_label


@pytest.mark.parametrize(
    "text", ["标签", "营养成分表", "这是标签", "这张是营养成分表", "label", "this is a nutrition label"]
)
def test_words_for_a_label(text: str) -> None:
    assert tells_label(text)


@pytest.mark.parametrize("text", ["标签纸", "吃了饼干", "my label is blue"])
def test_other_words(text: str) -> None:
    assert not tells_label(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [("苏打饼干", "苏打饼干"), ("它叫纯牛奶", "纯牛奶"), ("it's called oat bar", "oat bar"), ("好吃点", "好吃点")],
)
def test_names(text: str, name: str) -> None:
    told = label_name_in(text)

    assert told is not None
    assert (told.name, told.portion) == (name, None)


def test_a_name_with_its_portion() -> None:
    told = label_name_in("纯牛奶 一盒250毫升")

    assert told is not None
    assert told.portion is not None
    assert (told.name, told.portion.unit, told.portion.grams) == ("纯牛奶", "盒", 250)


@pytest.mark.parametrize("text", ["我吃了一个鸡蛋", "吃了饼干", "i had soup", "这是什么？", "7", "300千卡"])
def test_what_is_no_name(text: str) -> None:
    assert label_name_in(text) is None
