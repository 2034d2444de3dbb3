"""Estimates stay ordered and honest whatever is done with them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meum.domain.intervals import Interval

figures = st.floats(0, 1e6)


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    low, mid, high = sorted(draw(st.tuples(figures, figures, figures)))
    return Interval(low, mid, high)


@given(intervals(), intervals())
def test_sums_and_products_keep_the_order(left: Interval, right: Interval) -> None:
    total, product = left + right, left.times(right)

    assert total.low <= total.mid <= total.high
    assert product.low <= product.mid <= product.high


def test_two_bowls_are_twice_as_unsure_as_one() -> None:
    assert Interval(200, 250, 350).scaled(2) == Interval(400, 500, 700)


def test_a_known_figure_has_no_spread() -> None:
    assert Interval.exact(80).is_exact
    assert Interval.around(100, share=0.2) == Interval(80, 100, 120)


@pytest.mark.parametrize("bounds", [(2, 1, 3), (0, float("nan"), 1), (0, 1, float("inf"))])
def test_nonsense_is_no_interval(bounds: tuple[float, float, float]) -> None:
    with pytest.raises(ValueError, match="interval"):
        Interval(*bounds)


def test_only_amounts_of_at_least_nothing_are_scaled() -> None:
    with pytest.raises(ValueError, match="at least 0"):
        Interval.exact(1).scaled(-1)
