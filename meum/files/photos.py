"""A photo as it is kept: upright, in sRGB, and without what a camera wrote beside it."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from meum.kernel.errors import Invalid

if TYPE_CHECKING:
    from PIL.Image import Image

MAX_PIXELS = 50_000_000
# What detectors and people need; a 50-megapixel picture keeps a quarter of its pixels or so.
MAX_SIDE = 4096
QUALITY = 90


def clean_photo(content: bytes) -> bytes:
    """Return a photo as JPEG: turned upright, in sRGB, at most 4096 pixels a side, without EXIF, GPS or comments.

    Raises Invalid when the bytes are no whole JPEG, PNG or WebP picture, or one of more than `MAX_PIXELS`.
    """
    return _as_jpeg(opened(content, side=MAX_SIDE))


def opened(content: bytes, *, side: int) -> Image:
    """Return a photo as an RGB picture, upright, in sRGB, on white; a JPEG may come smaller, but not below `side`.

    Raises Invalid as `clean_photo` does.
    """
    from PIL import Image, ImageOps

    try:
        with Image.open(BytesIO(content), formats=("JPEG", "PNG", "WEBP")) as picture:
            if picture.width * picture.height > MAX_PIXELS:
                raise _too_large()
            picture.draft("RGB", (side, side))
            upright = ImageOps.exif_transpose(picture)
            return _without_alpha(_in_srgb(upright))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _too_large() from error
    # Decoders answer broken files with any of these.
    except (OSError, SyntaxError, ValueError) as error:
        raise Invalid("photo_unreadable", "this is not a whole JPEG, PNG or WebP picture", field="file") from error


def _too_large() -> Invalid:
    megapixels = MAX_PIXELS // 1_000_000
    return Invalid(
        "photo_too_large", f"a photo has at most {megapixels} megapixels", field="file", megapixels=megapixels
    )


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
        return picture.convert("RGB")
    layered = picture.convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", layered.size, "white"), layered).convert("RGB")


def _as_jpeg(picture: Image) -> bytes:
    picture.thumbnail((MAX_SIDE, MAX_SIDE))
    picture.info.clear()
    written = BytesIO()
    picture.save(written, "JPEG", quality=QUALITY)
    return written.getvalue()
