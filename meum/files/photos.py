"""A photo as it is kept: upright, in sRGB, and without what a camera wrote beside it."""

from __future__ import annotations

import struct
from io import BytesIO
from typing import TYPE_CHECKING

from meum.files.domain.content import content_type_of
from meum.files.heic import HeicError, jpeg_of_heic
from meum.kernel.errors import Invalid

if TYPE_CHECKING:
    from PIL.Image import Image

MAX_PIXELS = 50_000_000
# A picture of fewer pixels a side shows nothing.
MIN_SIDE = 8
# What detectors and people need; a 50-megapixel picture keeps a quarter of its pixels or so.
MAX_SIDE = 4096
QUALITY = 90
# Decoders answer broken files with any of these.
_BROKEN = (OSError, SyntaxError, ValueError, TypeError, LookupError, ArithmeticError, EOFError, struct.error)


def clean_photo(content: bytes) -> bytes:
    """Return a photo as JPEG: turned upright, in sRGB, at most 4096 pixels a side, without EXIF, GPS or comments.

    Of a moving picture the first one is kept. Raises Invalid when the bytes are no whole JPEG, PNG, WebP or HEIC
    picture, or one of more than `MAX_PIXELS` or of fewer than `MIN_SIDE` a side.
    """
    return as_jpeg(opened(content, side=MAX_SIDE))


def opened(content: bytes, *, side: int) -> Image:
    """Return a photo as an RGB picture, upright, in sRGB, on white; a JPEG may come smaller, but not below `side`.

    Raises Invalid as `clean_photo` does.
    """
    from PIL import Image, ImageOps

    try:
        if content_type_of(content) == "image/heic":
            content = jpeg_of_heic(content, most_pixels=MAX_PIXELS)
        with Image.open(BytesIO(content), formats=("JPEG", "PNG", "WEBP")) as picture:
            _check_size(picture.width, picture.height)
            picture.draft("RGB", (side, side))
            # Each copy of a photo of 12 megapixels is 36 MB.
            ImageOps.exif_transpose(picture, in_place=True)
            picture.load()
            return _without_alpha(_in_srgb(_in_eight_bits(picture)))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _too_large() from error
    except _BROKEN as error:
        if isinstance(error, HeicError) and error.is_too_large:
            raise _too_large() from error
        raise Invalid(
            "photo_unreadable", "this is not a whole JPEG, PNG, WebP or HEIC picture", field="file"
        ) from error


def _check_size(width: int, height: int) -> None:
    if width * height > MAX_PIXELS:
        raise _too_large()
    if min(width, height) < MIN_SIDE:
        raise Invalid(
            "photo_too_small", f"a photo has at least {MIN_SIDE} pixels a side", field="file", pixels=MIN_SIDE
        )


def _too_large() -> Invalid:
    megapixels = MAX_PIXELS // 1_000_000
    return Invalid(
        "photo_too_large", f"a photo has at most {megapixels} megapixels", field="file", megapixels=megapixels
    )


def _in_eight_bits(picture: Image) -> Image:
    """Return a picture of 16 bits of grey in 8; Pillow itself would make everything above the first 255 steps white."""
    if not picture.mode.startswith("I"):
        return picture
    import numpy as np
    from PIL import Image

    return Image.fromarray((np.asarray(picture).astype(np.uint32) >> 8).clip(0, 255).astype(np.uint8))


def _in_srgb(picture: Image) -> Image:
    """Return the picture in sRGB, by its own colour profile when it has a good one."""
    from PIL import ImageCms

    profile = picture.info.get("icc_profile")
    if not profile or picture.mode not in ("RGB", "RGBA"):
        return picture
    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        converted = ImageCms.profileToProfile(picture, source, ImageCms.createProfile("sRGB"))
    except (ImageCms.PyCMSError, OSError):
        return picture
    return converted or picture


def _without_alpha(picture: Image) -> Image:
    """Return the picture on white, as paper would show it."""
    from PIL import Image

    if not picture.has_transparency_data:
        return picture if picture.mode == "RGB" else picture.convert("RGB")
    layered = picture.convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", layered.size, "white"), layered).convert("RGB")


def as_jpeg(picture: Image) -> bytes:
    """Return a picture as it is kept: at most `MAX_SIDE` pixels a side, nothing beside its pixels."""
    picture.thumbnail((MAX_SIDE, MAX_SIDE))
    picture.info.clear()
    written = BytesIO()
    picture.save(written, "JPEG", quality=QUALITY)
    return written.getvalue()
