"""What is judged of remembered photos: never a photo whose source photo is remembered, never a dish weighed on."""

from __future__ import annotations

import pytest

from bench.photo_memory import Asked, drawn, halves_of, known_dishes, new_dishes
from bench.reports import Report
from nutrition.training.photos.manifest import CALIBRATE, VALIDATE, Photo
from tests.factories.engines import dishes, looks

PLACES = {"soup": 0, "stew": 40, "cake": 80, "pie": 120}


def photos_of(code: str, *, part: str, count: int, pictures: int = 1) -> list[Photo]:
    """Return pictures of so many plates of a dish."""
    return [
        Photo("shelf", f"{code}/{plate}-{number}", code, f"{code}{plate}", part)
        for plate in range(count)
        for number in range(pictures)
    ]


@pytest.fixture
def asked() -> Asked:
    """Return photos on which each dish lies in a direction of its own, and all of which are taken for rice."""
    photos = [photo for code in PLACES for photo in photos_of(code, part="unknown", count=6, pictures=2)]
    photos += [photo for part in (CALIBRATE, VALIDATE) for photo in photos_of("rice", part=part, count=8)]
    return Asked(photos, [dishes("x:rice", imprint=looks(PLACES.get(photo.code, 200))) for photo in photos])


def test_the_halves_share_no_dish(asked: Asked) -> None:
    tuned, judged = halves_of(asked)

    assert sorted([*tuned, *judged]) == sorted(PLACES)
    assert (len(tuned), len(judged)) == (2, 2)


def test_what_is_asked_about_comes_from_other_plates_than_what_is_remembered(asked: Asked) -> None:
    examples, left = drawn(asked, "unknown", ["soup", "pie"], 3, number=0)

    assert [example.foods for example in examples] == [("soup",)] * 3 + [("pie",)] * 3
    assert {code: len(places) for code, places in left.items()} == {"soup": 6, "pie": 6}
    assert {len({asked.group(place) for place in places}) for places in left.values()} == {3}


def test_a_draw_is_the_same_every_time_and_another_one_differs(asked: Asked) -> None:
    first = drawn(asked, "unknown", ["soup"], 2, number=0)[1]

    assert drawn(asked, "unknown", ["soup"], 2, number=0)[1] == first
    assert any(drawn(asked, "unknown", ["soup"], 2, number=number)[1] != first for number in range(1, 5))


def test_dishes_apart_are_all_named_and_none_of_the_known_ones_is_lost(asked: Asked) -> None:
    report = Report("x")

    new_dishes(report, asked, ["soup", "pie"], ["pie"], 1, "w")

    first, lost = report.figures
    assert (first.name, first.value, first.n, first.least) == ("new dish first, w", 1.0, 1, 0.25)
    assert (lost.name, lost.value, lost.most) == ("known dishes lost, w", 0.0, 0.03)


def test_known_dishes_are_told_before_and_after(asked: Asked) -> None:
    report = Report("x")

    known_dishes(report, asked, 1)

    assert [figure.name.split(",")[1][:6] for figure in report.figures] == [" befor", " after"]
    assert report.figures[1].value == 1.0
