"""The evaluation of photos says when there are none, and gives figures by source where there are."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bench.photo_memory import photos_remembered
from bench.photos import photos, photos_across
from bench.places import Place
from bench.reports import Report
from tests.factories.food_photos import folder_of_photos

PLACE = Place(name="none", environment={})


def test_without_a_folder_of_photos_it_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("MEUM_SOURCE_DATA", raising=False)
    report = Report("photos")

    photos(report, PLACE)

    assert report.figures == []
    assert "passed over" in capsys.readouterr().out


def test_every_source_has_its_figures(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "food_photos").mkdir()
    folder_of_photos(tmp_path / "food_photos")
    monkeypatch.setenv("MEUM_SOURCE_DATA", str(tmp_path / "source_data"))
    report = Report("photos")

    photos(report, PLACE)

    counts = {figure.name: figure.n for figure in report.figures}
    # The shipped classifier knows tomatoes and has never heard of moss cake.
    assert counts["first right, shelf"] == counts["among five, tray"] == 2
    assert counts["first right, all"] == counts["calibration error, all"] == 4
    assert (counts["no food taken for food"], counts["food taken for no food"]) == (4, 8)


@pytest.mark.parametrize("part", [photos_across, photos_remembered])
def test_without_a_twin_it_says_so(
    part: Callable[[Report, Place], None], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("PHOTO_TWIN", raising=False)

    part(Report("across"), PLACE)

    assert "passed over" in capsys.readouterr().out
