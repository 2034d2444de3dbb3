"""What people say around a request, a correction or a meal."""

from __future__ import annotations

import pytest

from bots.nlu.courtesy import bare, opening_end
from meum.language.scripts import clean


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("抱歉，晚饭还吃了一个馒头", "晚饭还吃了一个馒头"),
        ("我记错了晚饭吃了碗面", "晚饭吃了碗面"),
        ("哎呀忘了说早上还喝了牛奶", "早上还喝了牛奶"),
        ("sorry, I also had an egg", "i also had an egg"),
        ("no sugar in my coffee", "no sugar in my coffee"),
        ("早饭两个鸡蛋", "早饭两个鸡蛋"),
        ("抱歉", "抱歉"),
    ],
)
def test_a_regret_before_a_meal_is_no_part_of_it(text: str, rest: str) -> None:
    plain = clean(text).text

    assert plain[opening_end(plain) :] == rest


@pytest.mark.parametrize(
    ("text", "told"),
    [("麻烦帮我删掉油条，谢谢", ("删掉油条", False)), ("不对，是两碗", ("是两碗", True))],
)
def test_what_is_said_out_of_politeness_is_left_out(text: str, told: tuple[str, bool]) -> None:
    assert bare(clean(text).text) == told
