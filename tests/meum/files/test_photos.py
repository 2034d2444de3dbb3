"""Photos are kept upright, in sRGB, and without what a camera wrote beside them."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image, ImageCms

from meum.files.photos import MAX_SIDE, clean_photo
from meum.kernel.errors import Invalid
from tests.factories.photos import ORIENTATION_TAG, lab_profile, make_giant_png, make_heic, make_photo


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


def test_a_photo_of_a_newer_phone_is_kept_as_jpeg() -> None:
    sent = make_heic()
    assert b"SecretPhone" in sent

    kept = clean_photo(sent)

    assert (opened(kept).format, opened(kept).size) == ("JPEG", (40, 20))
    assert is_red(opened(kept).getpixel((5, 5)))
    assert b"SecretPhone" not in kept


def test_greys_of_sixteen_bits_keep_their_shades() -> None:
    written = BytesIO()
    Image.linear_gradient("L").convert("I").point(lambda level: level * 256).convert("I;16").save(written, "PNG")

    kept = opened(clean_photo(written.getvalue()))

    assert [kept.getpixel((128, row)) for row in (0, 128, 255)] == [(0, 0, 0), (128, 128, 128), (255, 255, 255)]


@pytest.mark.parametrize("form", ["PNG", "WEBP"])
def test_of_a_moving_picture_the_first_one_is_kept(form: str) -> None:
    written = BytesIO()
    frames = [Image.new("RGB", (40, 20), colour) for colour in ("red", "blue")]
    frames[0].save(written, form, save_all=True, append_images=frames[1:])

    assert is_red(opened(clean_photo(written.getvalue())).getpixel((5, 5)))


def test_of_a_photo_with_another_behind_it_the_first_one_is_kept() -> None:
    written = BytesIO()
    frames = [Image.new("RGB", (40, 20), colour) for colour in ("red", "blue")]
    frames[0].save(written, "MPO", save_all=True, append_images=frames[1:])

    kept = opened(clean_photo(written.getvalue()))

    assert (kept.format, is_red(kept.getpixel((5, 5)))) == ("JPEG", True)


@pytest.mark.parametrize("lie", [0, 9, 65535])
def test_an_orientation_that_cannot_be_is_not_believed(lie: int) -> None:
    written, exif = BytesIO(), Image.Exif()
    exif[ORIENTATION_TAG] = lie
    Image.new("RGB", (40, 20), "red").save(written, "JPEG", exif=exif)

    assert opened(clean_photo(written.getvalue())).size == (40, 20)


@pytest.mark.parametrize("size", [(1, 1), (7, 500), (500, 7)])
def test_a_picture_too_small_to_show_anything_is_refused(size: tuple[int, int]) -> None:
    with pytest.raises(Invalid) as refused:
        clean_photo(make_photo(size=size))

    assert (refused.value.code, refused.value.facts) == ("photo_too_small", {"pixels": 8})


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
        make_heic()[:400],
        make_heic()[:16],
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
