"""Which photo belongs to which part of the training."""

from __future__ import annotations

from pathlib import Path

import pytest

from nutrition.training.photos.manifest import (
    CALIBRATE,
    CONFORMAL,
    FIT,
    VALIDATE,
    Photo,
    codes_to_learn,
    decoded,
    hold_out,
    licences,
    read_held_out,
    read_photos,
    write_split,
)
from tests.factories.food_photos import folder_of_photos


@pytest.fixture(name="folder")
def a_folder(tmp_path: Path) -> Path:
    return folder_of_photos(tmp_path)


def test_photos_of_one_object_are_never_in_two_parts(folder: Path) -> None:
    parts: dict[tuple[str, str], set[str]] = {}
    for photo in read_photos(folder):
        parts.setdefault((photo.source, photo.group), set()).add(photo.part)

    assert {len(each) for each in parts.values()} == {1}


def test_the_folder_s_own_val_stays_val_and_the_rest_is_cut_in_three(folder: Path) -> None:
    photos = read_photos(folder)

    assert {photo.group for photo in photos if photo.part == VALIDATE} == {"tomato0", "moss_cake0", "non_food0"}
    assert {photo.part for photo in photos} == {FIT, CALIBRATE, CONFORMAL, VALIDATE}


def test_the_same_folder_is_split_the_same_way(folder: Path, tmp_path: Path) -> None:
    first = write_split(tmp_path / "first.csv", read_photos(folder))

    assert write_split(tmp_path / "second.csv", read_photos(folder)) == first
    assert (tmp_path / "first.csv").read_text("utf-8").startswith("source,file,code,group,part\nshelf,tomato/0.jpg,")


def test_held_out_pairs_are_fitted_from_no_part(folder: Path, tmp_path: Path) -> None:
    table = tmp_path / "held.csv"
    table.write_text("code,source,part\ntomato,shelf,across\nmoss_cake,*,unknown\n", "utf-8")

    photos = hold_out(read_photos(folder), read_held_out(table))

    assert {p.source for p in photos if p.code == "tomato" and p.part == FIT} == {"tray"}
    assert {p.part for p in photos if p.code == "moss_cake"} == {"unknown"}
    assert codes_to_learn(photos) == ["tomato"]


def test_photos_come_as_pixels_in_the_order_asked_for(folder: Path) -> None:
    photos = [Photo("shelf", "tomato/0.jpg", "tomato", "", FIT), Photo("tray", "moss_cake/1.jpg", "moss_cake", "", FIT)]

    red, green = decoded(folder, photos)

    assert red.shape == (48, 64, 3)
    assert [int(seen.mean((0, 1)).argmax()) for seen in (red, green)] == [0, 1]


def test_every_source_tells_its_licence(folder: Path) -> None:
    assert licences(folder) == {"shelf": "drawn", "tray": "drawn"}
