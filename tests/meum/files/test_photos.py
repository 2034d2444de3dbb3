"""Photos are kept upright, in sRGB, and without what a camera wrote beside them."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image, ImageCms

from meum.files.photos import MAX_SIDE, clean_photo
from meum.kernel.errors import Invalid
from tests.factories.photos import lab_profile, make_giant_png, make_photo


def opened(content: bytes) -> Image.Image:
    picture = Image.open(BytesIO(content))
    picture.load()
    return picture


def is_red(pixel: object) -> bool:
    assert isinstance(pixel, tuple)
    return bool(pixel[0] > 200 and pixel[2] < 60)


def test_where_and_with_what_a_photo_was_taken_is_not_kept() -> None:
    sent = make_photo(is_located=True)
    assert b"SecretPhone" in sent
    assert b"taken at home" in sent

    kept = clean_photo(sent)

    assert b"SecretPhone" not in kept
    assert b"taken at home" not in kept
    assert dict(opened(kept).getexif()) == {}


@pytest.mark.parametrize(
    ("orientation", "size", "red_at"),
    [(1, (40, 20), (5, 5)), (3, (40, 20), (35, 5)), (6, (20, 40), (5, 5)), (8, (20, 40), (5, 35))],
)
def test_a_photo_is_turned_upright(orientation: int, size: tuple[int, int], red_at: tuple[int, int]) -> None:
    kept = opened(clean_photo(make_photo(orientation=orientation)))

    assert kept.size == size
    assert is_red(kept.getpixel(red_at))


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_every_form_is_kept_as_jpeg(form: str) -> None:
    kept = opened(clean_photo(make_photo(form=form)))

    assert (kept.format, kept.mode, kept.size) == ("JPEG", "RGB", (40, 20))


@pytest.mark.parametrize(("form", "mode"), [("PNG", "P"), ("PNG", "LA"), ("PNG", "1"), ("JPEG", "L"), ("JPEG", "CMYK")])
def test_every_kind_of_pixel_becomes_colour(form: str, mode: str) -> None:
    assert opened(clean_photo(make_photo(form=form, mode=mode))).mode == "RGB"


def test_what_is_transparent_becomes_white() -> None:
    written = BytesIO()
    Image.new("RGBA", (8, 8), (0, 0, 0, 0)).save(written, "PNG")

    kept = opened(clean_photo(written.getvalue()))

    assert kept.getpixel((4, 4)) == (255, 255, 255)


@pytest.mark.parametrize("profile", [b"no profile", lab_profile()])
def test_a_colour_profile_that_does_not_fit_is_dropped(profile: bytes) -> None:
    kept = opened(clean_photo(make_photo(icc_profile=profile)))

    assert "icc_profile" not in kept.info
    assert is_red(kept.getpixel((5, 5)))


def test_colours_are_brought_into_srgb() -> None:
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()

    kept = opened(clean_photo(make_photo(icc_profile=srgb)))

    assert "icc_profile" not in kept.info
    assert is_red(kept.getpixel((5, 5)))


def test_a_big_photo_is_made_smaller() -> None:
    kept = opened(clean_photo(make_photo(size=(MAX_SIDE + 1000, 100))))

    assert kept.size[0] == MAX_SIDE


@pytest.mark.parametrize(("width", "height"), [(10_000, 6_000), (12_000, 12_000), (60_000, 60_000)])
def test_a_small_file_that_swells_to_a_giant_is_refused(width: int, height: int) -> None:
    with pytest.raises(Invalid) as refused:
        clean_photo(make_giant_png(width=width, height=height))

    assert refused.value.code == "photo_too_large"
    assert refused.value.facts == {"megapixels": 50}


@pytest.mark.parametrize(
    "content",
    [
        make_photo(size=(200, 200))[:400],
        make_photo(form="PNG")[:60],
        make_photo(form="WEBP")[:40],
        b"\xff\xd8\xff" + b"\x00" * 50,
        b"\x89PNG\r\n\x1a\n",
        b"GIF89a" + b"\x00" * 20,
        b"",
    ],
)
def test_a_broken_photo_is_refused(content: bytes) -> None:
    with pytest.raises(Invalid) as refused:
        clean_photo(content)

    assert refused.value.code == "photo_unreadable"
