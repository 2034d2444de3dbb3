"""When somebody says to be born, in words."""

from __future__ import annotations

from datetime import date

import pytest

from bots.nlu.births import birth_told

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("words", "born"),
    [
        ("1992年3月4日出生", date(1992, 3, 4)),
        ("我1992年3月4日出生的", date(1992, 3, 4)),
        ("生日1992-03-04", date(1992, 3, 4)),
        ("我的生日是1992.3.4", date(1992, 3, 4)),
        ("我是1992年3月生的", date(1992, 3, 15)),
        ("出生日期:1992年3月4号", date(1992, 3, 4)),
        ("born on 4 march 1992", date(1992, 3, 4)),
        ("i was born in march 1992", date(1992, 3, 15)),
        ("my birthday is march 4th, 1992", date(1992, 3, 4)),
        ("date of birth: 1992-03-04", date(1992, 3, 4)),
    ],
)
def test_a_date_of_birth_is_read(words: str, born: date) -> None:
    assert birth_told(words, today=TODAY) == born


@pytest.mark.parametrize("words", ["我1992年出生", "born in 1992", "92年的", "我34岁", "i am 34", "i'm 34 years old"])
def test_a_year_or_an_age_is_its_middle(words: str) -> None:
    born = birth_told(words, today=TODAY)

    assert born is not None
    assert 1991 <= born.year <= 1992


@pytest.mark.parametrize(
    ("words", "born"),
    [("1992", date(1992, 7, 1)), ("1992年", date(1992, 7, 1)), ("1992年3月", date(1992, 3, 15))],
)
def test_figures_alone_tell_it_only_where_it_was_asked(words: str, born: date) -> None:
    assert birth_told(words, today=TODAY) is None
    assert birth_told(words, today=TODAY, is_asked=True) == born


def test_a_number_of_years_alone_tells_it_only_where_it_was_asked() -> None:
    assert birth_told("34", today=TODAY) is None
    born = birth_told("34", today=TODAY, is_asked=True)
    assert born is not None
    assert (TODAY - born).days / 365.25 == pytest.approx(34.5, abs=0.01)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "1992年13月4日出生",
        "2030年3月出生",
        "90后",
        "我女儿2015年3月出生",
        "1992年的茅台",
        "我超过40岁",
        "早上吃了1992个鸡蛋",
    ],
)
def test_what_tells_no_date_of_birth(words: str) -> None:
    assert birth_told(words, today=TODAY, is_asked=True) is None
