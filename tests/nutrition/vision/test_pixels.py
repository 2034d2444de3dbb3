"""What the classifier looks at."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from nutrition.vision.pixels import VIEW_WEIGHTS, cells_of, views_of


def test_the_middle_square_is_seen_in_0_to_1() -> None:
    photo = Image.new("RGB", (300, 100), "black")
    photo.paste((255, 128, 0), (100, 0, 200, 100))

    sharp = views_of(photo, 32)[0]

    assert sharp.shape == (3, 32, 32)
    assert sharp.dtype == np.float32
    assert np.allclose(sharp.mean((1, 2)), [1, 128 / 255, 0], atol=0.01)


def test_a_photo_and_its_mirror_image_are_seen_alike() -> None:
    photo = Image.effect_noise((64, 64), 80).convert("RGB")
    mirrored = photo.transpose(Image.Transpose.FLIP_LEFT_RIGHT)

    views, turned = views_of(photo, 64), views_of(mirrored, 64)

    assert np.allclose(views[0], turned[1])
    assert np.allclose(views[1], turned[0])
    assert VIEW_WEIGHTS[0] == VIEW_WEIGHTS[1]


def test_the_last_view_has_lost_what_64_pixels_cannot_show() -> None:
    stripes = np.zeros((192, 192, 3), np.uint8)
    stripes[:, ::2] = 255

    sharp, _mirrored, shrunk = views_of(Image.fromarray(stripes), 192)

    assert sharp.std() > 0.4
    assert shrunk.std() < 0.1


def test_a_tall_photo_is_seen_as_well_as_a_wide_one() -> None:
    assert views_of(Image.new("RGB", (40, 500), "white"), 64).shape == (3, 3, 64, 64)


def _colours(size: tuple[int, int], colours: dict[tuple[int, int, int, int], str]) -> Image.Image:
    photo = Image.new("RGB", size)
    for box, colour in colours.items():
        photo.paste(colour, box)
    return photo


def test_a_long_photo_is_cut_into_what_stands_beside_each_other() -> None:
    tray = _colours((300, 100), {(0, 0, 100, 100): "red", (100, 0, 200, 100): "lime", (200, 0, 300, 100): "blue"})

    assert np.allclose(cells_of(tray, 32).mean((2, 3)), np.eye(3), atol=0.01)
    assert np.allclose(cells_of(tray.rotate(-90, expand=True), 32).mean((2, 3)), np.eye(3), atol=0.01)


def test_any_other_photo_is_cut_into_its_quarters() -> None:
    corner = _colours((400, 300), {(200, 150, 400, 300): "white"})

    assert np.allclose(cells_of(corner, 32).mean((1, 2, 3)), [0, 0, 0, 1], atol=0.01)


@pytest.mark.parametrize(("size", "count"), [((100, 100), 4), ((178, 100), 2), ((100, 400), 4), ((1000, 10), 4)])
def test_a_photo_has_two_to_four_parts(size: tuple[int, int], count: int) -> None:
    assert cells_of(Image.new("RGB", size), 32).shape == (count, 3, 32, 32)
