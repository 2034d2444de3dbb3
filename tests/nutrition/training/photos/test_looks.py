"""How dishes look on average: from photos that a bundle was fitted to, the same every time."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import numpy as np
import pytest
from django.core.management import CommandError, call_command

from nutrition.training.photos.looks import looks_of
from nutrition.training.photos.manifest import read_photos
from nutrition.vision.classifier import SHIPPED, Classifier, Outputs
from nutrition.vision.looks import commonness
from nutrition.vision.pixels import Views
from tests.factories.food_photos import folder_of_photos


@pytest.fixture(name="data", scope="module")
def a_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return folder_of_photos(tmp_path_factory.mktemp("photos"))


def colours(views: Views) -> Outputs:
    """Say nothing of photos but their mean colour."""
    mean = views[:, 0].mean((2, 3))
    embedding = mean / np.linalg.norm(mean, axis=1, keepdims=True)
    nothing = np.zeros((len(views), views.shape[1], 2), np.float32)
    return Outputs(dishes=nothing, food=nothing[..., 0], embedding=embedding)


COLOURS = cast(
    Classifier, SimpleNamespace(card=SimpleNamespace(codes=("moss_cake", "tomato"), side=32), outputs=colours)
)


def test_a_look_is_the_mean_of_its_photos_in_the_order_of_the_codes(data: Path) -> None:
    moss, tomato = looks_of(COLOURS, data, read_photos(data)).astype(float)

    assert (moss.argmax(), tomato.argmax()) == (1, 0)
    assert [np.linalg.norm(moss), np.linalg.norm(tomato)] == pytest.approx([1, 1], abs=1e-2)


def test_photos_that_only_give_figures_have_no_part_in_it(data: Path) -> None:
    photos = read_photos(data)
    fewer = [photo for photo in photos if photo.part == "fit"]

    assert np.array_equal(looks_of(COLOURS, data, photos), looks_of(COLOURS, data, fewer))


def test_a_dish_without_photos_is_refused(data: Path) -> None:
    photos = [replace(photo, part="val") if photo.code == "tomato" else photo for photo in read_photos(data)]

    with pytest.raises(ValueError, match="tomato"):
        looks_of(COLOURS, data, photos)


def test_the_command_says_which_dish_has_no_photos(data: Path) -> None:
    with pytest.raises(CommandError, match="no photo to fit on of apple"):
        call_command("build_dish_looks", data=data, bundle=SHIPPED)


def test_the_nearest_look_counts_most_and_a_second_near_one_adds() -> None:
    here = np.array([1, 0, 0], np.float32)
    far, near = np.array([0, 0, 1]), np.array([0.8, 0.6, 0])

    alone = commonness(here, np.stack([near, far, far]).astype(np.float16))
    twice = commonness(here, np.stack([near, near, far]).astype(np.float16))

    assert 0.7 < alone < twice < 0.8
