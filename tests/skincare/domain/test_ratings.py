"""Ratings stay on their scale."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skincare.domain import RATINGS, SkinRatings


@given(name=st.sampled_from(RATINGS), rating=st.integers(0, 10))
def test_a_rating_on_the_scale_is_told_back(name: str, rating: int) -> None:
    assert SkinRatings(**{name: rating}).told() == {name: rating}


@given(name=st.sampled_from(RATINGS), rating=st.integers().filter(lambda rating: not 0 <= rating <= 10))
def test_a_rating_off_the_scale_is_refused(name: str, rating: int) -> None:
    with pytest.raises(ValueError, match="0 to 10"):
        SkinRatings(**{name: rating})
