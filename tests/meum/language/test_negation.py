"""Denials and how far they reach."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meum.language.negation import DenialKind, denials_in
from meum.language.scripts import simplified


@pytest.mark.parametrize(
    ("told", "denied"),
    [
        ("没吃早饭", "早饭"),
        ("早饭没吃", "早饭"),
        ("没有吃午饭但喝了牛奶", "午饭"),
        ("skipped breakfast", "breakfast"),
        ("I didn't eat lunch, just coffee", "lunch"),
        ("haven't had dinner yet", "dinner yet"),
        ("no breakfast", "breakfast"),
        ("昨天没跑步", "步"),
        ("忘了吃晚饭", "晚饭"),
    ],
)
def test_a_deed_is_denied(told: str, denied: str) -> None:
    text = simplified(told)

    (denial,) = denials_in(text)

    assert denial.kind is DenialKind.NOT_DONE
    assert text[denial.scope_start : denial.scope_end].strip() == denied


@pytest.mark.parametrize(
    ("told", "left_out"),
    [
        ("不加糖的咖啡", "糖"),
        ("coffee, no sugar", "sugar"),
        ("black coffee without milk and sugar", "milk and sugar"),
        ("latte without sugar and a muffin", "sugar"),
        ("面不要葱", "葱"),
        ("除去米饭全部吃了", "米饭全部吃了"),
        ("the whole lot apart from the rice", "the rice"),
    ],
)
def test_an_ingredient_is_left_out(told: str, left_out: str) -> None:
    (denial,) = denials_in(told)

    assert denial.kind is DenialKind.WITHOUT
    assert told[denial.scope_start : denial.scope_end].strip() == left_out


@pytest.mark.parametrize("told", ["没吃饱，又吃了面", "没吃完", "没忍住吃了蛋糕", "nothing special", "吃了不少"])
def test_what_only_sounds_like_a_denial_is_none(told: str) -> None:
    assert denials_in(told) == ()


def test_a_denial_covers_what_lies_in_its_reach() -> None:
    (denial,) = denials_in("没吃早饭，喝了牛奶")

    assert denial.covers(2, 4)
    assert not denial.covers(7, 9)


@given(st.text(max_size=80))
def test_the_denials_of_any_text_lie_inside_it(text: str) -> None:
    plain = simplified(text)

    assert all(0 <= each.scope_start <= each.scope_end <= len(plain) for each in denials_in(plain))
