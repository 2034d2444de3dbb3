"""Figures on pages are rounded as in the chat, not cut."""

from meum.domain.intervals import Interval
from meum.overview.templatetags.shown import middle, span


def test_a_figure_is_rounded() -> None:
    assert middle(Interval(14.6, 15.8, 17.7)) == "16"
    assert span(Interval(14.6, 15.8, 17.7)) == "15–18"


def test_a_known_figure_has_no_span() -> None:
    assert span(Interval.exact(15.8)) == ""
