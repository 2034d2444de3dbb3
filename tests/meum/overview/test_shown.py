"""Figures on pages are rounded as in the chat, not cut; amounts read as they are said."""

from datetime import UTC, datetime

import pytest
from django.utils import translation

from meum.domain.intervals import Interval
from meum.domain.languages import Lang
from meum.domain.nutrients import NutrientVector, Portion
from meum.journal.models import new_id
from meum.overview.templatetags.shown import long_day, long_moment, middle, name_of, span, told
from nutrition.queries import ItemSummary


def test_a_figure_is_rounded() -> None:
    assert middle(Interval(14.6, 15.8, 17.7)) == "16"
    assert span(Interval(14.6, 15.8, 17.7)) == "15–18"


def test_a_known_figure_has_no_span() -> None:
    assert span(Interval.exact(15.8)) == ""


def item(quantity: float | None, measure: str) -> ItemSummary:
    nothing = NutrientVector.unknown(1)
    return ItemSummary(
        id=new_id(),
        food_id=new_id(),
        food_version_id=new_id(),
        name_zh="米饭",
        name_en="rice",
        quantity=quantity,
        measure=measure,
        is_amount_assumed=False,
        words="",
        portion=Portion(nothing, Interval.exact(100)),
    )


@pytest.mark.parametrize(
    ("quantity", "measure", "english", "chinese"),
    [
        (16, "oz", "16 oz", "16 盎司"),
        (2, "slice", "2 slices", "2 片"),
        (0.5, "", "× 0.5", "0.5 个"),
        (1, "碗", "1 bowl", "1 碗"),
        (100, "g", "", ""),
        (None, "", "", ""),
    ],
)
def test_an_amount_reads_well_in_both_languages(
    quantity: float | None, measure: str, english: str, chinese: str
) -> None:
    with translation.override("en"):
        assert told(item(quantity, measure)) == english
    with translation.override("zh-hans"):
        assert told(item(quantity, measure)) == chinese


def test_a_food_begins_a_line_with_a_capital() -> None:
    assert name_of(item(1, ""), Lang.EN) == "Rice"


@pytest.mark.parametrize(("language", "day"), [("zh-hans", "2026年11月3日"), ("en", "3 Nov 2026")])
def test_days_and_moments_are_written_one_way(language: str, day: str) -> None:
    at = datetime(2026, 11, 3, 18, 5, tzinfo=UTC)

    with translation.override(language):
        assert (long_day(at.date()), long_moment(at)) == (day, f"{day} 18:05")
