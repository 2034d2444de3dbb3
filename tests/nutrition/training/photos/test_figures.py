"""The figures of a classifier, on small examples worked out by hand."""

from __future__ import annotations

import numpy as np
import pytest

from nutrition.training.photos.figures import area_under, calibration_error, is_among


def test_a_truth_is_right_when_it_is_among_the_likeliest() -> None:
    chances = np.array([[0.7, 0.2, 0.1], [0.7, 0.2, 0.1], [0.7, 0.2, 0.1]])
    truth = np.array([0, 1, 2])

    assert is_among(chances, truth, 1).tolist() == [True, False, False]
    assert is_among(chances, truth, 2).tolist() == [True, True, False]


def test_a_code_that_is_not_known_is_never_right() -> None:
    assert is_among(np.array([[0.6, 0.4]]), np.array([-1]), 2).tolist() == [False]


def test_confidence_of_three_quarters_right_half_the_time_is_off_by_a_quarter() -> None:
    confidence = np.array([0.75, 0.75, 0.75, 0.75])

    assert calibration_error(confidence, np.array([True, True, False, False])) == pytest.approx(0.25)


def test_a_certain_and_right_classifier_has_no_calibration_error() -> None:
    assert calibration_error(np.array([1.0, 1.0]), np.array([True, True])) == 0


@pytest.mark.parametrize(
    ("known", "unknown", "area"), [([3, 4], [1, 2], 1.0), ([1, 2], [3, 4], 0.0), ([1], [1], 0.5), ([1, 3], [2], 0.5)]
)
def test_the_area_tells_how_often_known_photos_score_higher(
    known: list[float], unknown: list[float], area: float
) -> None:
    assert area_under(np.array(known, float), np.array(unknown, float)) == area
